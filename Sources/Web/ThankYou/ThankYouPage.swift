import Domain
import Foundation
import HTML
import Services

/// The wall: who is thanked for what, the newest first, and below it what became of one's own.
struct ThankYouPage: Component {
    var shoutOuts: [ShoutOut]
    var total: Int
    var page: Int
    var to: String
    var own: [ShoutOut]
    var formGuard: () -> FormGuard

    var body: Markup {
        H1("Thank you")
        P("What colleagues, partners and young people want to say to each other.", .class("lead"))
        ActionRow {
            ActionLink("Say thank you", to: SiteURL.thankYouNew.address)
            if !shoutOuts.isEmpty {
                ActionLink("Show it on a screen", to: SiteURL.thankYouScreen.address, .secondary)
            }
        }
        if total > 0 || !to.isEmpty {
            FilterForm(
                address: SiteURL.thankYou.address, results: "wall", texts: [("to", "Person or team", to)],
                clear: to.isEmpty ? nil : SiteURL.thankYou.address, button: "Find")
        }
        Div(.id("wall")) {
            if shoutOuts.isEmpty {
                EmptyState(to.isEmpty ? "Nothing is here yet" : "Nothing to them yet") {
                    P("Be the first: it takes a minute, and it stays with people.")
                }
            } else {
                Ul(.class("session-list__items")) {
                    for shoutOut in shoutOuts { Li { ShoutOutCard(shoutOut: shoutOut) } }
                }
                Pagination(
                    page: page, pages: (total + ThankYouService.pageSize - 1) / ThankYouService.pageSize,
                    address: SiteURL.thankYou.address.adding("to", to.isEmpty ? nil : to))
            }
        }
        mine
    }

    @MarkupBuilder private var mine: Markup {
        let standing = own.filter { $0.state != .withdrawn }
        if !standing.isEmpty {
            H2("What you wrote")
            DataTable(
                id: "own", caption: "What you wrote, newest first", isCaptionHidden: true, rows: standing,
                columns: [
                    TableColumn("To", .rowHeader) { Bdi($0.to.name) },
                    TableColumn("What") { shoutOut in Bdi(shoutOut.words) },
                    TableColumn("Where it stands") { shoutOut in
                        ThankYouWords.tag(shoutOut.state)
                        if let reason = shoutOut.declineReason {
                            P {
                                "The reason: "
                                Bdi(reason)
                            }
                        }
                    },
                    TableColumn("Change") { shoutOut in
                        if shoutOut.state == .waiting || shoutOut.state == .shown {
                            PostForm(
                                to: SiteURL.thankYouWithdrawal(shoutOut.id.uuidString.lowercased()).address,
                                guard: formGuard(), isInline: true
                            ) { ActionButton("Take back", .secondary, subject: "to \(shoutOut.to.name)") }
                        }
                    },
                ])
        }
    }
}

/// One shout-out as everybody sees it.
struct ShoutOutCard: Component {
    var shoutOut: ShoutOut

    var body: Markup {
        Article(.class("card card--stacked")) {
            H2(.class("card__title")) {
                "To "
                Bdi(shoutOut.to == .everyone ? "everyone" : shoutOut.to.name)
            }
            Div { Paragraphs(shoutOut.words) }
            P(.class("hint")) {
                "From "
                Bdi(shoutOut.writtenBy)
                if let title = shoutOut.eventTitle, let event = shoutOut.event {
                    ", about "
                    A(title, href: SiteURL.event(event).address)
                }
                ", \(London.local(shoutOut.decidedAt ?? shoutOut.writtenAt).day.long)"
            }
        }
    }
}

/// What the pages of the wall say in the same way.
enum ThankYouWords {
    static func tag(_ state: ShoutOut.State) -> StateTag {
        switch state {
        case .waiting: StateTag(.waiting, "Waits to be read")
        case .shown: StateTag(.good, "On the wall")
        case .declined: StateTag(.stopped, "Not shown")
        case .withdrawn: StateTag(.neutral, "Taken back")
        }
    }
}

/// Asks whom to thank, and for what.
struct NewThankYouPage: Component {
    var teams: [String]
    var events: [Event]
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: FormGuard

    private func choice(_ value: String, _ label: String, hint: String? = nil) -> Choice {
        Choice(value: value, label: label, hint: hint, isChosen: typed["to"] == value)
    }

    var body: Markup {
        ErrorSummary(errors)
        H1("Say thank you")
        P("Somebody of the centre reads it first. Then everybody who is signed in can see it, with your name.")
        PostForm(to: SiteURL.thankYou.address, guard: formGuard) {
            ChoiceGroup(
                kind: .radios, name: "to", legend: "Whom do you want to thank?", error: errors.message(for: "to"),
                choices: [
                    choice("person", "A person", hint: "Write their name below."),
                    choice("team", "A team", hint: "Choose it below."), choice("everyone", "Everyone"),
                ])
            TextField(
                name: "person", label: "The person’s name", hint: "As colleagues know it. Never a young person’s.",
                value: typed["person"] ?? "", error: errors.message(for: "person"), width: .half, isProse: false)
            SelectField(
                name: "team", label: "The team", error: errors.message(for: "team"),
                choices: [Choice(value: "", label: "None")]
                    + teams.map { Choice(value: $0, label: $0, isChosen: $0 == typed["team"]) })
            TextAreaField(
                name: "words", label: "What do you want to say?",
                hint: "A few sentences. No names of young people, and nothing about a case.",
                value: typed["words"] ?? "", error: errors.message(for: "words"), rows: 4,
                limit: NewShoutOut.longest)
            if !events.isEmpty {
                SelectField(
                    name: "event", label: "Is it about an event? (optional)",
                    choices: [Choice(value: "", label: "No")]
                        + events.map { Choice(value: $0.slug, label: $0.title, isChosen: $0.slug == typed["event"]) })
            }
            ActionButton("Send it")
        }
    }
}
