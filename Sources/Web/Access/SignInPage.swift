import HTML

/// Asks for the address that a code is sent to; in a demonstration, whom to be.
struct SignInPage: Component {
    var email: String
    var back: String?
    var errors: [FieldError]
    var personas: [WebSettings.Persona]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Sign in")
        if !personas.isEmpty {
            Section(.aria(.labelledby, "personas-heading")) {
                H2("Choose who to be", .id("personas-heading"))
                P("This is a demonstration. Press a person to look at it as they would.")
                PersonaList(
                    address: SiteURL.signInPersona.address.adding("to", back), formGuard: formGuard,
                    personas: personas.map {
                        PersonaList.Persona(name: $0.title, role: $0.email, purpose: $0.blurb, value: $0.email)
                    })
            }
            H2("Or sign in by email")
        }
        PostForm(to: SiteURL.signIn.address, guard: formGuard) {
            if let back { Input(.hidden, name: "to", .value(back)) }
            TextField.email(
                label: "Work email address", hint: "We send you a six-digit code. There is no password.", value: email,
                error: errors.message(for: "email"))
            ActionButton("Send me a code")
        }
    }
}

/// Asks for the code.
struct SignInCodePage: Component {
    var email: String
    var back: String?
    /// Where a partner or family who wants to nominate asks for another code. They need not be known, so nothing hides whether they
    /// are.
    var start: WebAddress?
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Check your email")
        P {
            start == nil ? "If " : "We have sent a six-digit code to "
            Strong(email, .translate(false))
            (start == nil ? " is known to us, a six-digit code is on its way." : ".")
                + " It is good for 15 minutes, in this browser only."
        }
        PostForm(to: SiteURL.signInCode.address, guard: formGuard) {
            TextField.code(label: "Six-digit code", hint: "For example, 123456", error: errors.message(for: "code"))
            ActionButton(start == nil ? "Sign in" : "Go on")
        }
        Disclosure("The code has not come") {
            P(
                start == nil
                    ? "Look in your junk mail, and check that the address above is the one the centre knows you by."
                    : "Look in your junk mail, and check that the address above is right.")
            P {
                A(
                    "Change the address or ask for a new code",
                    href: start ?? SiteURL.signIn.address.adding("to", back))
            }
        }
    }
}
