import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Console

@Suite("Roles and leaving at the console")
struct RoleCommandTests {
    @Test("A role is given from a day to a day, listed, and given another last day")
    func roles() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(
                house, as: "admin@example.org", "role grant p1 staff --from 2018-02-01 --until 2018-02-28",
                "role list p1", "role end p1 staff --on 2018-02-10", "role end p1 staff", "role list p1")
            #expect(ran.code == 0)
            let arrays = ran.arrays
            #expect(arrays[0].first?["standing"] == "coming")
            #expect(arrays[0].first?["from"] == "2018-02-01")
            #expect(arrays[0].first?["until"] == "2018-02-28")
            #expect(arrays[1].map { $0["role"] } == ["staff", "practitioner"])
            #expect(arrays[2].first?["until"] == "2018-02-10")
            #expect(arrays[4].count == 1)
            let own = await Ran.script(house, as: "admin@example.org", "role grant admin@example.org staff")
            #expect(own.code == 1)
            #expect(own.error.contains("You cannot change your own roles."))
        }
    }

    @Test("Somebody leaves on a day to come, or stays after all; a dry run changes nothing")
    func leaving() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let tried = await Ran.script(
                house, as: "admin@example.org", "person leave p1 --on 2018-02-05 --dry-run", "person stay p1")
            #expect(tried.code == 1)
            #expect(tried.error.contains("No day is set on which p1@example.org leaves."))
            let ran = await Ran.script(house, as: "admin@example.org", "person leave p1 --on 2018-02-05")
            #expect(ran.code == 0)
            #expect(ran.arrays.first?.first?["leaves_on"] == "2018-02-05")
            let person = try #require(
                try await house.services.people.people(email: "p1@example.org", by: week.admin).first)
            #expect(
                try await house.services.people.leavingDay(of: person.publicID, by: week.admin) == day("2018-02-05"))
            #expect(await Ran.script(house, as: "admin@example.org", "person stay p1").code == 0)
        }
    }
}
