import Domain
import Foundation

/// One row of a file of sessions, read and with its names resolved. Nil stands for a column that is absent, except where a
/// field says otherwise.
struct SessionRow {
    var event: Event
    var reference: String?
    var title: String
    var kind: String?
    /// A slug; `.some(nil)` clears it. The other doubly optional fields likewise.
    var strand: String??
    var startsAt: Date?
    var endsAt: Date?
    /// `SITE/ROOM`
    var room: String??
    var onlineURL: String??
    /// Nil for a blank field too: the room's, or what is there.
    var capacity: Int?
    var facilitators: [String]?
    var audience: [Audience.Rule]?
    var description: String?
    var state: Session.State?

    /// What identifies a session that names no reference: its title, its start and its room, within the event.
    var identity: String {
        SessionRow.identity(event.slug, title, startsAt, (room ?? nil) ?? "")
    }

    static func identity(of session: Session) -> String {
        let room = session.site.flatMap { site in session.room.map { "\(site)/\($0)" } } ?? ""
        return identity(session.event, session.title, session.startsAt, room)
    }

    private static func identity(_ event: String, _ title: String, _ starts: Date?, _ room: String) -> String {
        // Unplaced drafts are known by their title alone.
        guard let starts else { return "\(event)\n\(title)" }
        return "\(event)\n\(title)\n\(minute(starts))\n\(room.lowercased())"
    }

    static func minute(_ instant: Date) -> Int {
        Int((min(max(instant.timeIntervalSince1970, -1e11), 1e12) / 60).rounded(.down))
    }

    /// The session to add; the audience comes apart, as it may name sessions further down.
    var new: NewSession {
        NewSession(
            event: event.slug, reference: reference, title: title, kind: kind, strand: strand ?? nil,
            description: description ?? "",
            startsAt: startsAt, endsAt: endsAt, room: room ?? nil, onlineURL: onlineURL ?? nil, capacity: capacity,
            facilitators: facilitators ?? [])
    }

    /// What differs from the session as it is, the audience and the state apart.
    func change(from session: Session) -> SessionChange {
        var change = SessionChange()
        if title != session.title { change.title = .set(title) }
        if let kind, Self.folded(kind) != session.kind { change.kind = .set(kind) }
        if let strand, strand != session.strandSlug { change.strand = .set(strand) }
        if let description, description != session.description { change.description = .set(description) }
        if startsAt.map(Self.minute) != session.startsAt.map(Self.minute)
            || endsAt.map(Self.minute) != session.endsAt.map(Self.minute)
        {
            change.startsAt = .set(startsAt)
            change.endsAt = .set(endsAt)
        }
        if let room {
            let present = session.site.flatMap { site in session.room.map { "\(site)/\($0)" } }
            if room != present { change.room = .set(room) }
        }
        if let onlineURL, onlineURL != session.draft?.onlineURL { change.onlineURL = .set(onlineURL) }
        if let capacity, capacity != session.capacity { change.capacity = .set(capacity) }
        if let facilitators, Set(facilitators) != Set(session.draft?.facilitatorEmails ?? []) {
            change.facilitators = .set(facilitators)
        }
        return change
    }

    /// Whether the audience in the file is another than the session's.
    func changesAudience(of session: Session?) -> Bool {
        guard let audience else { return false }
        let present = (session?.draft?.audience).flatMap { try? Audience.parse($0) } ?? []
        return Set(audience) != Set(present)
    }

    private static func folded(_ kind: String) -> String {
        kind.trimmingCharacters(in: .whitespaces).lowercased().replacing(" ", with: "_").replacing("-", with: "_")
    }
}
