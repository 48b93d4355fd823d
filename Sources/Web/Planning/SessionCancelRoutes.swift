import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Calling a session off, with a reason that those booked read; and removing a draft that nobody else ever saw.
struct SessionCancelRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planCancellation("{reference}").route) { request, context in
            try desk.requireSchedules(context)
            _ = try await desk.site.isDemo()
            let session = try await desk.programme.draft(try desk.reference(context), by: context.actor)
            return Response.page(layout(page(session, try request.query(), context), context))
        }
        signedIn.post(SiteURL.planCancellation("{reference}").route) { request, context in
            try await cancel(request, context)
        }
        signedIn.post(SiteURL.planRemoval("{reference}").route) { request, context in
            try await remove(request, context)
        }
    }

    private func page(_ session: Session, _ form: FormFields, _ context: SignedInContext) -> SessionCancelPage {
        SessionCancelPage(
            session: session, reason: form["reason"] ?? "",
            revision: form["revision"].flatMap { wholeNumber($0) } ?? session.revision,
            back: PlanDesk.way(form, otherwise: SiteURL.planSession(session.reference).address),
            formGuard: desk.site.formGuard(context.web, keyed: true), errors: [])
    }

    private func cancel(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reference = try desk.reference(context)
        try desk.requireSchedules(context, to: "cancel sessions")
        let sent = try await desk.site.form(request, context.web)
        let session = try await desk.programme.draft(reference, by: context.actor)
        var page = page(session, sent, context)
        let (reason, revision) = (page.reason, page.revision)
        do {
            _ = try await desk.once(sent, request: "cancel \(reference) \(revision) \(reason)", context) { work in
                try await desk.programme.cancelSession(
                    reference, reason: reason, expecting: revision, by: context.actor, in: work
                ).reference
            }
            return Response.seeOther(
                page.back.adding("done", PlanNotice.cancelled.rawValue).adding("about", reference))
        } catch let refusal as any Refusal where refusal.kind != .forbidden {
            page.errors = [FieldError(field: "reason", message: refusal.message)]
            if refusal.kind == .stale { page.revision = session.revision }
            return Response.page(layout(page, context), status: PlanDesk.status(refusal))
        }
    }

    private func remove(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reference = try desk.reference(context)
        try desk.requireSchedules(context, to: "remove sessions")
        let sent = try await desk.site.form(request, context.web)
        do {
            let slug = try await desk.once(sent, request: "remove \(reference)", context) { work in
                let session = try await desk.programme.draft(reference, by: context.actor, in: work)
                try await desk.programme.removeSession(reference, by: context.actor, in: work)
                return session.event
            }
            // The session's own page has gone with it.
            let list = SiteURL.planSessions(slug).address
            let way = PlanDesk.way(sent, otherwise: list)
            let back = way.text.hasPrefix(SiteURL.planSession(reference).address.text) ? list : way
            return Response.seeOther(
                back.adding("done", PlanNotice.removed.rawValue).adding("about", reference))
        } catch let refusal as any Refusal where refusal.kind == .conflict {
            let session = try await desk.programme.draft(reference, by: context.actor)
            var page = page(session, sent, context)
            page.errors = [FieldError(field: "reason", message: refusal.message)]
            return Response.page(layout(page, context), status: PlanDesk.status(refusal))
        }
    }

    private func layout(_ page: SessionCancelPage, _ context: SignedInContext) -> PageLayout {
        var frame = desk.frame(
            "Cancel \(page.session.title)", context,
            back: BackLink(address: page.back), errors: page.errors)
        frame.width = .reading
        return PageLayout(frame) { page }
    }
}

/// Why a session is called off, and whom it touches.
struct SessionCancelPage: Component {
    var session: Session
    var reason: String
    var revision: Int
    /// Where it was opened from, and where it leads.
    var back: WebAddress
    var formGuard: FormGuard
    var errors: [FieldError]

    var body: Markup {
        let wasReleased = session.draft?.everReleased ?? false
        ErrorSummary(errors)
        H1("Cancel \(session.title)")
        P("\(session.reference): \(SessionWords(session).when), \(SessionWords(session).place).")
        if session.state == .cancelled {
            InsetText { P("It is cancelled already: \(session.cancelReason ?? "no reason was kept.")") }
        } else {
            InsetText {
                P(PlanWords.touched(taken: session.taken, waiting: session.waiting))
                P(
                    "It is off at once and for everyone, without a release. Those booked or waiting are told, and read your reason."
                )
            }
            PostForm(to: SiteURL.planCancellation(session.reference).address, guard: formGuard) {
                Input(.hidden, name: "revision", .value(revision))
                Input(.hidden, name: "to", .value(back.text))
                TextField(
                    name: "reason", label: "Why is it cancelled?",
                    hint: "For example: The trainer is ill. We will find a new date.", value: reason,
                    error: errors.message(for: "reason"))
                ActionRow {
                    ActionButton("Cancel the session", .warning)
                    A("Keep the session", href: back)
                }
            }
            if !wasReleased {
                H2("Remove it instead")
                P("It was never released, so nobody but CPP staff has seen it. A removed session is gone for good.")
                PostForm(to: SiteURL.planRemoval(session.reference).address, guard: formGuard) {
                    Input(.hidden, name: "to", .value(back.text))
                    ActionButton("Remove the draft", .warning)
                }
            }
        }
    }
}
