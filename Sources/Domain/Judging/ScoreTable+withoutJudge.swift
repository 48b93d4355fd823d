extension ScoreTable {
    /// The winners by the score that ranks, as they come before any tie is settled.
    package func winners(by basis: RankingBasis) -> [Int] {
        if basis == .adjusted, let adjusted = try? adjusted() { return adjusted.winners }
        return rawScores().filter { $0.rank == 1 }.map(\.candidate)
    }

    /// A panel with more judges than this keeps the variances of the whole table, so that nobody waits for minutes.
    static let mostNewVariances = 60

    /// Who would win without each of the judges, every time with the model made anew; by rising key. Judges without a
    /// score are left out.
    package func winnersWithoutEachJudge(by basis: RankingBasis) -> [WinnerWithoutJudge] {
        let winners = winners(by: basis)
        let active = Set(scores.map(\.judge)).sorted()
        let isLarge = min(active.count, candidates.count) > Self.mostNewVariances
        let variances = isLarge && basis == .adjusted ? (try? adjusted())?.variances : nil
        return active.map { judge in
            let table = without(judge: judge)
            let kept = variances.flatMap { try? table.adjusted(variances: $0) }
            let others = kept?.winners ?? table.winners(by: basis)
            return WinnerWithoutJudge(judge: judge, winners: others, changes: others != winners)
        }
    }
}
