/// What somebody must know before they trust the figures.
package enum JudgingFlag: Sendable, Hashable {
    /// Unranked, which is not last.
    case noScore(candidate: Int)
    case belowQuorum(candidate: Int, judges: Int, quorum: Int)
    /// Groups of candidates that no judge joins: places between groups mean nothing.
    case disconnected([[Int]])
    /// Gave the same score to everybody.
    case constantJudge(Int)
    /// Scored one candidate only, so says nothing about who is better.
    case singleScore(judge: Int)
    /// Fewer than three judges scored anything: one of them decides.
    case fewJudges(Int)
}

extension ScoreTable {
    /// In the order of the cases, and by rising key. `quorum` is the number of scores that a candidate needs.
    package func flags(quorum: Int) -> [JudgingFlag] {
        let counts = candidates.indices.map { starts[$0 + 1] - starts[$0] }
        var flags: [JudgingFlag] = []
        for (candidate, count) in zip(candidates, counts) where count == 0 {
            flags.append(.noScore(candidate: candidate))
        }
        for (candidate, count) in zip(candidates, counts) where count > 0 && count < quorum {
            flags.append(.belowQuorum(candidate: candidate, judges: count, quorum: quorum))
        }
        let parts = parts
        if parts.count > 1 { flags.append(.disconnected(parts)) }
        let gap = gap
        var values = [[Double]](repeating: [], count: judges.count)
        for (column, score) in zip(columns, scores) { values[column].append(score.value) }
        for (judge, own) in zip(judges, values) where own.count > 1 && Ranking.groups(own, gap: gap).count == 1 {
            flags.append(.constantJudge(judge))
        }
        for (judge, own) in zip(judges, values) where own.count == 1 { flags.append(.singleScore(judge: judge)) }
        let active = values.count { !$0.isEmpty }
        if active == 1 || active == 2 { flags.append(.fewJudges(active)) }
        return flags
    }
}
