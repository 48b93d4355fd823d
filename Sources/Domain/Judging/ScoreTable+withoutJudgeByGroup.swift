/// Who would win in each group of candidates without one judge, where that is somebody else.
package struct GroupWinnersWithoutJudge: Sendable, Equatable {
    package let judge: Int
    /// For each group, whoever would win; nil where the winners stay the same.
    package let changes: [[Int]?]
}

extension ScoreTable {
    /// As `winnersWithoutEachJudge`, for places that are given away in groups of their own, such as bands of age: the model is made
    /// of all scores, and the winners are those of each group.
    package func winnersWithoutEachJudge(
        by basis: RankingBasis, among groups: [[Int]]
    ) -> [GroupWinnersWithoutJudge] {
        let fitted = basis == .adjusted ? try? adjusted() : nil
        let now = groups.map { winners(in: $0, fitted) }
        let active = Set(scores.map(\.judge)).sorted()
        let isLarge = min(active.count, candidates.count) > Self.mostNewVariances
        return active.map { judge in
            let table = without(judge: judge)
            let others: AdjustedScores? =
                basis != .adjusted
                ? nil
                : isLarge ? fitted.flatMap { try? table.adjusted(variances: $0.variances) } : try? table.adjusted()
            return GroupWinnersWithoutJudge(
                judge: judge,
                changes: zip(groups, now).map { group, before in
                    let after = table.winners(in: group, others)
                    return after == before ? nil : after
                })
        }
    }

    private func winners(in group: [Int], _ fitted: AdjustedScores?) -> [Int] {
        let known: [Int: Double] =
            if let fitted {
                fitted.scores.reduce(into: [:]) { $0[$1.candidate] = $1.value }
            } else {
                rawScores().reduce(into: [:]) { $0[$1.candidate] = $1.mean }
            }
        let keys = group.sorted()
        return zip(keys, Ranking.ranks(keys.map { known[$0] }, gap: gap)).filter { $0.1 == 1 }.map(\.0)
    }
}
