import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Console

@Suite("People and places at the console")
struct PeopleCommandTests {
    @Test("Sites, rooms and teams are added, changed and removed; what is used stays")
    func places() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let ran = await Ran.script(
                house, "site add Tipton --address \"High Street\"", "room add Tipton/A --capacity 3",
                "room change tip --capacity 4 --name B",
                "team add Hub --service Help --site tip --from 2018-01-01", "team change hub --site \"\"",
                "team remove hub",
                "room remove tipton/b", "site change tip --name Hub", "site remove hub", "room list")
            #expect(ran.code == 0)
            let arrays = ran.arrays
            #expect(arrays[0].first?["id"] != nil)
            #expect(arrays[2].first?["name"] == "B")
            #expect(arrays[2].first?["capacity"] == "4")
            #expect(arrays[3].first?["site"] == "Tipton")
            #expect(arrays[4].first?.isNull("site") == true)
            #expect(arrays[4].first?["from"] == "2018-01-01")
            #expect(arrays[9].count == 3)
            try await week.session(room: "Corbyn Road/Room 1")
            let used = await Ran.script(house, "room remove \"corbyn road/room 1\"")
            #expect(used.code == 1)
            #expect(used.error.contains("still used"))
        }
    }

    @Test("People are added, changed, listed by team, and leave")
    func people() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let reference = try await week.session(facilitators: ["lead@example.org"]).reference
            try await week.book(week.house.services.programme.session(reference, by: week.staff), "p1@example.org")
            let ran = await Ran.script(
                house, as: "admin@example.org",
                "person add IDA@example.org --name \"Ida Bright\" --team MASH --role staff --role prac",
                "person change ida --team \"\" --job-title Officer", "person list --team MASH", "person leave lead",
                "person leave p1")
            #expect(ran.code == 0)
            let arrays = ran.arrays
            #expect(arrays[0].first?["email"] == "ida@example.org")
            #expect(arrays[0].first?["roles"] == "practitioner;staff")
            #expect(arrays[1].first?.isNull("team") == true)
            #expect(arrays[2].allSatisfy { $0["team"] == "MASH Assessment" })
            #expect(arrays[3].first?["leads"] == reference)
            #expect(arrays[4].first?["released"] == "1")
            #expect(ran.error.contains("Find somebody else to lead \(reference)."))
        }
    }

    @Test("A role that is none is refused, naming those there are")
    func role() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = await Ran.script(house, as: "admin@example.org", "person add x@example.org --name X --role boss")
            #expect(ran.error.contains("There is no role 'boss'."))
        }
    }

    @Test("An import says what it took, or everything that is wrong, and changes nothing then")
    func imports() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let path = NSTemporaryDirectory() + "/practiceweek-console-\(UUID().uuidString).csv"
            defer { try? FileManager.default.removeItem(atPath: path) }
            try "site,name,capacity\nCorbyn Road,New,9\nCorbyn Road,Room 1,12\n".write(
                toFile: path, atomically: true, encoding: .utf8)
            let good = await Ran.script(
                house, "import rooms \(path) --dry-run", "import rooms \(path)", "import rooms \(path)")
            #expect(good.code == 0)
            #expect(good.arrays.map { $0.first?["accepted"] } == ["1", "1", "0"])
            #expect(good.arrays.map { $0.first?["unchanged"] } == ["1", "1", "2"])
            try "site,name,capacity\nCorbyn Road,Other,9\nNowhere,B,0\n".write(
                toFile: path, atomically: true, encoding: .utf8)
            let bad = await Ran.script(house, "import rooms \(path)")
            #expect(bad.code == 1)
            #expect(bad.row.rows("errors").compactMap { $0["column"] }.sorted() == ["capacity", "site"])
            #expect(bad.error.contains("row 2 (line 3), site “Nowhere”"))
            #expect(bad.error.hasSuffix("Nothing was imported.\n"))
            #expect(try await house.services.people.rooms().count == 4)
        }
    }
}
