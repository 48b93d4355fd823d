/// A small dense symmetric matrix that is factorised where it lies.
struct SymmetricMatrix {
    let size: Int
    /// Row by row; only the lower half is kept up.
    var cells: [Double]

    init(size: Int) {
        self.size = size
        cells = [Double](repeating: 0, count: size * size)
    }

    /// Replaces the lower half by Cholesky's factor L with L·Lᵀ the matrix; false where it is not positive definite.
    mutating func factorise() -> Bool {
        let size = size
        for row in 0..<size {
            let start = row * size
            for column in 0...row {
                let other = column * size
                var sum = cells[start + column]
                for place in 0..<column { sum -= cells[start + place] * cells[other + place] }
                if column < row {
                    cells[start + column] = sum / cells[other + column]
                } else {
                    guard sum > 0, sum.isFinite else { return false }
                    cells[start + row] = sum.squareRoot()
                }
            }
        }
        return true
    }

    /// Solves with the factor.
    func solve(_ right: [Double]) -> [Double] {
        var found = right
        for row in 0..<size {
            var sum = found[row]
            for place in 0..<row { sum -= cells[row * size + place] * found[place] }
            found[row] = sum / cells[row * size + row]
        }
        for row in (0..<size).reversed() {
            let value = found[row] / cells[row * size + row]
            found[row] = value
            for place in 0..<row { found[place] -= cells[row * size + place] * value }
        }
        return found
    }

    /// The inverse of the matrix that was factorised, both halves.
    func inverse() -> [Double] {
        let size = size
        // The inverse of the factor, row by row of its transpose.
        var factor = [Double](repeating: 0, count: size * size)
        for column in 0..<size {
            factor[column * size + column] = 1 / cells[column * size + column]
            for row in (column + 1)..<max(column + 1, size) {
                var sum = 0.0
                for place in column..<row { sum -= cells[row * size + place] * factor[column * size + place] }
                factor[column * size + row] = sum / cells[row * size + row]
            }
        }
        var inverse = [Double](repeating: 0, count: size * size)
        for row in 0..<size {
            for column in 0...row {
                var sum = 0.0
                for place in row..<size { sum += factor[row * size + place] * factor[column * size + place] }
                inverse[row * size + column] = sum
                inverse[column * size + row] = sum
            }
        }
        return inverse
    }
}
