import HTML

/// One line to type into.
struct TextField: Component {
    var name: String
    var label: String
    var hint: String?
    var value = ""
    var error: String?
    var kind: InputKind = .text
    var width: FieldWidth = .full
    var autocomplete: Autocomplete?
    var inputmode: InputMode?
    var isHeading = false
    /// Off for names, addresses and codes.
    var isProse = true
    /// Whether it has the focus when the page comes up; at most one on a page.
    var takesFocus = false

    var body: Markup {
        FieldFrame(name: name, label: label, hint: hint, error: error, isHeading: isHeading, control: control)
    }

    private var control: Markup {
        let notes = FieldNotes(name: name, hint: hint, error: error)
        return Input(
            kind, name: name, .id(name), .class("input input--\(width.rawValue)"), .value(value),
            .autocomplete(autocomplete), .inputmode(inputmode), .when(!isProse, .spellcheck(false)),
            .when(!isProse, .autocapitalize(false)), .aria(.describedby, notes.ids),
            .when(error != nil, .aria(.invalid, true)), .when(takesFocus, .autofocus())
        ).markup
    }
}

extension TextField {
    /// An e-mail address.
    static func email(
        name: String = "email", label: String = "Email address", hint: String? = nil, value: String = "",
        error: String? = nil, isHeading: Bool = false
    ) -> TextField {
        TextField(
            name: name, label: label, hint: hint, value: value, error: error, kind: .email, width: .full,
            autocomplete: .email, inputmode: .email, isHeading: isHeading, isProse: false)
    }

    /// The six digits that were sent by e-mail.
    static func code(
        name: String = "code", label: String, hint: String? = nil, error: String? = nil, isHeading: Bool = false
    ) -> TextField {
        TextField(
            name: name, label: label, hint: hint, error: error, width: .six, autocomplete: .oneTimeCode,
            inputmode: .numeric, isHeading: isHeading, isProse: false)
    }

    /// A date as one types it.
    static func date(
        name: String, label: String, hint: String? = "For example, 4 April 2027", value: String = "",
        error: String? = nil
    ) -> TextField {
        TextField(name: name, label: label, hint: hint, value: value, error: error, width: .twenty, isProse: false)
    }
}
