package import Foundation

/// One person's claim on one session.
package struct Booking: Sendable, Equatable {
    package let id: UUID
    package let session: String
    package let sessionTitle: String
    package let startsAt: Date?
    /// Their address; empty where whoever asked may know the name only.
    package let person: String
    package let personName: String
    package let team: String?
    package let employer: String?
    package let state: BookingState
    /// The rank in the queue, from 1, while waiting.
    package let position: Int?
    package let bookedAt: Date
    package let bookedBy: String?
    /// Why a free place went past this waiting person.
    package var passedOver: String?
    /// Rises with every step, and goes on from the person's earlier booking of the session, for calendars.
    package let sequence: Int
    /// When its state last changed.
    package let changedAt: Date

    package init(
        id: UUID, session: String, sessionTitle: String, startsAt: Date?, person: String, personName: String,
        team: String?,
        employer: String?, state: BookingState, position: Int?, bookedAt: Date, bookedBy: String?, passedOver: String?,
        sequence: Int, changedAt: Date? = nil
    ) {
        self.id = id
        self.session = session
        self.sessionTitle = sessionTitle
        self.startsAt = startsAt
        self.person = person
        self.personName = personName
        self.team = team
        self.employer = employer
        self.state = state
        self.position = position
        self.bookedAt = bookedAt
        self.bookedBy = bookedBy
        self.passedOver = passedOver
        self.sequence = sequence
        self.changedAt = changedAt ?? bookedAt
    }
}
