import Domain
import Foundation
import Services
import TestSupport
import Testing

@Suite("What others do not learn")
struct SecrecyTests {
    /// A released session led by lead@ with two confirmed and one waiting, and a draft beside it.
    private func with(_ body: (TestHouse, TestWeek, _ released: Session, _ draft: Session) async throws -> Void)
        async throws
    {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let released = try await week.session(
                capacity: 2, online: "https://meet.example.org/1", facilitators: ["lead@example.org"])
            let draft = try await week.session("Still secret", starts: "2018-01-31 09:30", release: false)
            for email in ["p1@example.org", "p2@example.org", "p3@example.org"] { try await week.book(released, email) }
            try await body(house, week, released, draft)
        }
    }

    private func refusal(_ body: () async throws -> some Any) async -> AccessRefusal? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? AccessRefusal
        }
    }

    @Test(
        "A draft answers like a session that never was",
        arguments: ["p1@example.org", "manager@example.org", "lead@example.org", nil])
    func draft(_ email: String?) async throws {
        try await with { house, week, released, draft async throws in
            var actor = Actor(.visitor, channel: .web)
            if let email { actor = try await week.actor(email) }
            let (programme, booking) = (house.services.programme, house.services.booking)
            for reference in [draft.reference, "PW18-999"] {
                #expect(await refusal { try await programme.session(reference, by: actor) } == .notFound("session"))
                #expect(await refusal { try await programme.draft(reference, by: actor) } == .notFound("session"))
                let expected: AccessRefusal = email == nil ? .signInFirst : .notFound("session")
                #expect(await refusal { try await booking.book(reference, by: actor) } == expected)
                #expect(await refusal { try await booking.bookings(of: reference, by: actor) } == expected)
                #expect(await refusal { try await booking.waitingList(of: reference, by: actor) } == expected)
            }
            #expect(try await programme.sessions(by: actor).map(\.reference) == [released.reference])
            #expect(
                try await programme.drafts(by: actor).map(\.reference)
                    == (email == "lead@example.org" ? [released.reference] : []))
        }
    }

    @Test("A series shows once one of its dates is released, and then only the released dates")
    func series() async throws {
        try await with { house, week, _, _ async throws in
            let programme = house.services.programme
            let visitor = Actor(.visitor, channel: .web)
            _ = try await programme.addSeries(
                NewSeries(
                    event: "week", slug: "daily", title: "Daily", rule: "FREQ=DAILY",
                    startsAt: LocalTime(day("2018-01-30"), ClockTime(minutes: 480)), minutes: 15, count: 3),
                by: week.staff)
            #expect(try await programme.series(by: visitor).isEmpty)
            await #expect(throws: PeopleRefusal.nothingNamed(kind: "series", name: "daily", near: [])) {
                try await programme.seriesDates("daily", by: visitor)
            }
            _ = try await programme.publishRelease("week", by: week.staff)
            #expect(try await programme.series(by: visitor).map(\.slug) == ["daily"])
            #expect(try await programme.seriesDates("daily", by: visitor).count == 3)
        }
    }

    @Test("A draft event is nobody's business but the planners'")
    func event() async throws {
        try await with { house, week, _, _ async throws in
            let programme = house.services.programme
            _ = try await programme.addEvent(
                "spring", title: "Spring", from: day("2018-04-01"), to: day("2018-04-02"), by: week.staff)
            let actor = try await week.actor("p1@example.org")
            #expect(try await programme.events(by: actor).map(\.slug) == ["week"])
            for slug in ["spring", "sprang"] {
                await #expect(throws: PeopleRefusal.nothingNamed(kind: "event", name: slug, near: [])) {
                    try await programme.event(slug, by: actor)
                }
                await #expect(throws: PeopleRefusal.nothingNamed(kind: "event", name: slug, near: [])) {
                    try await programme.releases(slug, by: actor)
                }
            }
        }
    }

    @Test("Who is booked is for those who schedule; others learn the count")
    func booked() async throws {
        try await with { house, week, session, _ async throws in
            for email in ["p1@example.org", "manager@example.org"] {
                let actor = try await week.actor(email)
                #expect(
                    await refusal { try await house.services.booking.bookings(of: session.reference, by: actor) }
                        == .notAllowed("list who is booked"))
                #expect(
                    await refusal { try await house.services.booking.bookings(ofEvent: "week", by: actor) }
                        == .notAllowed("list bookings"))
                let shown = try await house.services.programme.session(session.reference, by: actor)
                #expect(shown.taken == 2)
                #expect(shown.waiting == 1)
                #expect(shown.draft == nil)
                #expect(try await house.services.people.people(by: actor).map(\.email) == [email])
            }
        }
    }

    @Test("Another person's booking answers like one that never was")
    func anothersBooking() async throws {
        try await with { house, week, session, _ async throws in
            let theirs = try await house.services.booking.bookings(of: session.reference, by: week.staff).first {
                $0.person == "p1@example.org"
            }
            let id = try #require(theirs?.id)
            let actor = try await week.actor("p2@example.org")
            for booking in [id, UUID()] {
                #expect(
                    await refusal { try await house.services.booking.cancel(booking, by: actor) }
                        == .notFound("booking"))
            }
        }
    }

    @Test("The joining link goes to those with a confirmed place")
    func joiningLink() async throws {
        try await with { house, week, session, _ async throws in
            let links = [
                "p1@example.org": "https://meet.example.org/1", "p3@example.org": nil,
            ]
            for (email, link) in links {
                let mine = try await house.services.booking.mine(session.reference, by: week.actor(email))
                #expect(mine.map(\.joiningLink) == [link])
            }
        }
    }

    @Test("A facilitator sees the confirmed of their own session, until a fortnight after it")
    func facilitator() async throws {
        try await with { house, week, session, _ async throws in
            let other = try await week.session("Another", starts: "2018-01-30 09:30")
            let lead = try await week.actor("lead@example.org")
            let booking = house.services.booking
            #expect(
                try await booking.bookings(of: session.reference, by: lead).map(\.personName) == [
                    "Person 1", "Person 2",
                ])
            #expect(
                await refusal { try await booking.bookings(of: other.reference, by: lead) }
                    == .notAllowed("list who is booked"))
            #expect(
                await refusal { try await booking.waitingList(of: session.reference, by: lead) }
                    == .notAllowed("see who waits"))
            try await house.beside(now: "2018-02-12 10:28") { later async throws in
                #expect(try await later.services.booking.bookings(of: session.reference, by: lead).count == 2)
            }
            try await house.beside(now: "2018-02-12 10:31") { later async throws in
                let refused = await refusal {
                    try await later.services.booking.bookings(of: session.reference, by: lead)
                }
                #expect(refused == .notAllowed("list who is booked"))
            }
        }
    }

    @Test("Whoever no longer leads the session sees nobody of it")
    func formerFacilitator() async throws {
        try await with { house, week, session, _ async throws in
            let lead = try await week.actor("lead@example.org")
            var change = SessionChange()
            change.facilitators = .set([])
            _ = try await house.services.programme.changeSession(session.reference, change, by: week.staff)
            let refused = await refusal { try await house.services.booking.bookings(of: session.reference, by: lead) }
            #expect(refused == .notAllowed("list who is booked"))
        }
    }

    @Test("The audit shows a practitioner their own entries, staff no roles and tokens, an admin all")
    func audit() async throws {
        try await with { house, week, _, _ async throws in
            let actor = try await week.actor("p1@example.org")
            _ = try await house.services.access.createToken(for: "p1@example.org", by: actor)
            _ = try await house.services.people.changePerson(
                PersonDetails(email: "p9@example.org", roles: [.practitioner, .manager]), by: week.admin)
            let audit = house.services.audit
            #expect(try await audit.newest(99, by: actor).map(\.action) == ["token.create", "booking.book"])
            let staff = Set(try await audit.newest(999, by: week.staff).map(\.action))
            #expect(staff.contains("booking.book"))
            #expect(staff.isDisjoint(with: ["token.create", "role.change"]))
            #expect(
                Set(try await audit.newest(999, by: week.admin).map(\.action)).isSuperset(of: [
                    "token.create", "role.change",
                ]))
            #expect(await refusal { try await audit.newest(9, by: Actor(.visitor, channel: .web)) } == .signInFirst)
        }
    }

    @Test("Somebody who asks for a token for another learns nothing of who there is")
    func tokens() async throws {
        try await with { house, week, _, _ async throws in
            let actor = try await week.actor("p1@example.org", .console)
            for email in ["p2@example.org", "p2@example.or", "p", "nobody@example.org"] {
                #expect(
                    await refusal { try await house.services.access.createToken(for: email, by: actor) }
                        == .notAllowed("make tokens for others"))
            }
        }
    }

    @Test("Codes to one address are five in a quarter of an hour, however many ask at once")
    func codes() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house, practitioners: 1)
            let outcomes = await withTaskGroup(of: Result<Void, any Error>.self) { group in
                for number in 0..<24 {
                    group.addTask {
                        await outcome {
                            try await house.services.access.startSignIn(email: "p1@example.org", browser: "b\(number)")
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { (try? $0.get()) != nil }.count == 5)
            #expect(outcomes.compactMap(\.refusal?.code) == Array(repeating: "too_many_tries", count: 19))
        }
    }
}
