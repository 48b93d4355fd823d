extension ScoreTable {
    /// How far eight tenths of a normal distribution reach from its middle.
    private static let eightTenths = 1.2815515655446004

    /// The adjusted scores, with variances by restricted maximum likelihood (REML).
    package func adjusted() throws(AdjustmentGap) -> AdjustedScores {
        let scores = CanonicalScores(self)
        let model = try AdditiveModel(scores)
        guard !model.isFlat, let solution = model.likeliest() else { return flat(scores, level: model.shift) }
        return adjusted(
            scores, model, solution, residual: solution.residual,
            reach: Self.eightTenths(freedom: Double(scores.candidates.count - 1)))
    }

    /// The adjusted scores for known variances. Without a residual's variance above zero, or with others a hundred million
    /// times as large, everybody is put at the common level.
    package func adjusted(variances: VarianceComponents) throws(AdjustmentGap) -> AdjustedScores {
        let scores = CanonicalScores(self)
        let model = try AdditiveModel(scores)
        let parts = [variances.candidates, variances.judges].map { max(0, $0 / variances.residual).squareRoot() }
        let (candidates, judges) = (parts[0], parts[1])
        guard !model.isFlat, variances.residual > 0, variances.residual.isFinite, candidates <= 1e4, judges <= 1e4,
            let solution = model.solve(
                rowRatio: model.rowsAreCandidates ? candidates : judges,
                columnRatio: model.rowsAreCandidates ? judges : candidates)
        else { return flat(scores, level: model.shift) }
        return adjusted(
            scores, model, solution, residual: variances.residual / (model.scale * model.scale),
            reach: Self.eightTenths)
    }

    /// Nobody differs from anybody.
    private func flat(_ scores: CanonicalScores, level: Double) -> AdjustedScores {
        let known = Set(scores.candidates)
        return AdjustedScores(
            level: level, variances: VarianceComponents(candidates: 0, judges: 0, residual: 0),
            scores: candidates.indices.map { place in
                let value = known.contains(place) ? level : nil
                return AdjustedScore(
                    candidate: candidates[place], value: value, interval: value.map { $0...$0 },
                    rank: value.map { _ in 1 })
            },
            judges: scores.judges.sorted().map { JudgeEffect(judge: judges[$0], effect: 0) })
    }

    /// How far eight tenths of Student's distribution reach (by the expansion of Cornish and Fisher). The variances come
    /// from the same scores, the candidates' from one fewer than there are candidates, and a few of them leave it vague.
    private static func eightTenths(freedom: Double) -> Double {
        let (z, z3, z5, z7) = (1.2815515655446004, 2.104787503, 3.456849144, 5.677440591)
        let first = (z3 + z) / 4
        let second = (5 * z5 + 16 * z3 + 3 * z) / 96
        let third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384
        return z + (first + (second + third / freedom) / freedom) / freedom
    }

    private func adjusted(
        _ scores: CanonicalScores, _ model: AdditiveModel, _ solution: AdditiveModel.Solution, residual: Double,
        reach: Double
    ) -> AdjustedScores {
        let inverse = solution.factor.inverse()
        let level = model.shift + model.scale * solution.level
        let unit = model.scale * model.scale * residual
        let own = model.rowsAreCandidates ? solution.rowEffects : solution.columnEffects
        let theirs = model.rowsAreCandidates ? solution.columnEffects : solution.rowEffects
        var values = [Double?](repeating: nil, count: candidates.count)
        var intervals = [ClosedRange<Double>?](repeating: nil, count: candidates.count)
        for (place, candidate) in scores.candidates.enumerated() {
            let value = level + model.scale * own[place]
            let variance =
                model.rowsAreCandidates
                ? model.errorVariance(solution, inverse: inverse, row: place)
                : model.errorVariance(solution, inverse: inverse, column: place)
            let reach = reach * (unit * variance).squareRoot()
            // A range that is none would end the program.
            guard value.isFinite, reach.isFinite else { continue }
            values[candidate] = value
            intervals[candidate] = (value - reach)...(value + reach)
        }
        var effects = [Double?](repeating: nil, count: judges.count)
        for (place, judge) in scores.judges.enumerated() { effects[judge] = model.scale * theirs[place] }
        let ranks = Ranking.ranks(values, gap: gap)
        let ratios = (solution.rowRatio * solution.rowRatio * unit, solution.columnRatio * solution.columnRatio * unit)
        return AdjustedScores(
            level: level,
            variances: VarianceComponents(
                candidates: model.rowsAreCandidates ? ratios.0 : ratios.1,
                judges: model.rowsAreCandidates ? ratios.1 : ratios.0, residual: unit),
            scores: candidates.indices.map {
                AdjustedScore(candidate: candidates[$0], value: values[$0], interval: intervals[$0], rank: ranks[$0])
            },
            judges: judges.indices.compactMap { place in
                effects[place].map { JudgeEffect(judge: judges[place], effect: $0) }
            })
    }
}
