import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Moving one session to another time or room: a small form that works without a pointer, and what dragging sends.
struct SessionMoveRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planMove("{reference}").route) { request, context in
            let (plan, session) = try await desk.planned(try desk.reference(context), context)
            let query = try request.query()
            var page = page(plan, session, begun(session, query), context, query)
            page.isFresh = true
            return Response.page(layout(page, context))
        }
        signedIn.post(SiteURL.planMove("{reference}").route) { request, context in
            try await move(request, context)
        }
    }

    /// Where the session is now, or where it was dropped. Its length stays.
    private func begun(_ session: Session, _ query: FormFields) -> SessionForm {
        var form = SessionForm()
        form.time = TimeEntry(session)
        form.time.ends = ""
        form.room = PlanQuery.room(of: session) == PlanQuery.noRoom ? "" : PlanQuery.room(of: session)
        if let day = query["day"].flatMap({ Day(iso: $0) }) { form.time.date = day.long }
        if let starts = query["starts"] { form.time.starts = String(starts.prefix(20)) }
        if let room = query["room"] { form.room = room == PlanQuery.noRoom ? "" : String(room.prefix(300)) }
        if query["day"] != nil || query["starts"] != nil { form.time.startsOffset = "" }
        return form
    }

    private func page(
        _ plan: Plan, _ session: Session, _ form: SessionForm, _ context: SignedInContext, _ fields: FormFields
    ) -> SessionMovePage {
        SessionMovePage(
            plan: plan, session: session, form: form,
            revision: fields["revision"].flatMap { wholeNumber($0) } ?? session.revision,
            back: PlanDesk.way(fields, otherwise: SiteURL.planSession(session.reference).address),
            formGuard: desk.site.formGuard(context.web, keyed: true))
    }

    private func move(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reference = try desk.reference(context)
        try desk.requireSchedules(context, to: "move sessions")
        let sent = try await desk.site.form(request, context.web)
        let (plan, session) = try await desk.planned(reference, context)
        var page = page(plan, session, SessionForm(sent), context, sent)
        if sent["do"] == "rooms" { return Response.page(layout(page, context)) }
        let reading = page.form.time.read(countingFrom: plan.countingFrom, errors: &page.errors)
        if page.errors.isEmpty, reading.starts == nil, session.startsAt != nil {
            page.errors.append(FieldError(field: "starts", message: "Enter when it starts."))
        }
        guard page.errors.isEmpty else { return Response.page(layout(page, context), status: .unprocessableContent) }
        let length = Double(reading.minutes ?? session.draft?.minutes ?? 60) * 60
        let ends = reading.ends ?? reading.starts?.addingTimeInterval(length)
        let (room, revision, back) = (page.form.room, page.revision, page.back)
        do {
            _ = try await desk.once(sent, request: "move \(reference) \(revision) \(page.form)", context) { work in
                try await desk.programme.moveSession(
                    reference, starts: reading.starts, ends: ends, room: room, expecting: revision, by: context.actor,
                    in: work
                ).reference
            }
            return Response.seeOther(back.adding("done", PlanNotice.moved.rawValue).adding("about", reference))
        } catch let refusal as any Refusal where refusal.kind != .forbidden {
            if refusal.kind == .stale {
                let (fresh, now) = try await desk.planned(reference, context)
                (page.plan, page.session, page.revision) = (fresh, now, now.revision)
                page.errors = [
                    FieldError(
                        field: "date",
                        message:
                            "\(reference) was changed by somebody else meanwhile. It is now \(PlanWords.shortWhen(now)), \(SessionWords(now).place). What you typed is kept; look at both and move again."
                    )
                ]
            } else {
                page.errors = [FieldError(field: SessionForm.field(of: refusal), message: refusal.message)]
            }
            return Response.page(layout(page, context), status: PlanDesk.status(refusal))
        }
    }

    private func layout(_ page: SessionMovePage, _ context: SignedInContext) -> PageLayout {
        var frame = desk.frame(
            "Move \(page.session.title)", context, back: BackLink(address: page.back), errors: page.errors)
        frame.width = .reading
        return PageLayout(frame) { page }
    }
}
