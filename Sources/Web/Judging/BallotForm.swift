import Domain
import HTML

/// The marks with their scales, the comment for the panel, and the judge's own note.
struct BallotForm: Component {
    var candidate: DeskCandidate
    var marks: [DeskMark]
    var fields: BallotFields
    var errors: [FieldError]
    var formGuard: FormGuard

    /// How much of the score a mark makes up, in percent; nil where all make up the same.
    private func share(_ mark: DeskMark) -> Int? { MarkField.share(of: mark.criterion, among: marks.map(\.criterion)) }

    var body: Markup {
        PostForm(to: candidate.entry.path.judgeAddress, guard: formGuard) {
            for mark in marks {
                MarkField(
                    criterion: mark.criterion, share: share(mark),
                    typed: fields.marks[mark.criterion.id.rawValue] ?? "",
                    error: errors.message(for: BallotFields.field(of: mark.criterion)))
            }
            TextAreaField(
                name: "comment", label: "Comment for the panel",
                hint: "The chair reads it after the round. No case details.",
                value: fields.comment, error: errors.message(for: "comment"), rows: 4, limit: 2000)
            TextAreaField(
                name: "note", label: "Private note", hint: "Only you ever read it.", value: fields.note,
                error: errors.message(for: "note"), rows: 3, limit: 2000)
            // Without words until the script has something to say.
            if candidate.entry.standing != .submitted { P("", .class("hint"), .role(.status), .data("keep", "")) }
            ActionRow {
                if candidate.entry.standing == .submitted {
                    ActionButton("Hand the changes in", sends: ("do", "submit"))
                } else {
                    ActionButton("Hand it in", sends: ("do", "submit"))
                    ActionButton("Save draft", .secondary, sends: ("do", "save"))
                }
            }
        }
    }
}

/// One criterion: its scale in words, and a mark. A short scale is a row of choices, a long one a number to type.
struct MarkField: Component {
    static let longestRow = 11

    var criterion: AwardCriterion
    var share: Int?
    var typed: String
    var error: String?
    /// What the scale says of its marks, read once for all of them.
    private let steps: [ScaleStep]

    init(criterion: AwardCriterion, share: Int? = nil, typed: String, error: String?) {
        self.share = share
        self.criterion = criterion
        self.typed = typed
        self.error = error
        steps = ScaleStep.steps(
            of: criterion.scale, in: criterion.lowest...max(criterion.lowest, criterion.highest))
    }

    var body: Markup {
        if criterion.highest - criterion.lowest < Self.longestRow { row } else { number }
    }

    private var name: String { BallotFields.field(of: criterion) }
    private var hint: String {
        weight + (criterion.scale.isEmpty ? "From \(criterion.lowest) to \(criterion.highest)." : criterion.scale)
    }
    private var weight: String { share.map { "Makes up \($0)% of the score. " } ?? "" }

    /// How much of the score a criterion makes up, in percent; nil where all make up the same.
    static func share(of criterion: AwardCriterion, among all: [AwardCriterion]) -> Int? {
        guard all.contains(where: { $0.weight != criterion.weight }) else { return nil }
        let total = all.reduce(0) { $0 + $1.weight }
        return total > 0 ? Int(exactly: (criterion.weight / total * 100).rounded()) : nil
    }

    private var number: Markup {
        TextField(
            name: name, label: criterion.name,
            hint: criterion.scale.isEmpty
                ? hint : "\(weight)From \(criterion.lowest) to \(criterion.highest). \(criterion.scale)",
            value: typed, error: error, width: .four, inputmode: .numeric, isProse: false
        ).markup
    }

    private var row: Markup {
        let notes = FieldNotes(name: name, hint: hint, error: error)
        return Div(.class("field", error == nil ? nil : "field--error")) {
            Fieldset(.class("fieldset"), .aria(.describedby, notes.ids)) {
                Legend(criterion.name, .class("field__label"))
                if steps.isEmpty {
                    notes
                } else {
                    if !weight.isEmpty { P(weight, .class("hint")) }
                    Ul(.class("hint"), .id("\(name)-hint")) { for step in steps { Li("\(step.mark): \(step.words)") } }
                    FieldNotes(name: name, error: error)
                }
                Div(.class("scale")) {
                    for mark in criterion.lowest...max(criterion.lowest, criterion.highest) {
                        choice(
                            String(mark), label: String(mark), id: mark == criterion.lowest ? name : "\(name)-\(mark)")
                    }
                    choice("", label: "None yet", id: "\(name)-none")
                }
            }
        }.markup
    }

    private func choice(_ value: String, label: String, id: String) -> Markup {
        Label(for: id) {
            Input(.radio, name: name, .id(id), .class("choice__input"), .value(value), .checked(typed == value))
            label
            if let step = steps.first(where: { String($0.mark) == value }) {
                Span(", \(step.words)", .class("visually-hidden"))
            }
        }.markup
    }
}
