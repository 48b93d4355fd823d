import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The judging desk")
struct DeskTests {
    /// What a judge sends of a page: every criterion's mark by its name.
    static func marks(_ house: TestHouse, _ impact: String, _ care: String) async throws -> [String: String] {
        let criteria = try await house.services.awards.criteria(of: TestAwards.path("heart"), by: house.operating)
        let typed = ["Impact": impact, "Care": care]
        var fields: [String: String] = [:]
        for criterion in criteria { fields["mark-\(criterion.id.rawValue)"] = typed[criterion.name] }
        return fields
    }

    static func address(_ path: AwardPath) -> String { "/judging/\(path.text)" }

    static func judge(_ email: String, _ house: TestHouse) async throws -> RouteClient {
        let client = RouteClient(house)
        try await client.signIn(email, house)
        return client
    }

    @Test("It counts what is left, goes on in one's own order, and starts with what was begun")
    func queue() async throws {
        try await TestHouse.with { house in
            let (stars, _, _) = try await TestAwards.judged(in: house)
            let judge = try await Self.judge("p5@example.org", house)
            let order = try await stars.awards.desk(by: stars.week.actor("p5@example.org"))
            #expect(try await judge.get("/judging").words.contains("0 of 2 done, 2 left"))
            #expect(try await judge.get("/judging").words.contains("Start with \(order[0].name)"))
            let second = Self.address(order[1].path)
            let page = try await judge.get(second)
            #expect(page.words.contains("2 of 2 · 2 left") && page.words.contains("Always there."))
            var fields = try await Self.marks(house, "7", "")
            fields["do"] = "save"
            #expect(try await judge.post(second, from: page, fields).location == "\(second)?done=saved")
            #expect(try await judge.get("/judging").words.contains("Go on with \(order[1].name)"))
            fields = try await Self.marks(house, "7", "0")
            fields["do"] = "submit"
            let answer = try await judge.post(second, from: page, fields)
            #expect(answer.location == "\(Self.address(order[0].path))?done=submitted")
            #expect(try await judge.get("/judging").words.contains("1 of 2 done, 1 left"))
        }
    }

    @Test("A judge who signs in finds the desk while something is left, and their own week when nothing is")
    func landing() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await TestAwards.judged(in: house)
            func landing() async throws -> String? {
                let client = RouteClient(house)
                let page = try await client.get("/sign-in")
                _ = try await client.post("/sign-in", from: page, ["email": "p5@example.org"])
                let code = try await Post.code(house)
                return try await client.post("/sign-in/code", from: page, ["code": code]).location
            }
            #expect(try await landing() == "/judging")
            let judge = try await Self.judge("p5@example.org", house)
            #expect(try await judge.get("/me").words.contains("You have 2 candidates left to judge"))
            try await stars.score(first, "p5@example.org", 5, 5)
            try await stars.awards.abstain(second, reason: "Too close", by: stars.week.actor("p5@example.org"))
            #expect(try await landing() == "/me")
        }
    }

    @Test("\"I know this person\" says what it does, and is taken back with one press on the page that follows")
    func mistake() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let judge = try await Self.judge("p5@example.org", house)
            let page = try await judge.get(Self.address(first))
            #expect(page.words.contains("They leave your list at once"))
            #expect(
                page.words.contains("Makes up 67% of the score.") && page.words.contains("Makes up 33% of the score."))
            let pressed = try await judge.post("\(Self.address(first))/conflict", from: page, [:])
            let after = try await judge.get(try #require(pressed.location))
            #expect(after.words.contains("Take it back") && !after.words.contains("Person 2"))
            #expect(try await judge.get(Self.address(first)).status == 404)
            let undone = try await judge.post("\(Self.address(first))/conflict", from: after, ["do": "undo"])
            #expect(undone.location == "/judging?done=undone")
            #expect(try await judge.get(Self.address(first)).status == 200)
            try await stars.score(first, "p7@example.org", 5, 5)
        }
    }

    @Test("Without anything to read there are no marks to give, and nobody is told that something is left")
    func nothingToRead() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let young = try await stars.candidate("Zebedee Quill", by: "p1@example.org", in: "young")
            try await stars.panel("p5@example.org")
            _ = try await stars.awards.assign("stars", by: stars.week.staff)
            _ = try await stars.awards.openRound("stars", by: stars.week.staff)
            let judge = try await Self.judge("p5@example.org", house)
            let page = try await judge.get(Self.address(young))
            #expect(page.words.contains("You can give marks once there is something to read."))
            #expect(!page.body.contains("mark-") && page.words.contains("1 of 1 · 0 left"))
            #expect(try await judge.get("/judging").words.contains("Nothing to read yet"))
            #expect(try await stars.awards.leftToJudge(by: stars.week.actor("p5@example.org")) == 0)
            let answer = try await judge.post(Self.address(young), from: page, ["do": "submit", "comment": "My words"])
            #expect(answer.status == 409 && answer.body.contains("My words"))
        }
    }

    @Test("A criterion left blank keeps the ballot a draft, and says which")
    func blank() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let judge = try await Self.judge("p5@example.org", house)
            let page = try await judge.get(Self.address(first))
            var fields = try await Self.marks(house, "7", "")
            fields["do"] = "submit"
            fields["comment"] = "Strong evidence"
            let answer = try await judge.post(Self.address(first), from: page, fields)
            #expect(answer.status == 422)
            #expect(answer.body.contains("<title>Error: "))
            #expect(answer.words.contains("Give a mark for Care.") && answer.body.contains("Strong evidence"))
            let actor = try await stars.week.actor("p5@example.org")
            let kept = try await stars.awards.deskCandidate(first, by: actor)
            #expect(kept.candidate.entry.standing == .draft)
            #expect(kept.marks.map(\.mark) == [7, nil])
        }
    }

    @Test(
        "A mark off the scale, or no number, is refused beside its field and what was typed stays",
        arguments: ["11", "-1", "seven", "7.5"])
    func offScale(_ typed: String) async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let judge = try await Self.judge("p5@example.org", house)
            let page = try await judge.get(Self.address(first))
            for act in ["submit", "save", "keep"] {
                var fields = try await Self.marks(house, typed, "5")
                fields["do"] = act
                fields["comment"] = "My words"
                let answer = try await judge.post(Self.address(first), from: page, fields)
                #expect(answer.status == 422)
                #expect(answer.words.contains("A mark for Impact is a whole number from 0 to 10."))
                #expect(act == "keep" || answer.body.contains("My words"))
            }
            let kept = try await stars.awards.desk(by: stars.week.actor("p5@example.org"))
            #expect(Set(kept.map(\.standing)) == [.unseen])
        }
    }

    @Test(
        "Whom a judge knows is gone at one press: from the list, the counts, the neighbours, and for a ballot on its way"
    )
    func known() async throws {
        try await TestHouse.with { house in
            let (_, first, second) = try await TestAwards.judged(in: house)
            let judge = try await Self.judge("p5@example.org", house)
            let page = try await judge.get(Self.address(first))
            let pressed = try await judge.post("\(Self.address(first))/conflict", from: page)
            #expect(pressed.location?.hasPrefix("/judging?done=conflict&left=") == true)
            let list = try await judge.get("/judging")
            #expect(list.words.contains("0 of 1 done, 1 left"))
            #expect(!list.body.contains(first.code ?? "?"))
            let other = try await judge.get(Self.address(second))
            #expect(other.words.contains("1 of 1 · 1 left") && !other.body.contains(first.code ?? "?"))
            #expect(try await judge.get(Self.address(first)).status == 404)
            var fields = try await Self.marks(house, "7", "5")
            fields["do"] = "submit"
            fields["comment"] = "Written before"
            let late = try await judge.post(Self.address(first), from: page, fields)
            #expect(late.status == 404)
            #expect(late.words.contains("Written before") && late.words.contains("7, 5"))
            #expect(!late.words.contains("Person 2"))
            // Pressed twice it is said once.
            #expect(try await judge.post("\(Self.address(first))/conflict", from: page).status == 303)
        }
    }

    @Test("A round that closes while a ballot is written refuses it, and shows what was typed")
    func closed() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let judge = try await Self.judge("p5@example.org", house)
            let page = try await judge.get(Self.address(first))
            _ = try await stars.awards.closeRound("stars", withMissing: "Time is up", by: stars.week.staff)
            for act in ["submit", "save"] {
                var fields = try await Self.marks(house, "7", "5")
                fields["do"] = act
                fields["note"] = "My own thought"
                let answer = try await judge.post(Self.address(first), from: page, fields)
                #expect(answer.status == 409)
                #expect(answer.words.contains("The round is not open") && answer.words.contains("My own thought"))
            }
            #expect(try await judge.get(Self.address(first)).words.contains("You handed no ballot in"))
        }
    }

    @Test("A ballot handed in twice is one ballot and one entry of the record")
    func twice() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let judge = try await Self.judge("p5@example.org", house)
            let page = try await judge.get(Self.address(first))
            var fields = try await Self.marks(house, "7", "5")
            fields["do"] = "submit"
            fields["note"] = "Mine"
            async let one = judge.post(Self.address(first), from: page, fields)
            async let other = judge.post(Self.address(first), from: page, fields)
            #expect(try await [one.status, other.status] == [303, 303])
            let entries = try await house.services.audit.tail(last: 50, by: stars.week.admin).filter {
                "\($0)".contains("\"ballot.submit\"")
            }
            #expect(entries.count == 1)
        }
    }

    @Test("A draft that arrives after its ballot was handed in changes nothing")
    func lateDraft() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            try await stars.score(first, "p5@example.org", 9, 9)
            let judge = try await Self.judge("p5@example.org", house)
            let page = try await judge.get(Self.address(first))
            var fields = try await Self.marks(house, "1", "1")
            fields["do"] = "keep"
            #expect(try await judge.post(Self.address(first), from: page, fields).status == 409)
            let kept = try await stars.awards.deskCandidate(first, by: stars.week.actor("p5@example.org"))
            #expect(kept.marks.map(\.mark) == [9, 9])
        }
    }

    @Test("The marks of others show when one's own are in and the round is closed, and not before")
    func others() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await TestAwards.judged(in: house)
            let actor = try await stars.week.actor("p5@example.org")
            for judge in ["lead", "p7"] {
                try await stars.score(first, "\(judge)@example.org", 9, 8)
                try await stars.score(second, "\(judge)@example.org", 9, 8)
            }
            try await stars.score(first, "p5@example.org", 2, 3)
            #expect(try await stars.awards.deskCandidate(first, by: actor).marks.allSatisfy(\.others.isEmpty))
            _ = try await stars.awards.closeRound("stars", withMissing: "One is ill", by: stars.week.staff)
            #expect(try await stars.awards.deskCandidate(first, by: actor).marks.map(\.others) == [[9, 9], [8, 8]])
            #expect(try await stars.awards.deskCandidate(second, by: actor).marks.allSatisfy(\.others.isEmpty))
            let judge = try await Self.judge("p5@example.org", house)
            #expect(try await judge.get(Self.address(first)).words.contains("9, 9"))
        }
    }

    @Test("What a judge gave who turned out to have a conflict is not among the marks of others")
    func voided() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let actor = try await stars.week.actor("p5@example.org")
            try await stars.score(first, "lead@example.org", 9, 8)
            try await stars.score(first, "p7@example.org", 4, 4)
            try await stars.score(first, "p5@example.org", 2, 3)
            try await stars.awards.declareConflict(
                first, reason: "We are friends", by: try await stars.week.actor("p7@example.org"))
            _ = try await stars.awards.closeRound("stars", withMissing: "One is ill", by: stars.week.staff)
            func others() async throws -> [[Int]] {
                try await stars.awards.deskCandidate(first, by: actor).marks.map(\.others)
            }
            #expect(try await others() == [[9], [8]])
            try await stars.awards.imposeConflict(
                first, judge: "lead@example.org", reason: "They share a house", by: stars.week.staff)
            #expect(try await others() == [[], []])
        }
    }

    @Test("Abstaining needs a reason, is done, and is no score of zero")
    func abstaining() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let judge = try await Self.judge("p5@example.org", house)
            let page = try await judge.get(Self.address(first))
            let empty = try await judge.post("\(Self.address(first))/abstention", from: page, ["reason": " "])
            #expect(empty.status == 422 && empty.words.contains("Write why"))
            let fresh = try await judge.get(Self.address(first))
            let key = fresh.body.components(separatedBy: "/abstention").last?.firstMatch(
                of: /name="idempotency_key" value="([^"]*)"/)?.output.1
            let done = try await judge.post(
                "\(Self.address(first))/abstention", from: fresh,
                ["reason": "I wrote a reference", "idempotency_key": String(key ?? "")])
            #expect(done.status == 303)
            #expect(try await judge.get("/judging").words.contains("1 of 2 done, 1 left"))
            for judge in ["lead", "p7"] { try await stars.score(first, "\(judge)@example.org", 10, 10) }
            _ = try await stars.awards.closeRound("stars", withMissing: "Time", by: stars.week.staff)
            let results = try await stars.awards.results(of: TestAwards.path("heart"), by: stars.week.staff)
            #expect(results.first { $0.candidate == first.text }?.rawMean == 100)
        }
    }
}
