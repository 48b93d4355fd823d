extension ScoreTable {
    /// Which score ranks, for a scheme whose published rules ask for the adjusted one or do not.
    package func basis(rulesAskForAdjusted: Bool) -> RankingBasis {
        guard rulesAskForAdjusted else { return .rawMean(.rulesSaySo) }
        if isComplete { return .rawMean(.everybodyScoredAll) }
        guard isConnected else { return .rawMean(.disconnected) }
        var counts = [Int](repeating: 0, count: judges.count)
        for column in columns { counts[column] += 1 }
        return counts.count { $0 >= 3 } >= 3 ? .adjusted : .rawMean(.tooFewJudges)
    }
}
