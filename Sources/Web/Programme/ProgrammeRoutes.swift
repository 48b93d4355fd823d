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
        guard context.person == nil else {
            return Response.page(try await page(slug, query, context))
        }
        let key = (query.address(of: slug.map { SiteURL.event($0).address } ?? SiteURL.home.address)).text
        let generation = site.services.changes.generation
        if let kept = site.pages.entry(key, generation: generation) { return kept.response(to: request) }
        let made = try await page(slug, query, context)
        return site.pages.keep(made.markup, as: key, generation: generation).response(to: request)
    }

    private func page(_ slug: String?, _ query: ProgrammeQuery, _ context: WebContext) async throws -> PageLayout {
        _ = try await site.isDemo()
        let programme = site.services.programme
        let events = try await programme.sharedEvents().filter {
            $0.state != .draft && $0.state != .archived
        }
        guard let event = try await chosen(slug, events, context) else {
            return PageLayout(site.frame("Programme", context, at: .home)) {
                H1("Programme")
                EmptyState("The programme has not been published yet") {
                    P("When it is, its days and sessions are listed here and can be booked.")
                }
            }
        }
        let shared = try await programme.shared(event: event.slug)
        let (sessions, strands) = (shared.sessions, shared.strands)
        let address = slug == nil ? SiteURL.home.address : SiteURL.event(event.slug).address
        var model = ProgrammePage.Model(
            event: event, others: events.filter { $0.slug != event.slug }, sessions: sessions, strands: strands,
            query: query, address: address, today: site.today, isSignedIn: context.person != nil, bookings: [:],
            now: site.services.outside.now(),
            calendar: site.services.settings.isPublic ? SiteURL.eventCalendar(event.slug).absolute(site.baseURL) : nil,
            live: SiteURL.eventPlacesLive(event.slug).address, formGuard: site.formGuards(context))
        if let person = context.person {
            // How the reader stands is asked for what is shown; for all only where that decides what is shown.
            let choice = query.onlyMine ? nil : ProgrammeChoice(model)
            async let own = site.services.booking.mine(by: context.actor)
            model.standings = try await programme.standings(
                of: choice?.sessions ?? sessions, for: person.id, known: shared)
            model.bookings = Dictionary(
                try await own.map { ($0.booking.session, $0.booking) }, uniquingKeysWith: { first, _ in first })
            model.choice = choice
        }
        var frame = site.frame(
            event.title, context, at: slug == nil ? .home : .event(event.slug), signInTo: query.address(of: address))
        frame.width = .wide
        if model.calendar != nil { frame.calendar = SiteURL.eventCalendar(event.slug).address }
        return PageLayout(frame) { ProgrammePage(model: model) }
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
