import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("What staff see when they come in")
struct StaffTodayTests {
    private func staff(_ house: TestHouse) async throws -> RouteClient {
        let client = RouteClient(house)
        try await client.signIn("officer@example.org", house)
        return client
    }

    @Test("The next day with anything on it is shown, room by room")
    func nextDay() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session(
                "Voice of the child", room: "Corbyn Road/Room 1", facilitators: ["lead@example.org"])
            let page = try await staff(house).get("/staff")
            #expect(page.words.contains("The next day with sessions is Monday 29 January."))
            #expect(page.words.contains("Corbyn Road, Room 1 9:30am to 10:30am Voice of the child Lena Lead 0 of 2"))
        }
    }

    @Test("What stands in the way of a session is said in words, with a link to it")
    func problems() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("First", room: "Corbyn Road/Room 1", capacity: 30, release: false)
            let second = try await week.session("Second", room: "Corbyn Road/Room 1", release: false)
            let page = try await staff(house).get("/staff")
            #expect(page.words.contains("Corbyn Road/Room 1 is also needed by “"))
            #expect(page.words.contains("Corbyn Road/Room 1 holds 12, and 30 may book."))
            #expect(page.words.contains("Nobody leads it yet."))
            #expect(page.body.contains("href=\"/staff/sessions/\(second.reference)\""))
        }
    }

    @Test("Drafts without a time and changes without a release are counted for each event")
    func standing() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let released = try await week.session("Released")
            _ = try await house.services.programme.addSession(
                NewSession(event: "week", title: "Some day", minutes: 60), by: week.staff)
            try await week.session("Drafted", starts: "2018-01-30 09:30", release: false)
            _ = try await house.services.programme.moveSession(
                released.reference, starts: try moment("2018-01-29 11:00"), by: week.staff)
            let page = try await staff(house).get("/staff")
            #expect(page.words.contains("Practice Week 2018: 1 session without a time and 2 changes to release"))
            let standing = try await house.services.programme.standings(by: week.staff)
            let changes = try await house.services.programme.releaseDiff("week", by: week.staff)
            #expect(standing.map(\.changed) == [Set(changes.map(\.reference)).count])
        }
    }

    @Test("Sessions that people wait for are listed with their queue")
    func waiting() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Wanted", capacity: 1)
            try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            let page = try await staff(house).get("/staff")
            #expect(page.words.contains("Wanted Monday 29 January 2018, 9:30am to 10:30am 1 of 1 1"))
        }
    }

    @Test("A session led by somebody who has left is a problem")
    func leaver() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("Orphaned", facilitators: ["lead@example.org"])
            _ = try await house.services.people.leave("lead@example.org", by: week.admin)
            #expect(try await staff(house).get("/staff").words.contains("Orphaned is led by Lena Lead, who has left."))
        }
    }

    @Test(
        "Each role comes to its own first page",
        arguments: [
            ("officer@example.org", "/staff"), ("p1@example.org", "/me"), ("admin@example.org", "/admin"),
        ])
    func landing(email: String, path: String) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            let page = try await client.get("/sign-in")
            _ = try await client.post("/sign-in", from: page, ["email": email])
            let done = try await client.post("/sign-in/code", from: page, ["code": try await Post.code(house)])
            #expect(done.location == path)
        }
    }

    @Test("The pages of a part are linked for those who have it, and for nobody else")
    func navigation() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            for (email, links) in [
                ("officer@example.org", ["/staff"]), ("p1@example.org", []),
                ("admin@example.org", ["/staff", "/admin"]),
            ] {
                let client = RouteClient(house)
                try await client.signIn(email, house)
                let page = try await client.get("/me")
                for link in ["/staff", "/admin"] {
                    #expect(page.body.contains("<a href=\"\(link)\"") == links.contains(link), "\(email) \(link)")
                }
            }
            #expect(try await staff(house).get("/staff").body.contains("aria-label=\"Staff pages\""))
        }
    }
}
