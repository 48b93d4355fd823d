import Domain
import Foundation
import Testing

@testable import Web

@Suite("An award with bands on paper")
struct BandWordsTests {
    private static let item = RunningOrder(
        title: "Night", startsAt: Date(timeIntervalSince1970: 1_517_598_000),
        awards: [
            CeremonyAward(
                category: ID(rawValue: 1), path: "stars/brave", title: "Brave step", eligibility: "", scheme: "stars",
                isCelebrated: false, isForYoungPeople: true, bands: ["8-10", "11+"], steps: 2, finalists: 4)
        ]
    ).awards[0]

    private static let finalists = [
        Finalist(band: "8-10", name: "Ada"), Finalist(band: "8-10", name: "Bo"), Finalist(band: "11+", name: "Cy"),
        Finalist(band: "11+", name: nil),
    ]

    @Test("It is said once for each band, and each names those of its own band alone")
    func steps() {
        #expect(CeremonyWords.steps(Self.item) == [1, 2])
        #expect(CeremonyWords.step(2, of: Self.item) == "2 of 2: 11+")
        let told = [
            Announcement(step: 1, outcome: .winner, band: "8-10", name: "Bo", words: "For kindness."),
            Announcement(step: 1, outcome: .commended, band: "8-10", name: "Ada", words: nil),
        ]
        let said = CeremonyWords.spoken(Self.item, Self.finalists, told)
        #expect(said.contains("In the running are Ada and Bo.") && said.contains("goes to … Bo!"))
        #expect(!said.contains("Cy"))
    }

    @Test("Before a winner is told those in the running stand band by band")
    func running() {
        let said = CeremonyWords.spoken(Self.item, Self.finalists, [])
        #expect(said.contains("In the running are Ada and Bo (8-10); Cy and a young person (11+)."))
    }

    @Test("Where nobody is in the running but who wins, that sentence is not said")
    func alone() {
        let told = [Announcement(step: 2, outcome: .winner, band: "12+", name: "Cy", words: nil)]
        #expect(!CeremonyWords.spoken(Self.item, Self.finalists, told).contains("In the running"))
    }
}
