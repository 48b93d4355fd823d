import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("What is one's own, on the pages")
struct OwnPagesTests {
    @Test("What has changed since somebody booked is said on My week and on the session's page, and to nobody else")
    func changed() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Moved one", room: "Corbyn Road/Room 1")
            try await week.book(session, "p1@example.org")
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            #expect(!(try await client.get("/me").words.contains("hanged since you booked")))
            var change = SessionChange()
            change.room = .set("Corbyn Road/Room 2")
            change.startsAt = .set(try moment("2018-01-30 14:00"))
            change.endsAt = .set(try moment("2018-01-30 15:00"))
            _ = try await house.services.programme.changeSession(session.reference, change, by: week.staff)
            #expect(!(try await client.get("/me").words.contains("hanged since you booked")))
            _ = try await house.services.programme.publishRelease("week", by: week.staff)
            #expect(try await client.get("/me").words.contains("Changed since you booked: time and place"))
            let page = try await client.get("/sessions/\(session.reference)").words
            #expect(page.contains("This has changed since you booked"))
            #expect(
                page.contains(
                    "It is now on Tuesday 30 January, 2pm to 3pm. It was on Monday 29 January, 9:30am to 10:30am."))
            #expect(page.contains("It is now in Corbyn Road, Room 2. It was in Corbyn Road, Room 1."))
            try await week.book(session, "p2@example.org")
            let other = RouteClient(house)
            try await other.signIn("p2@example.org", house)
            #expect(!(try await other.get("/me").words.contains("hanged since you booked")))
        }
    }

    @Test("What the centre knows about somebody names nobody else")
    func record() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Life story work", facilitators: ["lead@example.org"])
            try await week.book(session, "p2@example.org")
            _ = try await house.services.booking.book(
                session.reference, for: "p1@example.org", reason: "Olive Officer asked", by: week.staff)
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            _ = try await client.post("/me/calendar-address", from: try await client.get("/me"))
            let words = try await client.get("/me/data").words
            for own in [
                "Person 1", "p1@example.org", "Early Help North", "Life story work", "for you by the centre",
                "Calendar address", "Signed in with a browser", "Booking: book",
            ] { #expect(words.contains(own), "\(own)") }
            for other in ["Olive", "officer@example.org", "Person 2", "p2@example.org", "Lena", "lead@example.org"] {
                #expect(!words.contains(other), "\(other)")
            }
        }
    }

    @Test("The subscribe page says honestly how often calendars look, and shows a new address once")
    func calendar() async throws {
        try await TestHouse.with { house in
            try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let page = try await client.get("/me/calendar")
            #expect(page.words.contains("Google Calendar looks every 8 to 24 hours"))
            #expect(page.words.contains("can take up to a day"))
            #expect(page.body.contains("/events/week.ics"))
            #expect(!page.body.contains("/calendars/"))
            let made = try await client.post("/me/calendar-address", from: page)
            #expect(made.body.contains("/calendars/"))
            #expect(!(try await client.get("/me/calendar").body.contains("/calendars/")))
        }
    }
}
