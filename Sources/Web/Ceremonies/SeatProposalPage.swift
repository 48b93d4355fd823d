import Domain
import HTML
import Services

/// Seats for everybody, looked at before they are taken.
struct SeatProposalPage: Component {
    var ceremony: GuestCeremony
    var proposal: GuestService.SeatProposal
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        ErrorSummary(errors)
        P(ceremony.title, .class("hint"))
        H1("Seats for everybody", .id("proposal"))
        if proposal.moves.isEmpty {
            P(
                proposal.problems.isEmpty
                    ? "Everybody who comes has a seat already, as wished." : "No better seats were found.",
                .class("lead"))
        } else {
            P(
                "\(AdminWords.counted(proposal.moves.count, "guest gets", "guests get")) a seat or another one. Everybody else stays where they are. Nothing is changed yet.",
                .class("lead"))
        }
        if !proposal.problems.isEmpty {
            H2("What cannot be kept")
            Ul { for problem in proposal.problems { Li(problem) } }
        }
        if !proposal.moves.isEmpty { moves }
    }

    @MarkupBuilder private var moves: Markup {
        ActionRow {
            PostForm(to: SiteURL.guests(.proposal(ceremony.slug)).address, guard: formGuard(), isInline: true) {
                Input(.hidden, name: "seed", .value("\(proposal.seed)"))
                Input(.hidden, name: "mark", .value(proposal.mark))
                ActionButton("Seat them like this")
            }
            ActionLink(
                "Find another way",
                to: SiteURL.guests(.proposal(ceremony.slug)).address.adding("seed", "\((proposal.seed &+ 1) % 1000)"),
                .secondary)
        }
        DataTable(
            id: "moves", caption: "Who would sit where", rows: Array(proposal.moves.prefix(TablesPage.mostChoices)),
            columns: [
                TableColumn("Guest", .rowHeader) { Bdi($0.guest.name) },
                TableColumn("People", .number) { String($0.guest.expected) },
                TableColumn("Now") { $0.guest.table ?? "No seat yet" },
                TableColumn("Then") { $0.table },
            ])
        if proposal.moves.count > TablesPage.mostChoices {
            P("And \(proposal.moves.count - TablesPage.mostChoices) more.")
        }
    }
}
