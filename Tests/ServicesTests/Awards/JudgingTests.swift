import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("Judging")
struct JudgingTests {
    private func open(_ house: TestHouse) async throws -> (TestAwards, first: AwardPath, second: AwardPath) {
        try await TestAwards.judged(in: house)
    }

    @Test("A team shared with a candidate is a conflict until somebody dismisses it with a reason")
    func suggested() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let candidate = try await stars.candidate("p2@example.org", by: "p1@example.org")
            try await stars.panel("p4@example.org", "p5@example.org")
            let found = try await stars.awards.conflicts(of: "stars", by: stars.week.staff)
            #expect(found.map(\.judge) == ["p4@example.org"])
            #expect(found.map(\.kind) == [.team])
            #expect(found.map(\.isBinding) == [true])
            let judge = try await stars.week.actor("p4@example.org")
            #expect(try await stars.awards.candidates(of: TestAwards.path("heart"), by: judge).isEmpty)
            let assigned = try await stars.awards.assign("stars", by: stars.week.staff)
            #expect(!assigned.contains { $0.judge == "p4@example.org" })
            try await stars.awards.dismissConflict(
                candidate, judge: "p4@example.org", reason: "Left that team", by: stars.week.staff)
            #expect(try await stars.awards.candidates(of: TestAwards.path("heart"), by: judge).count == 1)
            let again = try await stars.awards.assign("stars", by: stars.week.staff)
            #expect(again.contains { $0.judge == "p4@example.org" })
        }
    }

    @Test("An employer shared is advice, which keeps nobody from a candidate")
    func advice() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            _ = try await stars.candidate("p3@example.org", by: "p1@example.org")
            _ = try await house.services.people.changePerson(
                PersonDetails(email: "p6@example.org", team: ""), by: stars.week.admin)
            try await stars.panel("p6@example.org")
            let found = try await stars.awards.conflicts(of: "stars", by: stars.week.staff)
            #expect(found.map(\.kind) == [.employer])
            #expect(found.map(\.isBinding) == [false])
            let assigned = try await stars.awards.assign("stars", by: stars.week.staff)
            #expect(assigned.contains { $0.judge == "p6@example.org" })
        }
    }

    @Test("A declared conflict takes the candidate and the judge's ballot out of sight and out of the figures")
    func declared() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await open(house)
            for judge in ["lead", "p5", "p7"] {
                try await stars.score(first, "\(judge)@example.org", judge == "p5" ? 0 : 10, judge == "p5" ? 0 : 10)
                try await stars.score(second, "\(judge)@example.org", 5, 5)
            }
            let judge = try await stars.week.actor("p5@example.org")
            try await stars.awards.declareConflict(first, reason: "We are friends", by: judge)
            let left = try await stars.awards.candidates(of: TestAwards.path("heart"), by: judge)
            #expect(left.map(\.name) == [second.text])
            await #expect(throws: AwardsRefusal.notAssigned) { try await stars.score(first, "p5@example.org", 9, 9) }
            await #expect(throws: AwardsRefusal.notAssigned) {
                try await stars.awards.declareConflict(first, reason: "Again", by: judge)
            }
            _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
            let results = try await stars.awards.results(of: TestAwards.path("heart"), by: stars.week.staff)
            #expect(results.first { $0.candidate == first.text }?.rawMean == 100)
            #expect(results.first { $0.candidate == first.text }?.judges == 2)
            let kept = try await house.asOwner { owner in
                try await owner.transaction { try await $0.first(VoidedBallots()) }
            }
            #expect(kept == 1)
        }
    }

    @Test("A mark outside its scale, a mark missing and a criterion unknown are refused, and nothing is handed in")
    func marks() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await open(house)
            await #expect(throws: AwardsRefusal.markOutside("Impact", lowest: 0, highest: 10)) {
                try await stars.score(first, "p5@example.org", 11, 5)
            }
            let judge = try await stars.week.actor("p5@example.org")
            await #expect(throws: AwardsRefusal.markMissing(["Care"])) {
                try await stars.awards.submitBallot(first, marks: [.init(criterion: "Impact", mark: 3)], by: judge)
            }
            await #expect(throws: AwardsRefusal.unknownCriterion("Charm", ["Impact", "Care"])) {
                try await stars.awards.submitBallot(first, marks: [.init(criterion: "Charm", mark: 3)], by: judge)
            }
        }
    }

    @Test(
        "Marks are read as CRITERION=NUMBER and nothing else",
        arguments: ["Impact", "=3", "Impact=", "Impact=NaN", "Impact=7.5", "Impact=1e2"])
    func malformed(_ typed: String) {
        #expect(throws: AwardsRefusal.self) { try AwardsService.NamedMark(typed) }
    }

    @Test("Nobody but an assigned judge scores, and only while the round is open")
    func whoScores() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await open(house)
            for stranger in ["officer@example.org", "admin@example.org", "p1@example.org", "p2@example.org"] {
                await #expect(throws: AwardsRefusal.notAssigned) { try await stars.score(first, stranger, 5, 5) }
            }
            for judge in ["lead", "p5", "p7"] {
                for candidate in [first, second] { try await stars.score(candidate, "\(judge)@example.org", 5, 5) }
            }
            _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
            await #expect(throws: AwardsRefusal.roundNotOpen) { try await stars.score(first, "p5@example.org", 6, 6) }
        }
    }

    @Test("A round with ballots missing is closed only with a reason, which names them in the record")
    func missing() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await open(house)
            try await stars.score(first, "p5@example.org", 5, 5)
            await #expect(throws: AwardsRefusal.self) {
                try await stars.awards.closeRound("stars", by: stars.week.staff)
            }
            await #expect(throws: AwardsRefusal.reasonMissing) {
                try await stars.awards.closeRound("stars", withMissing: " ", by: stars.week.staff)
            }
            let closed = try await stars.awards.closeRound("stars", withMissing: "Snow", by: stars.week.staff)
            #expect(closed.missing.count == 5)
        }
    }

    @Test("Opening the round closes nominations")
    func closesNominations() async throws {
        try await TestHouse.with { house in
            let (stars, _, _) = try await open(house)
            await #expect(throws: AwardsRefusal.notOpen) {
                try await stars.nominate("p6@example.org", by: "p1@example.org")
            }
        }
    }

    @Test("Scores are closed to everybody while the round is open, and afterwards to all but the chair and staff")
    func whoReads() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await open(house)
            let path = TestAwards.path("heart")
            for judge in ["lead", "p5", "p7"] {
                for candidate in [first, second] { try await stars.score(candidate, "\(judge)@example.org", 5, 5) }
            }
            for reader in ["officer@example.org", "lead@example.org", "p5@example.org"] {
                let reader = try await stars.week.actor(reader)
                await #expect(throws: AwardsRefusal.resultsClosed) {
                    try await stars.awards.results(of: path, by: reader)
                }
            }
            _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
            for reader in ["officer@example.org", "lead@example.org"] {
                #expect(try await stars.awards.results(of: path, by: stars.week.actor(reader)).count == 2)
            }
            for reader in ["p5@example.org", "admin@example.org", "p1@example.org", "p2@example.org"] {
                let reader = try await stars.week.actor(reader)
                await #expect(throws: AwardsRefusal.resultsClosed) {
                    try await stars.awards.results(of: path, by: reader)
                }
            }
        }
    }

    @Test("Where the chair has a conflict with any candidate, the deputy leads the category")
    func deputy() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await open(house)
            let chair = try await stars.week.actor("lead@example.org")
            try await stars.awards.declareConflict(first, reason: "My neighbour", by: chair)
            for judge in ["p5", "p7"] {
                for candidate in [first, second] { try await stars.score(candidate, "\(judge)@example.org", 5, 5) }
            }
            try await stars.score(second, "lead@example.org", 5, 5)
            _ = try await stars.awards.addJudge(
                "manager@example.org", to: AwardPath(scheme: "stars", part: "main"), part: .deputy, by: stars.week.staff
            )
            for candidate in [first, second] {
                try? await stars.awards.dismissConflict(
                    candidate, judge: "manager@example.org", reason: "Never met", by: stars.week.staff)
            }
            _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
            await #expect(throws: AwardsRefusal.notAssigned) {
                try await stars.awards.decide(second, .winner, reason: "Best", by: chair)
            }
            let deputy = try await stars.week.actor("manager@example.org")
            #expect(try await stars.awards.decide(second, .winner, reason: "Best", by: deputy).ballots == 3)
        }
    }

    @Test("A ballot that is being saved as the round is closed is in, or is refused: never lost")
    func closingRace() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await open(house)
            let barrier = Barrier(parties: 2)
            async let scored = NominatingTests.succeeds {
                await barrier.arrive()
                try await stars.score(first, "p5@example.org", 5, 5)
            }
            async let closed = NominatingTests.succeeds {
                await barrier.arrive()
                _ = try await stars.awards.closeRound("stars", withMissing: "Late", by: stars.week.staff)
            }
            let (isIn, isClosed) = try await (scored, closed)
            #expect(isClosed)
            let results = try await stars.awards.results(of: TestAwards.path("heart"), by: stars.week.staff)
            #expect(results.first { $0.candidate == first.text }?.judges == (isIn ? 1 : 0))
        }
    }
}

/// How many ballots were put aside.
private struct VoidedBallots: Statement {
    static let sql = "select count(*) from app.voided_ballot"

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
