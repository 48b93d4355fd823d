/// The scores of a table in an order that comes from the scores alone: give everybody other keys and the same sums are made
/// in the same order, to the last bit. Candidates and judges without scores are left out.
struct CanonicalScores: Sendable {
    /// Places in the table, in the canonical order.
    let candidates: [Int]
    let judges: [Int]
    /// By rising row, then column; both are places in the canonical order.
    let rows: [Int]
    let columns: [Int]
    let values: [Double]

    init(_ table: ScoreTable) {
        let candidateCount = table.candidates.count
        let order = GraphOrder(
            count: candidateCount + table.judges.count, kind: { $0 < candidateCount ? 1 : 2 },
            edges: table.scores.indices.map {
                (table.rows[$0], candidateCount + table.columns[$0], (table.scores[$0].value + 0).bitPattern)
            }
        ).order
        candidates = order.filter { $0 < candidateCount }
        judges = order.filter { $0 >= candidateCount }.map { $0 - candidateCount }
        var row = [Int](repeating: 0, count: candidateCount)
        for (place, candidate) in candidates.enumerated() { row[candidate] = place }
        var column = [Int](repeating: 0, count: table.judges.count)
        for (place, judge) in judges.enumerated() { column[judge] = place }
        let cells = table.scores.indices
            .map { (row: row[table.rows[$0]], column: column[table.columns[$0]], value: table.scores[$0].value) }
            .sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        rows = cells.map(\.row)
        columns = cells.map(\.column)
        values = cells.map(\.value)
    }
}
