package import Foundation

/// What is known about a session, under its lock, when somebody asks for places in it.
package struct SessionFacts: Sendable, Equatable {
    package var reference: String
    package var isCancelled: Bool
    package var eventIsOpen: Bool
    package var startsAt: Date
    package var closesAt: Date
    package var capacity: Int
    package var taken: Int
    package var waiting: Int
    /// By the database's clock.
    package var now: Date

    package init(
        reference: String, isCancelled: Bool, eventIsOpen: Bool, startsAt: Date, closesAt: Date, capacity: Int,
        taken: Int,
        waiting: Int, now: Date
    ) {
        self.reference = reference
        self.isCancelled = isCancelled
        self.eventIsOpen = eventIsOpen
        self.startsAt = startsAt
        self.closesAt = closesAt
        self.capacity = capacity
        self.taken = taken
        self.waiting = waiting
        self.now = now
    }
}

/// What is known about one person, locked, who asks for a place.
package struct CandidateFacts: Sendable, Equatable {
    package var hasLeft: Bool
    package var liveState: BookingState?
    package var isAdmitted: Bool
    /// The person reads the programme and books only what is for councillors by name.
    package var onlyReads: Bool
    /// The session to be done first, if it has not been.
    package var wantsFirst: String?
    /// References of sessions at the same time in which the person has a place or which the person leads.
    package var clashes: [String]

    package init(
        hasLeft: Bool, liveState: BookingState?, isAdmitted: Bool, onlyReads: Bool = false, wantsFirst: String?,
        clashes: [String]
    ) {
        self.hasLeft = hasLeft
        self.liveState = liveState
        self.isAdmitted = isAdmitted
        self.onlyReads = onlyReads
        self.wantsFirst = wantsFirst
        self.clashes = clashes
    }
}
