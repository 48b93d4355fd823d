import Domain
import HTML
import HTTPTypes
import Hummingbird
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Booking, on the pages")
struct BookingPagesTests {
    @Test("A place is booked with one press, confirmed with a reference, and shown in My week")
    func books() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session("Voice of the child")
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let page = try await client.get("/sessions/\(session.reference)")
            let booked = try await client.post("/sessions/\(session.reference)/bookings", from: page)
            #expect(booked.status == 303 && booked.location == "/sessions/\(session.reference)/booking")
            let confirmation = try await client.get(booked.location ?? "")
            #expect(confirmation.words.contains("Your place is booked"))
            #expect(confirmation.words.contains("\(session.reference) "))
            #expect(
                try await client.get("/me").words.contains("Your next place to be Monday 29 January, 9:30am to 10:30am")
            )
        }
    }

    @Test("From the programme it is one press as well")
    func fromProgramme() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let page = try await client.get("/")
            #expect(page.body.contains("action=\"/sessions/\(session.reference)/bookings\""))
            #expect(try await client.post("/sessions/\(session.reference)/bookings", from: page).status == 303)
            #expect(try await client.get("/").words.contains("Booked"))
        }
    }

    @Test("The same form sent twice books once")
    func doubleSubmit() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let page = try await client.get("/sessions/\(session.reference)")
            let path = "/sessions/\(session.reference)/bookings"
            async let first = client.post(path, from: page)
            async let second = client.post(path, from: page)
            let answers = try await [first, second]
            #expect(answers.map(\.status) == [303, 303])
            #expect(try await house.services.booking.bookings(of: session.reference, by: week.staff).count == 1)
        }
    }

    @Test("A full session is waited for, in line, with an honest sentence")
    func waits() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1)
            try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            let client = RouteClient(house)
            try await client.signIn("p3@example.org", house)
            let page = try await client.get("/sessions/\(session.reference)")
            #expect(page.words.contains("Join the waiting list"))
            let booked = try await client.post("/sessions/\(session.reference)/bookings", from: page)
            let words = try await client.get(booked.location ?? "").words
            #expect(words.contains("You are on the waiting list"))
            #expect(words.contains("You are second in line: one person is before you."))
        }
    }

    @Test("A place given back is gone from My week, and the next in line has it")
    func givesBack() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1)
            let receipt = try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let answer = try await client.post(
                "/bookings/\(receipt.id)/cancellation?from=me", from: try await client.get("/me"))
            #expect(answer.location == "/me?done=given-back")
            #expect(try await client.get("/me").words.contains("You have no places booked"))
            let mine = try await house.services.booking.mine(by: try await week.actor("p2@example.org"))
            #expect(mine.map(\.booking.state) == [.confirmed])
        }
    }

    @Test("Somebody else's booking does not exist")
    func notMine() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let receipt = try await week.book(try await week.session(), "p1@example.org")
            let client = RouteClient(house)
            try await client.signIn("p2@example.org", house)
            let page = try await client.get("/me")
            for id in ["\(receipt.id)", "no-id", "\(receipt.id)%20"] {
                #expect(try await client.post("/bookings/\(id)/cancellation", from: page).status == 404)
            }
        }
    }

    @Test("A refusal stands on the session's page, with what was kept and a link to what is in the way")
    func clash() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First", release: false)
            let second = try await week.session("Second", starts: "2018-01-29 10:00")
            try await week.book(first, "p1@example.org")
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let answer = try await client.post(
                "/sessions/\(second.reference)/bookings", from: try await client.get("/sessions/\(second.reference)"))
            #expect(answer.status == 409)
            #expect(answer.body.contains("<title>Error: "))
            #expect(answer.words.contains("There is a problem"))
            #expect(answer.words.contains("Nothing was changed"))
            #expect(answer.body.contains("href=\"/sessions/\(first.reference)\""))
        }
    }

    @Test("The joining link is shown only to whom it is confirmed")
    func joiningLink() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1, online: "https://meet.example.org/abc")
            try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            for (email, isShown) in [("p1@example.org", true), ("p2@example.org", false), ("p3@example.org", false)] {
                let client = RouteClient(house)
                try await client.signIn(email, house)
                #expect(
                    try await client.get("/sessions/\(session.reference)").body.contains("meet.example.org") == isShown)
            }
            #expect(
                !(try await RouteClient(house).get("/sessions/\(session.reference)").body.contains("meet.example.org")))
        }
    }

    @Test("A form that is not from our page in this browser changes nothing")
    func forgery() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let path = "/sessions/\(session.reference)/bookings"
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let page = try await client.get("/sessions/\(session.reference)")
            let token = page.field("csrf") ?? ""
            let other = RouteClient(house)
            try await other.signIn("p2@example.org", house)
            let foreign = try await other.get("/me").field("csrf") ?? ""
            #expect(try await client.post(path, ["csrf": ""]).status == 403)
            #expect(try await client.post(path, ["csrf": foreign]).status == 403)
            #expect(
                try await client.post(path, ["csrf": token], headers: [.origin: "https://evil.example"]).status == 403)
            #expect(try await client.post(path, ["csrf": token], headers: [.origin: "null"]).status == 403)
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            #expect(try await client.post(path, ["csrf": token], headers: [site: "cross-site"]).status == 403)
            #expect(try await house.services.booking.bookings(of: session.reference, by: week.staff).isEmpty)
            let own: HTTPFields = [.origin: "http://127.0.0.1:8080", site: "same-origin"]
            #expect(try await client.post(path, ["csrf": token], headers: own).status == 303)
        }
    }

    @Test("Whoever is not signed in is sent to sign in, and back to the session")
    func signedOut() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session()
            let answer = try await RouteClient(house).post("/sessions/\(session.reference)/bookings", [:])
            #expect(answer.location == "/sign-in?to=%2Fsessions%2F\(session.reference)")
        }
    }

    @Test("No cache keeps a signed-in page", arguments: ["/", "/me", "/sessions/W18-001", "/nope", "/accessibility"])
    func noStore(path: String) async throws {
        try await TestHouse.with { house in
            try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let answer = try await client.get(path)
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.eTag] == nil)
        }
    }
}
