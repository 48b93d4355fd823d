import Foundation

/// The rules of a scheme as one canonical text: the same rules give the same bytes, whoever asks and in whatever order
/// they were entered. Its SHA-256 is what is published.
package enum RulesText {
    package static func of(_ scheme: Scheme, _ categories: [AwardCategory], _ criteria: [AwardCriterion]) -> String {
        var lines = [
            "Practice Week award rules, form 1",
            "scheme: \(scheme.slug)",
            "title: \(scheme.title)",
            "kind: \(scheme.kind.rawValue)",
            "ranking: \(scheme.ranking.rawValue)",
            "opens: \(London.rfc3339(scheme.opensAt))",
            "closes: \(London.rfc3339(scheme.closesAt))",
            "grace in minutes: \(scheme.graceMinutes)",
            "words at most: \(scheme.wordLimit)",
            "quorum of ballots: \(scheme.quorum)",
            "ties: "
                + TieLadder.Rung.allCases.map { $0.rawValue.replacing("_", with: " ") }.joined(separator: ", then "),
        ]
        if let most = scheme.mostAwards { lines.append("awards that one nominee may stand in: \(most)") }
        for category in categories.sorted(by: { $0.slug < $1.slug }) {
            lines += [
                "", "category: \(category.slug)", "title: \(category.title)", "for: \(category.nomineeKind.word)",
                "winners: \(category.winners)", "judges see the nominee: \(seen(category))",
                "bands: \(category.bands.joined(separator: "; "))",
                "eligibility: \(oneLine(category.eligibility))",
            ]
            let own = criteria.filter { $0.category == category.slug }.sorted {
                Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8))
            }
            for criterion in own {
                lines.append(
                    "criterion: \(criterion.name); weight \(weight(criterion.weight)); from \(criterion.lowest) to \(criterion.highest); \(oneLine(criterion.scale))"
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func seen(_ category: AwardCategory) -> String {
        if category.isBlind { return "no" }
        return category.nomineeKind == .youngPerson ? "under a made-up name" : "yes"
    }

    private static func oneLine(_ text: String) -> String {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " / ")
    }

    /// Whole weights without a fraction; others as Swift prints them, the shortest text that reads back the same.
    private static func weight(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }
}
