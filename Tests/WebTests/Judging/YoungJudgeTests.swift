import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Young judges")
struct YoungJudgeTests {
    @Test("They come with a card and the PIN of the day, skip and stop in plain words, and are spared what distresses")
    func desk() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let one = try await stars.candidate("p2@example.org", by: "p1@example.org")
            let two = try await stars.candidate("p4@example.org", by: "p1@example.org")
            try await stars.panel("p7@example.org")
            let panel = AwardPath(scheme: "stars", part: "main")
            let card = try await stars.awards.addYoungJudge(
                "Comet", to: panel, supporter: "p9@example.org", agreedBy: .carer, by: stars.week.staff)
            let pin = try await stars.awards.newPIN(for: panel, by: stars.week.staff)
            try await house.services.protection.note(
                "Tells of a loss", isDistressing: true, of: two, by: stars.week.staff)
            let assigned = try await stars.awards.assign("stars", by: stars.week.staff)
            let theirs = assigned.filter { $0.judge.hasSuffix("@judges.invalid") }
            #expect(theirs.map(\.candidate) == [one.text])
            _ = try await stars.awards.openRound("stars", by: stars.week.staff)
            let client = RouteClient(house)
            let page = try await client.get("/judging/card")
            let wrong = try await client.post("/judging/card", from: page, ["card": card, "pin": "000000x"])
            #expect(wrong.status == 422)
            let right = try await client.post(
                "/judging/card", from: page,
                ["card": " \(card.lowercased().prefix(4)) \(card.dropFirst(4))", "pin": pin])
            #expect(right.location == "/judging")
            #expect(try await client.get("/judging").words.contains("0 of 1 done, 1 left"))
            for path in ["/me", "/me/data", "/thank-you", "/awards", "/awards/schemes/stars/conflicts", "/nominations"]
            {
                let answer = try await client.get(path)
                #expect(answer.status == 403, "\(path)")
            }
            let reading = try await client.get("/judging/\(one.text)")
            #expect(reading.words.contains("Stop and talk to Person 9") && reading.words.contains("Skip"))
            #expect(reading.words.contains("I know this person"))
            #expect(try await client.get("/judging/\(two.text)").status == 404)
            #expect(try await client.get("/judging/stop").words.contains("Talk to Person 9"))
            let key = reading.body.components(separatedBy: "/abstention").last?.firstMatch(
                of: /name="idempotency_key" value="([^"]*)"/)?.output.1
            let skipped = try await client.post(
                "/judging/\(one.text)/abstention", from: reading,
                ["reason": "Skipped", "idempotency_key": String(key ?? "")])
            #expect(skipped.status == 303)
            #expect(try await client.get("/judging/thanks").words.contains("Thank you, Comet"))
        }
    }

    @Test("No figure of severity names them")
    func severity() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let one = try await stars.candidate("p2@example.org", by: "p1@example.org")
            try await stars.panel("p7@example.org")
            let panel = AwardPath(scheme: "stars", part: "main")
            let card = try await stars.awards.addYoungJudge(
                "Comet", to: panel, supporter: "p9@example.org", agreedBy: .carer, by: stars.week.staff)
            let pin = try await stars.awards.newPIN(for: panel, by: stars.week.staff)
            _ = try await stars.awards.assign("stars", by: stars.week.staff)
            _ = try await stars.awards.openRound("stars", by: stars.week.staff)
            let (young, _) = try await house.services.access.signIn(card: card, pin: pin)
            _ = try await stars.awards.submitBallot(
                one, marks: [.init(criterion: "Impact", mark: 9), .init(criterion: "Care", mark: 9)],
                by: young.actor(.web))
            try await stars.score(one, "lead@example.org", 5, 5)
            _ = try await stars.awards.closeRound("stars", withMissing: "Ill", by: stars.week.staff)
            let named = try await stars.awards.severity(of: "stars", by: stars.week.staff).map(\.judge)
            #expect(named.contains("lead@example.org"))
            #expect(!named.contains { $0.hasSuffix("@judges.invalid") })
        }
    }

    private static let panel = "/awards/schemes/stars/panels/main/young-judges"

    /// The code on the card that an answer shows.
    private func card(_ answer: RouteClient.Answer) -> String? {
        answer.body.firstMatch(of: /([2-9B-DF-HJ-NP-TV-Z]{4}) ([2-9B-DF-HJ-NP-TV-Z]{4})/).map {
            String($0.output.1 + $0.output.2)
        }
    }

    @Test(
        "The panel's chair seats them with a card that is shown once, makes the number of the day, and ends a lost card"
    )
    func seated() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let chair = RouteClient(house)
            try await chair.signIn("lead@example.org", house)
            #expect(try await chair.get("/awards").body.contains(Self.panel))
            let page = try await chair.get(Self.panel)
            let fields = ["name": "Comet", "supporter": "p9@example.org", "agreed": "carer"]
            let answer = try await chair.post(Self.panel, from: page, fields)
            let code = try #require(card(answer))
            let again = try await chair.post(Self.panel, from: page, fields)
            #expect(again.status == 200 && card(again) == nil)
            let judges = try await stars.awards.youngJudges(
                of: AwardPath(scheme: "stars", part: "main"), by: stars.week.staff)
            #expect(judges.map(\.name) == ["Comet"] && judges.map(\.supporter) == ["Person 9"])
            let listed = try await chair.get(Self.panel)
            #expect(listed.words.contains("Comet") && listed.words.contains("In use") && card(listed) == nil)
            let number = try await chair.post(
                "\(Self.panel)/number", from: listed,
                ["idempotency_key": GuardedStage.key(listed, "/number")])
            let pin = try #require(number.body.firstMatch(of: /([0-9]{3}) ([0-9]{3})</)).output
            func come(_ code: String) async throws -> (Int, RouteClient) {
                let client = RouteClient(house)
                let answer = try await client.post(
                    "/judging/card", from: client.get("/judging/card"), ["card": code, "pin": "\(pin.1)\(pin.2)"])
                return (answer.status, client)
            }
            let (came, young) = try await come(code)
            #expect(came == 303)
            #expect(try await young.get("/judging").location == "/judging/terms")
            let terms = try await young.get("/judging/terms")
            _ = try await young.post("/judging/terms", from: terms, ["panel": "stars/main", "do": "accept"])
            #expect(try await young.get("/judging").status == 200)
            let judge = judges[0].id.uuidString.lowercased()
            let withdrawn = try await chair.post("\(Self.panel)/\(judge)/withdrawal", from: listed)
            #expect(withdrawn.location == "\(Self.panel)?done=ended")
            #expect(try await young.get("/judging").status == 303)
            #expect(try await come(code).0 == 422)
            let renewed = try await chair.post("\(Self.panel)/\(judge)/card", from: chair.get(Self.panel))
            let other = try #require(card(renewed))
            #expect(try await come(other).0 == 303)
            #expect(try await come(code).0 == 422)
            #expect(first.scheme == "stars")
        }
    }

    @Test("A chair is not told who is known, a judge of the panel seats nobody, and without consent nobody is seated")
    func refused() async throws {
        try await TestHouse.with { house in
            let (stars, _, _) = try await TestAwards.judged(in: house)
            let chair = RouteClient(house)
            try await chair.signIn("lead@example.org", house)
            let unknown = try await chair.post(
                Self.panel, from: chair.get(Self.panel),
                ["name": "Comet", "supporter": "p99@example.org", "agreed": "carer"])
            #expect(unknown.status == 422 && !unknown.words.contains("Did you mean"))
            #expect(unknown.body.contains("href=\"#supporter\"") && unknown.body.contains("value=\"Comet\""))
            let silent = try await chair.post(
                Self.panel, from: chair.get(Self.panel), ["name": "Comet", "supporter": "p9@example.org"])
            #expect(silent.status == 422 && silent.words.contains("Choose who agreed"))
            let judge = RouteClient(house)
            try await judge.signIn("p5@example.org", house)
            #expect(try await judge.get(Self.panel).status == 403)
            #expect(
                try await stars.awards.youngJudges(of: AwardPath(scheme: "stars", part: "main"), by: stars.week.staff)
                    .isEmpty)
        }
    }
}
