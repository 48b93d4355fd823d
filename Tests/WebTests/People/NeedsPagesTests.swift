import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("What people need, on the pages")
struct NeedsPagesTests {
    @Test("Told once, it is shown for confirmation at the next booking, and not asked again (need 22)")
    func once() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First")
            let second = try await week.session("Second", starts: "2018-01-30 09:30")
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            try await week.book(first, "p1@example.org")
            let asked = try await client.get("/sessions/\(first.reference)/booking")
            #expect(asked.words.contains("Tell us once, for every session"))
            let told = try await client.post(
                "/me/needs", from: try await client.get("/me/needs"),
                ["access": "step_free", "diet": "vegan", "other": "A chair with arms", "shared": "yes"])
            #expect(told.location == "/me/needs?done=told")
            let page = try await client.get(told.location ?? "")
            #expect(page.body.contains("value=\"vegan\" checked"))
            try await week.book(second, "p1@example.org")
            let shown = try await client.get("/sessions/\(second.reference)/booking")
            #expect(shown.words.contains("We know what you need: A way without steps; Vegan; A chair with arms"))
            #expect(!shown.words.contains("Tell us once"))
            let staff = RouteClient(house)
            try await staff.signIn("officer@example.org", house)
            let needs = try await staff.get("/sessions/\(second.reference)/needs")
            #expect(needs.words.contains("Person 1 A way without steps; Vegan; A chair with arms"))
        }
    }

    @Test("A case number is refused beside its field, and what was chosen stays")
    func refused() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let answer = try await client.post(
                "/me/needs", from: try await client.get("/me/needs"), ["diet": "halal", "other": "See case 12345"])
            #expect(answer.status == 422)
            #expect(answer.body.contains("href=\"#other\""))
            #expect(answer.body.contains("value=\"halal\" checked"))
            #expect(answer.body.contains("See case 12345"))
        }
    }
}
