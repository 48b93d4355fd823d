import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// What was offered for an event: staff invite, take offers into the draft, and decline.
struct ProposalRoutes {
    let site: WebSite

    private var proposals: ProposalService { site.services.proposals }

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planOffers("{slug}").route) { request, context in
            try await list(try context.part("slug"), context, notice: try request.query()["done"])
        }
        signedIn.post(SiteURL.planOfferInvitation("{slug}").route) { request, context in
            try await invite(request, context)
        }
        signedIn.post(SiteURL.planOfferInvitationEnd("{slug}").route) { request, context in
            let slug = try context.part("slug")
            _ = try await site.form(request, context.web)
            try await proposals.endInvitation(to: slug, by: context.actor)
            return Response.seeOther(SiteURL.planOffers(slug).address.adding("done", Notice.ended.rawValue))
        }
        signedIn.post(SiteURL.planOfferAcceptance("{id}").route) { request, context in
            try await accept(request, context)
        }
        signedIn.post(SiteURL.planOfferDecline("{id}").route) { request, context in
            try await decline(request, context)
        }
    }

    enum Notice: String {
        case declined, ended

        var heading: String {
            switch self {
            case .declined: "The offer is declined. Nobody was written to: tell them yourself."
            case .ended: "The address is ended. Whoever opens it is told to ask for a new one."
            }
        }
    }

    private func list(
        _ slug: String, _ context: SignedInContext, notice: String? = nil, made: String? = nil, closes: String? = nil,
        errors: [FieldError] = [], status: HTTPResponse.Status = .ok, declining: (id: UUID, reason: String)? = nil
    ) async throws -> Response {
        try requireSchedules(context)
        _ = try await site.isDemo()
        let event = try await site.services.programme.event(slug, by: context.actor)
        let page = OffersPage(
            event: event, offers: try await proposals.proposals(for: event.slug, by: context.actor),
            closingDay: try await proposals.closingDay(of: event.slug, by: context.actor), made: made,
            closes: closes ?? "", declining: declining, errors: errors,
            formGuards: site.formGuards(context.web))
        var frame = site.frame("Offers, \(event.title)", context.web)
        frame.width = .wide
        frame.back = BackLink(text: "Events", address: SiteURL.planEvents.address)
        frame.hasErrors = !errors.isEmpty
        frame.banner = notice.flatMap(Notice.init(rawValue:)).map { Banner(.success, $0.heading) }
        return Response.page(PageLayout(frame) { page }, status: status)
    }

    private func invite(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let slug = try context.part("slug")
        try requireSchedules(context)
        let form = try await site.form(request, context.web)
        let typed = form["closes"] ?? ""
        do {
            let day = try DateEntry.day(typed, today: site.today)
            let secret = try await proposals.invite(
                to: slug, closingOn: day, today: site.today, by: context.actor)
            return try await list(
                slug, context, made: SiteURL.offer(secret).absolute(site.baseURL))
        } catch let refusal as any Refusal where refusal.kind == .unprocessable {
            return try await list(
                slug, context, closes: typed, errors: [FieldError(field: "closes", message: refusal.message)],
                status: .unprocessableContent)
        }
    }

    /// Says no before anything is read. The service decides again, by the database's word.
    private func requireSchedules(_ context: SignedInContext) throws {
        guard context.person.schedules else { throw AccessRefusal.notAllowed("decide on offers") }
    }

    private func id(_ context: SignedInContext) throws -> UUID {
        guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("offer") }
        return id
    }

    private func accept(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        try requireSchedules(context)
        let form = try await site.form(request, context.web)
        let reference = try await site.once(form, request: "accept \(id)", by: context.actor) { work in
            try await proposals.accept(id, by: context.actor, in: work).reference
        }
        return Response.seeOther(
            SiteURL.planSession(reference).address.adding("done", "added").adding("about", reference))
    }

    private func decline(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        try requireSchedules(context)
        let form = try await site.form(request, context.web)
        let reason = form["reason-\(id)"] ?? ""
        let proposal = try await proposals.proposal(id, by: context.actor)
        do {
            _ = try await site.once(form, request: "decline \(id) \(reason)", by: context.actor) { work in
                try await proposals.decline(id, reason: reason, by: context.actor, in: work)
                return id.uuidString
            }
            return Response.seeOther(
                SiteURL.planOffers(proposal.event).address.adding("done", Notice.declined.rawValue))
        } catch let refusal as any Refusal where refusal.kind == .unprocessable {
            return try await list(
                proposal.event, context, errors: [FieldError(field: "reason-\(id)", message: refusal.message)],
                status: .unprocessableContent, declining: (id, reason))
        }
    }
}
