import Domain
import HTML
import HTTPTypes
import Hummingbird
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The programme, on the pages")
struct ProgrammePagesTests {
    @Test("Days are tabs, the first with something coming is open, and its sessions are listed in order")
    func days() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("Later", starts: "2018-01-30 14:00", release: false)
            try await week.session("Second", starts: "2018-01-29 11:00", release: false)
            try await week.session("First", starts: "2018-01-29 09:30")
            let client = RouteClient(house)
            let words = try await client.get("/").words
            let first = try #require(words.firstRange(of: "First"))
            let second = try #require(words.firstRange(of: "Second"))
            #expect(first.lowerBound < second.lowerBound)
            #expect(!words.contains("Later"))
            #expect(words.contains("Mon 29 Jan 2 sessions"))
            #expect(try await client.get("/?day=2018-01-30").words.contains("Later"))
            #expect(try await client.get("/events/week?day=2018-01-30").words.contains("Later"))
        }
    }

    @Test("Filters narrow the list down")
    func filters() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let full = try await week.session("Full", room: "Corbyn Road/Room 1", capacity: 1, release: false)
            try await week.session(
                "Hall", starts: "2018-01-29 14:00", room: "Mary Stevens Park/Main Hall", release: false)
            try await week.session("Web", starts: "2018-01-29 18:00", online: "https://meet.example.org/a")
            try await week.book(full, "p1@example.org")
            let client = RouteClient(house)
            func shown(_ query: String) async throws -> [String] {
                let body = try await client.get("/?day=2018-01-29&\(query)").body
                return ["Full", "Hall", "Web"].filter { body.contains(">\($0)</a>") }
            }
            #expect(try await shown("") == ["Full", "Hall", "Web"])
            #expect(try await shown("site=corbyn-road") == ["Full"])
            #expect(try await shown("site=online") == ["Web"])
            #expect(try await shown("time=afternoon") == ["Hall"])
            #expect(try await shown("places=yes") == ["Hall", "Web"])
            #expect(try await shown("view=rooms") == ["Full", "Hall", "Web"])
            #expect(try await client.get("/?site=corbyn-road&time=evening").words.contains("No sessions match"))
        }
    }

    @Test("What staff have not released is not there")
    func drafts() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            #expect(try await client.get("/").words.contains("has not been published yet"))
            #expect(try await client.get("/events/week").status == 404)
            let draft = try await week.session(release: false)
            #expect(try await client.get("/sessions/\(draft.reference)").status == 404)
        }
    }

    @Test("An unchanged page is not sent again, and a change shows at once")
    func caching() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 3)
            let client = RouteClient(house)
            let first = try await client.get("/")
            let tag = try #require(first.headers[.eTag])
            #expect(first.headers[.vary] == "Cookie, Accept-Encoding")
            let again = try await client.get("/", headers: [.ifNoneMatch: tag])
            #expect(again.status == 304 && again.body.isEmpty)
            #expect(again.headers[.eTag] == tag)
            try await week.book(session, "p1@example.org")
            let changed = try await client.get("/", headers: [.ifNoneMatch: tag])
            #expect(changed.status == 200)
            #expect(changed.words.contains("2 places left"))
        }
    }

    @Test("A visitor's page comes from memory: it is there while the database is away")
    func fromMemory() async throws {
        let house = try await TestHouse.open()
        try await TestWeek.make(in: house).session()
        let client = RouteClient(house)
        let page = try await client.get("/")
        await house.database.close()
        #expect(try await client.get("/").body == page.body)
    }

    @Test("Where the programme is not public, visitors are asked to sign in and feeds are not there")
    func notPublic() async throws {
        try await TestHouse.with(isPublic: false) { house in
            let session = try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            for path in ["/", "/events/week", "/sessions/\(session.reference)"] {
                #expect(try await client.get(path).location?.hasPrefix("/sign-in?to=") == true)
            }
            for path in ["/events/week.ics", "/sessions/\(session.reference).ics", "/sites/corbyn-road.ics"] {
                #expect(try await client.get(path).status == 404)
            }
            try await client.signIn("p1@example.org", house)
            #expect(try await client.get("/").status == 200)
            #expect(!(try await client.get("/").body.contains("week.ics")))
        }
    }

    @Test("What people typed is text on a page")
    func escaping() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session("<script>alert(1)</script> & \"co\"")
            let client = RouteClient(house)
            for path in ["/", "/sessions/\(session.reference)", "/?view=rooms"] {
                #expect(!(try await client.get(path).body.contains("<script>alert")))
            }
        }
    }

    @Test("A cancelled session says so and why")
    func cancelled() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            _ = try await house.services.programme.cancelSession(
                session.reference, reason: "The trainer is ill", by: week.staff)
            let client = RouteClient(house)
            #expect(try await client.get("/").words.contains("Cancelled"))
            let page = try await client.get("/sessions/\(session.reference)")
            #expect(page.words.contains("The trainer is ill"))
            #expect(!page.words.contains("Sign in to book"))
        }
    }

    @Test("HEAD is GET without the body")
    func head() async throws {
        try await TestHouse.with { house in
            try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            let get = try await client.get("/")
            let head = try await client.get("/", method: .head)
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(head.headers[.contentLength] == get.headers[.contentLength])
        }
    }
}
