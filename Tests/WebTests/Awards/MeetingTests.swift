import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("A panel's meeting")
struct MeetingTests {
    private static let page = "/awards/schemes/stars/meetings/heart"
    private static let heart = TestAwards.path("heart")

    /// The round is over: both candidates are tied by the lead and p5, and p7 has a conflict with the first.
    private func met(_ house: TestHouse) async throws -> (TestAwards, first: AwardPath, second: AwardPath) {
        let (stars, first, second) = try await TestAwards.judged(in: house)
        try await stars.awards.declareConflict(
            first, reason: "We are friends", by: try await stars.week.actor("p7@example.org"))
        for candidate in [first, second] {
            for judge in ["lead", "p5"] { try await stars.score(candidate, "\(judge)@example.org", 8, 8) }
        }
        try await stars.score(second, "p7@example.org", 8, 8)
        _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
        return (stars, first, second)
    }

    private func browser(_ email: String, _ house: TestHouse) async throws -> RouteClient {
        let client = RouteClient(house)
        try await client.signIn(email, house)
        return client
    }

    private func plain(_ answer: RouteClient.Answer) -> String {
        let told = answer.headers.filter { $0.name != .setCookie }.map { "\($0.name): \($0.value)" }.sorted()
        let body = answer.body.replacing(/name="(csrf|idempotency_key)" value="[^"]*"/, with: "")
        return "\(answer.status)\n\(told.joined(separator: "\n"))\n\(body)"
    }

    @Test("Whoever has a conflict with the one who is on reads what is read while nobody is on, to the byte")
    func secrecy() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await met(house)
            let (chair, friend) = (
                try await stars.week.actor("lead@example.org"), try await browser("p7@example.org", house)
            )
            let other = try await browser("p5@example.org", house)
            try await stars.awards.openMeeting(of: Self.heart, by: chair)
            let pages = [Self.page, "\(Self.page)/screen", "\(Self.page)/minutes", "/awards", "/judging"]
            func everything(_ client: RouteClient) async throws -> [String] {
                var all: [String] = []
                for page in pages { all.append(plain(try await client.get(page))) }
                return all
            }
            let (nobody, seen) = (try await everything(friend), try await everything(other))
            try await stars.awards.show(first.code, at: Self.heart, by: chair)
            try await stars.awards.move("Does the first win?", about: [first.code ?? ""], at: Self.heart, by: chair)
            #expect(try await everything(friend) == nobody)
            #expect(try await everything(other) != seen)
            #expect(try await other.get(Self.page).words.contains("Person 2"))
            try await stars.awards.show(second.code, at: Self.heart, by: chair)
            #expect(try await friend.get(Self.page).words.contains("Person 4"))
            #expect(try await !friend.get(Self.page).body.contains("Does the first win?"))
        }
    }

    @Test(
        "A meeting goes by page from its opening to its minutes: one vote each, none with a conflict, decided by the panel"
    )
    func whole() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await met(house)
            let chair = try await browser("lead@example.org", house)
            let (judge, friend) = (
                try await browser("p5@example.org", house), try await browser("p7@example.org", house)
            )
            func send(_ client: RouteClient, _ to: String, _ fields: [String: String] = [:]) async throws
                -> RouteClient.Answer
            {
                try await client.post("\(Self.page)\(to)", from: try await client.get(Self.page), fields)
            }
            func rungs() async throws -> [String: String] {
                Dictionary(
                    try await stars.awards.results(of: Self.heart, by: stars.week.staff).map {
                        ($0.candidate, "\($0.rank ?? 0) \($0.rung ?? "-")")
                    }, uniquingKeysWith: { one, _ in one })
            }
            #expect(try await rungs() == [first.text: "1 joint", second.text: "1 joint"])
            #expect(try await send(chair, "").location == "\(Self.page)?done=meeting")
            #expect(try await send(chair, "/screen", ["code": first.code ?? ""]).status == 303)
            let early = try await send(chair, "/motions", ["text": "Who wins?", "codes": "ZZZZ"])
            #expect(
                early.status == 422 && early.words.contains("has the code “ZZZZ”") && early.body.contains("Who wins?"))
            let both = "\(first.code ?? "") \(second.code ?? "")"
            #expect(try await send(chair, "/motions", ["text": "Who wins?", "codes": both]).status == 303)
            let page = try await judge.get(Self.page)
            let motion = try #require(page.body.firstMatch(of: /name="motion" value="([^"]*)"/)?.output.1).description
            #expect(try await send(judge, "/votes", ["motion": motion]).status == 422)
            #expect(try await send(judge, "/votes", ["motion": motion, "vote": second.code ?? ""]).status == 303)
            let again = try await send(judge, "/votes", ["motion": motion, "vote": first.code ?? ""])
            #expect(again.status == 409 && again.words.contains("You have voted on this already"))
            let hasty = try await send(chair, "/count", ["motion": motion])
            #expect(hasty.status == 409 && hasty.words.contains("Only 1 of 2 have voted"))
            #expect(try await send(friend, "/votes", ["motion": motion, "vote": second.code ?? ""]).status == 404)
            #expect(try await send(chair, "/votes", ["motion": motion, "vote": second.code ?? ""]).status == 303)
            #expect(try await send(chair, "/closing").status == 409)
            #expect(try await send(judge, "/count", ["motion": motion]).status == 404)
            #expect(try await send(chair, "/count", ["motion": motion]).status == 303)
            #expect(try await rungs() == [second.text: "1 panel_vote", first.text: "2 panel_vote"])
            #expect(try await send(chair, "/closing").status == 303)
            let minutes = try await chair.get("\(Self.page)/minutes")
            #expect(minutes.words.contains("The panel talked about Person 2") && minutes.words.contains("Person 7"))
            #expect(minutes.words.contains("none of them 0. 2 of 2 voted."))
            let staff = try await browser("officer@example.org", house)
            #expect(try await staff.get("\(Self.page)/minutes").words.contains("The panel talked about Person 2"))
            #expect(try await judge.get("\(Self.page)/minutes").status == 404)
        }
    }

    @Test("A conflict that comes to light after the vote makes that vote void, and takes whoever leads off the meeting")
    func late() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await met(house)
            let chair = try await stars.week.actor("lead@example.org")
            let judge = try await stars.week.actor("p5@example.org")
            let awards = stars.awards
            try await awards.openMeeting(of: Self.heart, by: chair)
            try await awards.move("Who?", about: [first.code ?? "", second.code ?? ""], at: Self.heart, by: chair)
            let motion = try #require(try await awards.meeting(of: Self.heart, by: chair).motions.first)
            #expect(motion.voters == 2)
            try await awards.vote(for: first.code, on: motion.id, at: Self.heart, by: judge)
            try await awards.imposeConflict(
                second, judge: "p5@example.org", reason: "They share a house", by: stars.week.staff)
            try await awards.countVotes(on: motion.id, withMissing: true, at: Self.heart, by: chair)
            let counted = try #require(try await awards.meeting(of: Self.heart, by: chair).motions.first)
            #expect(counted.cast == 0 && counted.voters == 1 && counted.options.allSatisfy { $0.votes == 0 })
            try await awards.imposeConflict(
                second, judge: "lead@example.org", reason: "They are cousins", by: stars.week.staff)
            await #expect(throws: AwardsRefusal.notAssigned) {
                try await awards.show(first.code, at: Self.heart, by: chair)
            }
            await #expect(throws: AwardsRefusal.notAssigned) { try await awards.minutes(of: Self.heart, by: chair) }
        }
    }
}
