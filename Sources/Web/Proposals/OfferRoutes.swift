import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Offering a session, for whoever has an invitation's address: no account is needed.
struct OfferRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.offer("{token}").route) { request, context in
            let invitation = try await site.services.proposals.invitation(try context.part("token"))
            var typed: [ProposalContent.Field: String] = [:]
            if let person = context.person { typed = [.name: person.name, .email: person.email] }
            return try await answer(invitation, typed, [], context)
        }
        pages.post(SiteURL.offer("{token}").route) { request, context in try await take(request, context) }
        pages.get(SiteURL.offerSent("{token}").route) { request, context in
            let token = try context.part("token")
            let invitation = try await site.services.proposals.invitation(token)
            return Self.secret(
                Response.page(
                    PageLayout(site.frame("Thank you", context)) {
                        OfferSentPage(
                            invitation: invitation, again: SiteURL.offer(token).address)
                    }))
        }
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let token = try context.part("token")
        let invitation = try await site.services.proposals.invitation(token)
        let form = try await site.form(request, context)
        var typed: [ProposalContent.Field: String] = [:]
        for field in ProposalContent.Field.allCases { typed[field] = form[field.rawValue] }
        guard site.anonymousTries.admits("offer \(context.client)") else {
            let slow = FieldError(
                field: "title",
                message:
                    "Many offers have come from this place just now. Yours is kept below: send it again in a quarter of an hour."
            )
            return try await answer(invitation, typed, [slow], context, .tooManyRequests)
        }
        do {
            let content = try ProposalContent.read(typed)
            _ = try await site.once(form, request: "offer \(content)", by: context.actor) { work in
                try await site.services.proposals.propose(content, invitation: token, by: context.actor, in: work)
                    .uuidString
            }
            return Self.secret(Response.seeOther(SiteURL.offerSent(token).address))
        } catch let problems as ProposalProblems {
            let errors = problems.problems.map { FieldError(field: $0.field.rawValue, message: $0.message) }
            return try await answer(invitation, typed, errors, context, .unprocessableContent)
        }
    }

    private func answer(
        _ invitation: ProposalInvitation, _ typed: [ProposalContent.Field: String], _ errors: [FieldError],
        _ context: WebContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        _ = try await site.isDemo()
        let token = try context.part("token")
        var context = context
        let cookies = context.person == nil ? site.knowBrowser(&context) : []
        var frame = site.frame("Offer a session", context)
        frame.visitor = context.person == nil ? .unknown : frame.visitor
        frame.hasErrors = !errors.isEmpty
        let page = OfferPage(
            address: SiteURL.offer(token).address, invitation: invitation, typed: typed,
            errors: errors, formGuard: site.formGuard(context, keyed: true))
        return Self.secret(Response.page(PageLayout(frame) { page }, status: status, cookies: cookies))
    }

    /// The address itself opens the form: it is not to be told on, found or kept.
    private static func secret(_ response: Response) -> Response {
        var response = response
        response.headers[SecurityHeaders.robots] = "noindex"
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
