import Domain
import Foundation
import Services
import TestSupport
import Testing

@Suite("Sessions by the thousand")
struct TogetherTests {
    /// Two houses with the same week, so that one can do together what the other does one by one.
    private func both(_ body: (TestHouse, TestWeek) async throws -> [String]) async throws -> [String] {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            _ = try await house.services.programme.addStrand(
                event: "week", strand: "voice", name: "Voice of the child", by: week.staff)
            return try await body(house, week)
        }
    }

    private func words(_ error: any Error) -> String { (error as? any Refusal)?.message ?? "\(error)" }

    /// Everything that an import of these could have left behind.
    private func state(_ house: TestHouse, _ week: TestWeek) async throws -> [String] {
        let drafts = try await house.services.programme.drafts(by: week.staff).map { session in
            let times = [session.startsAt, session.endsAt].map { $0.map(London.rfc3339) ?? "-" }
            let draft = session.draft
            return """
                \(session.reference) \(session.title) \(session.kind) \(session.strand ?? "-") \(times) \
                \(session.site ?? "-")/\(session.room ?? "-") \(session.capacity) \(session.state) \(session.revision) \
                \(session.taken) \(session.waiting) \(draft?.minutes ?? 0) \(draft?.onlineURL ?? "-") \
                \(draft?.facilitatorEmails ?? []) \(draft?.audience ?? "-") \(session.description)
                """
        }
        // Which booking it is differs from house to house.
        let audit = try await house.services.audit.newest(1000, by: week.admin).map { entry in
            let object = entry.object.hasPrefix("booking:") ? "booking" : entry.object
            return "\(entry.action) \(object) \(entry.before ?? "-") \(entry.after ?? "-")"
        }
        return drafts.sorted() + audit.sorted()
    }

    private func new(
        _ title: String, _ starts: String? = nil, reference: String? = nil, event: String = "week",
        room: String? = nil, leads: [String] = []
    ) throws -> NewSession {
        let begin = try starts.map(moment)
        return NewSession(
            event: event, reference: reference, title: title, startsAt: begin,
            endsAt: begin?.addingTimeInterval(3600), room: room, facilitators: leads)
    }

    private func additions() throws -> [NewSession] {
        var odd = try new("Odd", "2018-01-30 09:00")
        odd.kind = "9 lives"
        var strange = try new("Strange", "2018-01-30 09:00")
        strange.onlineURL = "ftp://example.org"
        var backwards = try new("Backwards", "2018-01-30 09:00")
        backwards.endsAt = backwards.startsAt
        var full = try new("Full", "2018-01-30 09:00", room: "Corbyn Road/Room 1", leads: ["lead@example.org"])
        (full.kind, full.strand, full.onlineURL, full.capacity) = ("Drop in", "voice", "https://meet.example.org/a", 7)
        full.description = "Two\nlines"
        return [
            try new("Seventh", "2018-01-29 09:00", reference: "WEEK18-007"),
            try new("Seventh again", reference: "week18-007"), try new("Malformed", reference: "7"),
            try new("First"), full, odd, strange, backwards,
            try new("Outside", "2018-02-05 09:00"), try new("No event", event: "weak"),
            try new("No room", "2018-01-29 09:00", room: "Corbyn Road/Room 9"),
            try new("Nobody", leads: ["nobody@example.org", "lead@example.org"]),
            try new("Two leads", leads: ["p1@example.org", "lead@example.org", "p1@example.org"]), try new(""),
            try new("Case 12345"), try new("Last", "2018-02-02 16:00", reference: "OTHER-100"),
        ]
    }

    @Test("Adding many leaves what adding each alone leaves, and refuses what each alone is refused")
    func adds() async throws {
        let together = try await both { house, week in
            let outcomes = try await house.services.work { work in
                try await house.services.programme.addSessions(try additions(), by: week.staff, in: work)
            }
            let said = outcomes.map { outcome in
                switch outcome {
                case .added(let reference): reference
                case .refused(let refusal): refusal.message
                }
            }
            return try await said + state(house, week)
        }
        let alone = try await both { house, week in
            var said: [String] = []
            for session in try additions() {
                do {
                    said.append(try await house.services.programme.addSession(session, by: week.staff).reference)
                } catch { said.append(words(error)) }
            }
            return try await said + state(house, week)
        }
        #expect(together == alone)
        #expect(together.contains { $0.hasPrefix("WEEK18-008 First") })
    }

    /// A week with sessions to change: one full, one waited for, one cancelled, one released.
    private func changes(_ house: TestHouse, _ week: TestWeek) async throws -> [(String, SessionChange)] {
        let full = try await week.session("Full", capacity: 2, facilitators: ["lead@example.org"])
        let off = try await week.session("Off", starts: "2018-01-30 09:30")
        let plain = try await week.session("Plain", starts: "2018-01-31 09:30", release: false)
        for person in ["p1@example.org", "p2@example.org", "p3@example.org"] { _ = try await week.book(full, person) }
        _ = try await house.services.programme.cancelSession(off.reference, reason: "Boiler", by: week.staff)
        func change(_ edit: (inout SessionChange) throws -> Void) rethrows -> SessionChange {
            var change = SessionChange()
            try edit(&change)
            return change
        }
        return [
            (full.reference, change { $0.capacity = .set(3) }), (off.reference, change { $0.title = .set("On") }),
            ("WEEK18-999", change { $0.title = .set("Missing") }),
            (
                plain.reference.lowercased(),
                try change {
                    ($0.startsAt, $0.endsAt) = (
                        .set(try moment("2018-02-01 10:00")), .set(try moment("2018-02-01 11:30"))
                    )
                    ($0.room, $0.strand) = (.set("Corbyn Road/Room 2"), .set("voice"))
                    $0.facilitators = .set(["p4@example.org", "lead@example.org"])
                }
            ),
        ]
    }

    private func refusedChanges(_ house: TestHouse, _ week: TestWeek) async throws -> [(String, SessionChange)] {
        let full = try await week.session("Full", capacity: 2)
        for person in ["p1@example.org", "p2@example.org"] { _ = try await week.book(full, person) }
        let plain = try await week.session("Plain", starts: "2018-01-31 09:30", release: false)
        let same = try await week.session("Same", starts: "2018-02-01 09:30", release: false)
        var (small, unplaced, outside, led, none) = (
            SessionChange(), SessionChange(), SessionChange(), SessionChange(), SessionChange()
        )
        small.capacity = .set(1)
        (unplaced.startsAt, unplaced.endsAt) = (.set(nil), .set(nil))
        outside.startsAt = .set(try moment("2018-03-01 09:30"))
        led.facilitators = .set(["nobody@example.org"])
        none.title = .set("Same")
        return [
            (full.reference, small), (plain.reference, outside), (same.reference, none),
            ("PLAIN", unplaced), (plain.reference, led),
        ]
    }

    private func compareChanges(
        _ make: @escaping (TestHouse, TestWeek) async throws -> [(String, SessionChange)]
    ) async throws {
        let together = try await both { house, week in
            let wanted = try await make(house, week)
            let refusals = try await house.services.work { work in
                try await house.services.programme.changeSessions(
                    wanted.map { (reference: $0.0, change: $0.1) }, by: week.staff, in: work)
            }
            return try await refusals.map { $0?.message ?? "done" } + state(house, week)
        }
        let alone = try await both { house, week in
            var said: [String] = []
            for (reference, change) in try await make(house, week) {
                do {
                    _ = try await house.services.programme.changeSession(reference, change, by: week.staff)
                    said.append("done")
                } catch { said.append(words(error)) }
            }
            return try await said + state(house, week)
        }
        #expect(together == alone)
    }

    @Test("Changing many leaves what changing each alone leaves, whoever waits being promoted")
    func changesMany() async throws {
        try await compareChanges(changes)
    }

    @Test("Changing many refuses what each alone is refused")
    func refusesMany() async throws {
        try await compareChanges(refusedChanges)
    }

    @Test("Audiences of many are what each alone would be")
    func audiences() async throws {
        let wanted: [(reference: String, rules: [Audience.Rule])] = [
            ("WEEK18-001", [.role(.manager), .team("MASH Assessment"), .service("Early Help")]),
            ("WEEK18-002", [.after("WEEK18-001"), .employer("Black Country Health Trust")]),
            ("WEEK18-003", [.after("WEEK18-003")]), ("WEEK18-004", [.team("Nowhere")]), ("WEEK18-009", []),
            ("WEEK18-005", []),
        ]
        func prepare(_ week: TestWeek) async throws {
            for number in 1...5 {
                try await week.session("S\(number)", starts: "2018-01-29 1\(number):00", release: false)
            }
            _ = try await week.house.services.programme.setAudience("WEEK18-005", [.role(.staff)], by: week.staff)
        }
        let together = try await both { house, week in
            try await prepare(week)
            let refusals = try await house.services.work { work in
                try await house.services.programme.setAudiences(wanted, by: week.staff, in: work)
            }
            return try await refusals.map { $0?.message ?? "done" } + state(house, week)
        }
        let alone = try await both { house, week in
            try await prepare(week)
            var said: [String] = []
            for (reference, rules) in wanted {
                do {
                    _ = try await house.services.programme.setAudience(reference, rules, by: week.staff)
                    said.append("done")
                } catch { said.append(words(error)) }
            }
            return try await said + state(house, week)
        }
        #expect(together == alone)
    }

    @Test("Nobody but those who schedule may")
    func rights() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let actor = try await week.actor("p1@example.org")
            let session = try new("Mine")
            await #expect(throws: AccessRefusal.self) {
                _ = try await house.services.work { work in
                    try await house.services.programme.addSessions([session], by: actor, in: work)
                }
            }
            await #expect(throws: AccessRefusal.self) {
                _ = try await house.services.work { work in
                    try await house.services.programme.changeSessions(
                        [("WEEK18-001", SessionChange())], by: actor, in: work)
                }
            }
            await #expect(throws: AccessRefusal.self) {
                _ = try await house.services.work { work in
                    try await house.services.programme.setAudiences([("WEEK18-001", [])], by: actor, in: work)
                }
            }
        }
    }
}
