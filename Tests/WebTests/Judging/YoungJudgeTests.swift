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
}
