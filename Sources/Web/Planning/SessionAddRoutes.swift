import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Adding a session to a draft: filled in from the last one added, or like one that is named.
struct SessionAddRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planNew("{slug}").route) { request, context in
            let plan = try await desk.plan(try context.part("slug"), context)
            let query = try request.query()
            let address = SiteURL.planNew(plan.event.slug).address
            let page = SessionAddPage(
                plan: plan, form: Self.begun(plan, query), errors: [],
                formGuard: desk.site.formGuard(context.web, keyed: true),
                added: query["about"].flatMap { plan.session($0.uppercased()) })
            return Response.page(
                layout(page, context, banner: try await desk.banner(query, context, to: address)))
        }
        signedIn.post(SiteURL.planSessions("{slug}").route) { request, context in
            try await add(request, context)
        }
    }

    /// What the boxes hold before anybody types: like the session named, else like the last one added.
    private static func begun(_ plan: Plan, _ query: FormFields) -> SessionForm {
        var form: SessionForm
        if let like = query["like"].flatMap({ plan.session($0.uppercased()) }) {
            form = .repeating(like, in: plan.event)
        } else {
            form = .following(plan.sessions)
            if form.time.date.isEmpty { form.time.date = plan.countingFrom.long }
        }
        if let day = query["day"].flatMap({ Day(iso: $0) }) { form.time.date = day.long }
        if let starts = query["starts"] { form.time.starts = String(starts.prefix(20)) }
        if let room = query["room"], plan.rooms.contains(where: { $0.printed == room }) { form.room = room }
        return form
    }

    private func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let slug = try context.part("slug")
        try desk.requireSchedules(context, to: "add sessions")
        let sent = try await desk.site.form(request, context.web)
        let form = SessionForm(sent)
        let plan = try await desk.plan(slug, context)
        if sent["do"] == "rooms" { return answer(plan, form, [], context) }
        var errors: [FieldError] = []
        let people =
            form.leads.isEmpty ? [] : try await desk.site.services.people.people(by: context.actor)
        guard let new = form.new(in: plan, people: people, errors: &errors) else {
            return answer(plan, form, errors, context)
        }
        do {
            let reference = try await desk.once(sent, request: "add session \(new)", context) { work in
                try await desk.programme.addSession(new, by: context.actor, in: work).reference
            }
            let next =
                sent["do"] == "another"
                ? SiteURL.planNew(plan.event.slug).address : SiteURL.planSession(reference).address
            return Response.seeOther(
                next.adding("done", PlanNotice.added.rawValue).adding("about", reference))
        } catch let refusal as any Refusal where refusal.kind != .forbidden {
            let error = FieldError(field: SessionForm.field(of: refusal), message: refusal.message)
            return answer(plan, form, [error], context, status: PlanDesk.status(refusal))
        }
    }

    private func answer(
        _ plan: Plan, _ form: SessionForm, _ errors: [FieldError], _ context: SignedInContext,
        status: HTTPResponse.Status = .unprocessableContent
    ) -> Response {
        let page = SessionAddPage(
            plan: plan, form: form, errors: errors, formGuard: desk.site.formGuard(context.web, keyed: true), added: nil
        )
        return Response.page(layout(page, context), status: errors.isEmpty ? .ok : status)
    }

    private func layout(_ page: SessionAddPage, _ context: SignedInContext, banner: Banner? = nil) -> PageLayout {
        let back = BackLink(
            text: "Sessions of \(page.plan.event.title)", address: SiteURL.planSessions(page.plan.event.slug).address)
        var frame = desk.frame("Add a session", context, back: back, errors: page.errors, banner: banner)
        frame.width = .reading
        return PageLayout(frame) { page }
    }
}

/// The form that adds a session.
struct SessionAddPage: Component {
    var plan: Plan
    var form: SessionForm
    var errors: [FieldError]
    var formGuard: FormGuard
    /// The one that was added just before this one.
    var added: Session?

    var body: Markup {
        ErrorSummary(errors)
        if let added {
            PlanWords(plan: plan).box(plan.problems[added.reference] ?? [], of: added)
        }
        H1("Add a session")
        PostForm(to: SiteURL.planSessions(plan.event.slug).address, guard: formGuard) {
            DefaultButton()
            SessionFormFields(plan: plan, form: form, errors: errors)
            ActionRow {
                ActionButton("Add the session")
                ActionButton("Add, and then another", .secondary, sends: ("do", "another"))
                A("Back to the list", href: SiteURL.planSessions(plan.event.slug).address)
            }
        }
    }
}
