import Domain
import Exchange
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Many people to new teams on a day to come: what would happen is shown first; what is set can be taken back until then.
struct TeamMoveRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminMoves.route) { request, context in
            let query = try request.query()
            let done: String? =
                switch query["done"] {
                case "back": "The move is taken back"
                case let count?:
                    wholeNumber(count).map {
                        AdminWords.counted($0, "move is set", "moves are set", none: "No move is set")
                    }
                case nil: nil
                }
            return Response.page(try await page(TeamMovesPage.Typed(), context, done: done))
        }
        admin.post(SiteURL.adminMoves.route) { request, context in try await set(request, context) }
        admin.post(SiteURL.adminMoveWithdrawal("{id}").route) { request, context in
            let form = try await site.form(request, context.web)
            guard let id = UUID(uuidString: try context.part("id")) else {
                throw AccessRefusal.notFound("move to come")
            }
            _ = try await site.once(form, request: "move back \(id)", by: context.actor) { work in
                try await site.services.people.takeBackMove(id, by: context.actor, in: work)
                return "back"
            }
            return Response.seeOther(SiteURL.adminMoves.address.adding("done", "back"))
        }
    }

    private func page(
        _ typed: TeamMovesPage.Typed, _ context: SignedInContext, planned: TeamMovesPage.Planned? = nil,
        errors: [FieldError] = [], done: String? = nil
    ) async throws -> PageLayout {
        var frame = site.adminFrame("Moves to come", context, errors: errors, done: done)
        frame.back = BackLink(text: "Organisation", address: SiteURL.adminOrganisation.address)
        let page = TeamMovesPage(
            moves: try await site.services.people.teamMoves(by: context.actor), typed: typed, planned: planned,
            errors: errors, formGuard: { site.formGuard(context.web, keyed: true) })
        return PageLayout(frame) { page }
    }

    /// Reads what was typed; shows what it would do, or does it.
    private func set(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await site.form(request, context.web)
        let typed = TeamMovesPage.Typed(fields)
        let lines = TeamMoveLines(typed.lines)
        var errors: [FieldError] = []
        var day: Day?
        do { day = try DateEntry.day(typed.on, today: site.today) } catch {
            errors.append(FieldError(field: "on", message: error.message))
        }
        if typed.lines.allSatisfy(\.isWhitespace) {
            errors.append(FieldError(field: "lines", message: "Enter who moves, and where to."))
        } else if lines.wanted.isEmpty || !lines.problems.isEmpty {
            let problems = lines.problems.isEmpty ? ["No line names anybody."] : lines.problems
            errors += problems.prefix(5).map { FieldError(field: "lines", message: $0) }
        } else if lines.wanted.count > PeopleService.mostMoves {
            errors.append(FieldError(field: "lines", message: "Enter at most 5,000 people at a time."))
        }
        guard errors.isEmpty, let day else { return try await refused(typed, errors, .unprocessableContent, context) }
        do {
            let planned = try await site.services.people.planMoves(lines.wanted, on: day, by: context.actor)
            errors = Self.errors(planned, lines)
            guard errors.isEmpty else { return try await refused(typed, errors, .unprocessableContent, context) }
            guard fields["do"] == "set" else {
                let moves = planned.compactMap { try? $0.get() }
                return Response.page(
                    try await page(typed, context, planned: TeamMovesPage.Planned(day: day, moves: moves)))
            }
            let count = try await site.once(fields, request: "moves \(typed)", by: context.actor) { work in
                String(try await site.services.people.setMoves(lines.wanted, on: day, by: context.actor, in: work))
            }
            return Response.seeOther(SiteURL.adminMoves.address.adding("done", count))
        } catch PeopleRefusal.dayIsPast(let day) {
            let refusal = PeopleRefusal.dayIsPast(day)
            let error = FieldError(field: "on", message: refusal.message)
            return try await refused(typed, [error], ErrorAnswer(refusal).status, context)
        }
    }

    /// Whatever is wrong with the lines, the first ones of it.
    private static func errors(
        _ planned: [Result<PeopleService.PlannedMove, PeopleRefusal>], _ lines: TeamMoveLines
    ) -> [FieldError] {
        let wrong = zip(planned, lines.lines).compactMap { result, line -> FieldError? in
            guard case .failure(let refusal) = result else { return nil }
            return FieldError(field: "lines", message: "Line \(line): \(refusal.message)")
        }
        return Array(wrong.prefix(20))
    }

    private func refused(
        _ typed: TeamMovesPage.Typed, _ errors: [FieldError], _ status: HTTPResponse.Status,
        _ context: SignedInContext
    ) async throws -> Response {
        Response.page(try await page(typed, context, errors: errors), status: status)
    }
}
