import Domain
import Foundation
import ICalendar
import Services

/// Turns sessions into calendar events. Pure: the same sessions at the same moment give the same events.
struct SessionEvents: Sendable {
    /// How long a cancelled session stays in a feed after it would have ended (rule 7.8).
    static let cancelledStays: TimeInterval = 30 * 86_400

    let settings: ServiceSettings
    let now: Date

    static let productID = "-//Centre for Professional Practice//Practice Week 1.0//EN"

    func uid(_ id: UUID) -> String {
        "\(id.uuidString.lowercased())@\(settings.uidDomain)"
    }

    /// The page of a session. Only a secure address may stand in URL; any may stand in a text.
    func page(_ session: Session) -> String {
        "\(settings.baseURL)/sessions/\(session.reference)"
    }

    func url(_ address: String) -> String? {
        address.hasPrefix("https://") ? address : nil
    }

    var organiser: CalendarOrganiser {
        CalendarOrganiser(email: settings.mailFrom, name: settings.centre)
    }

    /// Whether a session still belongs in a feed: it has a time, and if it is cancelled that is not long past.
    func isShown(_ session: Session) -> Bool {
        guard let ends = session.endsAt, session.startsAt != nil else { return false }
        return session.state != .cancelled || ends.addingTimeInterval(Self.cancelledStays) > now
    }

    /// The newest change among sessions, the falling out of those no longer shown included.
    func newestChange(_ sessions: [Session]) -> Date? {
        sessions.flatMap { session -> [Date] in
            guard session.state == .cancelled, let ends = session.endsAt, !isShown(session) else {
                return [session.changedAt]
            }
            return [session.changedAt, ends.addingTimeInterval(Self.cancelledStays)]
        }.max()
    }

    /// The event of one session as everyone may read it; nil for one without a time.
    func single(_ session: Session) -> CalendarEvent? {
        guard let starts = session.startsAt, let ends = session.endsAt else { return nil }
        let times = WallClock.calendarTimes(starts, ends)
        let isCancelled = session.state == .cancelled
        var event = CalendarEvent(
            uid: uid(session.publicID), stamp: session.changedAt, start: times.start, end: .at(times.end),
            summary: isCancelled ? "CANCELLED: \(session.title)" : session.title)
        event.created = session.createdAt
        event.lastModified = session.changedAt
        event.sequence = session.sequence
        event.status = isCancelled ? .cancelled : .confirmed
        event.transparency = isCancelled ? .free : .busy
        event.location = session.place
        event.description = description(
            SessionWords(session), page: page(session), cancelReason: isCancelled ? session.cancelReason : nil)
        event.url = url(page(session))
        if let strand = session.strand { event.categories = [strand] }
        return event
    }

    func description(_ words: SessionWords, page: String, cancelReason: String?) -> String {
        var parts: [String] = []
        if let cancelReason { parts.append("Cancelled: \(cancelReason)") }
        if !words.description.isEmpty { parts.append(words.description) }
        if !words.facilitators.isEmpty { parts.append("Led by \(words.facilitators.formattedList)") }
        if !words.access.isEmpty { parts.append("Getting in: \(words.access)") }
        parts.append(page)
        return parts.joined(separator: "\n\n")
    }

    /// A calendar of these events. Nothing about when it was asked for stands in it, so that equal data give equal bytes.
    func feed(name: String, _ events: [CalendarEvent]) -> [UInt8] {
        var calendar = ICalendarObject(productID: Self.productID, name: name, events: events)
        calendar.timeZones = [.london]
        calendar.showsLondonTime = true
        calendar.refreshInterval = .hours(1)
        return ICalendarWriter.bytes(of: calendar)
    }
}

/// What a calendar says about a session besides its time: what makes one occurrence of a series differ from the others.
struct SessionWords: Hashable, Sendable {
    let title: String
    let place: String?
    let access: String
    let description: String
    let strand: String?
    let facilitators: [String]

    init(_ session: Session) {
        title = session.title
        place = session.place
        access = session.roomAccess
        description = session.description
        strand = session.strand
        facilitators = session.facilitators
    }
}

extension [String] {
    /// `A`, `A and B`, `A, B and C`.
    var formattedList: String {
        guard let last else { return "" }
        return count == 1 ? last : dropLast().joined(separator: ", ") + " and " + last
    }
}
