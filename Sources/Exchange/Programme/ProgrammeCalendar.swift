package import Domain
import Foundation
import ICalendar
package import Services

/// The calendars that everyone who may read the programme may subscribe to or save: of an event, a site, a room, one session.
/// They follow the newest release, and no joining link stands in any of them.
package struct ProgrammeCalendar: Sendable {
    let services: Services

    package init(services: Services) {
        self.services = services
    }

    /// The feed of an event.
    package func event(_ slug: String, by actor: Actor, in work: Work? = nil) async throws -> CalendarFile {
        let event = try await services.programme.event(slug, by: actor, in: work)
        let sessions = try await services.programme.released(event: event.slug, in: work)
        return try await feed(name: event.title, filename: event.slug, sessions, work) { _ in true }
    }

    /// The feed of a site, by its slug.
    package func site(_ slug: String, by actor: Actor, in work: Work? = nil) async throws -> CalendarFile {
        guard let site = try await services.people.sites(in: work).first(where: { $0.slug == slug }) else {
            throw AccessRefusal.notFound("site")
        }
        let sessions = try await services.programme.released(in: work)
        return try await feed(name: site.name, filename: "site-\(site.slug)", sessions, work) {
            $0.siteSlug == site.slug
        }
    }

    /// The feed of a room, by its printed name `SITE/ROOM`; in the console a unique beginning will do.
    package func room(_ printed: String, by actor: Actor, in work: Work? = nil) async throws -> CalendarFile {
        let rooms = try await services.people.rooms(in: work)
        let room = try NameMatch.find(
            printed, kind: "room", among: rooms.map { ($0.printed, $0) }, prefixes: actor.channel == .console)
        let sessions = try await services.programme.released(in: work)
        return try await feed(
            name: "\(room.name), \(room.site)", filename: "room-\(Slug.from(room.printed))", sessions, work
        ) {
            $0.site == room.site && $0.room == room.name
        }
    }

    /// One session to save. It carries METHOD:PUBLISH and the organiser, as such files are opened by mail programs.
    package func session(_ reference: String, by actor: Actor, in work: Work? = nil) async throws -> CalendarFile {
        let session = try await services.programme.session(reference, by: actor, in: work)
        let maker = maker
        guard var event = maker.single(session) else { throw ExchangeRefusal.unplaced(session.reference) }
        event.organiser = maker.organiser
        var calendar = ICalendarObject(productID: SessionEvents.productID, method: .publish, events: [event])
        calendar.timeZones = [.london]
        return CalendarFile(
            bytes: ICalendarWriter.bytes(of: calendar), lastModified: session.changedAt,
            filename: "\(session.reference.lowercased()).ics")
    }

    private var maker: SessionEvents {
        SessionEvents(settings: services.settings, now: services.outside.now())
    }

    /// - Parameter sessions: at least those that the feed is about; the others show what has left it.
    private func feed(
        name: String, filename: String, _ sessions: [Session], _ work: Work?, where isWanted: (Session) -> Bool
    ) async throws -> CalendarFile {
        let maker = maker
        let series = try await series(of: sessions, work)
        let events = maker.events(of: sessions, series: series, where: isWanted)
        return CalendarFile(
            bytes: maker.feed(name: name, events), lastModified: maker.newestChange(sessions),
            filename: "\(filename).ics")
    }

    private func series(of sessions: [Session], _ work: Work?) async throws -> [ReleasedSeries] {
        let members = Dictionary(grouping: sessions.filter { $0.series != nil }, by: \.series)
        guard !members.isEmpty else { return [] }
        // What is released is for all to see; the rule stands beside it.
        let all = try await services.programme.series(by: Actor(.system, channel: .worker), in: work)
        return all.compactMap { series in
            guard let occurrences = members[series.id] else { return nil }
            return ReleasedSeries(
                series: series, expected: services.programme.expectedStarts(of: series).sorted(),
                occurrences: occurrences)
        }
    }
}
