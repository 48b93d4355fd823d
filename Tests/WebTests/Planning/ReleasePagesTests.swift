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
            #expect(page.words.contains("Another time First \(session.reference) 2018-01-29 09:30-10:30"))
            let refused = try await client.submit(Self.path, page, ["note": "Tuesday instead", "word": "yes"])
            #expect(refused.status == 422 && refused.body.contains("id=\"word-error\""))
            #expect(refused.formFields(of: Self.path)["note"] == "Tuesday instead")
            let done = try await client.submit(Self.path, page, ["note": "Tuesday instead", "word": "week"])
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

    @Test("The same form sent twice publishes once")
    func once() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("First", release: false)
            let client = try await RouteClient.officer(house)
            let page = try await client.get(Self.path)
            let first = try await client.submit(Self.path, page, ["word": "week"])
            let second = try await client.submit(Self.path, page, ["word": "week"])
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
