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
        let released = try await services.programme.shared(reference: reference)
        let session: Session
        if let released {
            session = released.session
        } else {
            session = try await services.programme.session(reference, by: context.actor)
        }
        let known = released?.programme.sessions ?? []
        let isReleased = session.state != .draft
        var model = SessionPage.Model(
            session: session, audience: "", first: [], refusal: refusal,
            calendar: services.settings.isPublic && isReleased
                ? SiteURL.sessionCalendar(session.reference).address : nil,
            live: SiteURL.eventPlacesLive(session.event).address, now: services.outside.now(),
            formGuard: site.formGuard(context, keyed: true))
        if let person = context.person {
            async let own = services.booking.mine(session.reference, by: context.actor)
            model.standing =
                try await services.programme.standings(of: [session], for: person.id, known: released?.programme)[
                    session.id]
            model.audience = model.standing?.audience ?? ""
            if model.standing?.leads ?? false {
                model.hasRegister = try await services.booking.leads(session.reference, context.actor)
            }
            if let mine = try await own.first {
                model.booking = mine.booking
                model.joiningLink = mine.joiningLink
                model.changes =
                    try await services.booking.changesSinceBooked(session.reference, by: context.actor)[
                        session.reference
                    ].map(ChangeWords.sentences) ?? []
            }
        } else {
            model.audience =
                if let released {
                    released.programme.audiences[session.id]?.notation ?? ""
                } else {
                    try await services.programme.audiences(of: [session])[session.id] ?? ""
                }
        }
        let first = SessionWords.prerequisites(model.audience)
        let names = try await services.programme.names(of: first, known: known)
        model.first = first.map { SessionPage.First(reference: $0, title: names[$0]?.title ?? $0) }
        if session.series != nil, isReleased {
            model.dates = known.filter { $0.series == session.series }
        }
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
}
