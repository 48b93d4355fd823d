import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Tables by hand, their plan and the cards for the places, for staff.
struct TableRoutes {
    let site: WebSite

    private var guests: GuestService { site.services.guests }

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.guests(.tables("{slug}")).route) { request, context in
            Response.page(try await page(context, done: try request.query()["done"]))
        }
        staff.get(SiteURL.guests(.plan("{slug}")).route) { _, context in
            try await printed(.plan, context) { SeatingPlanPage(ceremony: $0, seating: $1).markup }
        }
        staff.get(SiteURL.guests(.cards("{slug}")).route) { _, context in
            try await printed(.cards, context) { PlaceCardsPage(ceremony: $0, seating: $1).markup }
        }
        SeatProposalRoutes(site: site).add(to: staff)
        for act in GuestPlace.TableAct.allCases {
            staff.post(SiteURL.guests(.tableAct("{slug}", act)).route) { request, context in
                try await self.act(act, request, context)
            }
        }
    }

    private func printed(
        _ paper: CeremonyPaper, _ context: SignedInContext, _ body: (GuestCeremony, Seating) -> Markup
    ) async throws -> Response {
        let ceremony = try await guests.ceremony(try context.part("slug"), by: context.actor)
        let seating = try await guests.seatingToPrint(of: ceremony.slug, as: paper, by: context.actor)
        var frame = site.frame(paper.title, context.web)
        frame.width = .wide
        frame.back = BackLink(text: "Tables", address: SiteURL.guests(.tables(ceremony.slug)).address)
        let content = body(ceremony, seating)
        return Response.page(PageLayout(frame) { content })
    }

    func page(
        _ context: SignedInContext, done: String? = nil, typed: FormFields = FormFields(),
        refused: GuestPlace.TableAct? = nil, errors: [FieldError] = []
    ) async throws -> PageLayout {
        let ceremony = try await guests.ceremony(try context.part("slug"), by: context.actor)
        var frame = site.frame("Tables, \(ceremony.title)", context.web)
        frame.width = .wide
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "Guests", address: SiteURL.guests(.list(ceremony.slug)).address)
        frame.banner = done.flatMap(GuestPlace.TableAct.init(rawValue:)).map { Banner(.success, $0.done) }
        if done == "solved" { frame.banner = Banner(.success, "Everybody sits as it was found") }
        if done == "restored" { frame.banner = Banner(.success, "The seats are as they were before") }
        let page = TablesPage(
            ceremony: ceremony, seating: try await guests.seating(of: ceremony.slug, by: context.actor),
            restorable: try await guests.seatsToRestore(of: ceremony.slug, by: context.actor), typed: typed,
            refused: refused, errors: errors, formGuard: site.formGuards(context.web))
        return PageLayout(frame) { page }
    }

    private func act(
        _ act: GuestPlace.TableAct, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        let form = try await site.form(request, context.web)
        let slug = try await guests.ceremony(try context.part("slug"), by: context.actor).slug
        let said = form.names.filter { $0 != FormGuard.tokenName && $0 != FormGuard.keyName }.sorted().map {
            "\($0)=\(form[$0] ?? "")"
        }
        do {
            _ = try await site.once(form, request: "\(act) \(slug) \(said)", by: context.actor) { work in
                try await perform(act, form, slug, context.actor, work)
                return ""
            }
            return Response.seeOther(SiteURL.guests(.tables(slug)).address.adding("done", act.rawValue))
        } catch let refusal as any Refusal where refusal.kind != .forbidden && refusal.kind != .unauthenticated {
            let errors = [FieldError(field: Self.field(of: refusal, act), message: refusal.message)]
            return Response.page(
                try await page(context, typed: form, refused: act, errors: errors),
                status: refusal.kind == .notFound ? .unprocessableContent : ErrorAnswer(refusal).status)
        }
    }

    private func perform(
        _ act: GuestPlace.TableAct, _ form: FormFields, _ slug: String, _ actor: Actor, _ work: Work
    ) async throws {
        switch act {
        case .add:
            try await guests.addTable(
                form["name"] ?? "", seats: wholeNumber(form["seats"] ?? "") ?? 0, to: slug, by: actor, in: work)
        case .change:
            try await guests.changeTable(
                form["table"] ?? "", seats: wholeNumber(form["seats"] ?? "") ?? 0, of: slug, by: actor, in: work)
        case .remove: try await guests.removeTable(form["table"] ?? "", of: slug, by: actor, in: work)
        case .seat:
            try await guests.seat(try guest(form["guest"], "whom to seat"), at: form["table"], by: actor, in: work)
        case .wish:
            let apart: Bool? =
                switch form["wish"] {
                case "apart": true
                case "together": false
                case "none": nil
                default: throw SeatingRefusal.text(.missing("whether they sit apart or together"))
                }
            try await guests.wish(
                try guest(form["one"], "the first guest"), try guest(form["other"], "the other guest"), apart: apart,
                by: actor, in: work)
        }
    }

    private func guest(_ typed: String?, _ what: String) throws -> UUID {
        guard let id = typed.flatMap({ UUID(uuidString: $0) }) else { throw SeatingRefusal.text(.missing(what)) }
        return id
    }

    private static func field(of refusal: any Refusal, _ act: GuestPlace.TableAct) -> String {
        switch act {
        case .add: refusal as? SeatingRefusal == .seatsOutOfRange ? "seats" : "name"
        case .change, .remove: "tables"
        case .seat: "guest"
        case .wish:
            refusal as? SeatingRefusal == .text(.missing("whether they sit apart or together")) ? "wish" : "one"
        }
    }
}
