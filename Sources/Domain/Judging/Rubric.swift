/// The criteria of a category, frozen at the first ballot of the round: turns marks into scores.
package struct Rubric: Sendable, Equatable {
    static let mostCriteria = 100

    /// By rising key.
    package let criteria: [ScoredCriterion]

    package init(_ criteria: [ScoredCriterion]) throws(JudgingRefusal) {
        guard (1...Self.mostCriteria).contains(criteria.count), Set(criteria.map(\.key)).count == criteria.count
        else { throw .badCriteria }
        self.criteria = criteria.sorted { $0.key < $1.key }
    }

    /// The keys of the criteria of the highest weight: usually one, more where they share it.
    package var heaviest: Set<Int> {
        let most = criteria.map(\.weight).max() ?? 0
        return Set(criteria.filter { $0.weight == most }.map(\.key))
    }

    /// Each mark goes to 0…1 by its own scale, and the score is their weighted mean. An optional criterion left blank
    /// takes its weight with it. A mark off its scale is refused in drafts too.
    package func standing(of paper: BallotPaper) throws(JudgingRefusal) -> BallotStanding {
        switch paper {
        case .notSeen: return .notSeen
        case .abstained: return .abstained
        case .draft(let marks):
            let parts = try fractions(of: marks)
            return .draft(missing: missing(in: parts))
        case .submitted(let marks):
            let parts = try fractions(of: marks)
            let missing = missing(in: parts)
            guard missing.isEmpty, !parts.isEmpty else { return .draft(missing: missing) }
            let given = criteria.filter { parts[$0.key] != nil }
            let total = Summation.sum(given.map(\.weight))
            let sum = Summation.sum(given.map { $0.weight * (parts[$0.key] ?? 0) })
            return .scored(BallotScore(value: min(1, max(0, sum / total)), parts: parts))
        }
    }

    private func fractions(of marks: [Int: Double]) throws(JudgingRefusal) -> [Int: Double] {
        var parts: [Int: Double] = [:]
        for criterion in criteria {
            guard let mark = marks[criterion.key] else { continue }
            guard let part = criterion.scale.fraction(of: mark) else {
                throw .outsideScale(
                    criterion: criterion.key, lowest: criterion.scale.lowest, highest: criterion.scale.highest)
            }
            parts[criterion.key] = part
        }
        if parts.count < marks.count, let stray = marks.keys.filter({ parts[$0] == nil }).min() {
            throw .unknownCriterion(stray)
        }
        return parts
    }

    /// Required and blank; where nothing is required and everything is blank, all of them.
    private func missing(in parts: [Int: Double]) -> [Int] {
        let required = criteria.filter { $0.isRequired && parts[$0.key] == nil }.map(\.key)
        return required.isEmpty && parts.isEmpty ? criteria.map(\.key) : required
    }
}
