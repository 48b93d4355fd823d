import Domain
import Foundation
import Services

/// What a judge typed, kept when it is refused.
struct BallotFields: Sendable {
    /// By the criterion's key, as typed.
    var marks: [Int: String] = [:]
    var comment = ""
    var note = ""

    init() {}

    init(_ form: FormFields, _ marks: [DeskMark]) {
        for mark in marks {
            let key = mark.criterion.id.rawValue
            if let typed = form["mark-\(key)"]?.trimmingCharacters(in: .whitespaces), !typed.isEmpty {
                self.marks[key] = String(typed.prefix(20))
            }
        }
        comment = form["comment"] ?? ""
        note = form["note"] ?? ""
    }

    init(_ candidate: DeskCandidate, _ marks: [DeskMark]) {
        for mark in marks {
            if let number = mark.mark { self.marks[mark.criterion.id.rawValue] = String(number) }
        }
        comment = candidate.words.comment
        note = candidate.words.note
    }

    static func field(of criterion: AwardCriterion) -> String { "mark-\(criterion.id.rawValue)" }

    /// The marks by their criteria's names; what is no number, or off its scale, is an error beside its field.
    func read(_ criteria: [AwardCriterion]) -> (marks: [AwardsService.NamedMark], errors: [FieldError]) {
        var named: [AwardsService.NamedMark] = []
        var errors: [FieldError] = []
        for criterion in criteria {
            guard let typed = marks[criterion.id.rawValue] else { continue }
            guard let mark = Int(typed), (criterion.lowest...max(criterion.lowest, criterion.highest)).contains(mark)
            else {
                let refusal = AwardsRefusal.markOutside(
                    criterion.name, lowest: criterion.lowest, highest: criterion.highest)
                errors.append(FieldError(field: Self.field(of: criterion), message: refusal.message))
                continue
            }
            named.append(.init(criterion: criterion.name, mark: mark))
        }
        return (named, errors)
    }

    /// One error for each criterion that is still blank.
    func blanks(_ criteria: [AwardCriterion]) -> [FieldError] {
        criteria.filter { marks[$0.id.rawValue] == nil }.map {
            FieldError(field: Self.field(of: $0), message: "Give a mark for \($0.name).")
        }
    }

    /// The box that a refusal is about.
    static func field(of refusal: any Refusal) -> String {
        guard let problem = refusal as? TextProblem else { return "ballot" }
        return problem.message.contains("private note") ? "note" : "comment"
    }
}
