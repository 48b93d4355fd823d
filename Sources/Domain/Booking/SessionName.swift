package import Foundation

/// A session by what people know it by: its title and its time, with the reference to ask for it.
package struct SessionName: Sendable, Equatable {
    package let reference: String
    package let title: String
    package let startsAt: Date
    package let endsAt: Date

    package init(reference: String, title: String, startsAt: Date, endsAt: Date) {
        self.reference = reference
        self.title = title
        self.startsAt = startsAt
        self.endsAt = endsAt
    }

    /// Nil while it has no time.
    package init?(_ session: Session) {
        guard let starts = session.startsAt, let ends = session.endsAt else { return nil }
        self.init(reference: session.reference, title: session.title, startsAt: starts, endsAt: ends)
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

    /// `“Level one” (PW18-004, Thursday 1 February, 10am to 12pm)`
    package var inWords: String { isOnlyReference ? reference : "“\(title)” (\(reference), \(when))" }

    package static func inWords(_ names: [SessionName]) -> String { names.map(\.inWords).joined(separator: " and ") }
}
