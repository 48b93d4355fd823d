extension ScoreTable {
    /// The candidates with scores in groups that no judge joins: one group where all can be compared. Candidates rise in
    /// a group, and groups by their first candidate.
    package var parts: [[Int]] {
        var union = DisjointSets(count: candidates.count + judges.count)
        for (row, column) in zip(rows, columns) { union.join(row, candidates.count + column) }
        var groups: [Int: [Int]] = [:]
        for place in candidates.indices where starts[place] < starts[place + 1] {
            groups[union.root(of: place), default: []].append(candidates[place])
        }
        return groups.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// All candidates with scores can be compared with each other. Not true of an empty table.
    package var isConnected: Bool { parts.count == 1 }
}
