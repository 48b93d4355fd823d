import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@testable import Console

@Suite("Guests at the console")
struct GuestCommandTests {
    private func officer(_ house: TestHouse, _ lines: [String]) async -> Ran {
        await Ran.run(
            house,
            ConsoleOptions(as: "officer@example.org", osUser: "tester", commands: lines, format: .json, dryRun: false))
    }

    private func with(_ body: (TestHouse) async throws -> Void) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        insert into ceremony (slug, title, room_id, starts_at)
                        select 'gala', 'Staff awards', id, '2018-02-02 18:00+00' from room where name = 'Main Hall';
                        insert into ceremony_cue (ceremony_id) select id from ceremony
                        """)
            }
            try await body(house)
        }
    }

    @Test("Adding a table prints that table, and listing them all of them")
    func tables() async throws {
        try await with { house in
            let added = await officer(
                house, ["table add gala Oak --seats 8", "table add gala ' Elm ' --seats 6", "table list gala"])
            try #require(added.code == 0, "\(added.error)")
            #expect(added.arrays.map { $0.compactMap { $0["table"] } } == [["Oak"], ["Elm"], ["Oak", "Elm"]])
        }
    }

    @Test("A list is made, invited, answered for and taken out again")
    func whole() async throws {
        try await with { house in
            let ran = await officer(
                house,
                [
                    #"guest add gala "Ida Bright" --party 3 --diet "2 vegetarian; no nuts""#,
                    "guest add gala p1@example.org", "guest add gala una@example.org --name 'Una Sung'",
                    "guest invite gala", "guest answer gala ida --coming 2", "guest change gala una --party 2",
                    "guest list gala", "export csv guests --ceremony gala", "guest remove gala una@example.org",
                    "guest list",
                ])
            try #require(ran.code == 0, "\(ran.error)")
            #expect(ran.arrays[0].first?["diet"] == "2 vegetarian; no nuts")
            #expect(ran.arrays[3].first?["invited"] == "2")
            let list = ran.arrays[6]
            #expect(list.compactMap { $0["guest"] } == ["Ida Bright", "Person 1", "Una Sung"])
            #expect(list.compactMap { $0["state"] } == ["coming", "waiting", "waiting"])
            #expect(ran.arrays.last?.count == 2)
        }
    }

    @Test("What would be twice, and a ceremony that is not there, are refused in a sentence")
    func refused() async throws {
        try await with { house in
            let twice = await officer(house, ["guest add gala Ida", "guest add gala ida"])
            #expect(twice.code == 1 && twice.error.contains("They are on the list already."))
            let none = await officer(house, ["guest add ball Ida"])
            #expect(none.code == 1 && none.error.contains("No ceremony 'ball'"))
        }
    }
}
