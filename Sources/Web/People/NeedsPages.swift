import Domain
import HTML

/// Asks once what a person needs, for all their sessions.
struct NeedsForm: Component {
    var needs: Needs
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("What you need to take part")
        P("Tell us once. We use it for every session that you have a place in, and never ask again.", .class("lead"))
        PostForm(to: SiteURL.myNeeds.address, guard: formGuard) {
            group("access", "Access", Need.access)
            group("diet", "Food", Need.diet)
            TextAreaField(
                name: "other", label: "Anything else", hint: "In a few words, for example: a chair with arms.",
                value: needs.other, error: errors.message(for: "other"), rows: 3)
            ChoiceGroup(
                kind: .checkboxes, name: "shared", legend: "Who may know that it is you?",
                hint: """
                    The centre’s staff read this with your name. Those who lead your session are told how many people need \
                    what, from seven days before.
                    """,
                choices: [
                    Choice(
                        value: "yes", label: "Those who lead my sessions may know that it is me",
                        isChosen: needs.isShared)
                ])
            ActionButton("Save")
        }
        if !needs.isEmpty {
            P(
                "To have it forgotten, clear everything and save. It is forgotten by itself when you leave.",
                .class("hint"))
        }
    }

    private func group(_ name: String, _ legend: String, _ choices: [Need]) -> ChoiceGroup {
        ChoiceGroup(
            kind: .checkboxes, name: name, legend: legend,
            choices: choices.map {
                Choice(value: $0.rawValue, label: $0.title, isChosen: needs.needs.contains($0))
            })
    }
}

/// What those need who come to a session.
struct SessionNeedsPage: Component {
    var session: Session
    var needs: SessionNeeds

    var body: Markup {
        H1("What people need: \(session.title)")
        if needs.counts.isEmpty {
            P("Nobody who has a place has told us that they need anything.")
        } else {
            P("Of those who have a place now. Use it to prepare the session, and for nothing else.", .class("lead"))
            DataTable(
                id: "counts", caption: "How many need what", rows: needs.counts,
                columns: [
                    TableColumn("What", .rowHeader) { $0.need?.title ?? "Something in their own words" },
                    TableColumn("People", .number) { String($0.count) },
                ])
            if !needs.named.isEmpty {
                DataTable(
                    id: "named", caption: needs.namesAll ? "Who" : "Who, of those who agreed that you may know",
                    rows: needs.named,
                    columns: [
                        TableColumn("Name", .rowHeader) { Bdi($0.name) },
                        TableColumn("What they need") { Bdi($0.needs.words) },
                    ])
            }
            if !needs.namesAll {
                P("The others have not agreed to be named to you. The centre’s staff know them.", .class("hint"))
            }
        }
    }
}

/// What a person has told, shown where they book so that they need not be asked again.
struct NeedsReminder: Component {
    var needs: Needs?

    var body: Markup {
        if let needs {
            P {
                "We know what you need: "
                Bdi(needs.words)
                ". "
                A("Change it", href: SiteURL.myNeeds.address)
            }
        } else {
            P {
                "Do you need anything to take part, or certain food? "
                A("Tell us once, for every session", href: SiteURL.myNeeds.address)
            }
        }
    }
}
