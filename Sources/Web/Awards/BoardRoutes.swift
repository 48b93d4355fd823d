import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Results: which boards one reads, the board of an award, and deciding.
struct BoardRoutes {
    let desk: AwardsDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.awards(.results("{scheme}")).route) { request, context in
            let scheme = try await desk.scheme(context)
            return Response.page(
                try await ResultsPages(desk: desk).page(
                    scheme, context, FormFields(), [], done: try request.query()))
        }
        signedIn.get(SiteURL.awards(.board("{scheme}", "{category}")).route) { request, context in
            let (board, standing) = try await desk.awards.board(of: try path(context), by: context.actor)
            let page = BoardPage(
                board: board, page: Int(try request.query()["page"] ?? "") ?? 1, leads: standing.leads,
                runs: context.person.schedules,
                isStaff: context.person.roles.contains(.staff))
            return Response.page(
                PageLayout(
                    desk.frame(
                        board.category.title, context, back: back(board), done: try request.query(), wide: true)
                ) { page })
        }
        signedIn.get(SiteURL.awards(.decision("{scheme}", "{category}", "{code}")).route) { _, context in
            let (board, line) = try await found(context)
            let comments = try await comments(board, line, context)
            return Response.page(page(board, line, comments, FormFields(), context, []))
        }
        signedIn.post(SiteURL.awards(.decision("{scheme}", "{category}", "{code}")).route) { request, context in
            try await decide(request, context)
        }
    }

    private func path(_ context: SignedInContext) throws -> AwardPath {
        AwardPath(
            scheme: try context.part("scheme").lowercased(), part: try context.part("category").lowercased())
    }

    private func back(_ board: AwardsService.Board) -> BackLink {
        BackLink(text: "Results", address: SiteURL.awards(.results(board.scheme.slug)).address)
    }

    /// The candidate of the address on the board, for whoever decides about it; nobody else finds it.
    private func found(
        _ context: SignedInContext
    ) async throws -> (AwardsService.Board, AwardsService.BoardLine) {
        let path = try path(context)
        // Whoever does not decide here is refused in one way, whatever else they are to the award.
        guard try await desk.awards.leads(path, by: context.actor) else { throw AwardsRefusal.notAssigned }
        let (board, standing) = try await desk.awards.board(of: path, by: context.actor)
        let code = try context.part("code").uppercased()
        guard standing.leads, let line = board.bands.flatMap(\.lines).first(where: { $0.code == code }) else {
            throw AwardsRefusal.notAssigned
        }
        return (board, line)
    }

    private func comments(
        _ board: AwardsService.Board, _ line: AwardsService.BoardLine, _ context: SignedInContext
    ) async throws -> [PanelComment] {
        try await desk.awards.comments(
            on: AwardPath(scheme: board.scheme.slug, part: board.category.slug, code: line.code), by: context.actor)
    }

    private func page(
        _ board: AwardsService.Board, _ line: AwardsService.BoardLine, _ comments: [PanelComment], _ typed: FormFields,
        _ context: SignedInContext, _ errors: [FieldError]
    ) -> PageLayout {
        let page = DecisionPage(
            board: board, line: line, comments: comments, typed: typed, errors: errors,
            formGuard: desk.site.formGuard(context.web, keyed: true))
        let address = BoardPage.address(board).adding("page", BoardPage.page(of: line.code, on: board))
        return PageLayout(
            desk.frame(
                "Decide about \(line.nominee ?? line.code)", context,
                back: BackLink(text: board.category.title, address: address), errors: errors)
        ) { page }
    }

    private func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (board, line) = try await found(context)
        let comments = try await comments(board, line, context)
        let fields = try await desk.site.form(request, context.web)
        func refuse(_ field: String, _ message: String) -> Response {
            Response.page(
                page(board, line, comments, fields, context, [FieldError(field: field, message: message)]),
                status: .unprocessableContent)
        }
        guard let outcome = fields["outcome"].flatMap(DecisionOutcome.init(rawValue:)) else {
            return refuse("outcome", "Choose what the panel decided.")
        }
        let reason = fields["reason"] ?? ""
        let waives = fields["waive"] == "yes"
        if DecisionPage.isOverride(outcome, line, board),
            fields["word"]?.trimmingCharacters(in: .whitespaces).uppercased() != line.code
        {
            return refuse(
                "word", "This goes against the ranking. Type \(line.code) to say that the panel means it.")
        }
        let candidate = AwardPath(scheme: board.scheme.slug, part: board.category.slug, code: line.code)
        return try await desk.take(
            fields, "decide \(candidate.text) \(outcome.rawValue) \(waives) \(reason)", context,
            to: { _ in
                BoardPage.address(board).adding("page", BoardPage.page(of: line.code, on: board))
                    .adding("done", AwardsNotice.decided.rawValue)
            },
            field: { refusal in
                switch refusal {
                case AwardsRefusal.belowQuorum: "waive"
                case is TextProblem, AwardsRefusal.reasonMissing: "reason"
                default: "outcome"
                }
            },
            again: { page(board, line, comments, fields, context, $0) },
            { work in
                try await desk.awards.decide(
                    candidate, outcome, reason: reason, waivesQuorum: waives, by: context.actor, in: work
                ).candidate
            })
    }
}

/// Deciding about one candidate.
struct DecisionPage: Component {
    var board: AwardsService.Board
    var line: AwardsService.BoardLine
    var comments: [PanelComment] = []
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: FormGuard

    /// Whether a decision is another than the ranking would give: a winner from below the line, or none from above it.
    static func isOverride(
        _ outcome: DecisionOutcome, _ line: AwardsService.BoardLine, _ board: AwardsService.Board
    ) -> Bool {
        guard board.scheme.kind != .celebrated else { return false }
        let wins = outcome == .winner || outcome == .jointWinner
        guard let rank = line.result.rank else { return wins }
        return wins != (rank <= board.category.winners)
    }

    private var outcomes: [DecisionOutcome] {
        board.scheme.kind == .celebrated
            ? [.celebrated] : [.winner, .jointWinner, .highlyCommended, .commended, .notPlaced]
    }

    var body: Markup {
        let chosen = typed["outcome"] ?? line.decision?.outcome.rawValue
        ErrorSummary(errors)
        H1("Decide about \(line.nominee ?? line.code)")
        P(SchemeWords.fact(line, board))
        CommentsPart(comments: comments)
        if let decision = line.decision {
            InsetText {
                P(
                    "Decided already: \(SchemeWords.outcome(decision.outcome).lowercased()), \(SchemeWords.moment(decision.at)). Another decision takes its place; both are kept in the record."
                )
                P(decision.reason)
            }
        }
        if board.scheme.state == .frozen {
            P("The result is frozen and stays as it is.")
        } else {
            PostForm(to: address, guard: formGuard) {
                ChoiceGroup(
                    kind: .radios, name: "outcome", legend: "What the panel decided",
                    error: errors.message(for: "outcome"),
                    choices: outcomes.map {
                        Choice(
                            value: $0.rawValue, label: SchemeWords.outcome($0), isChosen: chosen == $0.rawValue)
                    })
                TextField(
                    name: "reason", label: "Why", hint: "A sentence that can be read in a year's time",
                    value: typed["reason"] ?? line.decision?.reason ?? "", error: errors.message(for: "reason"))
                if errors.message(for: "waive") != nil || line.result.judges < board.scheme.quorum,
                    board.scheme.kind != .celebrated
                {
                    ChoiceGroup(
                        kind: .checkboxes, name: "waive",
                        legend:
                            "Ballots: \(line.result.judges) of the \(board.scheme.quorum) that the rules ask for",
                        error: errors.message(for: "waive"),
                        choices: [
                            Choice(
                                value: "yes", label: "Decide all the same; the reason is kept",
                                isChosen: typed["waive"] == "yes")
                        ])
                }
                if board.scheme.kind != .celebrated {
                    TextField(
                        name: "word", label: "If this goes against the ranking, type \(line.code)",
                        value: typed["word"] ?? "", error: errors.message(for: "word"), width: .six, isProse: false)
                }
                ActionButton("Record the decision")
            }
        }
    }

    private var address: WebAddress {
        SiteURL.awards(.decision(board.scheme.slug, board.category.slug, line.code)).address
    }
}
