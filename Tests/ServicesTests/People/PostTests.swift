import Domain
import Services
import TestSupport
import Testing

@Suite("Posts and their holders")
struct PostTests {
    /// Wednesday 20 December 2017: A has held the post all year and leads a briefing in December and one in January.
    private func with(
        _ body: (TestHouse, TestWeek, _ post: Post, _ december: Session, _ january: Session) async throws -> Void
    ) async throws {
        try await TestHouse.with(now: "2017-12-20 09:00") { house in
            let week = try await TestWeek.make(in: house)
            _ = try await house.services.people.addPerson(
                PersonDetails(email: "a@example.org", name: "Avery First", roles: [.staff]), by: week.admin)
            _ = try await house.services.people.addPerson(
                PersonDetails(email: "b@example.org", name: "Blake Second", roles: [.staff]), by: week.admin)
            _ = try await house.services.programme.addEvent(
                "briefings", title: "Briefings", from: day("2017-12-01"), to: day("2018-03-31"), by: week.staff)
            var sessions: [Session] = []
            for starts in ["2017-12-27 09:30", "2018-01-03 09:30"] {
                sessions.append(
                    try await house.services.programme.addSession(
                        NewSession(
                            event: "briefings", title: "Briefing", startsAt: try moment(starts), minutes: 60,
                            facilitators: ["a@example.org", "lead@example.org"]), by: week.staff))
            }
            _ = try await house.services.programme.publishRelease(
                "briefings", by: try await week.actor("a@example.org"))
            let id = try await house.services.posts.add(
                "Director", holder: "a@example.org", from: day("2017-01-02"), by: week.admin)
            let post = try await house.services.posts.post(id, by: week.admin)
            try await body(house, week, post, sessions[0], sessions[1])
        }
    }

    private func handOver(_ house: TestHouse, _ week: TestWeek, _ post: Post, _ sessions: [Session]) async throws
        -> [String]
    {
        try await house.services.posts.handOver(
            post.id, to: "Blake Second", on: day("2018-01-01"), sessions: sessions.map(\.reference), by: week.admin)
    }

    @Test("From the day on, the next holder is named; what was before stays the last one's (need 23)")
    func handsOver() async throws {
        try await with { house, week, post, december, january async throws in
            let programme = house.services.programme
            #expect(try await handOver(house, week, post, [december, january]) == [january.reference])
            _ = try await programme.publishRelease("briefings", by: week.staff)
            let released = try await programme.released(event: "briefings")
            #expect(
                released.map(\.facilitators) == [["Avery First", "Lena Lead"], ["Blake Second", "Lena Lead"]])
            let after = try await house.services.posts.post(post.id, by: week.admin)
            #expect(after.holder(on: day("2017-12-31"))?.name == "Avery First")
            #expect(after.holder(on: day("2018-01-01"))?.name == "Blake Second")
            let approved = try await house.services.audit.search(
                AuditQuestion(who: "Avery", action: "release.publish"), by: week.admin
            ).entries
            #expect(approved.map(\.actor) == ["Avery First"])
        }
    }

    @Test("Sessions that are not named stay with whoever led them")
    func notNamed() async throws {
        try await with { house, week, post, _, january async throws in
            #expect(try await handOver(house, week, post, []) == [])
            let draft = try await house.services.programme.draft(january.reference, by: week.staff)
            #expect(draft.facilitators == ["Avery First", "Lena Lead"])
        }
    }

    @Test("A post is not handed on before its holder's own first day, nor to the same person")
    func refused() async throws {
        try await with { house, week, post, _, _ async throws in
            let held = PeopleRefusal.heldFrom(day("2017-01-02"), name: "Avery First")
            await #expect(throws: held) {
                try await house.services.posts.handOver(
                    post.id, to: "b@example.org", on: day("2017-01-02"), sessions: [], by: week.admin)
            }
            await #expect(throws: held) {
                try await house.services.posts.handOver(
                    post.id, to: "a@example.org", on: day("2018-01-01"), sessions: [], by: week.admin)
            }
            #expect(try await house.services.posts.post(post.id, by: week.admin).holders.count == 1)
        }
    }

    @Test("Only admins hand posts on")
    func rights() async throws {
        try await with { house, week, post, _, _ async throws in
            await #expect(throws: AccessRefusal.notAllowed("hand posts on")) {
                try await house.services.posts.handOver(
                    post.id, to: "b@example.org", on: day("2018-01-01"), sessions: [], by: week.staff)
            }
        }
    }
}
