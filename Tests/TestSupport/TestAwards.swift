package import Domain
import Foundation
package import Services

/// A scheme of awards to act in, on a `TestWeek`: category `heart` for a person and `team` for a team, each with the criteria Impact
/// (weight 2) and Care, open from 1 January to 1 February 2018. Nobody is nominated yet.
package struct TestAwards: Sendable {
    package let week: TestWeek
    package var awards: AwardsService { week.house.services.awards }

    package static func make(
        in house: TestHouse, kind: Scheme.Kind = .competitive, published: Bool = true
    ) async throws -> TestAwards {
        let made = TestAwards(week: try await TestWeek.make(in: house))
        let staff = made.week.staff
        _ = try await made.awards.addScheme(
            NewScheme(
                slug: "stars", title: "Stars 2018", kind: kind, opensAt: moment("2018-01-01 00:00"),
                closesAt: moment("2018-02-01 00:00")), by: staff)
        for (slug, kind) in [("heart", AwardCategory.NomineeKind.person), ("team", .team), ("young", .youngPerson)] {
            _ = try await made.awards.addCategory(
                NewCategory(
                    slug: slug, title: slug.capitalized, nomineeKind: kind,
                    bands: kind == .youngPerson ? ["8-10", "11+"] : []),
                to: "stars", by: staff)
            _ = try await made.awards.addCriterion("Impact", to: path(slug), weight: 2, by: staff)
            _ = try await made.awards.addCriterion("Care", to: path(slug), by: staff)
        }
        if published { _ = try await made.awards.publish("stars", by: staff) }
        return made
    }

    package static func path(_ category: String) -> AwardPath { AwardPath(scheme: "stars", part: category) }

    @discardableResult
    package func nominate(
        _ nominee: String, by nominator: String, in category: String = "heart", _ statement: String = "Always there."
    ) async throws -> Nomination {
        let entry: NomineeEntry =
            switch category {
            case "team": .team(nominee)
            case "young": .youngPerson(legalName: nominee.isEmpty ? nil : nominee)
            default: .person(nominee)
            }
        return try await awards.nominate(
            NewNomination(
                category: TestAwards.path(category), nominator: nominator, nominee: entry, statement: statement),
            by: week.staff)
    }

    /// Nominates and accepts. Answers the candidate.
    package func candidate(_ nominee: String, by nominator: String, in category: String = "heart") async throws
        -> AwardPath
    {
        let nomination = try await nominate(nominee, by: nominator, in: category)
        let accepted = try await awards.accept(nomination.id, by: week.staff)
        return try AwardPath(candidate: accepted.candidate ?? "")
    }

    /// A panel for every category: the lead chairs, and the others judge.
    package func panel(_ judges: String...) async throws {
        _ = try await awards.addPanel(
            AwardPath(scheme: "stars", part: "main"), chair: "lead@example.org", by: week.staff)
        for judge in judges {
            _ = try await awards.addJudge(judge, to: AwardPath(scheme: "stars", part: "main"), by: week.staff)
        }
    }

    @discardableResult
    package func score(_ candidate: AwardPath, _ judge: String, _ impact: Int, _ care: Int) async throws
        -> AwardsService.BallotReceipt
    {
        try await awards.submitBallot(
            candidate, marks: [.init(criterion: "Impact", mark: impact), .init(criterion: "Care", mark: care)],
            by: week.actor(judge))
    }
}
