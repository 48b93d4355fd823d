import CSV
package import Domain
package import Services

/// CSV out, in the columns that the import reads: importing an export changes nothing.
///
/// For those who schedule. Anybody else gets the programme as released: events, strands, and sessions without what only
/// staff read.
package struct CSVExport: Sendable {
    let services: Services

    package init(services: Services) {
        self.services = services
    }

    /// A whole file.
    ///
    /// - Parameters:
    ///   - event: only what belongs to this event; kinds that belong to none are not narrowed.
    ///   - byteOrderMark: for people, whose Excel needs it.
    package func bytes(
        _ kind: CSVKind, event: String? = nil, by actor: Actor, byteOrderMark: Bool, in work: Work? = nil
    ) async throws -> [UInt8] {
        let rows = try await rows(kind, event: event, by: actor, in: work)
        return CSVWriter<[TableValue]>(columns: kind.columns).file(rows, byteOrderMark: byteOrderMark)
    }

    package func filename(_ kind: CSVKind, event: String? = nil) -> String {
        event.map { "\(Slug.from($0))-\(kind.rawValue).csv" } ?? "\(kind.rawValue).csv"
    }

    /// The rows, in the order of `kind.columns`.
    package func rows(
        _ kind: CSVKind, event: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> [[TableValue]] {
        let schedules = try await services.programme.schedules(actor, in: work)
        var slug: String?
        if let event { slug = try await self.slug(event, actor, work) }
        switch kind {
        case .events, .strands, .sessions: break
        case .sites, .rooms, .teams, .people, .series, .bookings:
            if actor.kind == .visitor { throw AccessRefusal.signInFirst }
            guard schedules else { throw AccessRefusal.notAllowed("export \(kind.rawValue)") }
        }
        switch kind {
        case .sites: return try await services.people.sites(in: work).map { [.text($0.name), TableValue($0.address)] }
        case .rooms:
            return try await services.people.rooms(in: work).map {
                [.text($0.site), .text($0.name), .number($0.capacity), TableValue($0.access)]
            }
        case .teams: return try await services.people.teams(in: work).map(row)
        case .people: return try await services.people.people(by: actor, in: work).map(row)
        case .events:
            return try await services.programme.events(by: actor, in: work).filter { slug == nil || $0.slug == slug }
                .map(row)
        case .strands: return try await strands(slug, actor, work)
        case .sessions: return try await sessions(slug, schedules, actor, work)
        case .series:
            return try await services.programme.series(by: actor, in: work).filter { slug == nil || $0.event == slug }
                .map(row)
        case .bookings: return try await services.booking.bookings(ofEvent: slug, by: actor, in: work).map(row)
        }
    }

    private func slug(_ typed: String, _ actor: Actor, _ work: Work?) async throws -> String {
        let events = try await services.programme.events(by: actor, in: work)
        return try NameMatch.find(
            typed, kind: "event", among: events.map { ($0.slug, $0.slug) }, prefixes: actor.channel == .console)
    }

    private func strands(_ slug: String?, _ actor: Actor, _ work: Work?) async throws -> [[TableValue]] {
        let seen = Set(try await services.programme.events(by: actor, in: work).map(\.slug))
        return try await services.programme.strands(of: slug, in: work).filter { seen.contains($0.event) }.map {
            [.text($0.event), .text($0.slug), .text($0.name)]
        }
    }

    private func sessions(_ slug: String?, _ schedules: Bool, _ actor: Actor, _ work: Work?) async throws
        -> [[TableValue]]
    {
        if schedules {
            return try await services.programme.drafts(event: slug, by: actor, in: work).map {
                SessionTable.row($0, .wall)
            }
        }
        let released = try await services.programme.released(event: slug, in: work)
        let audiences = try await services.programme.audiences(of: released, in: work)
        return released.map { SessionTable.row($0, .wall, audience: audiences[$0.id]) }
    }
}

extension CSVExport {
    private func row(_ team: Team) -> [TableValue] {
        [
            .text(team.name), TableValue(team.service), TableValue(team.site), TableValue(team.from?.iso),
            TableValue(team.to?.iso),
        ]
    }

    private func row(_ person: Person) -> [TableValue] {
        [
            .text(person.email), .text(person.name), TableValue(person.team), TableValue(person.jobTitle),
            TableValue(person.roles.map(\.rawValue).sorted().joined(separator: ";")), TableValue(person.employer),
        ]
    }

    private func row(_ event: Event) -> [TableValue] {
        [
            .text(event.slug), .text(event.title), .text(event.from.iso), .text(event.to.iso),
            .text(event.state.rawValue),
        ]
    }

    private func row(_ series: Series) -> [TableValue] {
        let halves = series.room?.split(separator: "/", maxSplits: 1).map(String.init) ?? []
        return [
            .text(series.slug), .text(series.event), .text(series.title), .text(series.rule),
            .text(WallClock.text(series.startsAt)), .number(series.minutes), TableValue(halves.first),
            TableValue(halves.dropFirst().first), .number(series.capacity),
            TableValue(series.facilitatorEmails.joined(separator: ";")), TableValue(series.until?.iso),
            TableValue(series.count),
        ]
    }

    private func row(_ booking: Booking) -> [TableValue] {
        [
            .text(booking.session), .text(booking.sessionTitle), TableValue(booking.startsAt.map(WallClock.text)),
            .text(booking.person), .text(booking.personName), TableValue(booking.team), .text(booking.state.rawValue),
            TableValue(booking.position), .text(WallClock.text(booking.bookedAt)), TableValue(booking.bookedBy),
        ]
    }
}
