import Domain
import HTML
import Hummingbird
import Services

/// The published programme, for everyone.
struct ProgrammeRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.home.route) { request, context in
            try await programme(request, context, slug: nil)
        }
        pages.get(SiteURL.event("{slug}").route) { request, context in
            try await programme(request, context, slug: try context.part("slug"))
        }
    }

    private func programme(_ request: Request, _ context: WebContext, slug: String?) async throws -> Response {
        try site.requireMayRead(context)
        var query = ProgrammeQuery(try request.query())
        if context.person == nil { query.onlyMine = false }
        if let person = context.person {
            return Response.page(try await ownPage(slug, query, person, context))
        }
        let key = (query.address(of: slug.map { SiteURL.event($0).address } ?? SiteURL.home.address)).text
        let generation = site.services.changes.generation
        if let kept = site.pages.entry(key, generation: generation) { return kept.response(to: request) }
        let made = try await page(slug, query, context)
        return site.pages.keep(made.markup, as: key, generation: generation).response(to: request)
    }

    /// What all who are signed in and ask for the same list are sent; only its header and its cards' sides differ.
    struct Shared: Sendable {
        let model: ProgrammePage.Model
        let programme: ReleasedProgramme
        let cards: [Session]
        let template: MarkupTemplate
    }

    /// The programme with the reader's own places in it.
    private func ownPage(
        _ slug: String?, _ query: ProgrammeQuery, _ person: SignedIn, _ context: WebContext
    ) async throws -> Markup {
        guard query.view == .list, !query.onlyMine else { return try await page(slug, query, context).markup }
        let key = "\(site.today.iso) \(slug ?? "") \(query.address(of: SiteURL.home.address).text)"
        let generation = site.services.changes.generation
        let shared: Shared
        if let kept = site.programmes.value(key, generation: generation) {
            shared = kept
        } else {
            guard let (model, programme) = try await model(slug, query, context) else {
                return nothingYet(context).markup
            }
            let choice = ProgrammeChoice(model)
            let template = MarkupTemplate {
                PageLayout(frame(model, slug, context), header: .slot) { ProgrammePage(model: model, choice: choice) }
            }
            shared = Shared(model: model, programme: programme, cards: choice.cards, template: template)
            site.programmes.keep(shared, as: key, generation: generation)
        }
        let model = shared.model
        let reader = try await reader(person, of: shared.cards, shared.programme, context)
        let header = PageHeader(frame: frame(model, slug, context)).markup
        return shared.template.filled(
            with: [header] + shared.cards.map { ProgrammePage.side($0, model, reader).markup })
    }

    private func page(_ slug: String?, _ query: ProgrammeQuery, _ context: WebContext) async throws -> PageLayout {
        guard let (model, programme) = try await model(slug, query, context) else { return nothingYet(context) }
        var reader = ProgrammePage.Reader(now: site.services.outside.now(), formGuard: site.formGuards(context))
        if let person = context.person {
            reader = try await self.reader(person, of: programme.sessions, programme, context)
        }
        let choice = ProgrammeChoice(model, for: reader)
        return PageLayout(frame(model, slug, context)) { ProgrammePage(model: model, choice: choice, reader: reader) }
    }

    private func reader(
        _ person: SignedIn, of sessions: [Session], _ programme: ReleasedProgramme, _ context: WebContext
    ) async throws -> ProgrammePage.Reader {
        let services = site.services
        async let own = services.booking.mine(by: context.actor)
        let standings = try await services.programme.standings(of: sessions, for: person.id, known: programme)
        return ProgrammePage.Reader(
            bookings: Dictionary(
                try await own.map { ($0.booking.session, $0.booking) }, uniquingKeysWith: { first, _ in first }),
            standings: standings, now: services.outside.now(), formGuard: site.formGuards(context))
    }

    private func frame(_ model: ProgrammePage.Model, _ slug: String?, _ context: WebContext) -> PageFrame {
        var frame = site.frame(
            model.event.title, context, at: slug == nil ? .home : .event(model.event.slug),
            signInTo: model.query.address(of: model.address))
        frame.width = .wide
        if model.calendar != nil { frame.calendar = SiteURL.eventCalendar(model.event.slug).address }
        return frame
    }

    private func nothingYet(_ context: WebContext) -> PageLayout {
        PageLayout(site.frame("Programme", context, at: .home)) {
            H1("Programme")
            EmptyState("The programme has not been published yet") {
                P("When it is, its days and sessions are listed here and can be booked.")
            }
        }
    }

    /// Nil where no programme can be shown at all.
    private func model(
        _ slug: String?, _ query: ProgrammeQuery, _ context: WebContext
    ) async throws -> (ProgrammePage.Model, ReleasedProgramme)? {
        _ = try await site.isDemo()
        let programme = site.services.programme
        let events = try await programme.sharedEvents().filter { $0.state != .draft && $0.state != .archived }
        guard let event = try await chosen(slug, events, context) else { return nil }
        let shared = try await programme.shared(event: event.slug)
        let model = ProgrammePage.Model(
            event: event, others: events.filter { $0.slug != event.slug }, sessions: shared.sessions,
            strands: shared.strands, query: query,
            address: slug == nil ? SiteURL.home.address : SiteURL.event(event.slug).address, today: site.today,
            isSignedIn: context.person != nil,
            calendar: site.services.settings.isPublic ? SiteURL.eventCalendar(event.slug).absolute(site.baseURL) : nil,
            live: SiteURL.eventPlacesLive(event.slug).address)
        return (model, shared)
    }

    /// The event of the address; on the front page the one that is on, else the next, else the last.
    private func chosen(_ slug: String?, _ events: [Event], _ context: WebContext) async throws -> Event? {
        if let slug {
            if let event = events.first(where: { $0.slug == slug }) { return event }
            let event = try await site.services.programme.event(slug, by: context.actor)
            guard event.state != .draft else { throw AccessRefusal.notFound("event") }
            return event
        }
        let today = site.today
        // Of several that are on, the shorter one is what is special about today.
        let current = events.filter { $0.from <= today && today <= $0.to }.min {
            $0.to.number - $0.from.number < $1.to.number - $1.from.number
        }
        let next = events.filter { $0.from > today }.min { $0.from < $1.from }
        if let current, let next, current.to.number - current.from.number > 31, next.from.number - today.number <= 31 {
            return next
        }
        return current ?? next ?? events.max { $0.to < $1.to }
    }
}
