import Domain

/// The ten scores that separate the methods: candidates A to E are 1 to 5, judges X, Y, Z are 1 to 3. Y is severe, Z lenient.
enum TenScores {
    static let rows: [(candidate: Int, judge: Int, value: Double)] = [
        (1, 1, 8), (1, 2, 6), (2, 1, 7), (2, 3, 9), (3, 2, 5), (3, 3, 8), (4, 1, 9), (4, 2, 8), (4, 3, 10), (5, 3, 7),
    ]

    static func table() throws -> ScoreTable { try scoreTable(rows) }
}

/// A table of exactly these scores.
func scoreTable(_ rows: [(candidate: Int, judge: Int, value: Double)]) throws -> ScoreTable {
    try ScoreTable(
        candidates: rows.map(\.candidate), judges: rows.map(\.judge),
        scores: rows.map { Score(candidate: $0.candidate, judge: $0.judge, value: $0.value) })
}

/// A complete table: one row for each candidate, one column for each judge, both counted from 1; nil is no score.
func scoreTable(_ values: [[Double?]]) throws -> ScoreTable {
    var rows: [(candidate: Int, judge: Int, value: Double)] = []
    for (row, own) in values.enumerated() {
        for (column, value) in own.enumerated() {
            if let value { rows.append((row + 1, column + 1, value)) }
        }
    }
    return try ScoreTable(
        candidates: 1...max(1, values.count), judges: 1...max(1, values.first?.count ?? 1),
        scores: rows.map { Score(candidate: $0.candidate, judge: $0.judge, value: $0.value) })
}

extension ScoreTable {
    /// The same with other values.
    func rescored(_ value: (Score) -> Double) throws -> ScoreTable {
        try ScoreTable(
            candidates: candidates, judges: judges,
            scores: scores.map {
                Score(candidate: $0.candidate, judge: $0.judge, value: value($0), parts: $0.parts)
            })
    }

    /// The same with other keys.
    func renamed(candidates candidate: (Int) -> Int, judges judge: (Int) -> Int = { $0 }) throws -> ScoreTable {
        try ScoreTable(
            candidates: candidates.map(candidate), judges: judges.map(judge),
            scores: scores.map {
                Score(
                    candidate: candidate($0.candidate), judge: judge($0.judge), value: $0.value, parts: $0.parts)
            })
    }
}
