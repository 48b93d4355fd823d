import Domain
import Services
import TestSupport

/// What the rows about awards are about: a published scheme that takes nominations, a draft, and one whose round is open, with the
/// facilitator as its judge.
struct MatrixAwards: Sendable {
    /// Of the candidate that is judged.
    private let code: String

    init(in house: TestHouse) async throws {
        let awards = house.services.awards
        let by = house.operating
        for slug in ["stars", "dusk", "moon"] {
            _ = try await awards.addScheme(
                NewScheme(
                    slug: slug, title: "Of \(slug)", kind: .competitive, opensAt: try moment("2018-01-01 00:00"),
                    closesAt: try moment("2018-02-01 00:00")), by: by)
            _ = try await awards.addCategory(NewCategory(slug: "heart", title: "Heart"), to: slug, by: by)
            _ = try await awards.addCriterion("Care", to: AwardPath(scheme: slug, part: "heart"), by: by)
        }
        for slug in ["stars", "moon"] { _ = try await awards.publish(slug, by: by) }
        let officer = try await house.services.access.person(ofToken: try await house.token("officer@example.org"))
        let staff = officer.actor(.web)
        let made = try await awards.nominate(
            NewNomination(
                category: AwardPath(scheme: "moon", part: "heart"), nominator: "p1@example.org",
                nominee: .person("p2@example.org"), statement: "Always there."), by: staff)
        let candidate = try await awards.accept(made.id, by: staff).candidate ?? ""
        code = try AwardPath(candidate: candidate).code ?? ""
        _ = try await awards.addPanel(AwardPath(scheme: "moon", part: "main"), chair: "lead@example.org", by: staff)
        _ = try await awards.assign("moon", by: staff)
        _ = try await awards.openRound("moon", by: staff)
    }

    /// The path with what stands for its placeholders.
    func filled(_ path: String, _ row: Matrix.Row) -> String {
        let scheme = ["draft": "dusk", "judged": "moon"][row.state] ?? "stars"
        return path.replacing("{scheme}", with: scheme).replacing("{category}", with: "heart")
            .replacing("{code}", with: code)
    }
}
