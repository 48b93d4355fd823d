extension ScoreTable {
    /// The candidates with scores in groups that no judge joins: one group where all can be compared. Candidates rise in
    /// a group, and groups by their first candidate.
    package var parts: [[Int]] {
        var union = DisjointSets(count: candidates.count + judges.count)
        for (row, column) in zip(rows, columns) { union.join(row, candidates.count + column) }
        let scored = candidates.indices.filter { starts[$0] < starts[$0 + 1] }
        return union.groups(of: scored).map { group in group.map { candidates[$0] } }
    }

    /// All candidates with scores can be compared with each other. Not true of an empty table.
    package var isConnected: Bool { parts.count == 1 }
}
