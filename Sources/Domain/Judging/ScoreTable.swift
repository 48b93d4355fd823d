/// The scores that count, of one category in one round. Every figure is made from it.
package struct ScoreTable: Sendable, Equatable {
    /// Scores further from zero than this are refused.
    static let limit = 1e9

    /// By rising key, with and without scores.
    package let candidates: [Int]
    /// By rising key, with and without scores.
    package let judges: [Int]
    /// By rising candidate, then judge; one for each pair at most.
    package let scores: [Score]
    /// Scores of judges who stepped back from the candidate: kept to be shown, outside every figure.
    package let setAside: [Score]

    /// Who is in it, in places of `candidates` and `judges`, score by score.
    let rows: [Int]
    let columns: [Int]
    /// The scores of the candidate at a place are `starts[place]..<starts[place + 1]`.
    let starts: [Int]

    /// Takes the keys in any order, and more than once. A score of a pair in `recusals` is set aside.
    package init(
        candidates: some Sequence<Int>, judges: some Sequence<Int>, scores: [Score], recusals: Set<Pairing> = []
    ) throws(JudgingRefusal) {
        self.candidates = Set(candidates).sorted()
        self.judges = Set(judges).sorted()
        let sorted = scores.sorted { $0.pairing < $1.pairing }
        for (one, next) in zip(sorted, sorted.dropFirst()) where one.pairing == next.pairing {
            throw .scoredTwice(candidate: one.candidate, judge: one.judge)
        }
        var places = Self.places(of: self.candidates)
        var rows: [Int] = []
        for score in sorted {
            guard score.value.isFinite, abs(score.value) <= Self.limit,
                score.parts.values.allSatisfy({ $0.isFinite && abs($0) <= Self.limit })
            else { throw .notANumber(candidate: score.candidate, judge: score.judge) }
            guard let row = places[score.candidate] else { throw .unknownCandidate(score.candidate) }
            if !recusals.contains(score.pairing) { rows.append(row) }
        }
        places = Self.places(of: self.judges)
        var columns: [Int] = []
        for score in sorted {
            guard let column = places[score.judge] else { throw .unknownJudge(score.judge) }
            if !recusals.contains(score.pairing) { columns.append(column) }
        }
        self.scores = sorted.filter { !recusals.contains($0.pairing) }
        setAside = sorted.filter { recusals.contains($0.pairing) }
        self.rows = rows
        self.columns = columns
        var starts = [Int](repeating: 0, count: self.candidates.count + 1)
        for row in rows { starts[row + 1] += 1 }
        for place in self.candidates.indices { starts[place + 1] += starts[place] }
        self.starts = starts
    }

    /// The scores of the candidate at a place of `candidates`.
    func scores(at place: Int) -> ArraySlice<Score> {
        scores[starts[place]..<starts[place + 1]]
    }

    /// Figures made of these scores that are no further apart than this are the same figure: what lies between them is the
    /// noise of binary fractions, and a third and two thirds must not beat a half and a half. Different marks never come
    /// this close.
    package var gap: Double {
        let values = scores.map(\.value)
        guard let lowest = values.min(), let highest = values.max() else { return 0 }
        return 1e-9 * (highest - lowest) + 1e-12 * max(abs(lowest), abs(highest))
    }

    static func places(of keys: [Int]) -> [Int: Int] {
        Dictionary(zip(keys, keys.indices)) { first, _ in first }
    }

    /// Every judge who scored anything scored every candidate who was scored.
    package var isComplete: Bool {
        let judges = Set(columns).count
        let candidates = Set(rows).count
        return !scores.isEmpty && judges * candidates == scores.count
    }
}
