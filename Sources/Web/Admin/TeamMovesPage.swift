import Domain
import Foundation
import HTML
import Services

/// Who moves to which team on a day to come: what is set, and setting more.
struct TeamMovesPage: Component {
    /// The form as it was sent.
    struct Typed {
        var on = ""
        var lines = ""

        init() {}

        init(_ fields: FormFields) {
            on = fields["on"] ?? ""
            lines = (fields["lines"] ?? "").replacing("\r\n", with: "\n")
        }
    }

    /// What was typed means this.
    struct Planned {
        var day: Day
        var moves: [PeopleService.PlannedMove]
    }

    static let mostShown = 300

    var moves: [TeamMove]
    var typed: Typed
    var planned: Planned?
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Moves to come")
        if let planned { shown(planned) } else { question }
        if planned == nil { coming }
    }

    @MarkupBuilder private func shown(_ planned: Planned) -> Markup {
        P(
            "Nothing has been changed yet. On \(planned.day.long) "
                + AdminWords.counted(planned.moves.count, "person moves:", "people move:"), .class("lead"))
        DataTable(
            id: "planned", caption: "Who would move", isCaptionHidden: true,
            rows: Array(planned.moves.prefix(Self.mostShown)),
            columns: [
                TableColumn("Name", .rowHeader) { Bdi($0.name) },
                TableColumn("Team until then") { $0.from ?? "None" },
                TableColumn("Team from then on") { $0.from == $0.team.name ? "The same" : $0.team.name },
            ])
        if planned.moves.count > Self.mostShown { P("And \(planned.moves.count - Self.mostShown) more.") }
        PostForm(to: SiteURL.adminMoves.address, guard: formGuard()) {
            Input(.hidden, name: "on", .value(typed.on))
            Input(.hidden, name: "lines", .value(typed.lines))
            Input(.hidden, name: "do", .value("set"))
            ActionRow {
                ActionButton("Set these moves")
                A("Start again", href: SiteURL.adminMoves.address)
            }
        }
    }

    @MarkupBuilder private var question: Markup {
        P("People change teams by themselves when the day begins. Until then you can take a move back.")
        PostForm(to: SiteURL.adminMoves.address, guard: formGuard()) {
            TextField.date(
                name: "on", label: "First day in the new team", value: typed.on, error: errors.message(for: "on"))
            TextAreaField(
                name: "lines", label: "Who moves, and where to",
                hint:
                    "A line for each: their email address, a comma, the team. Rows copied from an export of people will do.",
                value: typed.lines, error: errors.message(for: "lines"), rows: 8)
            ActionButton("Show what would happen", .secondary)
        }
    }

    @MarkupBuilder private var coming: Markup {
        H2("Set so far")
        if moves.isEmpty {
            P("Nobody is to move.")
        } else {
            DataTable(
                id: "moves", caption: "Moves to come, soonest first", isCaptionHidden: true,
                rows: Array(moves.prefix(Self.mostShown)),
                columns: [
                    TableColumn("From") { $0.day.long },
                    TableColumn("Name", .rowHeader) { Bdi($0.name) },
                    TableColumn("Team until then") { $0.from ?? "None" },
                    TableColumn("Team from then on") { $0.to },
                    TableColumn("Change") { move in
                        PostForm(
                            to: SiteURL.adminMoveWithdrawal(move.id.uuidString).address, guard: formGuard(),
                            isInline: true
                        ) { ActionButton("Take it back", .secondary, subject: move.name) }
                    },
                ])
            if moves.count > Self.mostShown { P("And \(moves.count - Self.mostShown) more.") }
        }
    }
}
