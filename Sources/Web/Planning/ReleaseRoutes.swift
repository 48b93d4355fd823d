import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// What would be released, whom it touches, and releasing it.
struct ReleaseRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planReleases("{slug}").route) { request, context in
            let query = try request.query()
            let slug = try context.part("slug")
            let banner = try await desk.banner(query, context, to: SiteURL.planReleases(slug).address)
            return Response.page(try await layout(slug, ReleasePage.Typed(), context, banner: banner))
        }
        signedIn.post(SiteURL.planReleases("{slug}").route) { request, context in
            try await publish(request, context)
        }
    }

    private func publish(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let slug = try context.part("slug")
        try desk.requireSchedules(context, to: "release a programme")
        let sent = try await desk.site.form(request, context.web)
        var typed = ReleasePage.Typed(
            note: sent["note"] ?? "", word: sent["word"] ?? "", mayLack: sent["lacking"] == "yes")
        guard typed.word.trimmingCharacters(in: .whitespaces).lowercased() == slug else {
            typed.errors = [FieldError(field: "word", message: "Type \(slug) to say that you mean it.")]
            return Response.page(try await layout(slug, typed, context), status: .unprocessableContent)
        }
        let (note, mayLack) = (typed.note, typed.mayLack)
        do {
            _ = try await desk.once(sent, request: "release \(slug) \(mayLack) \(note)", context) { work in
                let release = try await desk.programme.publishRelease(
                    slug, note: note, complete: !mayLack, by: context.actor, in: work)
                return String(release.number)
            }
            return Response.seeOther(
                SiteURL.planReleases(slug).address.adding("done", PlanNotice.released.rawValue))
        } catch let refusal as any Refusal where refusal.kind == .conflict || refusal.kind == .unprocessable {
            var message = refusal.message
            var field = refusal is TextProblem ? "note" : "word"
            switch refusal {
            case ProgrammeRefusal.cannotRelease:
                (field, message) = ("clashes", "Nothing was released: mend what is in the way first.")
            case ProgrammeRefusal.incomplete:
                (field, message) = (
                    "lacking", "Nothing was released: mend what is missing, or tick that it may be missing."
                )
            default: break
            }
            typed.errors = [FieldError(field: field, message: message)]
            return Response.page(try await layout(slug, typed, context), status: PlanDesk.status(refusal))
        }
    }

    private func layout(
        _ slug: String, _ typed: ReleasePage.Typed, _ context: SignedInContext, banner: Banner? = nil
    ) async throws -> PageLayout {
        let plan = try await desk.plan(slug, context)
        let page = ReleasePage(
            plan: plan, changes: try await desk.programme.releaseDiff(slug, by: context.actor),
            releases: try await desk.programme.releases(slug, by: context.actor), typed: typed,
            formGuard: desk.site.formGuard(context.web, keyed: true))
        let frame = desk.frame(
            "Release \(plan.event.title)", context,
            back: BackLink(text: "Events", address: SiteURL.planEvents.address), errors: typed.errors, banner: banner)
        return PageLayout(frame) { page }
    }
}
