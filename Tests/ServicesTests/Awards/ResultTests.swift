import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("Decisions and frozen results")
struct ResultTests {
    /// Two candidates scored by three judges, the first higher, and the round closed.
    private func scored(_ house: TestHouse, judges: [String] = ["lead", "p5", "p7"]) async throws -> (
        TestAwards, first: AwardPath, second: AwardPath, chair: Actor
    ) {
        let stars = try await TestAwards.make(in: house)
        for number in [5, 7] {
            _ = try await house.services.people.changePerson(
                PersonDetails(email: "p\(number)@example.org", team: "", employer: ""), by: stars.week.admin)
        }
        let first = try await stars.candidate("p2@example.org", by: "p1@example.org")
        let second = try await stars.candidate("p4@example.org", by: "p1@example.org")
        try await stars.panel("p5@example.org", "p7@example.org")
        _ = try await stars.awards.assign("stars", by: stars.week.staff)
        _ = try await stars.awards.openRound("stars", by: stars.week.staff)
        for judge in judges {
            try await stars.score(first, "\(judge)@example.org", 9, 6)
            try await stars.score(second, "\(judge)@example.org", 6, 3)
        }
        _ = try await stars.awards.closeRound("stars", withMissing: "Illness", by: stars.week.staff)
        return (stars, first, second, try await stars.week.actor("lead@example.org"))
    }

    @Test("The raw mean weighs the criteria, each on its own scale")
    func raw() async throws {
        try await TestHouse.with { house in
            let (stars, first, _, _) = try await scored(house)
            let results = try await stars.awards.results(of: TestAwards.path("heart"), by: stars.week.staff)
            #expect(results.map(\.candidate).first == first.text)
            let means = results.compactMap(\.rawMean)
            #expect(abs(means[0] - 80) < 1e-9)
            #expect(abs(means[1] - 50) < 1e-9)
            #expect(results.map(\.rank) == [1, 2])
            #expect(results.compactMap(\.adjusted).count == 2)
        }
    }

    @Test("An award with one winner takes no second, and no joint winner beside it")
    func oneWinner() async throws {
        try await TestHouse.with { house in
            let (stars, first, second, chair) = try await scored(house)
            _ = try await stars.awards.decide(first, .winner, reason: "Best", by: chair)
            await #expect(throws: AwardsRefusal.slotsTaken(1)) {
                try await stars.awards.decide(second, .winner, reason: "Also", by: chair)
            }
            await #expect(throws: AwardsRefusal.winnerAndJoint) {
                try await stars.awards.decide(second, .jointWinner, reason: "Also", by: chair)
            }
            _ = try await stars.awards.decide(first, .jointWinner, reason: "Both", by: chair)
            _ = try await stars.awards.decide(second, .jointWinner, reason: "Both", by: chair)
        }
    }

    @Test("Only the chair decides: not staff, not an admin, not another judge")
    func whoDecides() async throws {
        try await TestHouse.with { house in
            let (stars, first, _, _) = try await scored(house)
            for other in ["officer@example.org", "admin@example.org", "p5@example.org"] {
                let other = try await stars.week.actor(other)
                await #expect(throws: AwardsRefusal.notAssigned) {
                    try await stars.awards.decide(first, .winner, reason: "Best", by: other)
                }
            }
        }
    }

    @Test("Below the quorum nobody wins unless the panel waives it, which is kept")
    func quorum() async throws {
        try await TestHouse.with { house in
            let (stars, first, _, chair) = try await scored(house, judges: ["lead"])
            await #expect(throws: AwardsRefusal.belowQuorum(1, quorum: 2)) {
                try await stars.awards.decide(first, .winner, reason: "Best", by: chair)
            }
            let decided = try await stars.awards.decide(
                first, .winner, reason: "Two judges were ill", waivesQuorum: true, by: chair)
            #expect(decided.isWaived)
        }
    }

    @Test("A frozen result verifies, stays as it is, and is another when anything was other")
    func freeze() async throws {
        try await TestHouse.with { house in
            let (stars, first, second, chair) = try await scored(house)
            await #expect(throws: AwardsRefusal.noDecisions(["heart"])) {
                try await stars.awards.freeze("stars", by: stars.week.staff)
            }
            _ = try await stars.awards.decide(first, .winner, reason: "Best", by: chair)
            _ = try await stars.awards.decide(second, .commended, reason: "Good", by: chair)
            let before = try await stars.awards.freeze("stars", by: stars.week.staff)
            let verified = try await stars.awards.verifyFreeze("stars", by: stars.week.staff)
            #expect(verified.holds)
            #expect(verified.hash == before)
            await #expect(throws: AwardsRefusal.isFrozen) {
                try await stars.awards.decide(second, .highlyCommended, reason: "Better", by: chair)
            }
            await #expect(throws: AwardsRefusal.isFrozen) {
                try await stars.awards.freeze("stars", by: stars.week.staff)
            }
        }
    }

    @Test("Freezing with candidates undecided asks first, and then they are not placed")
    func undecided() async throws {
        try await TestHouse.with { house in
            let (stars, first, second, chair) = try await scored(house)
            _ = try await stars.awards.decide(first, .winner, reason: "Best", by: chair)
            let readiness = try await stars.awards.freezeReadiness(of: "stars", by: stars.week.admin)
            #expect(readiness.isReady && readiness.left == ["1 of Heart"])
            await #expect(throws: AwardsRefusal.undecided(["1 of Heart"])) {
                try await stars.awards.freeze("stars", by: stars.week.staff)
            }
            _ = try await stars.awards.freeze("stars", placesNobodyElse: true, by: stars.week.staff)
            #expect(
                try await house.holds(
                    "'not_placed' = (select d.outcome from app.decision d join app.candidate k on k.id = d.candidate_id where k.code = '\(second.code ?? "")')"
                ))
            #expect(try await stars.awards.verifyFreeze("stars", by: stars.week.staff).holds)
        }
    }

    @Test("A decision changed behind the program's back is found by verifying and by the checks")
    func tampered() async throws {
        let house = try await TestHouse.open()
        let (stars, first, _, chair) = try await scored(house)
        _ = try await stars.awards.decide(first, .winner, reason: "Best", by: chair)
        _ = try await stars.awards.freeze("stars", placesNobodyElse: true, by: stars.week.staff)
        try await house.asOwner { owner in
            try await owner.execute(
                unsafe:
                    "alter table app.decision disable trigger all; update app.decision set outcome = 'commended', slot = null"
            )
        }
        #expect(try await !stars.awards.verifyFreeze("stars", by: stars.week.staff).holds)
        let violations = try await house.services.check.violations()
        #expect(violations.map(\.invariant) == ["I13_frozen_results_hold"])
        await house.database.close()
    }

    @Test("One person sets or lengthens an embargo, and two shorten it")
    func embargo() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let (late, early) = (try moment("2018-03-23 21:00"), try moment("2018-03-20 09:00"))
            #expect(try await stars.awards.setEmbargo("stars", until: late, by: stars.week.staff) == .isSet(late))
            let waits = AwardsService.EmbargoAnswer.waitsForAnother(early, until: late)
            #expect(try await stars.awards.setEmbargo("stars", until: early, by: stars.week.staff) == waits)
            #expect(try await stars.awards.setEmbargo("stars", until: early, by: stars.week.staff) == waits)
            #expect(try await stars.awards.setEmbargo("stars", until: early, by: stars.week.admin) == .isSet(early))
        }
    }

    @Test("Everyone celebrated has neither scores nor ranks, and is decided by the chair all the same")
    func celebrated() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house, kind: .celebrated)
            let candidate = try await stars.candidate("Zebedee Quill", by: "p1@example.org", in: "young")
            try await stars.panel()
            await #expect(throws: AwardsRefusal.noScoresHere) {
                try await stars.awards.assign("stars", by: stars.week.staff)
            }
            await #expect(throws: AwardsRefusal.noScoresHere) {
                try await stars.awards.results(of: TestAwards.path("young"), by: stars.week.staff)
            }
            let chair = try await stars.week.actor("lead@example.org")
            _ = try await stars.awards.decide(candidate, .celebrated, reason: "For all of it", by: chair)
            _ = try await stars.awards.freeze("stars", by: stars.week.staff)
        }
    }

    @Test("Rules are hashed over the same text whatever the order in which they were entered")
    func rules() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let scheme = try await stars.awards.scheme("stars", by: stars.week.staff)
            let categories = try await stars.awards.categories(of: "stars", by: stars.week.staff)
            let criteria = try await stars.awards.allCriteria(of: "stars", by: stars.week.staff)
            #expect(scheme.rules == RulesText.of(scheme, categories.reversed(), criteria.reversed()))
            #expect(scheme.rulesHash?.count == 64)
        }
    }
}
