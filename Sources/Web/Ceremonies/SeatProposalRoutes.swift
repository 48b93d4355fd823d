import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Seats for everybody: looked at, taken, taken back.
struct SeatProposalRoutes {
    let site: WebSite

    private var guests: GuestService { site.services.guests }

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.guests(.proposal("{slug}")).route) { request, context in
            let seed = wholeNumber(try request.query()["seed"] ?? "") ?? 0
            do {
                return Response.page(try await page(seed, context))
            } catch SeatingRefusal.noTables {
                // Without a table the page of tables says what to do first.
                let slug = try await guests.ceremony(try context.part("slug"), by: context.actor).slug
                return Response.seeOther(SiteURL.guests(.tables(slug)).address)
            }
        }
        staff.post(SiteURL.guests(.proposal("{slug}")).route) { request, context in
            let form = try await site.form(request, context.web)
            let slug = try await guests.ceremony(try context.part("slug"), by: context.actor).slug
            let (seed, mark) = (wholeNumber(form["seed"] ?? "") ?? 0, form["mark"] ?? "")
            return try await site.take(
                form, "solve \(slug) \(seed) \(mark)", context, to: { done($0, "solved") }, field: { _ in "proposal" },
                again: { try await page(seed, context, $0) }
            ) { work in
                _ = try await guests.solve(of: slug, seed: seed, as: mark, by: context.actor, in: work)
                return slug
            }
        }
        staff.post(SiteURL.guests(.restoration("{slug}")).route) { request, context in
            let form = try await site.form(request, context.web)
            let slug = try await guests.ceremony(try context.part("slug"), by: context.actor).slug
            return try await site.take(
                form, "restore seats \(slug)", context, to: { done($0, "restored") }, field: { _ in "tables" },
                again: { try await TableRoutes(site: site).page(context, errors: $0) }
            ) { work in
                try await guests.restoreSeats(of: slug, by: context.actor, in: work)
                return slug
            }
        }
    }

    private func done(_ slug: String, _ what: String) -> WebAddress {
        SiteURL.guests(.tables(slug)).address.adding("done", what)
    }

    private func page(_ seed: Int, _ context: SignedInContext, _ errors: [FieldError] = []) async throws -> PageLayout {
        let ceremony = try await guests.ceremony(try context.part("slug"), by: context.actor)
        let proposal = try await guests.proposal(of: ceremony.slug, seed: seed, by: context.actor)
        var frame = site.frame("Seats for everybody, \(ceremony.title)", context.web)
        frame.width = .wide
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "Tables", address: SiteURL.guests(.tables(ceremony.slug)).address)
        let page = SeatProposalPage(
            ceremony: ceremony, proposal: proposal, errors: errors, formGuard: site.formGuards(context.web))
        return PageLayout(frame) { page }
    }
}
