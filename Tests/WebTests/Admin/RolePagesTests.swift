import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Roles, leaving and jobs, on the administration pages")
struct RolePagesTests {
    private func with(_ body: (TestHouse, TestWeek, RouteClient) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("admin@example.org", house)
            try await body(house, week, client)
        }
    }

    private func path(_ email: String, _ week: TestWeek) async throws -> String {
        let people = try await week.house.services.people.people(email: email, by: week.admin)
        return "/admin/people/\(try #require(people.first).publicID.uuidString)"
    }

    @Test("A role is given from a day to a day, shown as to come, and given another last day")
    func grants() async throws {
        try await with { house, week, client in
            let path = try await path("p1@example.org", week)
            let done = try await client.post(
                "\(path)/roles", from: try await client.get("\(path)/roles"),
                ["role": "staff", "from": "1 February 2018", "until": "28 February 2018"])
            #expect(done.location == "\(path)/roles?done=granted")
            let page = try await client.get("\(path)/roles")
            #expect(page.words.contains("CPP staff To come 1 February 2018 28 February 2018"))
            let link = try #require(page.body.firstRange(of: "/admin/roles/"))
            let end = "/admin/roles/" + page.body[link.upperBound...].prefix { $0 != "\"" }
            let ended = try await client.post(end, from: try await client.get(end), ["until": "10 February 2018"])
            #expect(ended.location == "\(path)/roles?done=ended")
            #expect(try await client.get("\(path)/roles").words.contains("1 February 2018 10 February 2018"))
        }
    }

    @Test(
        "What is wrong with a role is said beside its field, and what was typed stays",
        arguments: [
            (["role": "", "from": "", "until": ""], "role", "Choose the role."),
            (["role": "staff", "from": "1 January 2018", "until": ""], "from", "is past"),
            (["role": "staff", "from": "", "until": "soon"], "until", "soon"),
            (["role": "staff", "from": "2 February 2018", "until": "1 February 2018"], "until", "before the first"),
            (["role": "practitioner", "from": "2 February 2018", "until": ""], "role", "for a part of that time"),
        ])
    func refusals(_ fields: [String: String], _ field: String, _ words: String) async throws {
        try await with { _, week, client in
            let path = try await path("p1@example.org", week)
            let answer = try await client.post("\(path)/roles", from: try await client.get("\(path)/roles"), fields)
            #expect([409, 422].contains(answer.status))
            #expect(answer.body.contains("<title>Error: "))
            #expect(answer.body.contains("href=\"#\(field)\""))
            #expect(answer.words.contains(words))
            if let from = fields["from"], !from.isEmpty { #expect(answer.body.contains("value=\"\(from)\"")) }
        }
    }

    @Test("Nobody is offered to change their own roles, and who sends the form all the same is refused")
    func own() async throws {
        try await with { _, week, client in
            let path = try await path("admin@example.org", week)
            let page = try await client.get("\(path)/roles")
            #expect(page.words.contains("by another administrator only"))
            #expect(!page.body.contains("name=\"role\""))
            let other = try await client.get("\(try await self.path("p1@example.org", week))/roles")
            let answer = try await client.post("\(path)/roles", from: other, ["role": "staff"])
            #expect(answer.status == 403)
        }
    }

    @Test("A day to leave is looked at, set, shown and taken back")
    func leaving() async throws {
        try await with { house, week, client in
            let session = try await week.session("After", starts: "2018-01-31 09:30", capacity: 1)
            try await week.book(session, "p1@example.org")
            let path = try await path("p1@example.org", week)
            let preview = try await client.get("\(path)/leaving?on=31%20January%202018")
            #expect(preview.words.contains("this would happen on 31 January 2018"))
            #expect(preview.words.contains("1 place or turn would be given up"))
            let set = try await client.post("\(path)/leaving", from: preview, ["on": "31 January 2018"])
            #expect(set.location == "\(path)/leaving?done=set")
            let page = try await client.get(set.location ?? "")
            #expect(page.words.contains("They leave on 31 January 2018"))
            #expect(try await client.get(path).words.contains("Leaves on 31 January 2018"))
            #expect(try await client.get("\(path)/leaving?now=1").body.contains("End their access"))
            let kept = try await client.post("\(path)/leaving/withdrawal", from: page)
            #expect(kept.location == "\(path)/leaving?done=kept")
            #expect(try await client.get(path).words.contains("Leaves on") == false)
            let past = try await client.get("\(path)/leaving?on=1%20January%202018")
            #expect(past.body.contains("href=\"#on\""))
            #expect(past.body.contains("value=\"1 January 2018\""))
        }
    }

    @Test("Jobs say what they did last, why they failed, and are asked for once")
    func jobs() async throws {
        try await with { house, week, client in
            let before = try await client.get("/admin/jobs")
            #expect(before.words.contains("No job has run for five minutes"))
            let asked = try await client.post("/admin/jobs/waiting_lists/run", from: before)
            #expect(asked.location == "/admin/jobs?asked=waiting_lists")
            #expect(try await client.get("/admin/jobs").words.contains("Asked for"))
            let runs = try await house.services.jobs.runs(by: week.admin)
            #expect(runs.filter { $0.askedAt != nil }.map(\.job) == [.waitingLists])
            #expect(try await client.post("/admin/jobs/everything/run", from: before).status == 404)
        }
    }
}
