import HTML

/// One of the answers that a field offers.
struct Choice {
    var value: String
    var label: String
    var hint: String?
    var isChosen = false
}

/// A list to choose one from, folded.
struct SelectField: Component {
    var name: String
    var label: String
    var hint: String?
    var error: String?
    var choices: [Choice]

    var body: Markup {
        FieldFrame(name: name, label: label, hint: hint, error: error, control: control)
    }

    private var control: Markup {
        let notes = FieldNotes(name: name, hint: hint, error: error)
        return Markup {
            Select(
                name: name, .id(name), .class("input select"), .aria(.describedby, notes.ids),
                .when(error != nil, .aria(.invalid, true))
            ) {
                for choice in choices {
                    Option(choice.label, value: choice.value, selected: choice.isChosen)
                }
            }
        }
    }
}

/// Answers to choose from, all in sight: one of them (radios) or any number (checkboxes).
struct ChoiceGroup: Component {
    enum Kind {
        case radios, checkboxes

        var input: InputKind { self == .radios ? .radio : .checkbox }
    }

    var kind: Kind
    var name: String
    var legend: String
    var hint: String?
    var error: String?
    var isHeading = false
    var choices: [Choice]

    var body: Markup {
        let notes = FieldNotes(name: name, hint: hint, error: error)
        Div(.class("field", error == nil ? nil : "field--error")) {
            Fieldset(.class("fieldset"), .aria(.describedby, notes.ids)) {
                Legend(.class("field__label")) {
                    if isHeading { H1(legend, .class("field__heading")) } else { legend }
                }
                notes
                Div(.class("choices")) {
                    for (index, choice) in choices.enumerated() {
                        row(choice, id: index == 0 ? name : "\(name)-\(index + 1)")
                    }
                }
            }
        }
    }

    private func row(_ choice: Choice, id: String) -> Markup {
        let hintID = choice.hint.map { _ in id + "-item-hint" }
        return Div(.class("choice")) {
            Input(
                kind.input, name: name, .id(id), .class("choice__input"), .value(choice.value),
                .checked(choice.isChosen), .aria(.describedby, hintID))
            Div(.class("choice__text")) {
                Label(choice.label, for: id, .class("choice__label"))
                if let hint = choice.hint { Span(hint, .class("hint"), .id(hintID)) }
            }
        }.markup
    }
}

/// One box to tick that stands by itself.
struct CheckboxField: Component {
    var name: String
    var label: String
    var value = "yes"
    var isChosen = false

    var body: Markup {
        Div(.class("choice")) {
            Input(.checkbox, name: name, .id(name), .class("choice__input"), .value(value), .checked(isChosen))
            Div(.class("choice__text")) { Label(label, for: name, .class("choice__label")) }
        }
    }
}
