package import Foundation

/// A session by what people know it by: its title, its time and its room, with the reference to ask for it.
package struct SessionName: Sendable, Equatable {
    package let reference: String
    package let title: String
    package let startsAt: Date
    package let endsAt: Date
    /// "Corbyn Road, Room 1"; nil without a room, or where that does not matter.
    package let place: String?

    package init(reference: String, title: String, startsAt: Date, endsAt: Date, place: String? = nil) {
        self.reference = reference
        self.title = title
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.place = place
    }

    /// Nil while it has no time.
    package init?(_ session: Session) {
        guard let starts = session.startsAt, let ends = session.endsAt else { return nil }
        self.init(
            reference: session.reference, title: session.title, startsAt: starts, endsAt: ends,
            place: session.site.flatMap { site in session.room.map { "\(site), \($0)" } })
    }

    /// Where only the reference is known so far, or may be.
    package static func only(_ reference: String) -> SessionName {
        SessionName(reference: reference, title: reference, startsAt: .distantFuture, endsAt: .distantFuture)
    }

    private var isOnlyReference: Bool { startsAt == .distantFuture }

    /// "10am to 12pm"
    package var times: String {
        let (from, to) = (London.local(startsAt), London.local(endsAt))
        return "\(from.time.spoken) to \(to.time.spoken)" + (from.day == to.day ? "" : " on \(to.day.spoken)")
    }

    /// "Thursday 1 February, 10am to 12pm"
    package var when: String { "\(London.local(startsAt).day.spoken), \(times)" }

    /// "Thursday 1 February, 10am to 12pm, Corbyn Road, Room 1"
    package var whenAndWhere: String { place.map { "\(when), \($0)" } ?? when }

    /// `“Level one” (PW18-004, Thursday 1 February, 10am to 12pm, Corbyn Road, Room 1)`
    package var inWords: String { isOnlyReference ? reference : "“\(title)” (\(reference), \(whenAndWhere))" }

    package static func inWords(_ names: [SessionName]) -> String { names.map(\.inWords).joined(separator: " and ") }
}
