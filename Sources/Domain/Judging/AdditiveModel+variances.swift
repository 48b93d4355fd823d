extension AdditiveModel {
    /// The ratios beyond which a residual counts as none.
    private static let largest = 1e4
    /// Ratios below this are compared with none at all.
    private static let smallest = 1e-3

    /// The ratios of the highest restricted likelihood (REML). The deviance is the same for a ratio and its negative, so
    /// it is gone down without a boundary, and a variance of zero is a place like any other. With a start, the search for
    /// one is left out.
    func likeliest(from start: Solution? = nil) -> Solution? {
        guard let first = start.flatMap({ restart($0) }) ?? bestOfGrid() else { return nil }
        var best = descend(from: first, rowMoves: true, columnMoves: true)
        if abs(best.rowRatio) < Self.smallest, let other = solve(rowRatio: 0, columnRatio: best.columnRatio) {
            best = better(best, descend(from: other, rowMoves: false, columnMoves: true))
        }
        if abs(best.columnRatio) < Self.smallest, let other = solve(rowRatio: best.rowRatio, columnRatio: 0) {
            best = better(best, descend(from: other, rowMoves: best.rowRatio != 0, columnMoves: false))
        }
        return solve(rowRatio: abs(best.rowRatio), columnRatio: abs(best.columnRatio))
    }

    /// The second, unless it is really worse.
    private func better(_ one: Solution, _ simpler: Solution) -> Solution {
        simpler.deviance <= one.deviance + 1e-7 ? simpler : one
    }

    /// A start given from outside, away from zero, where the slope says nothing.
    private func restart(_ start: Solution) -> Solution? {
        solve(rowRatio: max(0.1, start.rowRatio), columnRatio: max(0.1, start.columnRatio))
    }

    private func bestOfGrid() -> Solution? {
        let steps = [0.1, 0.4, 0.8, 1.5, 4, 20]
        var best: Solution?
        for row in steps {
            for column in steps {
                guard let next = solve(rowRatio: row, columnRatio: column) else { continue }
                if next.deviance < best?.deviance ?? .infinity { best = next }
            }
        }
        return best
    }

    /// Newton's method with curvature from differences of slopes, steps cut until the deviance falls.
    private func descend(from start: Solution, rowMoves: Bool, columnMoves: Bool) -> Solution {
        var here = start
        for _ in 0..<60 {
            let slope = slope(at: here)
            let (row, column) = (rowMoves ? slope.row : 0, columnMoves ? slope.column : 0)
            guard let curve = curvature(at: here, slope) else { return here }
            var step = Self.step(
                row, column, rowMoves ? curve.row : 1, columnMoves ? curve.column : 1,
                rowMoves && columnMoves ? curve.both : 0)
            let length = max(abs(step.row), abs(step.column))
            let limit = 1 + 0.5 * max(abs(here.rowRatio), abs(here.columnRatio))
            if length > limit { step = (step.row * limit / length, step.column * limit / length) }
            guard let next = shorten(step, from: here, falling: row * step.row + column * step.column) else {
                return here
            }
            here = next
            if length < 1e-9 * limit { return here }
        }
        return here
    }

    /// Close to the bottom the deviance's own noise hides whether it falls; there a short step is taken as it is.
    private func shorten(_ step: (row: Double, column: Double), from here: Solution, falling: Double) -> Solution? {
        var part = 1.0
        let isShort = max(abs(step.row), abs(step.column)) < 1e-4
        let noise = isShort ? 1e-10 * (1 + abs(here.deviance)) : 0
        for _ in 0..<30 {
            let row = min(Self.largest, max(-Self.largest, here.rowRatio + part * step.row))
            let column = min(Self.largest, max(-Self.largest, here.columnRatio + part * step.column))
            if let next = solve(rowRatio: row, columnRatio: column),
                next.deviance < here.deviance + 1e-4 * part * min(0, falling) + noise
            {
                return next
            }
            part /= 2
        }
        return nil
    }

    private func curvature(
        at here: Solution, _ slope: (row: Double, column: Double)
    ) -> (row: Double, column: Double, both: Double)? {
        let rowStep = 1e-4 * max(0.1, abs(here.rowRatio))
        let columnStep = 1e-4 * max(0.1, abs(here.columnRatio))
        guard let row = solve(rowRatio: here.rowRatio + rowStep, columnRatio: here.columnRatio).map(self.slope(at:)),
            let column = solve(rowRatio: here.rowRatio, columnRatio: here.columnRatio + columnStep)
                .map(self.slope(at:))
        else { return nil }
        return (
            (row.row - slope.row) / rowStep, (column.column - slope.column) / columnStep,
            ((row.column - slope.column) / rowStep + (column.row - slope.row) / columnStep) / 2
        )
    }

    /// Downhill: both curvatures are taken as their amounts, and never as none.
    private static func step(
        _ row: Double, _ column: Double, _ rowCurve: Double, _ columnCurve: Double, _ both: Double
    ) -> (row: Double, column: Double) {
        let middle = (rowCurve + columnCurve) / 2
        let half = (rowCurve - columnCurve) / 2
        let reach = (half * half + both * both).squareRoot()
        guard reach > 0, reach.isFinite, middle.isFinite else {
            return (-row / max(abs(rowCurve), 1e-6), -column / max(abs(columnCurve), 1e-6))
        }
        // The two directions in which the curvature is purest.
        let floor = 1e-6 * max(abs(middle) + reach, 1e-6)
        let steep = max(abs(middle + reach), floor)
        let gentle = max(abs(middle - reach), floor)
        // Projectors onto them: (1 ± (half, both; both, -half) / reach) / 2
        let (first, second) = (half / reach, both / reach)
        let turned = (row * first + column * second, row * second - column * first)
        let sum = (1 / steep + 1 / gentle) / 2
        let difference = (1 / steep - 1 / gentle) / 2
        return (-(sum * row + difference * turned.0), -(sum * column + difference * turned.1))
    }
}
