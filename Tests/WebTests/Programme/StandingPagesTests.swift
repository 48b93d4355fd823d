import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("What stands in a reader's way, on the pages")
struct StandingPagesTests {
    private func signedIn(_ email: String, _ house: TestHouse) async throws -> RouteClient {
        let client = RouteClient(house)
        try await client.signIn(email, house)
        return client
    }

    @Test("A card offers no place to somebody it is not for, and says who it is for")
    func forOthers() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Forum", audience: [.role(.manager)])
            let page = try await signedIn("p1@example.org", house).get("/")
            #expect(!page.body.contains("action=\"/sessions/\(session.reference)/bookings\""))
            #expect(page.words.contains("For managers"))
            let manager = try await signedIn("manager@example.org", house).get("/")
            #expect(manager.body.contains("action=\"/sessions/\(session.reference)/bookings\""))
        }
    }

    @Test("A councillor is offered no place in what is for everyone, and one in what is for councillors")
    func councillors() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            _ = try await house.services.people.addPerson(
                PersonDetails(email: "ward@example.org", name: "Wren Ward", roles: [.councillor]), by: week.admin)
            let open = try await week.session("Open to all", release: false)
            let theirs = try await week.session(
                "For councillors", starts: "2018-01-29 13:00", audience: [.role(.councillor)])
            let client = try await signedIn("ward@example.org", house)
            let cards = try await client.get("/")
            #expect(!cards.body.contains("action=\"/sessions/\(open.reference)/bookings\""))
            #expect(cards.words.contains("For you to read, not to book"))
            #expect(cards.body.contains("action=\"/sessions/\(theirs.reference)/bookings\""))
            let page = try await client.get("/sessions/\(open.reference)")
            #expect(!page.body.contains("action=\"/sessions/\(open.reference)/bookings\""))
            #expect(page.words.contains("You can read the programme. Places are for staff and partners"))
            let other = try await client.get("/sessions/\(theirs.reference)")
            let refused = try await client.post("/sessions/\(open.reference)/bookings", from: other)
            #expect(refused.status == 409)
            #expect(refused.words.contains("You can read the programme. Places are for staff and partners"))
        }
    }

    @Test("A card names what it clashes with, and what comes first, by title with a link")
    func named() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("Level one", release: false)
            let beside = try await week.session("Beside it", starts: "2018-01-29 10:00", release: false)
            let second = try await week.session(
                "Level two", starts: "2018-01-30 10:00", audience: [.after(first.reference)])
            try await week.book(beside, "p1@example.org")
            let client = try await signedIn("p1@example.org", house)
            let monday = try await client.get("/?day=2018-01-29")
            #expect(monday.words.contains("Clashes with Beside it"))
            #expect(!monday.body.contains("action=\"/sessions/\(first.reference)/bookings\""))
            let tuesday = try await client.get("/?day=2018-01-30")
            #expect(tuesday.words.contains("After Level one"))
            #expect(tuesday.body.contains("After <a href=\"/sessions/\(first.reference)\">Level one</a>"))
            #expect(!tuesday.body.contains("action=\"/sessions/\(second.reference)/bookings\""))
        }
    }

    @Test("What one leads clashes as much as what one has a place in, and a cancelled one does not")
    func leading() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let led = try await week.session("Led by me", facilitators: ["lead@example.org"], release: false)
            let beside = try await week.session("Beside it", starts: "2018-01-29 10:00")
            let client = try await signedIn("lead@example.org", house)
            #expect(try await client.get("/").words.contains("Clashes with Led by me"))
            _ = try await house.services.programme.cancelSession(led.reference, reason: "Snow", by: week.staff)
            #expect(try await client.get("/").body.contains("action=\"/sessions/\(beside.reference)/bookings\""))
        }
    }

    @Test("Whoever leads a session is offered no place in it, on card or page, and gets one when asked for")
    func ownSession() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Led by me", facilitators: ["lead@example.org"])
            let path = "/sessions/\(session.reference)"
            let form = "action=\"\(path)/bookings\""
            let lead = try await signedIn("lead@example.org", house)
            let card = try await lead.get("/")
            #expect(card.words.contains("You lead this") && !card.body.contains(form))
            let page = try await lead.get(path)
            #expect(
                page.words.contains("You lead this session, so you need no place in it.") && !page.body.contains(form))
            let client = try await signedIn("officer@example.org", house)
            let bookings = "/staff\(path)/bookings"
            let answer = try await client.post(
                bookings, from: try await client.get(bookings), ["person": "lead@example.org", "reason": "asked"])
            #expect(answer.status == 303)
            #expect(try await signedIn("p1@example.org", house).get(path).body.contains(form))
        }
    }

    @Test("A session's page says who it is for and what comes first in one sentence")
    func audience() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("Level one", release: false)
            let open = try await week.session(
                "Level two", starts: "2018-01-30 10:00", audience: [.after(first.reference)], release: false)
            let narrow = try await week.session(
                "Level three", starts: "2018-01-31 10:00", audience: [.role(.manager), .after(first.reference)])
            let client = RouteClient(house)
            let words = try await client.get("/sessions/\(open.reference)").words
            #expect(words.contains("Who it is for Everyone who does Level one first"))
            #expect(!words.contains(first.reference))
            #expect(
                try await client.get("/sessions/\(narrow.reference)").words.contains(
                    "Who it is for Managers, after Level one"))
        }
    }

    @Test("A clash that is refused names both sessions by title and time")
    func refusal() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First", release: false)
            let second = try await week.session("Second", starts: "2018-01-29 10:00")
            try await week.book(first, "p1@example.org")
            let client = try await signedIn("p1@example.org", house)
            let answer = try await client.post(
                "/sessions/\(second.reference)/bookings", from: try await client.get("/sessions/\(second.reference)"))
            #expect(
                answer.words.contains(
                    """
                    “Second” (Monday 29 January, 10am to 11am) is at the same time as “First” (9:30am to 10:30am).
                    """))
            #expect(!answer.words.contains("\(first.reference) "))
        }
    }

    @Test("“Only what I may book” leaves out what is refused, what is booked, and what has begun")
    func onlyMine() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let booked = try await week.session("Booked one", release: false)
            try await week.session("Clashing one", starts: "2018-01-29 10:00", release: false)
            try await week.session("Forum", starts: "2018-01-29 14:00", audience: [.role(.manager)], release: false)
            try await week.session("Open one", starts: "2018-01-29 16:00")
            try await week.book(booked, "p1@example.org")
            let client = try await signedIn("p1@example.org", house)
            let body = try await client.get("/?day=2018-01-29&mine=yes").body
            let shown = ["Booked one", "Clashing one", "Forum", "Open one"].filter {
                body.contains("class=\"card__title\"><a") && body.contains(">\($0)</a></h3>")
            }
            #expect(shown == ["Open one"])
            #expect(try await RouteClient(house).get("/?mine=yes").body.contains(">Forum</a></h3>"))
        }
    }

    @Test("However many sessions a programme has, how its reader stands to them costs two statements")
    func statements() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            for hour in 10...16 {
                try await week.session("At \(hour)", starts: "2018-01-29 \(hour):00", release: false)
            }
            let last = try await week.session("Last", starts: "2018-01-29 10:30")
            try await week.book(last, "p1@example.org")
            let programme = house.services.programme
            let sessions = try await programme.released(event: "week")
            let standings = try await programme.standings(
                of: sessions, for: try #require(try await week.actor("p1@example.org").person))
            #expect(standings.count == sessions.count)
            let clashing = sessions.filter { standings[$0.id]?.obstacle != nil }.map(\.title)
            #expect(clashing == ["At 10", "At 11"])
        }
    }

    @Test("Whoever books for somebody else is told by title what is in the way")
    func forAnother() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First", release: false)
            let second = try await week.session("Second", starts: "2018-01-29 10:00", release: false)
            let later = try await week.session("Later", starts: "2018-01-30 10:00", audience: [.after(first.reference)])
            try await week.book(first, "p1@example.org")
            let client = try await signedIn("officer@example.org", house)
            func asked(_ session: Session, for person: String) async throws -> String {
                let path = "/staff/sessions/\(session.reference)/bookings"
                let page = try await client.get(path)
                return try await client.post(path, from: page, ["person": person, "reason": "asked by phone"]).words
            }
            #expect(
                try await asked(second, for: "p1@example.org").contains(
                    "This is at the same time as “First” (\(first.reference), Monday 29 January, 9:30am to 10:30am), where this person has a place"
                ))
            #expect(
                try await asked(later, for: "p2@example.org").contains(
                    "“First” (\(first.reference), Monday 29 January, 9:30am to 10:30am) comes first, and this person has no place in it."
                ))
        }
    }
}
