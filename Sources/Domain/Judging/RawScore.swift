/// The plain mean of a candidate's scores, which is always shown, with how many judges stand behind it.
package struct RawScore: Sendable, Equatable {
    package let candidate: Int
    /// Nil without any score, which is not the same as zero.
    package let mean: Double?
    package let judges: Int
    package let lowest: Double?
    package let highest: Double?
    /// A competition rank; nil without any score.
    package let rank: Int?
}

extension ScoreTable {
    /// One for each candidate, by rising key.
    package func rawScores() -> [RawScore] {
        let values = candidates.indices.map { place in scores(at: place).map(\.value) }
        let means = values.map(Summation.mean)
        let ranks = Ranking.ranks(means, gap: gap)
        return candidates.indices.map { place in
            RawScore(
                candidate: candidates[place], mean: means[place], judges: values[place].count,
                lowest: values[place].min(), highest: values[place].max(), rank: ranks[place])
        }
    }
}
