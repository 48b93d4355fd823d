import Domain
import HTML

/// The marks with their scales, the comment for the panel, and the judge's own note.
struct BallotForm: Component {
    var candidate: DeskCandidate
    var marks: [DeskMark]
    var fields: BallotFields
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        PostForm(to: candidate.entry.path.judgeAddress, guard: formGuard) {
            for mark in marks {
                MarkField(
                    criterion: mark.criterion, typed: fields.marks[mark.criterion.id.rawValue] ?? "",
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
    var typed: String
    var error: String?
    /// What the scale says of its marks, read once for all of them.
    private let steps: [ScaleStep]

    init(criterion: AwardCriterion, typed: String, error: String?) {
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
        criterion.scale.isEmpty ? "From \(criterion.lowest) to \(criterion.highest)." : criterion.scale
    }

    private var number: Markup {
        TextField(
            name: name, label: criterion.name,
            hint: criterion.scale.isEmpty
                ? hint : "From \(criterion.lowest) to \(criterion.highest). \(criterion.scale)",
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
