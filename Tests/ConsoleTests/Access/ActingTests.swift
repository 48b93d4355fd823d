import Domain
import Services
import TestSupport
import Testing

@testable import Console

@Suite("Who acts")
struct ActingTests {
    @Test("In a database without an admin, the first one is added by anybody, and acts from then on")
    func firstAdmin() async throws {
        try await TestHouse.with { house in
            let refused = await Ran.script(house, as: nil, "site add Tipton")
            #expect(refused.code == 1)
            #expect(refused.error.contains("person add EMAIL --name NAME --role admin"))
            let ran = await Ran.script(
                house, as: nil, "person add ada@example.org --name \"Ada Admin\" --role admin", "site add Tipton")
            #expect(ran.code == 0)
            #expect(ran.arrays.first?.first?["roles"] == "admin")
        }
    }

    @Test("Whoever is not linked must say who they are")
    func stranger() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(house, as: nil, osUser: "stranger", "site list")
            #expect(ran.code == 1)
            #expect(ran.error == "Say who acts: --as EMAIL, or PRACTICEWEEK_AS in the environment.\n")
        }
    }

    @Test("A practitioner is refused what the web would refuse, and learns of nobody by guessing")
    func practitioner() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let reference = try await week.session().reference
            for command in [
                "site add X", "release diff week", "check", "export csv people", "booking list \(reference)",
                "import sites x.csv",
            ] {
                let ran = await Ran.script(house, as: "p1@example.org", command)
                #expect(ran.code == 1, "\(command)")
                #expect(ran.out.isEmpty)
            }
            let known = await Ran.script(house, as: "p1@example.org", "book \(reference) p2@example.org")
            let unknown = await Ran.script(house, as: "p1@example.org", "book \(reference) p2@example.or")
            #expect(known.error == unknown.error)
            #expect(await Ran.script(house, as: "p1@example.org", "book \(reference) p1@example.org").code == 0)
        }
    }

    @Test("A token is shown once, proves its person, and ends when it is revoked")
    func token() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let made = await Ran.script(house, as: "admin@example.org", "token create officer").row
            let token = try #require(made["token"])
            let id = try #require(made["id"])
            let options = ConsoleOptions(token: token, osUser: "stranger", commands: ["person list"], format: .json)
            #expect(await Ran.run(house, options).code == 0)
            #expect(await Ran.script(house, as: "admin@example.org", "token revoke \(id)").code == 0)
            #expect(await Ran.run(house, options).code == 1)
        }
    }

    @Test("The audit tells who did it, through which door")
    func audit() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(house, as: "admin@example.org", "site add Tipton", "audit tail --last 1")
            let row = ran.row
            #expect(row["actor"] == "admin@example.org")
            #expect(row["os_user"] == "tester")
            #expect(row["channel"] == "console")
            #expect(row["action"] == "site.add")
        }
    }
}
