import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// One session of the draft: what there is to know about it, and the form that changes it.
struct SessionEditRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planSession("{reference}").route) { request, context in
            let (plan, session) = try await desk.planned(try desk.reference(context), context)
            let query = try request.query()
            // Where adding it is taken back there is no such page any more.
            let address =
                query["done"] == PlanNotice.added.rawValue
                ? SiteURL.planSessions(plan.event.slug).address : SiteURL.planSession(session.reference).address
            let form = SessionForm(session)
            let page = SessionEditPage(
                plan: plan, session: session, form: form, base: form,
                formGuard: desk.site.formGuard(context.web, keyed: true))
            return Response.page(layout(page, context, banner: try await desk.banner(query, context, to: address)))
        }
        signedIn.post(SiteURL.planSession("{reference}").route) { request, context in
            try await save(request, context)
        }
    }

    private func save(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reference = try desk.reference(context)
        try desk.requireSchedules(context, to: "change sessions")
        let sent = try await desk.site.form(request, context.web)
        let (plan, session) = try await desk.planned(reference, context)
        var page = SessionEditPage(
            plan: plan, session: session, form: SessionForm(sent), base: SessionForm(sent, prefix: "base-"),
            revision: sent["revision"].flatMap { wholeNumber($0) } ?? 0,
            formGuard: desk.site.formGuard(context.web, keyed: true))
        if sent["do"] == "rooms" { return Response.page(layout(page, context)) }
        let people = page.form.leads.isEmpty ? [] : try await desk.site.services.people.people(by: context.actor)
        let change = page.form.change(from: page.base, in: plan, people: people, errors: &page.errors)
        guard page.errors.isEmpty else { return Response.page(layout(page, context), status: .unprocessableContent) }
        let (about, made) = (SiteURL.planSession(reference).address, page)
        if change.isEmpty, made.revision == session.revision { return Response.seeOther(about) }
        do {
            _ = try await desk.once(sent, request: "change \(reference) \(made.revision) \(change)", context) { work in
                try await desk.programme.changeSession(
                    reference, change, expecting: made.revision, by: context.actor, in: work
                ).reference
            }
            return Response.seeOther(
                about.adding("done", PlanNotice.saved.rawValue).adding("about", reference))
        } catch let refusal as ProgrammeRefusal where refusal.kind == .stale {
            let (fresh, now) = try await desk.planned(reference, context)
            return Response.page(
                layout(made.overtaken(by: now, in: fresh), context), status: .conflict)
        } catch let refusal as any Refusal where refusal.kind != .forbidden {
            page.errors = [FieldError(field: SessionForm.field(of: refusal), message: refusal.message)]
            return Response.page(layout(page, context), status: PlanDesk.status(refusal))
        }
    }

    private func layout(_ page: SessionEditPage, _ context: SignedInContext, banner: Banner? = nil) -> PageLayout {
        let event = page.plan.event
        let back = BackLink(text: "Sessions of \(event.title)", address: SiteURL.planSessions(event.slug).address)
        return PageLayout(
            desk.frame(
                "\(page.session.reference): \(page.session.title)", context, back: back, errors: page.errors,
                banner: banner)
        ) { page }
    }
}
