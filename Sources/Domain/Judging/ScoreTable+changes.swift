extension ScoreTable {
    /// Without a judge and all that the judge scored. A judge who is not there changes nothing.
    package func without(judge: Int) -> ScoreTable {
        (try? ScoreTable(
            candidates: candidates, judges: judges.filter { $0 != judge }, scores: scores.filter { $0.judge != judge }))
            ?? self
    }

    /// Without a candidate who withdrew before the result was frozen.
    package func without(candidate: Int) -> ScoreTable {
        (try? ScoreTable(
            candidates: candidates.filter { $0 != candidate }, judges: judges,
            scores: scores.filter { $0.candidate != candidate })) ?? self
    }

    /// One candidate of two that were the same person all along. Where a judge scored both, the two scores and their
    /// parts count as their mean, so that nobody is counted twice.
    package func merging(_ duplicate: Int, into candidate: Int) throws(JudgingRefusal) -> ScoreTable {
        guard duplicate != candidate else { throw .sameCandidate(candidate) }
        for key in [duplicate, candidate] where !candidates.contains(key) { throw .unknownCandidate(key) }
        var merged: [Pairing: Score] = [:]
        for score in scores {
            let key = score.candidate == duplicate ? candidate : score.candidate
            let own = Score(candidate: key, judge: score.judge, value: score.value, parts: score.parts)
            merged[own.pairing] = merged[own.pairing].map { Self.mean($0, own) } ?? own
        }
        return try ScoreTable(
            candidates: candidates.filter { $0 != duplicate }, judges: judges, scores: Array(merged.values))
    }

    private static func mean(_ one: Score, _ other: Score) -> Score {
        Score(
            candidate: one.candidate, judge: one.judge, value: (one.value + other.value) / 2,
            parts: one.parts.merging(other.parts) { ($0 + $1) / 2 })
    }

    /// The pairs that were asked for and brought no score: who is missing when a round closes before everybody is done.
    package func missing(of asked: Set<Pairing>) -> [Pairing] {
        asked.subtracting(scores.map(\.pairing)).sorted()
    }
}
