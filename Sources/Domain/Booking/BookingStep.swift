package import Foundation

/// One line of a booking's history: who moved it from where to where, when and why.
package struct BookingStep: Sendable, Equatable {
    package let at: Date
    package let person: String
    /// Nil when the booking was made.
    package let from: BookingState?
    package let to: BookingState
    /// The name of whoever did it; nil for the system.
    package let by: String?
    package let reason: String?

    package init(at: Date, person: String, from: BookingState?, to: BookingState, by: String?, reason: String?) {
        self.at = at
        self.person = person
        self.from = from
        self.to = to
        self.by = by
        self.reason = reason
    }
}
