import HTML

/// A control with its label above, and its hint and its error between the two.
struct FieldFrame: Component {
    var name: String
    var label: String
    var hint: String?
    var error: String?
    /// Whether the label is also the heading of a page that asks one thing.
    var isHeading = false
    var control: Markup

    var body: Markup {
        Div(.class("field", error == nil ? nil : "field--error")) {
            if isHeading {
                H1(.class("field__heading")) { Label(label, for: name) }
            } else {
                Label(label, for: name, .class("field__label"))
            }
            FieldNotes(name: name, hint: hint, error: error)
            control
        }
    }
}

/// The hint and the error of a field, with the ids that its control points to.
struct FieldNotes: Component {
    var name: String
    var hint: String?
    var error: String?

    var body: Markup {
        if let hint {
            P(hint, .class("hint"), .id(name + "-hint"))
        }
        if let error {
            P(.class("field-error"), .id(name + "-error")) {
                Span("Error: ", .class("visually-hidden"))
                error
            }
        }
    }

    /// For `aria-describedby`: the ids of the notes there are.
    var ids: String? {
        let ids = [hint.map { _ in name + "-hint" }, error.map { _ in name + "-error" }].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// How wide a field is: as wide as what belongs in it.
enum FieldWidth: String {
    case full, half, twenty, ten, six, four, two
}
