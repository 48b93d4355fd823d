import Domain
import Foundation
import HTML

/// The awards of a scheme, to choose the one to nominate for.
struct AwardChoicePage: Component {
    var scheme: Scheme
    var categories: [AwardCategory]
    /// Whether the reader has nominations of their own.
    var hasOwn: Bool

    var body: Markup {
        H1("Nominate for \(scheme.title)")
        P(AwardWords.window(scheme))
        if hasOwn { P { A("My nominations", href: SiteURL.nominations.address) } }
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

/// The one form of a nomination: new, or of a draft or a nomination that is changed. In plain words it is for young people, with
/// letters that are easy to read.
struct NominatePage: Component {
    enum Purpose {
        case new(FormGuard)
        case change(Nomination, FormGuard)
    }

    var scheme: Scheme
    var category: AwardCategory
    var fields: NominationFields
    var errors: [FieldError]
    var purpose: Purpose
    /// Staff type for others.
    var typesForOthers = false
    /// The reader's own drafts for this award, to go on with.
    var drafts: [Nomination] = []

    var body: Markup {
        ErrorSummary(errors)
        Div(.class(fields.isPlain ? "plain" : nil)) {
            H1(fields.isPlain ? plainTitle : "Nominate for \(category.title)")
            if !category.eligibility.isEmpty { P(category.eligibility + ".") }
            switch purpose {
            case .new(let formGuard):
                for draft in drafts {
                    InsetText {
                        P {
                            "You have begun a nomination for this award: "
                            A(
                                "go on writing about \(draft.nomineeName)",
                                href: SiteURL.nominationChange(draft.id.uuidString.lowercased()).address)
                            "."
                        }
                    }
                }
                if !fields.isPlain {
                    P {
                        A(
                            "Simpler words and bigger letters",
                            href: SiteURL.nominate(scheme.slug).address.adding("award", category.slug).adding(
                                "plain", "yes"))
                    }
                }
                PostForm(to: SiteURL.nominate(scheme.slug).address, guard: formGuard) {
                    Input(.hidden, name: "award", .value(category.slug))
                    if fields.isPlain { Input(.hidden, name: "plain", .value("yes")) }
                    if typesForOthers { nominator }
                    nominee(isKnown: false)
                    words
                    buttons(isIn: false)
                }
                P("Once it is saved or sent you can add pictures and documents.", .class("hint"))
            case .change(let nomination, let formGuard):
                P("For \(nomination.nomineeName).", .class("lead"))
                PostForm(
                    to: SiteURL.nominationChange(nomination.id.uuidString.lowercased()).address, guard: formGuard
                ) {
                    if nomination.state == .draft { nominee(isKnown: true) }
                    words
                    buttons(isIn: nomination.state != .draft)
                }
            }
        }
    }

    @MarkupBuilder private var words: Markup {
        if !category.bands.isEmpty {
            SelectField(
                name: "band", label: fields.isPlain ? "How old are they?" : "Which group they are in",
                error: errors.message(for: "band"),
                choices: [Choice(value: "", label: "I am not sure", isChosen: fields.band == nil)]
                    + category.bands.map { Choice(value: $0, label: $0, isChosen: fields.band == $0) })
        }
        TextAreaField(
            name: "statement", label: fields.isPlain ? "Why? Tell us what they did." : "Why they deserve it",
            hint: fields.isPlain
                ? "Use your own words. A few lines are fine. Leave out surnames, schools and addresses."
                : "Up to \(scheme.wordLimit) words. Say what they did and what changed. No case numbers or NHS numbers, and nothing that only a case file should hold.",
            value: fields.statement, error: errors.message(for: "statement"), rows: 10, words: scheme.wordLimit)
        if WordCount.of(fields.statement) > 0 {
            P("\(WordCount.of(fields.statement)) of \(scheme.wordLimit) words when this page was made.", .class("hint"))
        }
    }

    private var plainTitle: String {
        scheme.kind == .celebrated
            ? "Who should be celebrated for \(category.title)?" : "Who should win \(category.title)?"
    }

    private func buttons(isIn: Bool) -> Markup {
        Markup {
            // Without words until the script has something to say.
            if !isIn { P("", .class("hint"), .role(.status), .data("keep", "")) }
            ActionRow {
                ActionButton(
                    isIn ? "Save the changes" : fields.isPlain ? "Send it" : "Send your nomination",
                    sends: ("do", "send"))
                if !isIn {
                    ActionButton(
                        fields.isPlain ? "Save and finish later" : "Save as draft", .secondary, sends: ("do", "save"))
                }
            }
        }
    }

    @MarkupBuilder private var nominator: Markup {
        TextField.email(
            name: "nominator", label: "Who is it from? (optional)",
            hint: "When you type for somebody: their email address. That you typed it is recorded.",
            value: fields.nominator, error: errors.message(for: "nominator"))
        TextField(
            name: "nominator-name", label: "Their name (optional)",
            hint: "Only for somebody whom the centre does not know yet, such as a foster carer who wrote on paper.",
            value: fields.nominatorName, error: errors.message(for: "nominator-name"), isProse: false)
    }

    /// - Parameter isKnown: whether it can be left as it is.
    private func nominee(isKnown: Bool) -> Markup {
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
                    name: "nominee", label: fields.isPlain ? "What is their name?" : "The young person's name",
                    hint: isKnown
                        ? "We have it, and do not show it again. Type here only to put another name in its place."
                        : fields.isPlain
                            ? "We keep it secret. The people who choose see a made-up name."
                            : "Kept apart from everything else. Judges and pages see a pseudonym, and nothing is read out or shown without consent.",
                    value: fields.nominee, error: error, isProse: false)
            }
        }
    }
}

/// That a nomination is in or kept as a draft, what happens when, and what may still be done with it.
struct NominatedPage: Component {
    var scheme: Scheme
    var nomination: Nomination
    /// What the panel decided, once that may be told.
    var outcome: DecisionOutcome?
    var evidence: [EvidenceFile]
    var caption = ""
    var errors: [FieldError] = []
    var formGuard: () -> FormGuard

    private var id: String { nomination.id.uuidString.lowercased() }
    private var mayChange: Bool { nomination.state == .draft || nomination.state == .submitted && scheme.isOpen }

    var body: Markup {
        ErrorSummary(errors)
        heading
        P("For \(nomination.categoryTitle), \(scheme.title): \(nomination.nomineeName).")
        if let outcome {
            H2("What the panel decided")
            P(AwardWords.told(outcome), .class("lead"))
        } else if [.submitted, .accepted].contains(nomination.state) {
            H2("What happens next")
            Ol { for step in AwardWords.next(scheme) { Li(step) } }
        }
        H2("What you wrote")
        if nomination.statement.isEmpty { P("Nothing yet.") }
        Paragraphs(nomination.statement)
        if mayChange {
            P {
                ActionLink(
                    nomination.state == .draft ? "Go on writing" : "Change it",
                    to: SiteURL.nominationChange(id).address, .secondary)
            }
        }
        OwnEvidence(
            nomination: id, files: evidence, mayChange: mayChange, caption: caption, errors: errors,
            formGuard: formGuard)
        if nomination.state == .draft || scheme.isOpen && [.submitted, .accepted].contains(nomination.state) {
            Disclosure("Take it back") {
                P(
                    "It is then no longer considered, and its files are deleted. You can nominate again while nominations are open."
                )
                PostForm(to: SiteURL.nominationWithdrawal(id).address, guard: formGuard()) {
                    ActionButton("Take it back", .warning)
                }
            }
        }
        Ul {
            Li { A("Something about this worries me", href: SiteURL.nominationWorry(id).address) }
            Li { A("My nominations", href: SiteURL.nominations.address) }
            Li { A("Nominate somebody else", href: SiteURL.nominate(scheme.slug).address) }
        }
    }

    @MarkupBuilder private var heading: Markup {
        switch nomination.state {
        case .submitted, .accepted, .ineligible: ConfirmationPanel(title: "Thank you for your nomination")
        case .draft:
            H1("Your draft is kept")
            P("It is not handed in yet.", .class("lead"))
            P(AwardWords.window(scheme))
        case .withdrawn: H1("This nomination was taken back")
        }
        if nomination.state == .ineligible {
            InsetText { P("It could not be taken: \(nomination.reason ?? "")") }
        }
    }
}

/// One's own nominations of every scheme, drafts among them.
struct NominationsPage: Component {
    var nominations: [Nomination]

    var body: Markup {
        H1("My nominations")
        if nominations.isEmpty {
            EmptyState("You have not nominated anybody yet") {
                P("A scheme's page says who can be nominated for what, and until when.")
            }
        } else {
            DataTable(
                id: "nominations", caption: "Your nominations", isCaptionHidden: true, rows: nominations,
                columns: [
                    TableColumn("Whom", .rowHeader) { nomination in
                        A(href: SiteURL.nomination(nomination.id.uuidString.lowercased()).address) {
                            Bdi(nomination.nomineeName)
                        }
                    },
                    TableColumn("Award") { $0.categoryTitle },
                    TableColumn("State") { AwardWords.tag($0.state) },
                    TableColumn("Begun") { AdminWords.moment($0.madeAt) },
                ])
        }
    }
}

extension AwardWords {
    static func tag(_ state: Nomination.State) -> StateTag {
        switch state {
        case .draft: StateTag(.waiting, "Draft")
        case .submitted: StateTag(.good, "Handed in")
        case .accepted: StateTag(.good, "With the panel")
        case .ineligible: StateTag(.stopped, "Could not be taken")
        case .withdrawn: StateTag(.neutral, "Taken back")
        }
    }
}
