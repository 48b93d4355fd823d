import CSV
package import Domain
import Foundation

/// What somebody takes along when they leave, or keeps for their professional development: the sessions that they had a place
/// in and those that they led, in the order of their time. Nobody else stands in it.
package enum OwnRecordFile {
    package static let name = "my-sessions.csv"

    private static let columns = ["starts_at", "ends_at", "minutes", "session", "title", "part", "state", "booked_at"]

    package static func bytes(of record: PersonalRecord) -> [UInt8] {
        let placed = record.places.map { place in
            (
                place.startsAt,
                row(
                    place.startsAt, place.endsAt, place.session, place.title, part: "place",
                    state: place.state.rawValue, bookedAt: place.bookedAt)
            )
        }
        let led = record.leads.map { lead in
            (
                lead.startsAt,
                row(
                    lead.startsAt, lead.endsAt, lead.session, lead.title, part: "led", state: lead.state.rawValue,
                    bookedAt: nil)
            )
        }
        let rows = (placed + led).sorted { ($0.0 ?? .distantFuture) < ($1.0 ?? .distantFuture) }.map(\.1)
        return CSVWriter<[TableValue]>(columns: columns).file(rows, byteOrderMark: true)
    }

    private static func row(
        _ starts: Date?, _ ends: Date?, _ session: String, _ title: String, part: String, state: String,
        bookedAt: Date?
    ) -> [TableValue] {
        var minutes: Int?
        if let starts, let ends { minutes = Int(exactly: (ends.timeIntervalSince(starts) / 60).rounded()) }
        return [
            TableValue(starts.map(WallClock.text)), TableValue(ends.map(WallClock.text)), TableValue(minutes),
            TableValue(session), TableValue(title), TableValue(part), TableValue(state),
            TableValue(bookedAt.map(WallClock.text)),
        ]
    }
}
