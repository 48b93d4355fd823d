import Domain
import Foundation
import HTML

/// The young judges of a panel: who they are, their cards, and the number of the day.
struct YoungJudgesPage: Component {
    var scheme: Scheme
    var panel: String
    var judges: [YoungJudge]
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Young judges of panel “\(panel)”")
        P(
            "They need no email address. Each has a card with a code; in the room you tell them today’s number. They judge under a name that they choose, their own name is kept nowhere, and candidates that may distress are not given to them.",
            .class("lead"))
        if judges.isEmpty {
            EmptyState("There is no young judge yet") { P("Seat the first one below.") }
        } else {
            DataTable(
                id: "young-judges", caption: "Young judges", isCaptionHidden: true, rows: judges,
                columns: [
                    TableColumn("Chosen name", .rowHeader) { Bdi($0.name) },
                    TableColumn("Beside them") { Bdi($0.supporter) },
                    TableColumn("Who agreed") { judge in
                        "\(ProtectionWords.capacity(judge.agreedBy)), \(SchemeWords.moment(judge.agreedAt))"
                    },
                    TableColumn("Card") { judge in
                        judge.withdrawnAt == nil ? StateTag(.good, "In use") : StateTag(.stopped, "Withdrawn")
                    },
                    TableColumn("Change") { change($0) },
                ])
            H2("Today’s number", .id("number"))
            P("It is good for twelve hours. A new one ends the one before.")
            PostForm(to: SiteURL.awards(.youngJudgePIN(scheme.slug, panel)).address, guard: formGuard()) {
                ActionButton("Make today’s number", .secondary)
            }
        }
        if scheme.state != .frozen { seating }
    }

    private func change(_ judge: YoungJudge) -> Markup {
        let id = judge.id.uuidString.lowercased()
        return ActionRow {
            PostForm(to: SiteURL.awards(.youngJudgeCard(scheme.slug, panel, id)).address, guard: formGuard()) {
                ActionButton("New card", .secondary, subject: judge.name)
            }
            if judge.withdrawnAt == nil {
                PostForm(
                    to: SiteURL.awards(.youngJudgeWithdrawal(scheme.slug, panel, id)).address, guard: formGuard()
                ) {
                    ActionButton("Withdraw the card", .secondary, subject: judge.name)
                }
            }
        }.markup
    }

    @MarkupBuilder private var seating: Markup {
        H2("Seat a young judge")
        PostForm(to: SiteURL.awards(.youngJudges(scheme.slug, panel)).address, guard: formGuard()) {
            TextField(
                name: "name", label: "The name that they choose",
                hint: "Not their own. Everybody on the panel sees it.",
                value: typed["name"] ?? "", error: errors.message(for: "name"), width: .half, autocomplete: .off,
                isProse: false)
            TextField.email(
                name: "supporter", label: "Email address of the adult beside them",
                hint: "Somebody whom they know. The pages say “Stop and talk to” them.",
                value: typed["supporter"] ?? "", error: errors.message(for: "supporter"))
            ChoiceGroup(
                kind: .radios, name: "agreed", legend: "Who agreed that they judge?",
                hint: "Recorded with today’s date. Seat nobody before somebody responsible has agreed.",
                error: errors.message(for: "agreed"),
                choices: Consent.Capacity.allCases.map {
                    Choice(
                        value: $0.rawValue, label: ProtectionWords.capacity($0),
                        isChosen: typed["agreed"] == $0.rawValue)
                })
            ActionButton("Seat them and make their card")
        }
    }
}

/// A card, to print and cut out. It is shown once.
struct YoungJudgeCardPage: Component {
    var name: String
    /// Nil when it was shown already.
    var card: String?
    var address: String
    var judges: WebAddress

    var body: Markup {
        H1 {
            "The card of "
            Bdi(name)
        }
        if let card {
            Banner(.information, "This card is shown only now") {
                P("Print the page, or write the code on a card. If it is lost, make a new one: the old one then ends.")
            }
            Section(.class("panel")) {
                H2(.class("panel__heading")) { Bdi(name) }
                P(.class("confirmation__reference")) {
                    Strong("\(card.prefix(4)) \(card.dropFirst(4))", .translate(false))
                }
                P(address)
                P("Ask for today’s number.")
            }
        } else {
            P("This card was made already, and it was shown once. Make a new one if it was lost.")
        }
        P(.class("on-screen")) { A("Young judges", href: judges) }
    }
}

/// The number of the day, shown once.
struct YoungJudgePINPage: Component {
    var panel: String
    var pin: String?
    var judges: WebAddress

    var body: Markup {
        H1("Today’s number for panel “\(panel)”")
        if let pin {
            P(.class("confirmation__reference")) { Strong("\(pin.prefix(3)) \(pin.dropFirst(3))", .translate(false)) }
            P("Tell it to the young judges in the room. It is shown only now, and it is good for twelve hours.")
        } else {
            P("It was made already, and it was shown once. Make a new one if it was lost.")
        }
        P { A("Young judges", href: judges) }
    }
}
