/// Settles ties in the published order, and says which rung settled each. Never by chance, by name or by who came first:
/// what no rung settles is a joint award.
package struct TieLadder: Sendable {
    /// The names are stored with the result.
    package enum Rung: String, CaseIterable, Sendable {
        /// The score that the rules rank by; no tie at all.
        case score
        case rawMean = "raw_mean"
        case topCriterion = "top_criterion"
        case headToHead = "head_to_head"
        case firstPlaces = "first_places"
        case panelVote = "panel_vote"
        case joint
    }

    /// One member's vote for one of those who are tied.
    package struct Vote: Sendable, Hashable {
        package let judge: Int
        package let candidate: Int

        package init(judge: Int, candidate: Int) {
            self.judge = judge
            self.candidate = candidate
        }
    }

    /// Counts differ by one at least, and parts of criteria lie between 0 and 1.
    private static let smallest = 1e-9

    let table: ScoreTable
    let topCriteria: Set<Int>
    let votes: [Vote]
    let conflicts: Set<Pairing>
    private let places: [Int: Int]
    private let gap: Double

    /// `topCriteria` are the rubric's heaviest. A vote counts in the tie that its candidate is in, unless its voter is in
    /// conflict with one of those tied, or voted for two of them.
    package init(
        table: ScoreTable, topCriteria: Set<Int>, votes: [Vote] = [], conflicts: Set<Pairing> = []
    ) {
        self.table = table
        self.topCriteria = topCriteria
        self.votes = votes
        self.conflicts = conflicts
        places = ScoreTable.places(of: table.candidates)
        gap = table.gap
    }

    /// Places by the score that the rules rank by, one for each candidate who has one. Where that is the raw mean, pass it.
    package func placings(by scores: [Int: Double]) -> Placings {
        let candidates = table.candidates
        var all: [Placing] = []
        for group in Ranking.groups(candidates.map { scores[$0] }, gap: gap) {
            let tied = group.map { candidates[$0] }
            for settled in settle(tied, after: .score) {
                let place = all.count + 1
                for candidate in settled.candidates.sorted() {
                    all.append(
                        Placing(
                            candidate: candidate, place: place, rung: tied.count == 1 ? .score : settled.rung,
                            sharedWith: settled.candidates.filter { $0 != candidate }.sorted(),
                            tiedWith: tied.filter { $0 != candidate }.sorted()))
                }
            }
        }
        let placed = Set(all.map(\.candidate))
        return Placings(all: all, unranked: candidates.filter { !placed.contains($0) })
    }

    private struct Settled {
        let candidates: [Int]
        let rung: Rung
    }

    /// Goes up the ladder with a group until each is alone or the ladder ends. A group that a rung splits goes on from
    /// there; only head-to-head is asked again, as its answer depends on who is left.
    private func settle(_ tied: [Int], after last: Rung) -> [Settled] {
        guard tied.count > 1 else { return [Settled(candidates: tied, rung: last)] }
        guard let index = Rung.allCases.firstIndex(of: last) else { return [] }
        let again = last == .headToHead ? index : index + 1
        for rung in Rung.allCases.dropFirst(again) where rung != .joint {
            let groups = split(tied, by: rung)
            if groups.count > 1 {
                return groups.flatMap { settle($0, after: rung) }
            }
        }
        return [Settled(candidates: tied, rung: .joint)]
    }

    private func split(_ tied: [Int], by rung: Rung) -> [[Int]] {
        let values: [Double?] =
            switch rung {
            case .score, .joint: []
            case .rawMean: tied.map { mean(of: $0) }
            case .topCriterion: tied.map { topCriterion(of: $0) }
            case .headToHead: headToHead(tied)
            case .firstPlaces: tied.map { Double(firstPlaces[$0] ?? 0) }
            case .panelVote: panelVote(tied)
            }
        guard values.count == tied.count, values.allSatisfy({ $0 != nil }) else { return [tied] }
        return Ranking.groups(values, gap: rung == .rawMean ? gap : Self.smallest).map { group in group.map { tied[$0] }
        }
    }

    private func scores(of candidate: Int) -> ArraySlice<Score> {
        places[candidate].map { table.scores(at: $0) } ?? []
    }

    private func mean(of candidate: Int) -> Double? {
        Summation.mean(scores(of: candidate).map(\.value))
    }

    private func topCriterion(of candidate: Int) -> Double? {
        Summation.mean(scores(of: candidate).flatMap { score in topCriteria.compactMap { score.parts[$0] } })
    }

    /// For each, how many of the others it beats less how many beat it, by most of the judges who scored both.
    private func headToHead(_ tied: [Int]) -> [Double?] {
        let given = tied.map { candidate in
            Dictionary(scores(of: candidate).map { ($0.judge, $0.value) }) { first, _ in first }
        }
        var wins = [Int](repeating: 0, count: tied.count)
        for one in tied.indices {
            for other in tied.indices where other > one {
                var balance = 0
                for (judge, value) in given[one] {
                    guard let theirs = given[other][judge] else { continue }
                    if abs(value - theirs) > gap { balance += value > theirs ? 1 : -1 }
                }
                wins[one] += balance.signum()
                wins[other] -= balance.signum()
            }
        }
        return wins.map(Double.init)
    }

    /// How many judges put the candidate first, alone or with others, among at least two candidates that they scored.
    private var firstPlaces: [Int: Int] {
        var counts: [Int: Int] = [:]
        for own in Dictionary(grouping: table.scores, by: \.judge).values where own.count > 1 {
            guard let first = Ranking.groups(own.map(\.value), gap: gap).first else { continue }
            for place in first { counts[own[place].candidate, default: 0] += 1 }
        }
        return counts
    }

    private func panelVote(_ tied: [Int]) -> [Double?] {
        let mine = Set(votes.filter { tied.contains($0.candidate) })
        let byJudge = Dictionary(grouping: mine, by: \.judge)
        var counts: [Int: Int] = [:]
        for (judge, own) in byJudge where own.count == 1 {
            if tied.contains(where: { conflicts.contains(Pairing(candidate: $0, judge: judge)) }) { continue }
            if let vote = own.first { counts[vote.candidate, default: 0] += 1 }
        }
        return tied.map { Double(counts[$0] ?? 0) }
    }
}
