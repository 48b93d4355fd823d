/// Who may score whom, how many judges each candidate needs, and what is preferred.
package struct AssignmentProblem: Sendable, Equatable {
    package struct Candidate: Sendable, Equatable {
        package let key: Int
        package let needs: Int

        package init(key: Int, needs: Int) {
            self.key = key
            self.needs = needs
        }
    }

    package struct Judge: Sendable, Equatable {
        package let key: Int
        package let least: Int
        package let most: Int

        package init(key: Int, least: Int = 0, most: Int) {
            self.key = key
            self.least = least
            self.most = most
        }
    }

    /// What weighs how much: most of all that a ballot that was begun stays, then a pair of the last run, then
    /// preferences, then even loads.
    enum Weight {
        static let begun = 2_000_000
        static let kept = 200_000
        /// For each step of a preference, of which there are at most `mostPreference` either way.
        static let preference = 1_000
        /// A judge's n-th candidate costs 2n - 1 times this: the squares of the loads are kept small.
        static let load = 10
    }

    package static let mostPreference = 100
    static let mostCandidates = 20_000
    static let mostJudges = 2_000
    static let mostPairs = 1_000_000

    /// By rising key.
    package let candidates: [Candidate]
    /// By rising key.
    package let judges: [Judge]
    /// Conflicts, recusals, the same team or line of management, nominators and nominees. They outrank everything.
    package let forbidden: Set<Pairing>
    /// Above zero: rather not; below zero: rather.
    package let preferences: [Pairing: Int]
    /// The pairs of the last run, which stay where they can.
    package let existing: Set<Pairing>
    /// The pairs whose ballot was begun, which stay before all others.
    package let begun: Set<Pairing>

    package init(
        candidates: [Candidate], judges: [Judge], forbidden: Set<Pairing> = [], preferences: [Pairing: Int] = [:],
        existing: Set<Pairing> = [], begun: Set<Pairing> = []
    ) throws(JudgingRefusal) {
        let sane = -Self.mostPreference...Self.mostPreference
        let many = 0...Self.mostPairs
        guard Set(candidates.map(\.key)).count == candidates.count, Set(judges.map(\.key)).count == judges.count,
            candidates.count <= Self.mostCandidates, judges.count <= Self.mostJudges,
            many.contains(candidates.count * judges.count), candidates.allSatisfy({ many.contains($0.needs) }),
            judges.allSatisfy({ $0.least >= 0 && $0.least <= $0.most }), preferences.values.allSatisfy(sane.contains)
        else { throw .badAssignment }
        self.candidates = candidates.sorted { $0.key < $1.key }
        self.judges = judges.sorted { $0.key < $1.key }
        self.forbidden = forbidden
        self.preferences = preferences
        self.existing = existing
        self.begun = begun
    }

    /// What is usual: with ten candidates or fewer everybody without a conflict scores everybody; with more, each needs
    /// `judgesEach`, or as many as may score them.
    package static func usual(
        candidates: [Int], judges: [Int], judgesEach: Int = 4, forbidden: Set<Pairing> = [],
        preferences: [Pairing: Int] = [:], existing: Set<Pairing> = [], begun: Set<Pairing> = []
    ) throws(JudgingRefusal) -> AssignmentProblem {
        let few = candidates.count <= 10
        let wanted = candidates.map { candidate in
            let allowed = judges.count { !forbidden.contains(Pairing(candidate: candidate, judge: $0)) }
            return Candidate(key: candidate, needs: few ? allowed : min(max(0, judgesEach), allowed))
        }
        return try AssignmentProblem(
            candidates: wanted, judges: judges.map { Judge(key: $0, most: candidates.count) }, forbidden: forbidden,
            preferences: preferences, existing: existing, begun: begun)
    }

    /// The pairs that may be, as places of `candidates` and `judges`, with what each costs: by judge, then candidate.
    var allowed: [AllowedPair] {
        var pairs: [AllowedPair] = []
        for (column, judge) in judges.enumerated() where judge.most > 0 {
            for (row, candidate) in candidates.enumerated() where candidate.needs > 0 {
                let pair = Pairing(candidate: candidate.key, judge: judge.key)
                if forbidden.contains(pair) { continue }
                var cost = (preferences[pair] ?? 0) * Weight.preference
                if begun.contains(pair) { cost -= Weight.begun } else if existing.contains(pair) { cost -= Weight.kept }
                pairs.append(AllowedPair(row: row, column: column, cost: cost))
            }
        }
        return pairs
    }
}

/// A pair that may be: a candidate and a judge by their places, and its cost without loads.
struct AllowedPair: Sendable, Equatable {
    let row: Int
    let column: Int
    let cost: Int
}
