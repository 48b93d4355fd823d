import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("What people need, told once")
struct NeedsTests {
    /// p1 and p2 have a place, p1 agreed to be named; p3 waits.
    private func with(_ body: (TestHouse, TestWeek, Session) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 2, facilitators: ["lead@example.org"])
            let told: [(String, Needs)] = [
                ("p1@example.org", Needs(needs: [.vegan, .stepFree], other: "A chair with arms", isShared: true)),
                ("p2@example.org", Needs(needs: [.vegan])), ("p3@example.org", Needs(needs: [.halal])),
            ]
            for (email, needs) in told {
                try await house.services.needs.tell(needs, by: try await week.actor(email))
                try await week.book(session, email)
            }
            try await body(house, week, session)
        }
    }

    private func at(_ now: String, _ house: TestHouse, _ body: (TestHouse) async throws -> Void) async throws {
        let other = try await TestHouse.open(conninfo: house.conninfo, now: now)
        do { try await body(other) } catch {
            await other.database.close()
            throw error
        }
        await other.database.close()
    }

    @Test("Staff read them by name, of those who have a place")
    func staff() async throws {
        try await with { house, week, session async throws in
            let found = try await house.services.needs.of(session.reference, by: week.staff)
            #expect(found.named.map(\.name) == ["Person 1", "Person 2"])
            #expect(found.namesAll)
            #expect(
                found.counts.map { "\($0.need?.rawValue ?? "other") \($0.count)" } == [
                    "step_free 1", "vegan 2", "other 1",
                ])
        }
    }

    @Test("Those who lead read how many from seven days before, and by name only who agreed, until fourteen days after")
    func facilitators() async throws {
        try await with { house, week, session async throws in
            let lead = try await week.actor("lead@example.org")
            await #expect(throws: AccessRefusal.self) {
                _ = try await house.services.needs.of(session.reference, by: lead)
            }
            try await at("2018-01-22 09:31", house) { house async throws in
                let found = try await house.services.needs.of(session.reference, by: lead)
                #expect(found.named.map(\.name) == ["Person 1"])
                #expect(!found.namesAll)
                #expect(found.counts.first { $0.need == .vegan }?.count == 2)
            }
            try await at("2018-02-13 09:00", house) { house async throws in
                await #expect(throws: AccessRefusal.self) {
                    _ = try await house.services.needs.of(session.reference, by: lead)
                }
            }
        }
    }

    @Test(
        "Nobody else does, administrators included",
        arguments: ["admin@example.org", "manager@example.org", "p1@example.org"])
    func others(_ email: String) async throws {
        try await with { house, week, session async throws in
            let actor = try await week.actor(email)
            await #expect(throws: AccessRefusal.notAllowed("see what people need")) {
                _ = try await house.services.needs.of(session.reference, by: actor)
            }
        }
    }

    @Test("They are changed and taken back, and the audit never says what they were")
    func changes() async throws {
        try await with { house, week, session async throws in
            let (services, one) = (house.services, try await week.actor("p1@example.org"))
            #expect(try await services.needs.mine(by: one)?.words == "A way without steps; Vegan; A chair with arms")
            try await services.needs.tell(Needs(needs: [.kosher]), by: one)
            #expect(try await services.needs.mine(by: one) == Needs(needs: [.kosher]))
            try await services.needs.tell(Needs(), by: one)
            #expect(try await services.needs.mine(by: one) == nil)
            let entries = try await services.audit.newest(50, by: week.admin).filter { $0.action.hasPrefix("needs.") }
            #expect(Set(entries.map(\.action)) == ["needs.tell", "needs.take_back"])
            #expect(entries.filter { $0.before != nil || $0.after != nil }.isEmpty)
        }
    }

    @Test("They are forgotten when their person leaves")
    func leaving() async throws {
        try await with { house, week, session async throws in
            let two = try await week.actor("p2@example.org")
            _ = try await house.services.people.leave("p2@example.org", by: week.admin)
            #expect(try await house.services.needs.mine(by: two) == nil)
        }
    }

    @Test("A case number is refused")
    func caseData() async throws {
        try await with { house, week, session async throws in
            let one = try await week.actor("p1@example.org")
            await #expect(throws: TextProblem.self) {
                try await house.services.needs.tell(Needs(other: "See case 12345"), by: one)
            }
        }
    }
}
