/// Candidates and judges after plain least squares: no variances, nothing drawn towards the middle, and a candidate of one
/// judge moves by that judge's whole severity.
package struct LeastSquaresScores: Sendable, Equatable {
    /// The mean of the candidates' scores.
    package let level: Double
    /// Nil without any score; by rising key.
    package let scores: [Int: Double]
    /// Sum to zero.
    package let judges: [Int: Double]
}

extension ScoreTable {
    /// Nil where the candidates cannot all be compared, or the model cannot be made.
    package func leastSquares() -> LeastSquaresScores? {
        let scores = CanonicalScores(self)
        guard isConnected, let model = try? AdditiveModel(scores) else { return nil }
        let size = model.columnCount
        var matrix = SymmetricMatrix(size: size)
        // The columns' effects are fixed by their sum of zero, which a one in every cell brings about.
        matrix.cells = [Double](repeating: 1, count: size * size)
        var right = model.columnSums
        for column in 0..<size { matrix.cells[column * size + column] += model.columnSizes[column] }
        for row in 0..<model.rowCount {
            let own = model.starts[row]..<model.starts[row + 1]
            for one in own {
                right[model.columns[one]] -= model.rowSums[row] / model.rowSizes[row]
                for other in own.lowerBound...one {
                    matrix.cells[model.columns[one] * size + model.columns[other]] -= 1 / model.rowSizes[row]
                }
            }
        }
        guard matrix.factorise() else { return nil }
        let columns = matrix.solve(right)
        let rows = (0..<model.rowCount).map { row in
            let own = model.starts[row]..<model.starts[row + 1]
            return (model.rowSums[row] - own.reduce(0) { $0 + columns[model.columns[$1]] }) / model.rowSizes[row]
        }
        let middle = rows.reduce(0, +) / Double(model.rowCount)
        let scale = model.isFlat ? 0 : model.scale
        let rowEffects = rows.map { scale * ($0 - middle) }
        let columnEffects = columns.map { scale * $0 }
        let level = model.shift + scale * middle
        let (own, theirs) = model.rowsAreCandidates ? (rowEffects, columnEffects) : (columnEffects, rowEffects)
        return LeastSquaresScores(
            level: level,
            scores: Dictionary(zip(scores.candidates.map { candidates[$0] }, own.map { level + $0 })) { first, _ in
                first
            },
            judges: Dictionary(zip(scores.judges.map { judges[$0] }, theirs)) { first, _ in first })
    }
}
