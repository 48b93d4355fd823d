/// Why figures cannot be made of what was given.
package enum JudgingRefusal: Refusal, Equatable {
    /// A scale whose ends are no numbers, too far out, or not in rising order.
    case badScale
    /// A weight that is no number above zero, or far too large.
    case badWeight(criterion: Int)
    /// No criteria, too many, or one named twice.
    case badCriteria
    case unknownCriterion(Int)
    case outsideScale(criterion: Int, lowest: Double, highest: Double)
    case notANumber(candidate: Int, judge: Int)
    case unknownCandidate(Int)
    case unknownJudge(Int)
    case scoredTwice(candidate: Int, judge: Int)
    /// Costs, loads or demands beyond what an assignment can hold.
    case badAssignment
    case sameCandidate(Int)

    package var code: String {
        switch self {
        case .badScale: "bad_scale"
        case .badWeight: "bad_weight"
        case .badCriteria: "bad_criteria"
        case .unknownCriterion: "unknown_criterion"
        case .outsideScale: "outside_scale"
        case .notANumber: "not_a_number"
        case .unknownCandidate: "unknown_candidate"
        case .unknownJudge: "unknown_judge"
        case .scoredTwice: "scored_twice"
        case .badAssignment: "bad_assignment"
        case .sameCandidate: "same_candidate"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .scoredTwice: .conflict
        default: .unprocessable
        }
    }

    package var message: String {
        switch self {
        case .badScale: "A scale needs two different numbers, the lower one first. Nothing was changed."
        case .badWeight: "A weight is a number above zero. Nothing was changed."
        case .badCriteria:
            "There must be from 1 to \(Rubric.mostCriteria) criteria, each named once. Nothing was changed."
        case .unknownCriterion:
            "One of the marks is for a criterion that this category does not have. Nothing was changed."
        case .outsideScale(_, let lowest, let highest):
            "A mark on this criterion is a number from \(Self.short(lowest)) to \(Self.short(highest)). Nothing was changed."
        case .notANumber: "One of the scores is not a number. Nothing was changed."
        case .unknownCandidate: "One of the scores is for somebody who is not a candidate here. Nothing was changed."
        case .unknownJudge: "One of the scores is by somebody who is not a judge here. Nothing was changed."
        case .scoredTwice: "A judge scores each candidate once. Nothing was changed."
        case .badAssignment:
            "One of the numbers for sharing out candidates is negative or far too large. Nothing was changed."
        case .sameCandidate: "A candidate cannot be joined with itself. Nothing was changed."
        }
    }

    /// Whole numbers without a decimal point.
    private static func short(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
