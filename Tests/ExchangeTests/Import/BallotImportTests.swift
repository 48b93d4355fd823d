import Domain
import Services
import TestSupport
import Testing

@testable import Exchange

@Suite("Paper ballots from a file")
struct BallotImportTests {
    private func run(_ house: TestHouse, _ stars: TestAwards, _ rows: [String]) async throws -> ImportReport {
        let text = (["category,candidate,judge_email,criterion,mark"] + rows).joined(separator: "\n") + "\n"
        return try await BallotImport(services: house.services).run(Array(text.utf8), by: stars.week.staff)
    }

    @Test("Every row that is wrong is named with its column, and nothing is taken")
    func problems() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await TestAwards.judged(in: house)
            try await stars.score(second, "p7@example.org", 8, 4)
            let (one, two) = (first.code ?? "", second.code ?? "")
            let report = try await run(
                house, stars,
                [
                    "stars/heart,\(one),p5@example.org,Impact,7", "stars/heart,\(one),p5@example.org,Care,12",
                    "heart,\(one),p7@example.org,Impact,7", "stars/heart,\(one),p9@example.org,Impact,7",
                    "stars/heart,\(one),p9@example.org,Care,7", "stars/heart,\(two),p7@example.org,Impact,7",
                    "stars/heart,\(two),p7@example.org,Care,4", "stars/heart,\(two),p5@example.org,Charm,4",
                    "stars/heart,\(two),lead@example.org,Impact,many",
                ])
            #expect(report.errors.compactMap(\.row) == [2, 3, 4, 5, 6, 7, 8, 9])
            #expect(
                report.errors.compactMap(\.column) == [
                    "mark", "category", "candidate", "candidate", "judge_email", "judge_email", "criterion", "mark",
                ])
            #expect(report.errors.contains { $0.message.contains("Person 7 handed in a ballot of their own") })
            #expect(report.accepted == 0)
            let judge = try await stars.week.actor("p5@example.org")
            #expect(Set(try await stars.awards.desk(by: judge).map(\.standing)) == [.unseen])
        }
    }

    @Test("What is added, changed and already so is told apart, each row by its candidate, judge and mark")
    func outcomes() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            func rows(_ impact: Int) -> [String] {
                ["Impact,\(impact)", "Care,4"].map { "stars/heart,\(first.code ?? ""),p5@example.org,\($0)" }
            }
            let added = try await run(house, stars, rows(7))
            #expect(added.rows.map(\.outcome) == [.added, .added])
            #expect(added.rows.map(\.name) == Array(repeating: "\(first.code ?? ""), p5@example.org", count: 2))
            #expect(added.rows.map(\.change) == ["Impact: 7", "Care: 4"])
            #expect(try await run(house, stars, rows(7)).rows.map(\.outcome) == [.unchanged, .unchanged])
            let changed = try await run(house, stars, rows(9))
            #expect(changed.rows.map(\.outcome) == [.changed, .changed])
            #expect(changed.rows.map(\.change) == ["Impact: 7 becomes 9", "Care: 4"])
        }
    }
}
