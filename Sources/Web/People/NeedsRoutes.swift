import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// What one needs to take part: telling it once, and reading it where a session is prepared.
struct NeedsRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.myNeeds.route) { request, context in
            let needs = try await site.services.needs.mine(by: context.actor) ?? Needs()
            let done: String? =
                switch try request.query()["done"] {
                case "told": "Thank you, that is kept for every session"
                case "forgotten": "What you told us is forgotten"
                default: nil
                }
            return Response.page(page(needs, context, done: done))
        }
        signedIn.post(SiteURL.myNeeds.route) { request, context in try await tell(request, context) }
        signedIn.get(SiteURL.sessionNeeds("{reference}").route) { _, context in
            let reference = try context.part("reference").uppercased()
            let found = try await site.services.needs.of(reference, by: context.actor)
            let session = try await site.services.programme.session(reference, by: context.actor)
            var frame = site.frame("What people need", context.web)
            frame.back = BackLink(text: session.title, address: SiteURL.session(session.reference).address)
            return Response.page(PageLayout(frame) { SessionNeedsPage(session: session, needs: found) })
        }
    }

    private func page(
        _ needs: Needs, _ context: SignedInContext, errors: [FieldError] = [], done: String? = nil
    ) -> PageLayout {
        var frame = site.frame("What you need to take part", context.web)
        frame.width = .reading
        frame.hasErrors = !errors.isEmpty
        frame.banner = done.map { Banner(.success, $0) }
        frame.back = BackLink(text: "My week", address: SiteURL.me.address)
        let form = NeedsForm(needs: needs, errors: errors, formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) { form }
    }

    private func tell(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await site.form(request, context.web)
        let needs = Needs(
            needs: Need.allCases.filter { (fields.all("access") + fields.all("diet")).contains($0.rawValue) },
            other: fields["other"] ?? "",
            isShared: fields["shared"] != nil)
        do {
            let done = try await site.once(fields, request: "needs \(needs)", by: context.actor) { work in
                try await site.services.needs.tell(needs, by: context.actor, in: work)
                return needs.isEmpty ? "forgotten" : "told"
            }
            return Response.seeOther(SiteURL.myNeeds.address.adding("done", done))
        } catch let problem as TextProblem {
            let errors = [FieldError(field: "other", message: problem.message)]
            return Response.page(page(needs, context, errors: errors), status: ErrorAnswer(problem).status)
        }
    }
}
