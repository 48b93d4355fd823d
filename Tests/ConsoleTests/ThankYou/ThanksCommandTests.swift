import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Console

@Suite("The thank-you wall at the console")
struct ThanksCommandTests {
    private func run(_ house: TestHouse, as email: String, _ lines: [String]) async -> Ran {
        await Ran.run(
            house, ConsoleOptions(as: email, osUser: "tester", commands: lines, format: .json, dryRun: false))
    }

    @Test("One is written, approved by somebody else and listed")
    func whole() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let added = await run(
                house, as: "officer@example.org",
                [#"thanks add --team "MASH Assessment" --words "You stayed late for all of us.""#, "thanks list"])
            try #require(added.code == 0, "\(added.error)")
            #expect(added.arrays[1].isEmpty)
            let id = try #require(added.arrays[0].first?["id"])
            let own = await run(house, as: "officer@example.org", ["thanks approve \(id)"])
            #expect(own.code == 1 && own.error.contains("You wrote this one yourself"))
            let shown = await run(
                house, as: "admin@example.org", ["thanks list --state waiting", "thanks approve \(id)", "thanks list"])
            try #require(shown.code == 0, "\(shown.error)")
            #expect(shown.arrays[2].first?["to"] == "MASH Assessment")
        }
    }
}
