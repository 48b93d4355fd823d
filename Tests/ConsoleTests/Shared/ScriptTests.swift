import Domain
import Services
import TestSupport
import Testing

@testable import Console

@Suite("Scripts")
struct ScriptTests {
    @Test("A script prints one array for each command, one after the other")
    func arrays() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(
                house, "site list # all", "help book", "begin", "team list", "commit", "release diff week", "quit")
            #expect(ran.code == 0)
            #expect(ran.arrays.map(\.count) == [2, 1, 0, 2, 0, 0, 0])
            #expect(ran.error.isEmpty)
        }
    }

    @Test("A script stops at its first failure, naming the line and the reason, and keeps what went before")
    func stops() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(
                house, "site add Tipton", "\n# here\nroom add Tipten/A --capacity 3", "site add Sedgley")
            #expect(ran.code == 1)
            #expect(ran.error == "line 4: No site 'Tipten'. Did you mean 'Tipton'?\n")
            #expect(try await house.services.people.sites().map(\.name).contains("Tipton"))
            #expect(try await !house.services.people.sites().map(\.name).contains("Sedgley"))
        }
    }

    @Test(
        "Wrong usage ends with 2",
        arguments: ["sesion list", "site list --zork", "site add \"x", "session", "commit", "rollback"])
    func usage(_ command: String) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(house, command)
            #expect(ran.code == 2)
            #expect(ran.error.hasPrefix("line 1: "))
            #expect(ran.out.isEmpty)
        }
    }

    @Test("A database that is away ends with 3")
    func away() async throws {
        let house = try await TestHouse.open(
            conninfo: "host=/nowhere dbname=none connect_timeout=1", now: "2018-01-15 09:00")
        let ran = await Ran.script(house, "site list")
        #expect(ran.code == 3)
        #expect(!ran.error.isEmpty)
    }

    @Test("Between begin and commit all is one transaction")
    func commits() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(house, "begin", "site add Tipton", "room add Tipton/A --capacity 3", "commit")
            #expect(ran.code == 0)
            #expect(try await house.services.people.rooms().map(\.printed).contains("Tipton/A"))
        }
    }

    @Test(
        "What was begun is rolled back by an error, by a slip, by rollback, and when the script ends first",
        arguments: [
            ("site add Tipton\nsite add \"Corbyn Road\"\ncommit", 1), ("site add Tipton\nsit list\ncommit", 2),
            ("site add Tipton\nrollback", 0), ("site add Tipton", 1), ("site add Tipton\nquit", 0),
            ("site add Tipton\nbegin", 2),
        ])
    func rollsBack(_ lines: String, _ code: Int32) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(house, "begin\n" + lines)
            #expect(ran.code == code)
            #expect(try await house.services.people.sites().count == 2)
            #expect(lines.hasSuffix("rollback") || ran.error.contains("rolled back: nothing was changed"))
        }
    }

    @Test("A dry run of a command shows what would happen, and changes nothing")
    func dryRun() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(
                house, "site add Tipton --dry-run", "begin", "site add Sedgley --dry-run", "site list", "commit")
            #expect(ran.code == 0)
            let arrays = ran.arrays
            #expect(arrays.first?.first?["name"] == "Tipton")
            #expect(arrays[2].first?["name"] == "Sedgley")
            #expect(arrays[3].count == 2)
            #expect(ran.error == "Dry run: nothing was changed.\nDry run: nothing was changed.\n")
            #expect(try await house.services.people.sites().count == 2)
        }
    }

    @Test("A dry run of a script lets later lines see what earlier ones did, and changes nothing")
    func dryScript() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(
                house, dryRun: true, "begin", "site add Tipton", "commit", "room add Tipton/A --capacity 3",
                "room list --site tip")
            #expect(ran.code == 0)
            #expect(ran.rows.count == 1)
            #expect(ran.error == "Dry run: nothing was changed.\n")
            #expect(try await house.services.people.sites().count == 2)
        }
    }

    @Test("Standard input is a script too")
    func pipe() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let options = ConsoleOptions(as: "officer@example.org", osUser: "tester", format: .json)
            let ran = await Ran.run(house, options, input: FakeLines("site list", "zzzzz", "site list"))
            #expect(ran.code == 2)
            #expect(ran.arrays.count == 1)
            #expect(ran.error.hasPrefix("line 2: "))
        }
    }

    @Test("A file that is not there is said so")
    func noFile() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.run(
                house, ConsoleOptions(as: "officer@example.org", osUser: "tester", file: "/nowhere/week.txt"))
            #expect(ran.code == 1)
            #expect(ran.error == "/nowhere/week.txt cannot be read.\n")
        }
    }
}
