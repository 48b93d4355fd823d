import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Moves to come, on the administration pages")
struct TeamMovePagesTests {
    private static let path = "/admin/moves"

    private func with(_ body: (TestHouse, TestWeek, RouteClient) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("admin@example.org", house)
            try await body(house, week, client)
        }
    }

    @Test("What would happen is shown first, then set, told to its person, and taken back")
    func sets() async throws {
        try await with { house, week, client in
            let rows =
                "email,name,team\np1@example.org,Person 1,MASH Assessment\np2@example.org,Person 2,MASH Assessment"
            let shown = try await client.post(
                Self.path, from: try await client.get(Self.path), ["on": "1 February 2018", "lines": rows])
            #expect(shown.status == 200 && shown.words.contains("On 1 February 2018 2 people move:"))
            #expect(shown.words.contains("Person 1 Early Help North MASH Assessment"))
            #expect(shown.words.contains("Person 2 MASH Assessment The same"))
            #expect(try await house.services.people.teamMoves(by: week.admin).isEmpty)
            let set = try await client.submit(Self.path, shown)
            #expect(set.location == "\(Self.path)?done=2")
            let page = try await client.get(set.location ?? "")
            #expect(page.words.contains("2 moves are set"))
            #expect(page.words.contains("1 February 2018 Person 1 Early Help North MASH Assessment"))
            let record = try await house.services.people.record(by: try await week.actor("p1@example.org"))
            #expect(record.moves.map { "\($0.team) \($0.day.iso)" } == ["MASH Assessment 2018-02-01"])
            let id = try #require(try await house.services.people.teamMoves(by: week.admin).first).id
            let back = try await client.post("\(Self.path)/\(id)/withdrawal", from: page)
            #expect(back.location == "\(Self.path)?done=back")
            #expect(try await house.services.people.teamMoves(by: week.admin).count == 1)
        }
    }

    @Test(
        "What is wrong is said with its line, and what was typed stays",
        arguments: [
            ("1 February 2018", "", "lines", "Enter who moves"),
            ("soon", "p1@example.org,MASH Assessment", "on", "soon"),
            ("1 January 2018", "p1@example.org,MASH Assessment", "on", "is past"),
            ("1 February 2018", "p1@example.org,MASH Assessment\nx@example.org,No", "lines", "Line 2: No person"),
            ("1 February 2018", "email,team\np1@example.org,No", "lines", "Line 2: No team 'No'"),
        ])
    func refusals(_ on: String, _ lines: String, _ field: String, _ words: String) async throws {
        try await with { house, week, client in
            let answer = try await client.post(
                Self.path, from: try await client.get(Self.path), ["on": on, "lines": lines])
            #expect(answer.status == 422 && answer.body.contains("<title>Error: "))
            #expect(answer.body.contains("href=\"#\(field)\"") && answer.words.contains(words))
            #expect(answer.body.contains("value=\"\(on)\""))
            #expect(lines.isEmpty || answer.words.contains("p1@example.org"))
            #expect(try await house.services.people.teamMoves(by: week.admin).isEmpty)
        }
    }
}
