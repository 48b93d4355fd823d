import Domain
import HTML

/// The form in which somebody offers a session.
struct OfferPage: Component {
    var address: WebAddress
    var invitation: ProposalInvitation
    var typed: [ProposalContent.Field: String]
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Offer a session")
        P(
            "For \(invitation.eventTitle), \(invitation.from.long) to \(invitation.to.long). You can offer as many as you like until \(invitation.closesOn.long), with this form each."
        )
        PostForm(to: address, guard: formGuard) {
            Fieldset(.class("fieldset")) {
                Legend(.class("fieldset__legend")) { H2("What it is") }
                line(.title, "Title", hint: "For example: Listening to children under five")
                prose(
                    .description, "What people take away",
                    hint: "Two or three sentences. No details of any child or case.",
                    limit: 5000)
                number(.minutes, "How long, in minutes", hint: "For example, 90")
                number(.size, "For how many people", hint: "The most you would want in the room")
                prose(
                    .audience, "Who it is for (optional)",
                    hint: "For example: newly qualified social workers, or everyone", rows: 2, limit: 1000)
            }
            Fieldset(.class("fieldset")) {
                Legend(.class("fieldset__legend")) { H2("When, and what you need") }
                prose(
                    .dates, "When you could hold it",
                    hint:
                        "Days and times, as many as you can offer. For example: Tuesday or Wednesday morning, not before 10",
                    rows: 3, limit: 1000)
                prose(
                    .equipment, "What you need (optional)", hint: "For example: a screen, and tables in groups",
                    rows: 2,
                    limit: 1000)
            }
            Fieldset(.class("fieldset")) {
                Legend(.class("fieldset__legend")) { H2("Who you are") }
                line(.name, "Your name", complete: .name)
                TextField.email(
                    hint: "The centre writes to you here about your offer, and for nothing else.",
                    value: typed[.email] ?? "", error: errors.message(for: "email"))
                line(.organisation, "Your organisation or team (optional)", complete: .organisation)
            }
            ActionButton("Send your offer")
        }
    }

    private func line(
        _ field: ProposalContent.Field, _ label: String, hint: String? = nil, complete: Autocomplete? = nil
    ) -> TextField {
        TextField(
            name: field.rawValue, label: label, hint: hint, value: typed[field] ?? "",
            error: errors.message(for: field.rawValue), autocomplete: complete)
    }

    private func number(_ field: ProposalContent.Field, _ label: String, hint: String) -> TextField {
        TextField(
            name: field.rawValue, label: label, hint: hint, value: typed[field] ?? "",
            error: errors.message(for: field.rawValue), width: .six, inputmode: .numeric, isProse: false)
    }

    private func prose(
        _ field: ProposalContent.Field, _ label: String, hint: String, rows: Int = 5, limit: Int
    ) -> TextAreaField {
        TextAreaField(
            name: field.rawValue, label: label, hint: hint, value: typed[field] ?? "",
            error: errors.message(for: field.rawValue), rows: rows, limit: limit)
    }
}

/// That an offer has come, and what happens next.
struct OfferSentPage: Component {
    var invitation: ProposalInvitation
    var again: WebAddress

    var body: Markup {
        ConfirmationPanel(title: "Thank you for your offer")
        H2("What happens next")
        P(
            "The centre reads every offer for \(invitation.eventTitle) and looks for a day and a room. They write to you either way."
        )
        P { A("Offer another session", href: again) }
    }
}
