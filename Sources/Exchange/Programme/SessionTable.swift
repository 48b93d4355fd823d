package import Domain
import Foundation

/// Sessions as a table: the columns of the CSV file, which `session list` prints too.
package enum SessionTable {
    package enum Times: Sendable {
        /// `2018-01-29 09:30`, for files that people open.
        case wall
        /// RFC 3339 with its offset, for programs and the console.
        case offset
    }

    package static let names = [
        "reference", "event", "title", "kind", "strand", "starts_at", "ends_at", "site", "room", "online_url",
        "capacity",
        "taken", "waiting", "state", "facilitator_email", "audience", "description",
    ]

    /// The values of one session in the order of `names`. What only staff read is empty in a session read from a release.
    ///
    /// - Parameter audience: in the notation of `Audience`, where the session itself does not hold it.
    package static func row(_ session: Session, _ times: Times, audience: String? = nil) -> [TableValue] {
        func time(_ instant: Date?) -> TableValue {
            guard let instant else { return .nothing }
            return .text(times == .wall ? WallClock.text(instant) : London.rfc3339(instant))
        }
        return [
            .text(session.reference), .text(session.event), .text(session.title), .text(session.kind),
            TableValue(session.strandSlug), time(session.startsAt),
            time(session.endsAt),
            TableValue(session.site), TableValue(session.room), TableValue(session.draft?.onlineURL),
            .number(session.capacity),
            .number(session.taken), .number(session.waiting), .text(session.state.rawValue),
            TableValue(session.draft?.facilitatorEmails.joined(separator: ";")),
            TableValue(session.draft?.audience ?? audience),
            TableValue(session.description),
        ]
    }
}
