import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Releasing, on the pages")
struct ReleasePagesTests {
    private static let path = "/staff/events/week/releases"

    @Test("What changed is listed with whom it touches, and a typed word publishes it")
    func publishes() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("First")
            try await week.book(session, "p1@example.org")
            _ = try await house.services.programme.moveSession(
                session.reference, starts: try moment("2018-01-30 14:00"), by: week.admin)
            let client = try await RouteClient.officer(house)
            let page = try await client.get(Self.path)
            #expect(page.words.contains("1 session differs from release 1, with 1 place booked or waited for."))
            #expect(
                page.words.contains(
                    "Another time First \(session.reference) Mon 29 Jan, 9:30am to 10:30am Tue 30 Jan, 2pm to 3pm"))
            let refused = try await client.submit(Self.path, page, ["note": "Tuesday instead", "word": "yes"])
            #expect(refused.status == 422 && refused.body.contains("id=\"word-error\""))
            #expect(refused.formFields(of: Self.path)["note"] == "Tuesday instead")
            let done = try await client.submit(
                Self.path, page, ["note": "Tuesday instead", "word": "week", "lacking": "yes"])
            #expect(done.status == 303)
            let after = try await client.get(done.location ?? "")
            #expect(after.words.contains("The programme is released"))
            #expect(after.words.contains("Nothing has changed since release 2."))
            #expect(after.words.contains("Release 2 15 January 2018"))
            #expect(after.words.contains("Tuesday instead"))
            #expect(
                try await house.services.programme.released(reference: session.reference)?.startsAt
                    == (try moment("2018-01-30 14:00")))
        }
    }

    @Test("Clashes stand in the way, each named with links to both sessions, and nothing is released")
    func refuses() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First", room: "Corbyn Road/Room 1", release: false)
            let second = try await week.session(
                "Second", starts: "2018-01-29 10:00", room: "Corbyn Road/Room 1", release: false)
            let client = try await RouteClient.officer(house)
            let page = try await client.get(Self.path)
            #expect(page.words.contains("1 clash is in the way"))
            let answer = try await client.post(Self.path, from: page, ["word": "week", "note": ""])
            #expect(answer.status == 409)
            #expect(answer.body.contains("href=\"#clashes\""))
            for session in [first, second] {
                #expect(answer.body.contains("href=\"/staff/sessions/\(session.reference)\""))
            }
            #expect(try await house.services.programme.releases("week", by: week.staff).isEmpty)
        }
    }

    @Test(
        "What sessions lack is listed with links to mend it, and is released only when it is said that it may lack it")
    func lacking() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let session = try await week.session("Nowhere", release: false)
            let other = try await week.session(
                "Unexplained", starts: "2018-01-30 10:00", room: "Corbyn Road/Room 1",
                facilitators: ["lead@example.org"], release: false)
            let client = try await RouteClient.officer(house)
            let page = try await client.get(Self.path)
            #expect(page.words.contains("2 sessions lack something"))
            #expect(page.words.contains("Corbyn Road/Room 1 has no access note, and 1 session is in it."))
            #expect(page.body.contains("href=\"/staff/sessions/\(session.reference)#leads\""))
            #expect(page.body.contains("href=\"/staff/sessions/\(session.reference)/move?to="))
            let refused = try await client.submit(Self.path, page, ["word": "week", "note": "Kept"])
            #expect(refused.status == 409 && refused.body.contains("href=\"#lacking\""))
            #expect(refused.formFields(of: Self.path)["note"] == "Kept")
            #expect(try await programme.releases("week", by: week.staff).isEmpty)
            let done = try await client.submit(Self.path, refused, ["word": "week", "lacking": "yes"])
            #expect(done.status == 303)
            #expect(try await programme.released(reference: other.reference) != nil)
        }
    }

    @Test("The note of a room is written from there, and what cannot be is refused with what was typed kept")
    func room() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session(
                "Unexplained", room: "Corbyn Road/Room 1", capacity: 9, facilitators: ["lead@example.org"],
                release: false)
            let client = try await RouteClient.officer(house)
            let page = try await client.get(Self.path)
            let link = try #require(page.body.firstMatch(of: /href="(\/staff\/rooms\/[0-9]+)\?to=[^"]*"/))
            let path = String(link.1)
            let form = try await client.get("\(path)?to=\(Self.path)")
            let wrong = try await client.submit(path, form, ["capacity": "many", "access": "Level access"])
            #expect(wrong.status == 422 && wrong.body.contains("id=\"capacity-error\""))
            #expect(wrong.formFields(of: path)["access"] == "Level access")
            let saved = try await client.submit(path, wrong, ["capacity": "14"])
            #expect(saved.location == "\(Self.path)?done=room")
            let after = try await client.get(saved.location ?? "")
            #expect(after.words.contains("The room is saved") && !after.words.contains("lacks something"))
            let room = try await house.services.people.rooms().first { $0.printed == "Corbyn Road/Room 1" }
            #expect(room?.capacity == 14 && room?.access == "Level access")
        }
    }

    @Test("The same form sent twice publishes once")
    func once() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("First", release: false)
            let client = try await RouteClient.officer(house)
            let page = try await client.get(Self.path)
            let first = try await client.submit(Self.path, page, ["word": "week", "lacking": "yes"])
            let second = try await client.submit(Self.path, page, ["word": "week", "lacking": "yes"])
            #expect(first.status == 303 && second.status == 303)
            #expect(try await house.services.programme.releases("week", by: week.staff).count == 1)
        }
    }

    @Test("An event that does not exist is not there")
    func missing() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = try await RouteClient.officer(house)
            #expect(try await client.get("/staff/events/nothing/releases").status == 404)
            #expect(try await client.get("/staff/events/nothing/week").status == 404)
            #expect(try await client.get("/staff/sessions/XX18-001").status == 404)
        }
    }
}
