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
            return Response.page(layout(page(plan, session, begun(session, query), context, query), context))
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

/// Where to move a session, and who is touched by it.
struct SessionMovePage: Component {
    var plan: Plan
    var session: Session
    var form: SessionForm
    var revision: Int
    var back: WebAddress
    var formGuard: FormGuard
    var errors: [FieldError] = []

    init(
        plan: Plan, session: Session, form: SessionForm, revision: Int, back: WebAddress, formGuard: FormGuard
    ) {
        self.plan = plan
        self.session = session
        self.form = form
        self.revision = revision
        self.back = back
        self.formGuard = formGuard
    }

    var body: Markup {
        ErrorSummary(errors)
        H1("Move \(session.title)")
        P {
            "\(session.reference) is now: \(SessionWords(session).when), \(SessionWords(session).place). "
            PlanWords.touched(taken: session.taken, waiting: session.waiting)
        }
        PostForm(to: SiteURL.planMove(session.reference).address, guard: formGuard) {
            DefaultButton()
            Input(.hidden, name: "revision", .value(revision))
            Input(.hidden, name: "to", .value(back.text))
            TextField(
                name: "date", label: "Date", hint: "For example, \(plan.countingFrom.long) or Tuesday",
                value: form.time.date, error: errors.message(for: "date"), width: .twenty, isProse: false)
            Div(.class("columns-3")) {
                TextField(
                    name: "starts", label: "Starts", hint: "10:30 or 10.30am", value: form.time.starts,
                    error: errors.message(for: "starts"), width: .ten, isProse: false)
                TextField(
                    name: "ends", label: "Ends", hint: "Empty: it lasts as long as it did", value: form.time.ends,
                    error: errors.message(for: "ends"), width: .ten, isProse: false)
                TextField(
                    name: "minutes", label: "Minutes", hint: "If no end is given", value: form.time.minutes,
                    error: errors.message(for: "minutes"), width: .four, inputmode: .numeric, isProse: false)
            }
            for field in form.time.offsetFields(countingFrom: plan.countingFrom, errors: errors) { field }
            RoomChoices(
                plan: plan, placing: session.reference, chosen: form.room,
                day: form.time.day(countingFrom: plan.countingFrom), during: during, error: errors.message(for: "room"))
            ActionRow {
                ActionButton("Move")
                ActionButton("Show what else is there", .secondary, sends: ("do", "rooms"))
                A("Leave it where it is", href: back)
            }
        }
    }

    private var during: (starts: Date, ends: Date)? {
        var ignored: [FieldError] = []
        let reading = form.time.read(countingFrom: plan.countingFrom, errors: &ignored)
        guard let starts = reading.starts else { return nil }
        let ends = reading.ends ?? starts.addingTimeInterval(Double(reading.minutes ?? 60) * 60)
        return ends > starts ? (starts, ends) : nil
    }
}
