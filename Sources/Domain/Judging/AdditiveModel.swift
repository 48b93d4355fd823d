/// The mixed model of a table: every score is a common level, its candidate, its judge, and chance, the three with
/// variances of their own. The side with more members (rows) is worked out of the equations, so that what is solved is
/// only as large as the other side (columns). Scores are shifted and scaled to run over a length of 1.
struct AdditiveModel {
    /// A size of the smaller side that is still solved at once.
    static let mostColumns = 300

    let rowCount: Int
    let columnCount: Int
    let rows: [Int]
    let columns: [Int]
    let values: [Double]
    /// Whether the rows are the candidates.
    let rowsAreCandidates: Bool
    let shift: Double
    let scale: Double

    /// The scores of row r are `starts[r]..<starts[r + 1]`.
    private(set) var starts: [Int]
    private(set) var rowSums: [Double]
    private(set) var rowSizes: [Double]
    private(set) var columnSums: [Double]
    private(set) var columnSizes: [Double]

    init(_ scores: CanonicalScores) throws(AdjustmentGap) {
        guard let lowest = scores.values.min(), let highest = scores.values.max() else { throw .noScores }
        guard scores.candidates.count > 1, scores.judges.count > 1 else { throw .tooFewScores }
        guard min(scores.candidates.count, scores.judges.count) <= Self.mostColumns else { throw .tooLarge }
        let rowsAreCandidates = scores.candidates.count >= scores.judges.count
        self.rowsAreCandidates = rowsAreCandidates
        rowCount = max(scores.candidates.count, scores.judges.count)
        columnCount = min(scores.candidates.count, scores.judges.count)
        let mean = Summation.mean(scores.values) ?? 0
        shift = mean
        let length = highest - lowest
        scale = length > 1e-12 * max(abs(highest), abs(lowest)) ? length : 0
        let order =
            rowsAreCandidates
            ? Array(scores.values.indices)
            : scores.values.indices.sorted {
                (scores.columns[$0], scores.rows[$0]) < (scores.columns[$1], scores.rows[$1])
            }
        rows = order.map { rowsAreCandidates ? scores.rows[$0] : scores.columns[$0] }
        columns = order.map { rowsAreCandidates ? scores.columns[$0] : scores.rows[$0] }
        let divisor = scale > 0 ? scale : 1
        values = order.map { (scores.values[$0] - mean) / divisor }
        starts = [Int](repeating: 0, count: rowCount + 1)
        rowSums = [Double](repeating: 0, count: rowCount)
        rowSizes = rowSums
        columnSums = [Double](repeating: 0, count: columnCount)
        columnSizes = columnSums
        for place in values.indices {
            starts[rows[place] + 1] += 1
            rowSums[rows[place]] += values[place]
            rowSizes[rows[place]] += 1
            columnSums[columns[place]] += values[place]
            columnSizes[columns[place]] += 1
        }
        for row in 0..<rowCount { starts[row + 1] += starts[row] }
    }

    /// Every score is the same.
    var isFlat: Bool { scale == 0 }
}
