import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// One session, for everyone who may read it.
struct SessionRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.session("{reference}").route) { request, context in
            let reference = try context.part("reference")
            try site.requireMayRead(context)
            let notice = SessionPage.Notice(rawValue: try request.query()["done"] ?? "")
            guard context.person == nil, notice == nil else {
                return Response.page(try await SessionPages(site: site).page(reference, context, notice: notice))
            }
            let key = SiteURL.session(reference.uppercased()).address.text
            let generation = site.services.changes.generation
            if let kept = site.pages.entry(key, generation: generation) { return kept.response(to: request) }
            let made = try await SessionPages(site: site).page(reference, context)
            return site.pages.keep(made.markup, as: key, generation: generation).response(to: request)
        }
    }
}

/// Reads what a session's page shows.
struct SessionPages {
    let site: WebSite

    /// - Parameter refusal: why something asked for on this page was not done.
    func page(
        _ reference: String, _ context: WebContext, notice: SessionPage.Notice? = nil, refusal: (any Refusal)? = nil
    ) async throws -> PageLayout {
        _ = try await site.isDemo()
        let services = site.services
        let session = try await services.programme.session(reference, by: context.actor)
        let audiences = try await services.programme.audiences(of: [session], for: context.actor.person)
        let own = context.person == nil ? [] : try await services.booking.mine(by: context.actor)
        let mine = own.first { $0.booking.session == session.reference }
        let clashes = mine == nil ? try await clashes(of: session, with: own.map(\.booking)) : []
        let words = audiences[session.id]?.audience ?? ""
        var dates: [Session] = []
        if session.series != nil {
            dates = try await services.programme.released(event: session.event).filter { $0.series == session.series }
        }
        var first: [SessionPage.First] = []
        for reference in SessionWords.prerequisites(words) {
            let title = try? await services.programme.session(reference, by: context.actor).title
            first.append(SessionPage.First(reference: reference, title: title ?? reference))
        }
        let model = SessionPage.Model(
            session: session, audience: SessionWords.audience(words), first: first,
            isAdmitted: audiences[session.id]?.admits ?? true, isSignedIn: context.person != nil,
            booking: mine?.booking,
            joiningLink: mine?.joiningLink, clashes: clashes, dates: dates, refusal: refusal,
            calendar: services.settings.isPublic && session.state != .draft
                ? SiteURL.sessionCalendar(session.reference).address : nil,
            now: services.outside.now(), formGuard: site.formGuard(context, keyed: true))
        var frame = site.frame(
            session.title, context, at: .session(session.reference),
            signInTo: SiteURL.session(session.reference).address)
        frame.width = .wide
        frame.hasErrors = refusal != nil
        frame.banner = notice.map { Banner(.success, $0.heading) }
        let day = session.startsAt.map { London.local($0).day.iso }
        frame.back = BackLink(
            text: session.eventTitle, address: SiteURL.event(session.event).address.adding("day", day))
        return PageLayout(frame) { SessionPage(model: model) }
    }

    /// The reader's own sessions at the same time.
    private func clashes(of session: Session, with own: [Booking]) async throws -> [Session] {
        guard session.state == .scheduled, let starts = session.startsAt, let ends = session.endsAt else { return [] }
        let held = Set(own.filter(\.state.takesPlace).map(\.session))
        guard !held.isEmpty else { return [] }
        return try await site.services.programme.released(from: London.local(starts).day, to: London.local(ends).day)
            .filter { other in
                guard held.contains(other.reference), let from = other.startsAt, let to = other.endsAt else {
                    return false
                }
                return from < ends && to > starts && other.state == .scheduled
            }
    }
}
