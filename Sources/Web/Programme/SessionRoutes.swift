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
            if notice == nil, let person = context.person {
                return Response.page(try await SessionPages(site: site).ownPage(reference, person, context))
            }
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

    /// What all who are signed in are sent of a released session; only the header and the page's `parts` differ.
    struct Shared: Sendable {
        let model: SessionPage.Model
        let programme: ReleasedProgramme
        let template: MarkupTemplate
    }

    /// The page with the reader's own place on it.
    func ownPage(_ reference: String, _ person: SignedIn, _ context: WebContext) async throws -> Markup {
        let key = reference.uppercased()
        let generation = site.services.changes.generation
        let shared: Shared
        if let kept = site.sessions.value(key, generation: generation) {
            shared = kept
        } else {
            let (model, programme) = try await model(reference, context)
            guard let programme else { return try await page(reference, context).markup }
            let template = MarkupTemplate {
                PageLayout(frame(model, context), header: .slot) { SessionPage(model: model) }
            }
            shared = Shared(model: model, programme: programme, template: template)
            site.sessions.keep(shared, as: key, generation: generation)
        }
        let reader = try await reader(person, of: shared.model.session, shared.programme, context)
        let header = PageHeader(frame: frame(shared.model, context)).markup
        return shared.template.filled(with: [header] + SessionPage.parts(shared.model, reader))
    }

    /// - Parameter refusal: why something asked for on this page was not done.
    func page(
        _ reference: String, _ context: WebContext, notice: SessionPage.Notice? = nil, refusal: (any Refusal)? = nil
    ) async throws -> PageLayout {
        let (model, programme) = try await model(reference, context)
        var reader = SessionPage.Reader(
            now: site.services.outside.now(), formGuard: site.formGuard(context, keyed: true))
        if let person = context.person {
            reader = try await self.reader(person, of: model.session, programme, context)
        }
        reader.refusal = refusal
        var frame = frame(model, context)
        frame.hasErrors = refusal != nil
        frame.banner = notice.map { Banner(.success, $0.heading) }
        return PageLayout(frame) { SessionPage(model: model, reader: reader) }
    }

    /// The session as it is released, with its programme; a draft, for those who may see it, comes without.
    private func model(
        _ reference: String, _ context: WebContext
    ) async throws -> (SessionPage.Model, ReleasedProgramme?) {
        _ = try await site.isDemo()
        let services = site.services
        let session: Session
        let audience: String
        let programme: ReleasedProgramme?
        if let released = try await services.programme.shared(reference: reference) {
            (session, programme) = (released.session, released.programme)
            audience = released.programme.audiences[session.id]?.notation ?? ""
        } else {
            session = try await services.programme.session(reference, by: context.actor)
            programme = nil
            audience = try await services.programme.audiences(of: [session])[session.id] ?? ""
        }
        let known = programme?.sessions ?? []
        let isReleased = session.state != .draft
        let first = SessionWords.prerequisites(audience)
        let names = try await services.programme.names(of: first, known: known)
        let model = SessionPage.Model(
            session: session, audience: audience,
            first: first.map { SessionPage.First(reference: $0, title: names[$0]?.title ?? $0) },
            dates: session.series != nil && isReleased ? known.filter { $0.series == session.series } : [],
            calendar: services.settings.isPublic && isReleased
                ? SiteURL.sessionCalendar(session.reference).address : nil,
            live: SiteURL.eventPlacesLive(session.event).address, now: services.outside.now())
        return (model, programme)
    }

    private func reader(
        _ person: SignedIn, of session: Session, _ programme: ReleasedProgramme?, _ context: WebContext
    ) async throws -> SessionPage.Reader {
        let services = site.services
        var reader = SessionPage.Reader(now: services.outside.now(), formGuard: site.formGuard(context, keyed: true))
        async let own = services.booking.mine(session.reference, by: context.actor)
        reader.standing =
            try await services.programme.standings(of: [session], for: person.id, known: programme)[session.id]
        reader.schedules = person.schedules
        if reader.standing?.leads ?? false {
            reader.hasRegister = try await services.booking.leads(session.reference, context.actor)
        }
        if let mine = try await own.first {
            reader.booking = mine.booking
            reader.joiningLink = mine.joiningLink
            reader.changes =
                try await services.booking.changesSinceBooked(session.reference, by: context.actor)[session.reference]
                .map(ChangeWords.sentences) ?? []
        }
        return reader
    }

    private func frame(_ model: SessionPage.Model, _ context: WebContext) -> PageFrame {
        let session = model.session
        var frame = site.frame(
            session.title, context, at: .session(session.reference),
            signInTo: SiteURL.session(session.reference).address)
        frame.width = .wide
        let day = session.startsAt.map { London.local($0).day.iso }
        frame.back = BackLink(
            text: session.eventTitle, address: SiteURL.event(session.event).address.adding("day", day))
        return frame
    }
}
