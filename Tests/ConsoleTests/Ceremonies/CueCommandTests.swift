import Domain
import Services
import TestSupport
import Testing

@testable import Console

@Suite("The night at the console")
struct CueCommandTests {
    @Test("Next begins a ceremony on any day, says so where it is not its day, and goes on without a word after that")
    func next() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            await #expect(throws: CeremonyRefusal.notItsDay("Friday 2 February 2018")) {
                try await night.ceremonies.next("night", by: night.stageManager)
            }
            let begun = await Ran.script(house, as: "p3@example.org", "cue next night")
            try #require(begun.code == 0, "\(begun.error)")
            #expect(begun.error.contains("though its day is Friday 2 February 2018"))
            let more = await Ran.script(house, as: "p3@example.org", "cue next night")
            try #require(more.code == 0, "\(more.error)")
            #expect(!more.error.contains("its day"))
        }
    }
}
