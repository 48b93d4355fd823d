package import Domain
import Foundation
import ICalendar
package import Services

/// A person's own places: title, time, room and their own status, nothing about anybody else. The joining link stands here
/// and only where the place is confirmed. What the person gave back is simply gone; what the centre called off stays a while.
package struct PersonalCalendar: Sendable {
    let services: Services

    package init(services: Services) {
        self.services = services
    }

    /// - Parameter person: whose calendar it is; the caller has seen to it that whoever reads it may.
    package func file(of person: ID<Person>, in work: Work? = nil) async throws -> CalendarFile {
        let owner = Actor(.person(person), channel: .web)
        let changed = try await services.booking.newestChange(of: owner, in: work)
        let mine = try await services.booking.mine(by: owner, in: work)
        let maker = SessionEvents(settings: services.settings, now: services.outside.now())
        var events: [CalendarEvent] = []
        var shown: [Session] = []
        if let first = mine.compactMap(\.booking.startsAt).min() {
            let sessions = try await services.programme.released(from: London.local(first).day, in: work)
            let known = Dictionary(sessions.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
            shown = mine.compactMap { known[$0.booking.session] }
            events = mine.compactMap { entry in
                known[entry.booking.session].flatMap { maker.own($0, entry.booking, joiningLink: entry.joiningLink) }
            }
        }
        return CalendarFile(
            bytes: maker.feed(name: "\(services.settings.centre): my bookings", events),
            lastModified: [changed, maker.newestChange(shown)].compactMap(\.self).max(), filename: "my-week.ics")
    }
}

extension SessionEvents {
    /// A session as it stands in the calendar of somebody who is booked on it; nil when it is no longer shown.
    func own(_ session: Session, _ booking: Booking, joiningLink: String?) -> CalendarEvent? {
        guard isShown(session), booking.state.isLive, var event = single(session) else { return nil }
        let isCancelled = session.state == .cancelled
        let link = !isCancelled && booking.state == .confirmed ? joiningLink : nil
        event.categories = []
        event.visibility = .personal
        event.sequence = session.sequence + booking.sequence
        event.lastModified = max(session.changedAt, booking.changedAt)
        event.stamp = max(session.changedAt, booking.changedAt)
        event.created = booking.bookedAt
        if !isCancelled {
            event.summary = ownPrefix(booking) + session.title
            event.status = booking.state == .confirmed ? .confirmed : .tentative
        }
        if let link {
            event.conferences = [CalendarConference(uri: link, label: "Join online", features: ["VIDEO", "AUDIO"])]
        }
        var lines = [isCancelled ? "Cancelled: \(session.cancelReason ?? "")" : ownStatus(booking)]
        if let link { lines.append("Join: \(link)") }
        lines.append(page(session))
        event.description = lines.joined(separator: "\n\n")
        return event
    }

    private func ownPrefix(_ booking: Booking) -> String {
        switch booking.state {
        case .waiting: booking.position.map { "Waiting list (\($0)): " } ?? "Waiting list: "
        case .requested: "Requested: "
        case .offered: "Offered: "
        case .confirmed, .declined, .lapsed, .cancelled, .substituted: ""
        }
    }

    private func ownStatus(_ booking: Booking) -> String {
        switch booking.state {
        case .waiting:
            booking.position.map { "You are number \($0) on the waiting list." } ?? "You are on the waiting list."
        case .requested: "You have asked for a place; your manager has not answered yet."
        case .offered: "A place is held for you. Accept it on the page below."
        case .confirmed, .declined, .lapsed, .cancelled, .substituted: "Your place is confirmed."
        }
    }
}
