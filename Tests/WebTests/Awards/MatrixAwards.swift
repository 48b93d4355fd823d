import Domain
import Services
import TestSupport

/// What the rows about awards are about: a published scheme that takes nominations, and a draft.
enum MatrixAwards {
    static func setUp(in house: TestHouse) async throws {
        let awards = house.services.awards
        let by = house.operating
        for slug in ["stars", "dusk"] {
            _ = try await awards.addScheme(
                NewScheme(
                    slug: slug, title: "Of \(slug)", kind: .competitive, opensAt: try moment("2018-01-01 00:00"),
                    closesAt: try moment("2018-02-01 00:00")), by: by)
            _ = try await awards.addCategory(NewCategory(slug: "heart", title: "Heart"), to: slug, by: by)
            _ = try await awards.addCriterion("Care", to: AwardPath(scheme: slug, part: "heart"), by: by)
        }
        _ = try await awards.publish("stars", by: by)
    }

    static func scheme(_ row: Matrix.Row) -> String { row.state == "draft" ? "dusk" : "stars" }
}
