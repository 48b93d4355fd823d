import Domain
import Foundation
import Mail
import Services
import TestSupport
import Testing

@Suite("What became of a nomination")
struct OutcomeTests {
    private struct Notices: MessageRenderer {
        func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter {
            guard case .notice(let template) = letter else { return RenderedLetter(subject: "other", text: "") }
            return RenderedLetter(subject: template.rawValue, text: "")
        }
    }

    @Test(
        "It is told once the embargo has ended: to nominators what it was, to those honoured that they were, to each once"
    )
    func told() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            let (awards, week) = (night.stars.awards, night.stars.week)
            let nominator = try await week.actor("p1@example.org")
            func outcomes() async throws -> [DecisionOutcome?] {
                var found: [DecisionOutcome?] = []
                for nomination in try await awards.ownNominations(scheme: "stars", by: nominator) {
                    found.append(try await awards.outcome(ofOwn: nomination.id, by: nominator))
                }
                return found
            }
            func told() async throws -> [String] {
                let before = house.mail.messages.count
                try await MessageWorker(house: house.services.house, renderer: Notices()).work(on: [.outcomes])
                try await MessageWorker(house: house.services.house, renderer: Notices()).work(on: [])
                return house.mail.messages.dropFirst(before).map { "\($0.subject) \($0.to.address)" }
                    .filter { $0.hasPrefix("nomination_outcome") || $0.hasPrefix("honoured") }.sorted()
            }
            let own = try await awards.ownNominations(scheme: "stars", by: nominator)
            #expect(!own.isEmpty)
            #expect(try await outcomes().allSatisfy { $0 == nil })
            #expect(try await told() == [])
            let past = try moment("2018-01-15 08:00")
            _ = try await awards.setEmbargo("stars", until: past, by: night.staff)
            #expect(try await outcomes().allSatisfy { $0 == nil }, "One person alone has published a result")
            _ = try await awards.setEmbargo("stars", until: past, by: week.admin)
            let found = try await outcomes()
            #expect(found.contains(.winner) && !found.contains(nil))
            let mail = try await told()
            #expect(mail.filter { $0 == "nomination_outcome p1@example.org" }.count == 1)
            #expect(mail.contains("honoured p2@example.org") && mail.contains("honoured p4@example.org"))
            #expect(try await told() == [])
            // Nobody reads what became of another's.
            let other = try await week.actor("p3@example.org")
            for nomination in own {
                #expect(try await awards.outcome(ofOwn: nomination.id, by: other) == nil)
            }
        }
    }
}
