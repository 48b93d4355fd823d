import Domain
import Foundation
import Services
import TestSupport
import Testing

@Suite("Awards, in their details")
struct AwardDetailsTests {
    @Test("Judges who see a code read the checked text alone, never what nominators wrote")
    func blind() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house, published: false)
            let (awards, staff) = (stars.awards, stars.week.staff)
            let path = AwardPath(scheme: "stars", part: "quiet")
            _ = try await awards.addCategory(
                NewCategory(slug: "quiet", title: "Quiet", isBlind: true), to: "stars", by: staff)
            _ = try await awards.addCriterion("Care", to: path, by: staff)
            _ = try await awards.publish("stars", by: staff)
            for number in [5, 7] {
                _ = try await house.services.people.changePerson(
                    PersonDetails(email: "p\(number)@example.org", team: "", employer: ""), by: stars.week.admin)
            }
            let made = try await awards.nominate(
                NewNomination(
                    category: path, nominator: "p1@example.org", nominee: .person("p2@example.org"),
                    statement: "Person 2 is good."), by: staff)
            let candidate = try AwardPath(candidate: try await awards.accept(made.id, by: staff).candidate ?? "")
            _ = try await stars.panel("p5@example.org")
            _ = try await awards.assign("stars", by: staff)
            #expect(try await awards.figures(by: staff, scheme: "stars").first?.unreadable == 1)
            #expect(try await house.services.protection.entries(by: staff).map(\.path) == [candidate])
            _ = try await awards.openRound("stars", by: staff)
            let judge = try await stars.week.actor("p5@example.org")
            #expect(try await awards.deskCandidate(candidate, by: judge).candidate.texts == [])
            _ = try await house.services.people.addPerson(
                PersonDetails(email: "second@example.org", name: "Second Officer", roles: [.staff]),
                by: stars.week.admin)
            _ = try await house.services.protection.write(
                .panel, "They were there every day.", of: candidate, by: staff)
            try await house.services.protection.check(
                candidate, by: try await stars.week.actor("second@example.org"))
            #expect(
                try await awards.deskCandidate(candidate, by: judge).candidate.texts == ["They were there every day."])
            #expect(try await awards.figures(by: staff, scheme: "stars").first?.unreadable == 0)
        }
    }

    @Test("Bands stand in the order of the rules")
    func bands() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house, kind: .celebrated)
            for band in ["11+", "8-10"] {
                let made = try await stars.awards.nominate(
                    NewNomination(
                        category: TestAwards.path("young"), nominator: "p1@example.org",
                        nominee: .youngPerson(legalName: nil), band: band, statement: "Of \(band)."),
                    by: stars.week.staff)
                _ = try await stars.awards.accept(made.id, by: stars.week.staff)
            }
            let board = try await stars.awards.board(of: TestAwards.path("young"), by: stars.week.staff).board
            #expect(board.bands.map(\.name) == ["8-10", "11+"])
        }
    }

    @Test(
        "A ballot that is taken out after the close is told to whoever reads the board, and what was given stays readable after the freeze"
    )
    func takenOut() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await TestAwards.judged(in: house)
            for candidate in [first, second] {
                for judge in ["lead", "p5", "p7"] { try await stars.score(candidate, "\(judge)@example.org", 8, 8) }
            }
            let awards = stars.awards
            _ = try await awards.closeRound("stars", by: stars.week.staff)
            let chair = try await stars.week.actor("lead@example.org")
            #expect(try await awards.board(of: TestAwards.path("heart"), by: chair).board.takenOut == 0)
            let judge = try await stars.week.actor("p7@example.org")
            _ = try await awards.declareConflict(first, reason: "I know this person", by: judge)
            #expect(try await awards.board(of: TestAwards.path("heart"), by: chair).board.takenOut == 1)
            _ = try await awards.decide(first, .winner, reason: "Best", by: chair)
            _ = try await awards.decide(second, .commended, reason: "Good", by: chair)
            _ = try await awards.freeze("stars", by: stars.week.staff)
            let entries = try await awards.desk(by: judge)
            #expect(entries.map(\.path) == [second] && entries.allSatisfy { $0.isFrozen && !$0.isLeft })
        }
    }

    @Test("Whoever tries addresses is told the same of one that nobody has and of one who judges")
    func addresses() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            try await stars.panel("p5@example.org")
            let guest = try await stars.week.actor("p1@example.org")
            for email in ["p5@example.org", "nobody@example.org"] {
                await #expect(throws: AwardsRefusal.judgeIsNominee) {
                    try await stars.awards.nominate(
                        NewNomination(
                            category: TestAwards.path("heart"), nominee: .person(email), statement: "Always there."),
                        by: guest)
                }
            }
            await #expect(throws: PeopleRefusal.self) {
                try await stars.nominate("nobody@example.org", by: "p1@example.org")
            }
        }
    }
}
