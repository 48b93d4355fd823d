extension AdditiveModel {
    /// The model solved for given standard deviations of rows and columns, both in units of the residual's.
    struct Solution {
        let rowRatio: Double
        let columnRatio: Double
        let level: Double
        let rowEffects: [Double]
        let columnEffects: [Double]
        /// Minus twice the logarithm of the restricted likelihood, but for a constant, with the residual's variance at its
        /// best.
        let deviance: Double
        /// The residual's variance at its best.
        let residual: Double
        /// What is left of each score, in the order of `values`.
        let rest: [Double]
        /// The factor of the equations of columns and level.
        let factor: SymmetricMatrix
        /// One plus the row's share of the ratio: what its own equation is divided by.
        let rowScales: [Double]
    }

    /// Nil where the equations cannot be solved, which ratios within bounds do not bring about.
    func solve(rowRatio: Double, columnRatio: Double) -> Solution? {
        let (rowVariance, columnVariance) = (rowRatio * rowRatio, columnRatio * columnRatio)
        let rowScales = rowSizes.map { 1 + rowVariance * $0 }
        let size = columnCount + 1
        var matrix = SymmetricMatrix(size: size)
        var right = [Double](repeating: 0, count: size)
        let last = columnCount * size
        for column in 0..<columnCount {
            matrix.cells[column * size + column] = 1 + columnVariance * columnSizes[column]
            right[column] = columnRatio * columnSums[column]
        }
        for row in 0..<rowCount {
            let inverse = 1 / rowScales[row]
            let share = columnVariance * rowVariance * inverse
            let sum = rowSums[row] * inverse
            for one in starts[row]..<starts[row + 1] {
                let column = columns[one]
                for other in starts[row]...one { matrix.cells[column * size + columns[other]] -= share }
                matrix.cells[last + column] += columnRatio * inverse
                right[column] -= columnRatio * rowVariance * sum
            }
            matrix.cells[last + columnCount] += rowSizes[row] * inverse
            right[columnCount] += sum
        }
        guard matrix.factorise() else { return nil }
        let found = matrix.solve(right)
        let level = found[columnCount]
        let columnEffects = found.dropLast().map { $0 * columnRatio }
        var spread = found.dropLast().reduce(0) { $0 + $1 * $1 }
        var rowEffects = [Double](repeating: 0, count: rowCount)
        var rest = values
        for row in 0..<rowCount {
            var left = rowSums[row] - rowSizes[row] * level
            for place in starts[row]..<starts[row + 1] { left -= columnEffects[columns[place]] }
            let own = rowRatio * left / rowScales[row]
            spread += own * own
            rowEffects[row] = rowRatio * own
            for place in starts[row]..<starts[row + 1] {
                rest[place] -= level + rowEffects[row] + columnEffects[columns[place]]
                spread += rest[place] * rest[place]
            }
        }
        let freedom = Double(values.count - 1)
        let residual = max(spread / freedom, 1e-24)
        var determinant = LogarithmOfProduct()
        for scale in rowScales { determinant.multiply(by: scale) }
        for place in 0..<size {
            let pivot = matrix.cells[place * size + place]
            determinant.multiply(by: pivot * pivot)
        }
        return Solution(
            rowRatio: rowRatio, columnRatio: columnRatio, level: level, rowEffects: rowEffects,
            columnEffects: columnEffects, deviance: determinant.value + freedom * LogarithmOfProduct.of(residual),
            residual: residual, rest: rest, factor: matrix, rowScales: rowScales)
    }

    /// How the deviance grows with either ratio.
    func slope(at solution: Solution) -> (row: Double, column: Double) {
        let size = columnCount + 1
        let inverse = solution.factor.inverse()
        let (rowRatio, columnRatio) = (solution.rowRatio, solution.columnRatio)
        var columnTrace = 0.0
        for column in 0..<columnCount { columnTrace += inverse[column * size + column] }
        var rowTrace = 0.0
        var rowRest = 0.0
        var columnRests = [Double](repeating: 0, count: columnCount)
        var weights = [Double](repeating: 0, count: 0)
        for row in 0..<rowCount {
            let scale = solution.rowScales[row]
            let cells = starts[row]..<starts[row + 1]
            let toColumn = rowRatio * columnRatio
            let toLevel = rowRatio * rowSizes[row]
            weights.removeAll(keepingCapacity: true)
            var sum = toLevel * toLevel * inverse[columnCount * size + columnCount]
            for one in cells {
                let start = columns[one] * size
                sum += 2 * toLevel * toColumn * inverse[start + columnCount]
                var inner = inverse[start + columns[one]]
                for other in cells.lowerBound..<one { inner += 2 * inverse[start + columns[other]] }
                sum += toColumn * toColumn * inner
            }
            rowTrace += 1 / scale + sum / (scale * scale)
            var rest = 0.0
            for place in cells {
                rest += solution.rest[place]
                columnRests[columns[place]] += solution.rest[place]
            }
            rowRest += rest * rest
        }
        let columnRest = columnRests.reduce(0) { $0 + $1 * $1 }
        func slope(_ ratio: Double, _ count: Int, _ trace: Double, _ rest: Double) -> Double {
            ratio == 0 ? 0 : 2 * ((Double(count) - trace) / ratio - ratio * rest / solution.residual)
        }
        return (
            slope(rowRatio, rowCount, rowTrace, rowRest), slope(columnRatio, columnCount, columnTrace, columnRest)
        )
    }

    /// The variance of the error with which level and effect together are known: of a row, or of a column, in units of the
    /// residual's variance.
    func errorVariance(_ solution: Solution, inverse: [Double], row: Int) -> Double {
        let size = columnCount + 1
        var weights = [Double](repeating: 0, count: size)
        let share = solution.rowRatio * solution.rowRatio / solution.rowScales[row]
        weights[columnCount] = 1 - share * rowSizes[row]
        for place in starts[row]..<starts[row + 1] { weights[columns[place]] = -share * solution.columnRatio }
        var sum = share
        let used = starts[row]..<starts[row + 1]
        let places = used.map { columns[$0] } + [columnCount]
        for one in places {
            for other in places { sum += weights[one] * weights[other] * inverse[one * size + other] }
        }
        return max(0, sum)
    }

    func errorVariance(_ solution: Solution, inverse: [Double], column: Int) -> Double {
        let size = columnCount + 1
        let ratio = solution.columnRatio
        let level = inverse[columnCount * size + columnCount]
        let both = inverse[column * size + columnCount]
        return max(0, level + 2 * ratio * both + ratio * ratio * inverse[column * size + column])
    }
}
