import Domain
import HTML

/// The awards of a scheme, to choose the one to nominate for.
struct AwardChoicePage: Component {
    var scheme: Scheme
    var categories: [AwardCategory]

    var body: Markup {
        H1("Nominate for \(scheme.title)")
        P(AwardWords.window(scheme))
        if scheme.isOpen {
            H2("Which award is it for?")
            Ul {
                for category in categories {
                    Li {
                        A(category.title, href: SiteURL.nominate(scheme.slug).address.adding("award", category.slug))
                        if !category.eligibility.isEmpty { ": " + category.eligibility + "." }
                    }
                }
            }
        }
    }
}

/// The one form of a nomination.
struct NominatePage: Component {
    var scheme: Scheme
    var category: AwardCategory
    var fields: NominationFields
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Nominate for \(category.title)")
        if !category.eligibility.isEmpty { P(category.eligibility + ".") }
        PostForm(to: SiteURL.nominate(scheme.slug).address, guard: formGuard) {
            Input(.hidden, name: "award", .value(category.slug))
            nominee
            if !category.bands.isEmpty {
                SelectField(
                    name: "band", label: "Which group they are in", error: errors.message(for: "band"),
                    choices: [Choice(value: "", label: "I am not sure", isChosen: fields.band == nil)]
                        + category.bands.map { Choice(value: $0, label: $0, isChosen: fields.band == $0) })
            }
            TextAreaField(
                name: "statement", label: "Why they deserve it",
                hint:
                    "Up to \(scheme.wordLimit) words. Say what they did and what changed. No case numbers or NHS numbers, and nothing that only a case file should hold.",
                value: fields.statement, error: errors.message(for: "statement"), rows: 10)
            if WordCount.of(fields.statement) > 0 {
                P("\(WordCount.of(fields.statement)) of \(scheme.wordLimit) words so far.", .class("hint"))
            }
            ActionButton("Send your nomination")
        }
    }

    private var nominee: Markup {
        let error = errors.message(for: "nominee")
        return Markup {
            switch category.nomineeKind {
            case .person:
                TextField.email(
                    name: "nominee", label: "Their email address", hint: "Of the one person that you nominate.",
                    value: fields.nominee, error: error)
            case .team:
                TextField(
                    name: "nominee", label: "The team's name", value: fields.nominee, error: error, isProse: false)
            case .youngPerson:
                TextField(
                    name: "nominee", label: "The young person's name",
                    hint:
                        "Kept apart from everything else. Judges and pages see a pseudonym, and nothing is read out or shown without consent.",
                    value: fields.nominee, error: error, isProse: false)
            }
        }
    }
}

/// That a nomination is in, and what happens when.
struct NominatedPage: Component {
    var scheme: Scheme
    var nomination: Nomination

    var body: Markup {
        ConfirmationPanel(title: "Thank you for your nomination")
        P("For \(nomination.categoryTitle), \(scheme.title): \(nomination.nomineeName).")
        H2("What happens next")
        Ol { for step in AwardWords.next(scheme) { Li(step) } }
        H2("What you wrote")
        Paragraphs(nomination.statement)
        P { A("Nominate somebody else", href: SiteURL.nominate(scheme.slug).address) }
    }
}
