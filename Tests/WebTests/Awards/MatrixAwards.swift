import Domain
import Foundation
import Services
import TestSupport

/// What the rows about awards are about: a published scheme that takes nominations (`stars`), a draft (`dusk`), one whose round is
/// over, in which the facilitator chairs and the practitioner judges (`sun`), and one whose round is open with the facilitator as its
/// judge (`moon`).
struct MatrixAwards: Sendable {
    private let ids: [String: String]

    init(in house: TestHouse) async throws {
        let awards = house.services.awards
        let by = house.operating
        var ids: [String: String] = [:]
        for slug in ["stars", "dusk", "sun", "moon"] {
            _ = try await awards.addScheme(
                NewScheme(
                    slug: slug, title: "Of \(slug)", kind: .competitive, opensAt: try moment("2018-01-01 00:00"),
                    closesAt: try moment("2018-02-01 00:00")), by: by)
            _ = try await awards.addCategory(NewCategory(slug: "heart", title: "Heart"), to: slug, by: by)
            let path = AwardPath(scheme: slug, part: "heart")
            let criterion = try await awards.addCriterion("Care", to: path, by: by)
            ids["criterion \(slug)"] = String(criterion.id.rawValue)
            guard slug != "dusk" else { continue }
            _ = try await awards.publish(slug, by: by)
            for (nominee, key) in [("p7@example.org", "code"), ("p8@example.org", "nomination")] {
                let made = try await awards.nominate(
                    NewNomination(
                        category: path, nominator: "p6@example.org", nominee: .person(nominee),
                        statement: "Always there."), by: by)
                ids["nomination \(slug)"] = made.id.uuidString.lowercased()
                guard key == "code" else {
                    // A round opens only when everything is looked at.
                    if slug != "stars" { _ = try await awards.ineligible(made.id, reason: "Has left", by: by) }
                    continue
                }
                let accepted = try await awards.accept(made.id, by: by)
                ids["code \(slug)"] = try AwardPath(candidate: accepted.candidate ?? "").code
            }
        }
        self.ids = ids
        try await judge(in: house)
        let moon = AwardPath(scheme: "moon", part: "main")
        _ = try await awards.addPanel(moon, chair: "lead@example.org", by: by)
        _ = try await awards.assign("moon", by: by)
        _ = try await awards.openRound("moon", by: by)
    }

    private func judge(in house: TestHouse) async throws {
        let awards = house.services.awards
        let by = house.operating
        let panel = AwardPath(scheme: "sun", part: "main")
        _ = try await awards.addPanel(panel, chair: "lead@example.org", by: by)
        _ = try await awards.addJudge("p1@example.org", to: panel, by: by)
        // As they share a team: whoever chairs has to be free to.
        let candidate = AwardPath(scheme: "sun", part: "heart", code: ids["code sun"])
        for judge in ["lead@example.org", "p1@example.org"] {
            try? await awards.dismissConflict(candidate, judge: judge, reason: "They never met", by: by)
        }
        _ = try await awards.assign("sun", by: by)
        _ = try await awards.openRound("sun", by: by)
        for judge in ["lead@example.org", "p1@example.org"] {
            let actor = try await house.services.access.person(ofToken: try await house.token(judge)).actor(.web)
            _ = try await awards.submitBallot(candidate, marks: [.init(criterion: "Care", mark: 7)], by: actor)
        }
        _ = try await awards.closeRound("sun", by: by)
    }

    static func scheme(_ row: Matrix.Row) -> String {
        if let named = ["draft": "dusk", "judged": "moon"][row.state] { return named }
        return ["chair", "judge", "none"].contains(row.relation) ? "sun" : "stars"
    }

    /// The address with what it is about in the place of its placeholders.
    func filled(_ path: String, _ row: Matrix.Row) -> String {
        let scheme = Self.scheme(row)
        func thing(_ name: String) -> String { ids["\(name) \(scheme)"] ?? "0" }
        let nomination =
            row.relation == "other's" ? ids["nomination stars"] ?? "" : thing("nomination")
        return path.replacing("{scheme}", with: scheme).replacing("{category}", with: "heart")
            .replacing("{criterion}", with: thing("criterion")).replacing("{panel}", with: "main")
            .replacing("{code}", with: thing("code")).replacing("{nomination}", with: nomination)
    }

    /// What a call about awards sends.
    static func body(_ row: Matrix.Row) -> String? {
        guard row.route.hasPrefix("/api/v1/schemes") || row.route.hasPrefix("/api/v1/nominations") else { return nil }
        if row.route.hasSuffix("/decision") { return #"{"outcome":"not_placed","reason":"Another was ahead"}"# }
        if row.route.hasSuffix("/dismissal") { return #"{"judge":"p9@example.org","reason":"No longer so"}"# }
        if row.route.hasSuffix("/conflicts") { return #"{"reason":"We share an office"}"# }
        if row.route.hasSuffix("/ballots") { return #"{"marks":{"Care":5}}"# }
        if row.route.hasSuffix("/nominations") { return #"{"nominee":"p9@example.org","statement":"Always there."}"# }
        return "{}"
    }
}
