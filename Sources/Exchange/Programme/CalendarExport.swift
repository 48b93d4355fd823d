package import Domain
package import Services

/// What a calendar is wanted of, as the console and the shell ask.
package enum CalendarSelector: Sendable, Equatable {
    case event(String)
    case session(String)
    /// `SITE/ROOM`
    case room(String)
    /// A name or a slug.
    case site(String)
    /// An address. For staff, and for oneself.
    case person(String)
}

/// The calendars of the pages, for saving.
package struct CalendarExport: Sendable {
    let services: Services

    package init(services: Services) {
        self.services = services
    }

    package func file(_ selector: CalendarSelector, by actor: Actor, in work: Work? = nil) async throws -> CalendarFile
    {
        let programme = ProgrammeCalendar(services: services)
        switch selector {
        case .event(let slug): return try await programme.event(try await event(slug, actor, work), by: actor, in: work)
        case .session(let reference): return try await programme.session(reference, by: actor, in: work)
        case .room(let printed): return try await programme.room(printed, by: actor, in: work)
        case .site(let name): return try await programme.site(try await site(name, actor, work), by: actor, in: work)
        case .person(let typed):
            let person = try await person(typed, actor, work)
            return try await PersonalCalendar(services: services).file(of: person.id, in: work)
        }
    }

    func event(_ typed: String, _ actor: Actor, _ work: Work?) async throws -> String {
        let events = try await services.programme.events(by: actor, in: work)
        return try NameMatch.find(
            typed, kind: "event", among: events.map { ($0.slug, $0.slug) }, prefixes: actor.channel == .console)
    }

    func site(_ typed: String, _ actor: Actor, _ work: Work?) async throws -> String {
        let sites = try await services.people.sites(in: work)
        if let slug = sites.first(where: { $0.slug == typed })?.slug { return slug }
        return try NameMatch.find(
            typed, kind: "site", among: sites.map { ($0.name, $0.slug) }, prefixes: actor.channel == .console)
    }

    func person(_ typed: String, _ actor: Actor, _ work: Work?) async throws -> Person {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        // Whoever may not list people finds only themselves.
        let people = try await services.people.people(by: actor, in: work)
        return try NameMatch.find(
            typed.lowercased(), kind: "person", among: people.map { ($0.email, $0) },
            prefixes: actor.channel == .console)
    }
}
