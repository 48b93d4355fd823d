import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The thank-you wall, on the pages")
struct ThankYouPagesTests {
    private func with(
        _ body: (TestHouse, _ writer: RouteClient, _ officer: RouteClient) async throws -> Void
    ) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let (writer, officer) = (RouteClient(house), RouteClient(house))
            try await writer.signIn("p1@example.org", house)
            try await officer.signIn("officer@example.org", house)
            try await body(house, writer, officer)
        }
    }

    @Test("Written, read by staff, put on the wall, and taken back")
    func whole() async throws {
        try await with { house, writer, officer async throws in
            let form = try await writer.get("/thank-you/new")
            let sent = try await writer.post(
                "/thank-you", from: form,
                ["to": "person", "person": "Lena <i>Lead</i>", "words": "You ask the question nobody else dares to."])
            #expect(sent.status == 303 && sent.location == "/thank-you?done=written")
            #expect(try await writer.get("/thank-you").words.contains("Waits to be read"))
            let queue = try await officer.get("/staff/thank-you")
            #expect(queue.words.contains("1 waits") && queue.body.contains("Lena &lt;i&gt;Lead&lt;/i&gt;"))
            let path = try #require(
                queue.body.firstMatch(of: /\/staff\/thank-you\/[^"\/]+\/decision/).map { String($0.output) })
            let none = try await officer.post(path, from: queue, ["answer": "decline"])
            #expect(none.status == 422 && none.words.contains("in a sentence that the writer will read"))
            #expect(try await officer.post(path, from: none, ["answer": "show"]).status == 303)
            let wall = try await officer.get("/thank-you")
            #expect(wall.words.contains("From Person 1") && !wall.body.contains("<i>Lead"))
            let own = try await writer.get("/thank-you")
            let back = try #require(
                own.body.firstMatch(of: /\/thank-you\/[^"\/]+\/withdrawal/).map { String($0.output) })
            #expect(try await officer.post(back, from: wall).status == 404)
            #expect(try await writer.post(back, from: own).status == 303)
            #expect(!(try await officer.get("/thank-you").words.contains("From Person 1")))
        }
    }

    @Test("What cannot be taken is named beside its box, and what was typed stays")
    func problems() async throws {
        try await with { house, writer, officer async throws in
            let form = try await writer.get("/thank-you/new")
            let nobody = try await writer.post("/thank-you", from: form, ["words": "You stayed late."])
            #expect(nobody.status == 422 && nobody.body.contains("href=\"#to\""))
            #expect(nobody.body.contains("You stayed late.") && nobody.body.contains("<title>Error: "))
            let silent = try await writer.post("/thank-you", from: nobody, ["to": "everyone"])
            #expect(silent.status == 422 && silent.body.contains("href=\"#words\""))
            let address = try await writer.post(
                "/thank-you", from: silent, ["to": "person", "person": "lead@example.org", "words": "W"])
            #expect(address.status == 422 && address.body.contains("href=\"#person\""))
        }
    }

    @Test("One that was not let through changes no byte of what others fetch")
    func secret() async throws {
        try await with { house, writer, officer async throws in
            let other = RouteClient(house)
            try await other.signIn("p2@example.org", house)
            func pages() async throws -> [String] {
                var bodies: [String] = []
                for path in ["/thank-you", "/thank-you?to=person", "/thank-you?page=2", "/me", "/me/data"] {
                    let body = try await other.get(path).body
                    bodies.append(body.replacing(/name="(csrf|idempotency_key)" value="[^"]*"/, with: ""))
                }
                return bodies
            }
            let before = try await pages()
            let wall = house.services.thankYou
            let author = Actor(
                .person(try await house.services.access.person(ofToken: try await house.token("p1@example.org")).id),
                channel: .web)
            let by = Actor(
                .person(
                    try await house.services.access.person(ofToken: try await house.token("officer@example.org")).id),
                channel: .web)
            _ = try await wall.write(NewShoutOut(to: .person("Person 2"), words: "Waiting words"), by: author)
            let declined = try await wall.write(NewShoutOut(to: .person("Person 2"), words: "Other"), by: author)
            try await wall.decline(declined, reason: "No", by: by)
            let taken = try await wall.write(NewShoutOut(to: .everyone, words: "Back"), by: author)
            try await wall.withdraw(taken, by: author)
            #expect(try await pages() == before)
        }
    }
}
