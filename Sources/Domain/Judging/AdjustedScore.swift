/// A candidate's score with the judges' severity taken out, beside which the raw mean is always shown.
package struct AdjustedScore: Sendable, Equatable {
    package let candidate: Int
    /// In the units of the scores; nil without any score.
    package let value: Double?
    /// Where the candidate's true score lies with a probability of 80 %; a little less in panels of fewer than a dozen
    /// candidates, where the variances themselves are vague.
    package let interval: ClosedRange<Double>?
    /// A competition rank; nil without any score.
    package let rank: Int?
}

/// How lenient a judge is: above zero gives more than the others do, below zero less.
package struct JudgeEffect: Sendable, Equatable {
    package let judge: Int
    package let effect: Double
}

/// The variances of the additive model.
package struct VarianceComponents: Sendable, Equatable {
    /// Between candidates.
    package let candidates: Double
    /// Between judges: their severity.
    package let judges: Double
    /// What is left: a judge and a candidate who suit each other, a good or a bad minute.
    package let residual: Double

    package init(candidates: Double, judges: Double, residual: Double) {
        self.candidates = candidates
        self.judges = judges
        self.residual = residual
    }
}

/// The scores after an additive model: every score is a common level, the candidate, the judge, and chance.
package struct AdjustedScores: Sendable, Equatable {
    /// The common level.
    package let level: Double
    package let variances: VarianceComponents
    /// One for each candidate of the table, by rising key.
    package let scores: [AdjustedScore]
    /// One for each judge who scored anything, by rising key.
    package let judges: [JudgeEffect]

    package var winners: [Int] { scores.filter { $0.rank == 1 }.map(\.candidate) }
}

/// Why there is no adjusted score.
package enum AdjustmentGap: Error, Sendable, Equatable {
    case noScores
    /// Fewer than two candidates or fewer than two judges, or no pair of scores beyond what the model uses up.
    case tooFewScores
    /// More judges and more candidates than can be solved while somebody waits.
    case tooLarge
}

/// Who would win without one of the judges.
package struct WinnerWithoutJudge: Sendable, Equatable {
    package let judge: Int
    /// More than one where they tie; empty where nothing is left to compare.
    package let winners: [Int]
    package let changes: Bool
}

/// Which score ranks.
package enum RankingBasis: Sendable, Equatable {
    case adjusted
    case rawMean(RawReason)

    /// Why it is the raw mean.
    package enum RawReason: String, Sendable {
        case rulesSaySo = "rules_say_so"
        case everybodyScoredAll = "everybody_scored_all"
        case disconnected
        /// Fewer than three judges have at least three candidates.
        case tooFewJudges = "too_few_judges"
        case noModel = "no_model"
    }
}
