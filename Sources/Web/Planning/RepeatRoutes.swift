import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// A session on several other dates: they are typed, shown with what each would meet, ticked, and added in one transaction.
struct RepeatRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planRepeats("{reference}").route) { request, context in
            let (plan, session) = try await desk.planned(try desk.reference(context), context)
            let typed = try request.query()["dates"].map { String($0.prefix(4000)) }
            let page = try await page(plan, session, typed ?? "", nil, context)
            return Response.page(
                layout(page, context), status: page.errors.isEmpty ? .ok : .unprocessableContent)
        }
        signedIn.post(SiteURL.planRepeats("{reference}").route) { request, context in
            try await add(request, context)
        }
    }

    private func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reference = try desk.reference(context)
        try desk.requireSchedules(context, to: "add sessions")
        let sent = try await desk.site.form(request, context.web)
        let (plan, session) = try await desk.planned(reference, context)
        let days = Array(Set(sent.all("day").prefix(500).compactMap { Day(iso: $0) })).sorted()
        var error: FieldError?
        var status = HTTPResponse.Status.unprocessableContent
        if days.isEmpty {
            error = FieldError(field: "day", message: "Tick at least one date.")
        } else {
            do {
                let request = "repeat \(reference) \(days.map(\.iso))"
                let added = try await desk.once(sent, request: request, context) { work in
                    try await desk.programme.repeatSession(reference, on: days, by: context.actor, in: work)
                        .map(\.reference).joined(separator: " ")
                }
                return Response.seeOther(
                    SiteURL.planSessions(plan.event.slug).address.adding("done", PlanNotice.repeated.rawValue)
                        .adding("about", added.split(separator: " ").last.map(String.init)))
            } catch let refusal as any Refusal where refusal.kind != .forbidden {
                error = FieldError(field: "day", message: refusal.message)
                status = PlanDesk.status(refusal)
            }
        }
        var page = try await page(
            plan, session, String((sent["dates"] ?? "").prefix(4000)), Set(days), context)
        if let error { page.errors.append(error) }
        return Response.page(layout(page, context), status: status)
    }

    /// - Parameter ticked: nil ticks what meets nothing.
    private func page(
        _ plan: Plan, _ session: Session, _ typed: String, _ ticked: Set<Day>?, _ context: SignedInContext
    ) async throws -> RepeatPage {
        var page = RepeatPage(
            plan: plan, session: session, dates: typed, formGuard: desk.site.formGuard(context.web, keyed: true))
        guard let starts = session.startsAt, !typed.allSatisfy(\.isWhitespace) else { return page }
        let lines = DateLines(typed, after: London.local(starts).day, countingFrom: plan.countingFrom)
        page.errors = lines.problems.map { FieldError(field: "dates", message: $0) }
        guard let first = lines.days.first, let last = lines.days.last, lines.days.count <= DateLines.most else {
            return page
        }
        let holidays = try await desk.site.services.people.holidays(from: first, to: last)
        page.rows = lines.days.map { day in
            RepeatPage.Row(
                day: day, obstacle: RepeatPage.obstacle(on: day, session, plan),
                holiday: holidays.first { $0.day == day }?.title)
        }
        try await meet(&page, context)
        for index in page.rows.indices {
            let row = page.rows[index]
            page.rows[index].isTicked = ticked?.contains(row.day) ?? (row.holiday == nil && row.obstacle == nil)
        }
        return page
    }

    /// What each date would meet, tried in a transaction that is taken back.
    private func meet(_ page: inout RepeatPage, _ context: SignedInContext) async throws {
        let days = page.rows.filter { $0.obstacle == nil }.map(\.day)
        guard !days.isEmpty else { return }
        let (reference, slug) = (page.session.reference, page.plan.event.slug)
        do {
            let (after, added) = try await desk.site.services.work(dryRun: true) { work in
                let added = try await desk.programme.repeatSession(reference, on: days, by: context.actor, in: work)
                return (try await desk.plan(slug, context, in: work), added)
            }
            for index in page.rows.indices {
                let day = page.rows[index].day
                guard let one = added.first(where: { SessionWords($0).day == day }) else { continue }
                page.rows[index].meets = (after.problems[one.reference] ?? []).filter(\.isInTheWay).map {
                    $0.sentence(about: one.reference)
                }
            }
        } catch let refusal as any Refusal where refusal.kind != .forbidden {
            page.errors.append(FieldError(field: "dates", message: refusal.message))
        }
    }

    private func layout(_ page: RepeatPage, _ context: SignedInContext) -> PageLayout {
        var frame = desk.frame(
            "Repeat \(page.session.title)", context,
            back: BackLink(address: SiteURL.planSession(page.session.reference).address), errors: page.errors)
        frame.width = .reading
        return PageLayout(frame) { page }
    }
}
