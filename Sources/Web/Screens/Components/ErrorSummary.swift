import HTML

/// What is wrong with one field of a form.
struct FieldError {
    /// The id of the control to go to, which is the field's name.
    var field: String
    var message: String
}

extension [FieldError] {
    /// The message for a field, if it has one.
    func message(for field: String) -> String? {
        first { $0.field == field }?.message
    }
}

/// The list of what is wrong, before everything else on the page. It takes the focus when the page comes up, so that
/// it is read out and its links are at hand. Nothing is shown where nothing is wrong.
struct ErrorSummary: Component {
    var errors: [FieldError]

    init(_ errors: [FieldError]) {
        self.errors = errors
    }

    var body: Markup {
        if !errors.isEmpty {
            Div(.class("error-summary"), .role(.alert), .tabindex(-1), .autofocus(), .aria(.labelledby, "error-title"))
            {
                H2("There is a problem", .id("error-title"))
                Ul {
                    for error in errors {
                        Li { A(error.message, href: "#\(error.field)") }
                    }
                }
            }
        }
    }
}
