extension ScoreTable {
    /// The winners by the score that ranks, as they come before any tie is settled.
    package func winners(by basis: RankingBasis) -> [Int] {
        if basis == .adjusted, let adjusted = try? adjusted() { return adjusted.winners }
        return rawScores().filter { $0.rank == 1 }.map(\.candidate)
    }

    /// Who would win without each of the judges, every time with the model made anew; by rising key. Judges without a
    /// score are left out.
    package func winnersWithoutEachJudge(by basis: RankingBasis) -> [WinnerWithoutJudge] {
        let winners = winners(by: basis)
        return Set(scores.map(\.judge)).sorted().map { judge in
            let others = without(judge: judge).winners(by: basis)
            return WinnerWithoutJudge(judge: judge, winners: others, changes: others != winners)
        }
    }
}
