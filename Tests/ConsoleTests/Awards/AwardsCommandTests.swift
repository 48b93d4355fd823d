import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Console

@Suite("Awards at the console")
struct AwardsCommandTests {
    private static let setUp = [
        #"scheme add stars --title "Stars 2018" --kind competitive --opens 2018-01-01 --closes 2018-01-31"#,
        #"category add stars/heart --title "Heart of the service""#,
        "criterion add stars/heart Impact --weight 2 --min 0 --max 10",
        "criterion add stars/heart Care --min 1 --max 5",
        "scheme publish stars",
        "nominate stars/heart --by p1@example.org --nominee p2@example.org --statement 'Always there for families.'",
        "nominate stars/heart --by p3@example.org --nominee p2@example.org --statement 'Taught me everything.'",
        "nominate stars/heart --by p1@example.org --nominee p4@example.org --statement 'Never gives up.'",
    ]

    private func officer(_ house: TestHouse, _ lines: [String]) async -> Ran {
        await Ran.run(
            house,
            ConsoleOptions(as: "officer@example.org", osUser: "tester", commands: lines, format: .json, dryRun: false))
    }

    @Test("A whole scheme goes from its rules to a frozen result that verifies")
    func whole() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            for number in [5, 7, 9] {
                _ = try await house.services.people.changePerson(
                    PersonDetails(email: "p\(number)@example.org", team: "", employer: ""), by: week.admin)
            }
            let begun = await officer(house, Self.setUp + ["nomination list stars"])
            try #require(begun.code == 0, "\(begun.error)")
            #expect(begun.arrays[4].first?["rules_sha256"]?.count == 64)
            #expect(begun.rows.compactMap { $0["voices"] } == ["2", "2", "1"])
            let ids = begun.rows.compactMap { $0["id"] }
            let accepted = await officer(
                house,
                ids.map { "nomination accept \($0)" } + [
                    "candidate list stars/heart", "panel add stars/main --chair lead@example.org --category heart",
                    "panel judge stars/main p5@example.org", "panel judge stars/main p7@example.org",
                    "conflict list stars", "assign stars --seed 3", "assign check stars", "round open stars",
                ])
            try #require(accepted.code == 0, "\(accepted.error)")
            #expect(accepted.arrays[3].compactMap { $0["voices"] }.sorted() == ["1", "2"])
            #expect(accepted.arrays[8].count == 6)
            #expect(accepted.arrays[8].first?.keys == ["category", "candidate", "judge", "order"])
            #expect(accepted.arrays[9].first?["connected"] == "1")
            #expect(accepted.error.contains("Nominations are closed now."))
            let codes = Dictionary(
                accepted.arrays[3].compactMap { row in
                    row["nominee"].flatMap { who in row["candidate"].map { (who, $0) } }
                },
                uniquingKeysWith: { one, _ in one })
            let (first, second) = (try #require(codes["p2@example.org"]), try #require(codes["p4@example.org"]))
            for (judge, high, low) in [("lead", 9, 6), ("p5", 8, 7), ("p7", 10, 4)] {
                let scored = await Ran.script(
                    house, as: "\(judge)@example.org", "ballot submit \(first) --mark Impact=\(high) --mark Care=5",
                    "ballot submit \(second) --mark Impact=\(low) --mark Care=3 --comment 'Good'")
                try #require(scored.code == 0, "\(scored.error)")
            }
            let closed = await officer(house, ["round close stars", "results stars/heart"])
            try #require(closed.code == 0, "\(closed.error)")
            #expect(
                closed.rows.first?.keys == [
                    "candidate", "judges", "raw_mean", "adjusted", "low", "high", "rank", "tie_rung", "flags",
                ])
            #expect(closed.rows.first?["candidate"] == first)
            #expect(closed.out.contains(#""raw_mean":93.333333"#))
            #expect(closed.rows.first?["rank"] == "1")
            let decided = await Ran.script(
                house, as: "lead@example.org", "results stars/heart",
                "decide \(first) winner --reason 'First on every criterion'",
                "decide \(second) commended --reason 'A strong second'")
            try #require(decided.code == 0, "\(decided.error)")
            let frozen = await officer(
                house, ["freeze stars", "freeze verify stars", "embargo set stars --until '2018-03-23 21:00'", "check"])
            try #require(frozen.code == 0, "\(frozen.error)")
            #expect(frozen.arrays[0].first?["sha256"]?.count == 64)
            #expect(frozen.arrays[1].first?["holds"] == "1")
        }
    }

    @Test("What is left unscreened or undecided is said when a round opens and a result freezes, and holds up neither")
    func left() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let begun = await officer(
                house,
                Self.setUp + [
                    "nominate stars/heart --by p3@example.org --nominee p6@example.org --statement 'Kind.'",
                    "nomination list stars",
                ])
            try #require(begun.code == 0, "\(begun.error)")
            let ids = begun.rows.filter { $0["statement"] != "Kind." }.compactMap { $0["id"] }
            let opened = await officer(
                house,
                ids.map { "nomination accept \($0)" } + [
                    "candidate list stars/heart", "panel add stars/main --chair lead@example.org --category heart",
                    "assign stars --judges 1", "round open stars",
                    "round close stars --with-missing --reason 'A trial'",
                ])
            try #require(opened.code == 0, "\(opened.error)")
            #expect(opened.error.contains("What nobody has screened is judged by nobody"))
            let first = try #require(opened.arrays[3].first?["candidate"])
            let decided = await Ran.script(
                house, as: "lead@example.org", "decide \(first) winner --waive-quorum --reason 'As agreed'")
            try #require(decided.code == 0, "\(decided.error)")
            let frozen = await officer(house, ["freeze stars", "freeze verify stars"])
            try #require(frozen.code == 0, "\(frozen.error)")
            #expect(frozen.error.contains("Without a decision, and so not placed: "))
            #expect(frozen.error.contains("What nobody has screened is judged by nobody"))
            #expect(frozen.arrays[1].first?["holds"] == "1")
        }
    }

    @Test("Published rules are refused every change, and a candidate is named in three parts")
    func refusals() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let begun = await officer(house, Self.setUp)
            try #require(begun.code == 0, "\(begun.error)")
            let late = await officer(house, ["category add stars/late --title Late"])
            #expect(late.code == 1)
            #expect(late.error.contains("The rules of this scheme are published"))
            let wrong = await Ran.script(house, as: "lead@example.org", "ballot submit stars/heart --mark Impact=3")
            #expect(wrong.error.contains("is not of the form SCHEME/CATEGORY/CODE"))
            let nobody = await Ran.script(house, as: "p1@example.org", "nomination list stars")
            #expect(nobody.error.contains("You may not see nominations"))
        }
    }

    @Test("A young person's name is asked for at the terminal, and shown nowhere")
    func young() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let begun = await officer(
                house,
                [
                    "scheme add care --title Care --kind celebrated --opens 2018-01-01 --closes 2018-01-31",
                    "category add care/horizon --title Horizon --for young-person --band 8-10 --band 11+",
                    "scheme publish care",
                ])
            try #require(begun.code == 0, "\(begun.error)")
            let typed = try await Ran.typing(
                house,
                FakeLines(
                    "nominate care/horizon --by p1@example.org --young-person --band 8-10 --statement 'Brave'",
                    "Zebedee Quill", "nomination list care"))
            #expect(typed.out.contains("Nominee "))
            #expect(!typed.out.contains("Zebedee") && !typed.error.contains("Quill"))
        }
    }

    @Test("Last year's scheme becomes this year's draft, and what was turned away is reconsidered or withdrawn")
    func copying() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let begun = await officer(house, Self.setUp + ["nomination list stars"])
            let id = try #require(begun.rows.first?["id"], "\(begun.error)")
            let ran = await officer(
                house,
                [
                    "scheme copy stars stars-2019", "category list stars-2019", "criterion list stars-2019",
                    "nomination ineligible \(id) --reason 'Left the service'", "nomination reconsider \(id)",
                    "nomination withdraw \(id)",
                ])
            try #require(ran.code == 0, "\(ran.error)")
            #expect(ran.arrays[0].first?["opens_at"] == "2018-12-31T00:00:00+00:00")
            #expect(ran.arrays[0].first?["state"] == "draft")
            #expect(ran.arrays[1].compactMap { $0["category"] } == ["stars-2019/heart"])
            #expect(ran.arrays[2].compactMap { $0["name"] } == ["Impact", "Care"])
            #expect(ran.arrays[3...5].compactMap { $0.first?["state"] } == ["ineligible", "submitted", "withdrawn"])
        }
    }

    @Test("A meeting is led and voted at from the console, with the open vote found by itself")
    func meeting() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await TestAwards.judged(in: house)
            for candidate in [first, second] {
                for judge in ["lead", "p5", "p7"] { try await stars.score(candidate, "\(judge)@example.org", 8, 8) }
            }
            _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
            let codes = [first, second].compactMap(\.code)
            let led = await Ran.script(
                house, as: "lead@example.org", "meeting open stars/heart", "meeting present \(first.text)",
                "meeting move stars/heart \(codes[0]) \(codes[1]) --text 'Who wins?'",
                "meeting vote stars/heart \(codes[1])", "meeting clear stars/heart")
            try #require(led.code == 0, "\(led.error)")
            #expect(led.arrays[1].first?["candidate"] == first.text)
            #expect(led.arrays[4].count == 1 && led.arrays[4].first?["candidate"] == nil)
            let voted = await Ran.script(house, as: "p5@example.org", "meeting vote stars/heart none")
            #expect(voted.code == 0, "\(voted.error)")
            let outside = await Ran.script(house, as: "p3@example.org", "meeting show stars/heart")
            #expect(outside.code == 1 && outside.error.contains("There is no such candidate"))
            let early = await Ran.script(house, as: "lead@example.org", "meeting count stars/heart")
            #expect(early.code == 1 && early.error.contains("Only 2 of 3 have voted"))
            let ended = await Ran.script(
                house, as: "lead@example.org", "meeting count stars/heart --with-missing", "meeting close stars/heart",
                "meeting minutes stars/heart")
            try #require(ended.code == 0, "\(ended.error)")
            #expect(
                ended.arrays[0].first?["votes"]
                    == "\(codes.sorted().map { "\($0) \($0 == codes[1] ? 1 : 0)" }.joined(separator: "; ")); none 1")
            #expect(
                ended.arrays[2].compactMap { $0["step"] } == [
                    "opened", "shown", "moved", "cleared", "counted", "closed",
                ])
        }
    }

    @Test("A picture is added to a nomination from the console, passed for the panel, and written to a file once")
    func evidence() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let id = try await stars.nominate("p2@example.org", by: "p1@example.org").id.uuidString.lowercased()
            let folder = FileManager.default.temporaryDirectory.appending(path: "evidence-\(id)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let (picture, kept) = (folder.appending(path: "in.jpg").path, folder.appending(path: "out.jpg").path)
            try Data(TestPicture.photograph(TestPicture.jpeg(), orientation: 6)).write(to: URL(filePath: picture))
            let added = await Ran.script(
                house, as: "p1@example.org", "evidence add \(id) '\(picture)' --caption 'The garden'",
                "evidence list \(id)")
            try #require(added.code == 0, "\(added.error)")
            #expect(added.arrays[1].first?["name"] == "Picture 1")
            let own = await Ran.script(house, as: "p1@example.org", "evidence pass \(id) 1")
            #expect(own.code == 1)
            let passed = await officer(
                house, ["evidence pass \(id) 1", "evidence read \(id) 1 --out '\(kept)'", "evidence hold \(id) 1"])
            try #require(passed.code == 0, "\(passed.error)")
            #expect(passed.arrays[0].first?["state"] == "passed" && passed.arrays[2].first?["state"] == "held")
            let bytes = try Data(contentsOf: URL(filePath: kept))
            #expect(bytes.starts(with: [0xFF, 0xD8]))
            #expect(!String(decoding: bytes, as: UTF8.self).contains(TestPicture.place))
            let over = await officer(house, ["evidence read \(id) 1 --out '\(kept)'"])
            #expect(over.code == 1 && over.error.contains("is there already"))
            let removed = await Ran.script(
                house, as: "p1@example.org", "evidence remove \(id) 1", "evidence list \(id)")
            #expect(removed.code == 0 && removed.arrays[1].isEmpty)
        }
    }
}
