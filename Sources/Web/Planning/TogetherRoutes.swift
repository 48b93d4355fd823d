import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Cancelling or moving several sessions: first what would happen and to whom, then, with a typed word, in one transaction.
struct TogetherRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planTogether("{slug}").route) { request, context in
            let form = TogetherForm(try request.query())
            let page = try await page(try context.part("slug"), form, [], context, isAsking: true)
            return Response.page(layout(page, context), status: page.errors.isEmpty ? .ok : .unprocessableContent)
        }
        signedIn.post(SiteURL.planMoves("{slug}").route) { request, context in
            try await act(.move, request, context)
        }
        signedIn.post(SiteURL.planCancellations("{slug}").route) { request, context in
            try await act(.cancel, request, context)
        }
    }

    private func act(_ action: TogetherForm.Action, _ request: Request, _ context: SignedInContext) async throws
        -> Response
    {
        let slug = try context.part("slug")
        try desk.requireSchedules(context, to: "change sessions")
        let sent = try await desk.site.form(request, context.web)
        var form = TogetherForm(sent)
        form.action = action
        var errors = form.problems()
        if !form.sessions.isEmpty, form.word.trimmingCharacters(in: .whitespaces) != "\(form.sessions.count)" {
            errors.append(
                FieldError(field: "word", message: "Type \(form.sessions.count), the number of sessions, to go on."))
        }
        guard errors.isEmpty else {
            let page = try await page(slug, form, errors, context)
            return Response.page(layout(page, context), status: .unprocessableContent)
        }
        let ready = form
        do {
            _ = try await desk.once(sent, request: "together \(slug) \(ready)", context) { work in
                try await own(slug, ready, context, work)
                return try await Self.carryOut(ready, desk, context, work).map(\.reference).joined(separator: " ")
            }
            let notice: PlanNotice = action == .move ? .movedTogether : .cancelledTogether
            return Response.seeOther(SiteURL.planSessions(slug).address.adding("done", notice.rawValue))
        } catch let refusal as any Refusal where refusal.kind != .forbidden {
            let error = FieldError(field: form.field(of: refusal), message: refusal.message)
            if refusal.kind == .stale { form.sessions = form.sessions.map { PlannedSession(reference: $0.reference) } }
            let page = try await page(slug, form, [error], context)
            return Response.page(layout(page, context), status: PlanDesk.status(refusal))
        }
    }

    /// A page about one event changes sessions of that event only.
    private func own(_ slug: String, _ form: TogetherForm, _ context: SignedInContext, _ work: Work) async throws {
        let known = Set(try await desk.programme.drafts(event: slug, by: context.actor, in: work).map(\.reference))
        guard form.sessions.allSatisfy({ known.contains($0.reference) }) else {
            throw AccessRefusal.notFound("session")
        }
    }

    private static func carryOut(
        _ form: TogetherForm, _ desk: PlanDesk, _ context: SignedInContext, _ work: Work
    ) async throws -> [Session] {
        switch form.action {
        case .cancel:
            try await desk.programme.cancelSessions(form.sessions, reason: form.reason, by: context.actor, in: work)
        case .move:
            try await desk.programme.moveSessions(
                form.sessions, byMinutes: form.byMinutes ?? 0, room: form.room.isEmpty ? nil : form.room,
                by: context.actor, in: work)
        }
    }

    /// The page with what would happen: tried in a transaction that is taken back.
    ///
    /// - Parameter isAsking: whether the answers are only being given, so that what is missing is no mistake yet.
    private func page(
        _ slug: String, _ form: TogetherForm, _ errors: [FieldError], _ context: SignedInContext, isAsking: Bool = false
    ) async throws -> TogetherPage {
        let plan = try await desk.plan(slug, context)
        var form = form
        form.sessions = form.sessions.compactMap { chosen in
            plan.session(chosen.reference).map {
                PlannedSession(reference: $0.reference, revision: chosen.revision ?? $0.revision)
            }
        }
        var page = TogetherPage(
            plan: plan, form: form, errors: errors, formGuard: desk.site.formGuard(context.web, keyed: true))
        // A wrong number does not take back what would happen.
        let isClear = errors.allSatisfy { $0.field == "word" }
        guard form.action == .move, form.hasAnswer, isClear, !form.sessions.isEmpty else { return page }
        let problems = form.problems()
        page.errors += problems
        guard problems.isEmpty else { return page }
        let tried = form
        do {
            page.after = try await desk.site.services.work(dryRun: true) { work in
                _ = try await Self.carryOut(tried, desk, context, work)
                return try await desk.plan(slug, context, in: work)
            }
        } catch let refusal as any Refusal where refusal.kind != .forbidden {
            page.errors = [FieldError(field: form.field(of: refusal), message: refusal.message)]
        }
        return page
    }

    private func layout(_ page: TogetherPage, _ context: SignedInContext) -> PageLayout {
        PageLayout(
            desk.frame(
                page.title, context, back: BackLink(address: SiteURL.planSessions(page.plan.event.slug).address),
                errors: page.errors)
        ) { page }
    }
}
