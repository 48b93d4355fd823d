import Domain
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The organisation on a day")
struct OrganisationPagesTests {
    @Test("A redesign shows the new teams from its day on, and the old ones with their people before (need 30)")
    func redesign() async throws {
        try await TestHouse.with(now: "2018-01-15 09:00") { house in
            let week = try await TestWeek.make(in: house)
            let later = try await TestHouse.open(conninfo: house.conninfo, now: "2018-04-01 09:00")
            let people = later.services.people
            _ = try await people.changeTeam(
                "Early Help North",
                to: TeamDetails(name: "Early Help North", service: "Early Help", to: day("2018-03-31")), by: week.admin)
            _ = try await people.addTeam(
                TeamDetails(name: "Family Help", service: "Early Help", from: day("2018-04-01")), by: week.admin)
            for number in [1, 3, 5, 7, 9] {
                _ = try await people.changePerson(
                    PersonDetails(email: "p\(number)@example.org", team: "Family Help"), by: week.admin)
            }
            let client = RouteClient(later)
            try await client.signIn("admin@example.org", later)
            let now = try await client.get("/admin/organisation")
            #expect(now.words.contains("Family Help None 1 April 2018 None 5"))
            #expect(!now.words.contains("Early Help North"))
            let before = try await client.get("/admin/organisation?on=1%20March%202018")
            #expect(before.words.contains("Early Help North None Always 31 March 2018 5"))
            #expect(!before.words.contains("Family Help None"))
            let wrong = try await client.get("/admin/organisation?on=soon")
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("href=\"#on\""))
            await later.database.close()
        }
    }

    @Test("The file that moves people says from which team to which before anything is changed")
    func moves() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("officer@example.org", house)
            let kept = try await client.post(
                "/staff/imports", from: try await client.get("/staff/imports"),
                ["kind": "people", "pasted": "email,name,team\np1@example.org,Person 1,MASH Assessment\n"])
            let preview = try await client.get(kept.location ?? "")
            #expect(preview.words.contains("team: Early Help North, then MASH Assessment"))
        }
    }
}
