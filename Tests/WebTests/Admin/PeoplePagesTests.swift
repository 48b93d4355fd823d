import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Looking after people, on the pages")
struct PeoplePagesTests {
    private func with(_ body: (TestHouse, TestWeek, RouteClient) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("admin@example.org", house)
            try await body(house, week, client)
        }
    }

    private func path(_ email: String, _ week: TestWeek) async throws -> String {
        let person = try #require(try await week.house.services.people.people(email: email, by: week.admin).first)
        return "/admin/people/\(person.publicID)"
    }

    @Test("People are found by a part of their name, their address or their team")
    func finds() async throws {
        try await with { _, _, client async throws in
            #expect(try await client.get("/admin/people?search=olive").words.contains("1 person found."))
            #expect(try await client.get("/admin/people?search=p3%40").words.contains("1 person found."))
            #expect(try await client.get("/admin/people?search=mash").words.contains("5 people found."))
            #expect(try await client.get("/admin/people?role=admin").words.contains("1 person found."))
            #expect(try await client.get("/admin/people?search=%25").words.contains("Nobody found"))
        }
    }

    @Test("Long lists come in pages of fifty")
    func pages() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house, practitioners: 60)
            let client = RouteClient(house)
            try await client.signIn("admin@example.org", house)
            let first = try await client.get("/admin/people")
            #expect(first.words.contains("Page 1 of 2"))
            let second = try await client.get("/admin/people?page=2")
            #expect(second.words.contains("64 people found."))
            #expect(second.body.contains("p9@example.org"))
            #expect(!first.body.contains("p9@example.org"))
        }
    }

    @Test("Somebody is added with team and roles")
    func adds() async throws {
        try await with { house, week, client in
            let answer = try await client.post(
                "/admin/people", from: try await client.get("/admin/new-person"),
                ["name": "Nell New", "email": "nell@example.org", "team": "MASH Assessment", "roles": "manager"])
            #expect(answer.status == 303)
            #expect(try await client.get(answer.location ?? "").words.contains("Added"))
            let person = try await house.services.people.people(email: "nell@example.org", by: week.admin).first
            #expect(person?.roles == [.manager])
            #expect(person?.team == "MASH Assessment")
        }
    }

    @Test("An address that somebody has is refused beside its field, and what was typed stays")
    func taken() async throws {
        try await with { _, _, client async throws in
            let answer = try await client.post(
                "/admin/people", from: try await client.get("/admin/new-person"),
                ["name": "Nell New", "email": "p1@example.org", "job_title": "Teacher"])
            #expect(answer.status == 409)
            #expect(answer.body.contains("href=\"#email\""))
            #expect(answer.body.contains("value=\"Teacher\""))
        }
    }

    @Test("A role given here acts with the next request")
    func roles() async throws {
        try await with { house, week, client in
            let path = try await path("p1@example.org", week)
            let other = RouteClient(house)
            try await other.signIn("p1@example.org", house)
            #expect(try await other.get("/staff").status == 403)
            let answer = try await client.post(
                path, from: try await client.get(path),
                ["name": "Person 1", "team": "Early Help North", "roles": "staff"])
            #expect(answer.status == 303)
            #expect(try await other.get("/staff").status == 200)
        }
    }

    @Test("One's own roles are not among the questions, and are not taken from a forged form")
    func ownRoles() async throws {
        try await with { house, week, client in
            let path = try await path("admin@example.org", week)
            let page = try await client.get(path)
            #expect(!page.body.contains("name=\"roles\""))
            _ = try await client.post(path, from: page, ["name": "Ada Admin", "roles": "practitioner"])
            #expect(try await client.get("/admin").status == 200)
        }
    }

    @Test("What a person's leaving does is shown before it is done")
    func leaving() async throws {
        try await with { house, week, client in
            let first = try await week.session("First", capacity: 1)
            try await week.session("Led", starts: "2018-01-30 09:30", facilitators: ["p1@example.org"])
            try await week.book(first, "p1@example.org")
            try await week.book(first, "p2@example.org")
            let path = try await path("p1@example.org", week)
            let page = try await client.get("\(path)/leaving")
            #expect(page.words.contains("1 place or turn would be given up"))
            #expect(page.words.contains("1 session would need somebody else to lead"))
            #expect(page.words.contains("Led"))
            #expect(try await house.services.booking.mine(by: try await week.actor("p1@example.org")).count == 1)
            let answer = try await client.post("\(path)/leaving", from: page)
            #expect(answer.words.contains("Person 1 has left"))
            #expect(answer.words.contains("1 place or turn was given up"))
            let promoted = try await house.services.booking.mine(by: try await week.actor("p2@example.org"))
            #expect(promoted.map(\.booking.state) == [.confirmed])
            #expect(try await client.post("\(path)/leaving", from: page).words.contains("1 place or turn was given up"))
        }
    }

    @Test("The last admin does not leave")
    func lastAdmin() async throws {
        try await with { _, week, client in
            let path = try await path("admin@example.org", week)
            let page = try await client.get("\(path)/leaving")
            #expect(page.words.contains("This is the only admin."))
            #expect(!page.body.contains("End their access"))
        }
    }

    @Test("Teams are added with their dates, changed, and removed unless somebody is in them")
    func teams() async throws {
        try await with { house, week, client in
            let added = try await client.post(
                "/admin/teams", from: try await client.get("/admin/new-team"),
                ["name": "Fostering", "service": "Placements", "from": "1 April 2018"])
            #expect(added.status == 303)
            let team = try #require(try await house.services.people.teams().first { $0.name == "Fostering" })
            #expect(team.from == day("2018-04-01"))
            #expect(try await client.get("/admin/teams").words.contains("Fostering Not yet Placements"))
            let path = "/admin/teams/\(team.id)"
            let wrong = try await client.post(
                path, from: try await client.get(path), ["name": "Fostering", "from": "04/05/2018"])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("href=\"#from\""))
            #expect(try await client.post("\(path)/removal", from: try await client.get(path)).status == 303)
            let used = try #require(try await house.services.people.teams().first { $0.name == "MASH Assessment" })
            let refused = try await client.post(
                "/admin/teams/\(used.id)/removal", from: try await client.get("/admin/teams/\(used.id)"))
            #expect(refused.status == 409)
            #expect(refused.words.contains("is still used by people"))
        }
    }
}
