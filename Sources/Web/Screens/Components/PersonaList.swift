import HTML

/// Whom one can be in a demonstration, each with one press.
struct PersonaList: Component {
    struct Persona {
        var name: String
        var role: String
        /// What this person can see or do here.
        var purpose: String
        /// What the form sends.
        var value: String
    }

    var address: WebAddress
    var formGuard: FormGuard
    var field = "persona"
    var personas: [Persona]

    var body: Markup {
        PostForm(to: address, guard: formGuard) {
            Ul(.class("personas")) {
                for persona in personas {
                    Li {
                        Button(.submit, .class("persona"), .name(field), .value(persona.value)) {
                            Span(persona.name, .class("persona__name"))
                            Span(persona.role, .class("persona__role"))
                            Span(persona.purpose, .class("persona__purpose"))
                        }
                    }
                }
            }
        }
    }
}
