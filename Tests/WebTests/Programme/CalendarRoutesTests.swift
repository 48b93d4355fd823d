import Domain
import HTML
import HTTPTypes
import Hummingbird
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Calendars over HTTP")
struct CalendarRoutesTests {
    private static let modifiedSince = HTTPField.Name.ifModifiedSince

    @Test("A feed names its type, its tag and its age, asks not to be indexed, and sets no cookie")
    func headers() async throws {
        try await TestHouse.with { house in
            try await TestWeek.make(in: house).session()
            let answer = try await RouteClient(house).get("/events/week.ics")
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(answer.headers[.eTag]?.hasPrefix("\"") == true)
            #expect(answer.headers[.lastModified] != nil)
            #expect(answer.headers[.cacheControl]?.hasPrefix("public") == true)
            #expect(answer.headers[SecurityHeaders.robots] == "noindex")
            #expect(answer.headers[SecurityHeaders.referrerPolicy] == "no-referrer")
            #expect(answer.headers[.contentDisposition] == nil && answer.headers[.setCookie] == nil)
            #expect(answer.body.hasPrefix("BEGIN:VCALENDAR\r\n"))
        }
    }

    @Test("The address of a session's page has the port that was really taken")
    func realPort() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            client.site.listens(on: 45_123)
            let text = try await client.get("/sessions/\(session.reference).ics").body.replacing("\r\n ", with: "")
            #expect(text.contains("http://127.0.0.1:45123/sessions/\(session.reference)"))
            #expect(!text.contains(":8080"))
        }
    }

    @Test("304 by tag, which wins over the date; a date that cannot be read asks nothing")
    func notModified() async throws {
        try await TestHouse.with { house in
            try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            let first = try await client.get("/events/week.ics")
            let tag = try #require(first.headers[.eTag])
            let date = try #require(first.headers[.lastModified])
            let same = try await client.get("/events/week.ics", headers: [.ifNoneMatch: tag])
            #expect(same.status == 304 && same.body.isEmpty)
            #expect(same.headers[.eTag] == tag && same.headers[.lastModified] == date)
            #expect(try await client.get("/events/week.ics", headers: [Self.modifiedSince: date]).status == 304)
            #expect(
                try await client.get("/events/week.ics", headers: [.ifNoneMatch: "\"x\"", Self.modifiedSince: date])
                    .status == 200)
            #expect(try await client.get("/events/week.ics", headers: [Self.modifiedSince: "rubbish"]).status == 200)
        }
    }

    @Test("HEAD answers as GET does, without the body")
    func head() async throws {
        try await TestHouse.with { house in
            try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            let get = try await client.get("/events/week.ics")
            let head = try await client.get("/events/week.ics", method: .head)
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(head.headers[.eTag] == get.headers[.eTag])
            #expect(head.headers[.contentLength] == get.headers[.contentLength])
        }
    }

    @Test("A session's file is to be saved, under a name in ASCII")
    func session() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session()
            let answer = try await RouteClient(house).get("/sessions/\(session.reference).ics")
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"") == true)
            #expect(answer.body.contains("METHOD:PUBLISH"))
        }
    }

    @Test(
        "What is not there is a line of text, never a page, a redirect or a request to sign in",
        arguments: [
            "/events/none.ics", "/sites/none.ics", "/sessions/X-1.ics", "/calendars/short.ics",
            "/calendars/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics",
        ])
    func missing(path: String) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let answer = try await RouteClient(house).get(path)
            #expect(answer.status == 404)
            #expect(answer.headers[.contentType]?.hasPrefix("text/plain") == true)
            #expect(answer.body == "There is no such calendar.\n")
        }
    }

    @Test("The secret address shows one's own places, is shown once, and ends when a new one is made")
    func personal() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Voice of the child")
            try await week.book(session, "p1@example.org")
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let shown = try await client.post("/me/calendar-address", from: try await client.get("/me"))
            let prefix = "http://127.0.0.1:8080"
            let address = try #require(
                shown.body.firstMatch(of: /http:\/\/127\.0\.0\.1:8080(\/calendars\/[A-Za-z0-9_-]{43}\.ics)/)?.1)
            #expect(shown.body.contains("webcal://127.0.0.1:8080/calendars/"))
            #expect(!(try await client.get("/me").body.contains("\(prefix)/calendars/")))
            let reader = RouteClient(house)
            let file = try await reader.get(String(address))
            #expect(file.status == 200)
            #expect(file.body.contains("SUMMARY:Voice of the child"))
            #expect(file.headers[.cacheControl]?.hasPrefix("private") == true)
            #expect(!file.body.contains(String(address.dropFirst(11).prefix(43))))
            _ = try await client.post("/me/calendar-address", from: try await client.get("/me"))
            #expect(try await reader.get(String(address)).status == 404)
        }
    }
}
