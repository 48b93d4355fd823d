/// How much it matters that a panel talks about a candidate.
package struct DiscussionPoint: Sendable, Equatable {
    package let candidate: Int
    /// From the line between those who are in and those who are not, in standard errors of the mean: below about two, the
    /// scores alone do not settle on which side the candidate belongs. Nil where there is nobody on the other side.
    package let distance: Double?
    /// Between the highest and the lowest score.
    package let spread: Double
}

extension ScoreTable {
    /// The candidates with scores, first those nearest to the line after so many places, then those whom judges see most
    /// differently. The line lies halfway between the last mean that is in and the first that is not.
    package func discussion(seats: Int) -> [DiscussionPoint] {
        let raw = rawScores().filter { $0.mean != nil }
        let means = raw.compactMap(\.mean).sorted(by: >)
        var line: Double?
        if seats > 0, seats < means.count { line = (means[seats - 1] + means[seats]) / 2 }
        let error = errorOfOneScore
        let points = raw.map { score -> DiscussionPoint in
            let distance = line.flatMap { line -> Double? in
                guard let mean = score.mean, let error else { return nil }
                return abs(mean - line) / (error / Double(score.judges).squareRoot())
            }
            return DiscussionPoint(
                candidate: score.candidate, distance: distance, spread: (score.highest ?? 0) - (score.lowest ?? 0))
        }
        // The two next to the line are as far from it as each other, but for noise.
        let ranks = Ranking.ranks(points.map { $0.distance.map { -$0 } }, gap: 1e-9)
        return zip(ranks, points)
            .sorted {
                ($0.0 ?? .max, -$0.1.spread, $0.1.candidate) < ($1.0 ?? .max, -$1.1.spread, $1.1.candidate)
            }
            .map(\.1)
    }

    /// The standard deviation of the scores of one candidate, of all candidates together; nil where no candidate has two
    /// scores, or judges never differ.
    private var errorOfOneScore: Double? {
        var squares: [Double] = []
        var freedom = 0
        for place in candidates.indices {
            let values = scores(at: place).map(\.value)
            guard values.count > 1, let mean = Summation.mean(values) else { continue }
            squares += values.map { ($0 - mean) * ($0 - mean) }
            freedom += values.count - 1
        }
        let error = freedom > 0 ? (Summation.sum(squares) / Double(freedom)).squareRoot() : 0
        return error > gap ? error : nil
    }
}
