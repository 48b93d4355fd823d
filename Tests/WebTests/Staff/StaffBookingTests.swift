import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Booking for somebody else, on the pages")
struct StaffBookingTests {
    private func with(
        capacity: Int = 2, _ body: (TestHouse, TestWeek, Session, RouteClient, _ path: String) async throws -> Void
    ) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Voice", capacity: capacity, facilitators: ["lead@example.org"])
            let client = RouteClient(house)
            try await client.signIn("officer@example.org", house)
            try await body(house, week, session, client, "/staff/sessions/\(session.reference)/bookings")
        }
    }

    @Test("An address and a reason book a place, and the reason stays with it")
    func books() async throws {
        try await with { house, week, session, client, path in
            let answer = try await client.post(
                path, from: try await client.get(path), ["person": "p1@example.org", "reason": "Rang up"])
            #expect(answer.status == 303)
            let page = try await client.get(answer.location ?? "")
            #expect(page.words.contains("Person 1 has a place"))
            let steps = try await house.services.booking.history(of: session.reference, by: week.staff)
            #expect(steps.map(\.reason) == ["Rang up"])
            #expect(steps.map(\.by) == ["Olive Officer"])
        }
    }

    @Test("Staff are led to what people need; administrators, who may not read it, are not")
    func needs() async throws {
        try await with { house, _, session, client, path in
            let link = "href=\"/sessions/\(session.reference)/needs\""
            #expect(try await client.get(path).body.contains(link))
            let admin = RouteClient(house)
            try await admin.signIn("admin@example.org", house)
            let page = try await admin.get(path)
            #expect(page.status == 200 && !page.body.contains(link))
        }
    }

    @Test("A whole name does as well")
    func byName() async throws {
        try await with { house, week, session, client, path in
            _ = try await client.post(
                path, from: try await client.get(path), ["person": "person 3", "reason": "Rang up"])
            let booked = try await house.services.booking.bookings(of: session.reference, by: week.staff)
            #expect(booked.map(\.person) == ["p3@example.org"])
        }
    }

    @Test("A part of a name asks whom one means, and the reason is kept")
    func partOfName() async throws {
        try await with { house, week, session, client, path in
            let answer = try await client.post(
                path, from: try await client.get(path), ["person": "Person", "reason": "Rang up"])
            #expect(answer.status == 422)
            #expect(answer.body.contains("value=\"p4@example.org\""))
            #expect(answer.body.contains("value=\"Rang up\""))
            let chosen = try await client.post(
                path, from: answer, ["person": "Person", "chosen": "p4@example.org", "reason": "Rang up"])
            #expect(chosen.status == 303)
            let booked = try await house.services.booking.bookings(of: session.reference, by: week.staff)
            #expect(booked.map(\.person) == ["p4@example.org"])
        }
    }

    @Test("Without a reason nothing is booked, and what was typed stays")
    func noReason() async throws {
        try await with { house, week, session, client, path in
            let answer = try await client.post(
                path, from: try await client.get(path), ["person": "p1@example.org", "reason": "  "])
            #expect(answer.status == 422)
            #expect(answer.body.contains("<title>Error: "))
            #expect(answer.body.contains("href=\"#reason\""))
            #expect(answer.body.contains("value=\"p1@example.org\""))
            #expect(try await house.services.booking.bookings(of: session.reference, by: week.staff).isEmpty)
        }
    }

    @Test("Somebody unknown is said to be unknown")
    func unknown() async throws {
        try await with { _, _, _, client, path in
            for typed in ["nobody@example.org", "Nobody At All"] {
                let answer = try await client.post(
                    path, from: try await client.get(path), ["person": typed, "reason": "Rang up"])
                #expect([404, 422].contains(answer.status))
                #expect(answer.body.contains("href=\"#person\""))
            }
        }
    }

    @Test("A full session queues, and the queue is shown with why somebody was passed over")
    func queue() async throws {
        try await with(capacity: 1) { house, week, session, client, path in
            let other = try await week.session("Other", room: nil)
            try await week.book(session, "p1@example.org")
            for email in ["p2@example.org", "p3@example.org"] {
                _ = try await client.post(
                    path, from: try await client.get(path), ["person": email, "reason": "Rang up"])
            }
            try await week.book(other, "p2@example.org")
            let first = try await house.services.booking.bookings(of: session.reference, by: week.staff)[0]
            let cancel = "/staff/bookings/\(first.id)/cancellation"
            let asked = try await client.get(cancel)
            #expect(asked.words.contains("Person 1"))
            let answer = try await client.post(cancel, from: asked, ["reason": "Rang in ill"])
            #expect(answer.status == 303)
            let page = try await client.get(answer.location ?? "")
            #expect(page.words.contains("The place was given back"))
            #expect(page.words.contains("1 Person 2 MASH Assessment p2@example.org"))
            #expect(page.words.contains("This clashes with “Other” (\(other.reference), Monday 29 January"))
            #expect(page.words.contains("Moved up from the waiting list"))
            #expect(page.words.contains("Rang in ill"))
        }
    }

    @Test("Giving back for somebody asks for a reason")
    func cancelNeedsReason() async throws {
        try await with { house, week, session, client, _ in
            let receipt = try await week.book(session, "p1@example.org")
            let path = "/staff/bookings/\(receipt.id)/cancellation"
            let answer = try await client.post(path, from: try await client.get(path))
            #expect(answer.status == 422)
            #expect(answer.words.contains("Enter a reason."))
            #expect(try await house.services.booking.bookings(of: session.reference, by: week.staff).count == 1)
        }
    }

    @Test("The same form sent twice books once")
    func twice() async throws {
        try await with { house, week, session, client, path in
            let page = try await client.get(path)
            let fields = ["person": "p1@example.org", "reason": "Rang up"]
            async let first = client.post(path, from: page, fields)
            async let second = client.post(path, from: page, fields)
            #expect(try await [first.status, second.status] == [303, 303])
            #expect(try await house.services.booking.bookings(of: session.reference, by: week.staff).count == 1)
        }
    }

    @Test("Whoever leads a session finds its register on its page and in their week, and nobody else does")
    func registerLinks() async throws {
        try await with { house, week, session, client, _ in
            let link = "href=\"/staff/sessions/\(session.reference)/register\""
            let lead = RouteClient(house)
            try await lead.signIn("lead@example.org", house)
            #expect(try await lead.get("/sessions/\(session.reference)").body.contains(link))
            let own = try await lead.get("/me")
            #expect(own.body.contains(link) && own.words.contains("You lead"))
            let other = RouteClient(house)
            try await other.signIn("p1@example.org", house)
            let page = try await other.get("/sessions/\(session.reference)")
            #expect(!page.body.contains(link))
            let mine = try await other.get("/me")
            #expect(!mine.words.contains("You lead"))
        }
    }

    @Test("The register ends a fortnight after the session, and its links with it")
    func registerEnds() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(facilitators: ["lead@example.org"])
            let lead = try await week.actor("lead@example.org")
            for (now, isThere) in [("2018-02-12 10:00", true), ("2018-02-12 11:00", false)] {
                try await house.beside(now: now) { later in
                    let led = try await later.services.programme.led(by: lead)
                    let hasRegister = try await later.services.booking.leads(session.reference, lead)
                    #expect(led.isEmpty == !isThere && hasRegister == isThere, "\(now)")
                }
            }
        }
    }

    @Test("The register has the confirmed names in their order, for staff and for who leads it")
    func register() async throws {
        try await with { house, week, session, client, _ in
            for email in ["p2@example.org", "p1@example.org", "p3@example.org"] { try await week.book(session, email) }
            let lead = RouteClient(house)
            try await lead.signIn("lead@example.org", house)
            for reader in [client, lead] {
                let words = try await reader.get("/staff/sessions/\(session.reference)/register").words
                #expect(words.contains("1 Person 1 Early Help North 2 Person 2 MASH Assessment 3 Empty line 4"))
                #expect(!words.contains("Person 3"))
            }
            let other = RouteClient(house)
            try await other.signIn("p1@example.org", house)
            #expect(try await other.get("/staff/sessions/\(session.reference)/register").status == 403)
        }
    }
}
