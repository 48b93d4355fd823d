/// The rule of booking: who gets a place, who waits, who is told no and why. Pure; the caller holds the locks.
package enum BookingDecision: Sendable, Equatable {
    case confirm
    case wait
    case refuse(BookingRefusal)

    /// Decides about one person and counts the place into `session`, so that a row of people is decided one after the other.
    package static func decide(_ person: CandidateFacts, in session: inout SessionFacts) -> BookingDecision {
        if person.hasLeft { return .refuse(.personLeft) }
        if let state = person.liveState { return .refuse(.alreadyBooked(state)) }
        if session.isCancelled { return .refuse(.sessionCancelled(session.reference)) }
        if session.startsAt <= session.now { return .refuse(.sessionPast(session.reference)) }
        if !session.eventIsOpen || session.closesAt <= session.now { return .refuse(.bookingClosed(session.reference)) }
        if !person.isAdmitted {
            return .refuse(person.onlyReads ? .onlyReads(session.reference) : .notForYou(session.reference))
        }
        if let first = person.wantsFirst { return .refuse(.doFirst(.only(first))) }
        if !person.clashes.isEmpty { return .refuse(.clashes(person.clashes.map(SessionName.only))) }
        guard session.taken < session.capacity else {
            session.waiting += 1
            return .wait
        }
        session.taken += 1
        return .confirm
    }

    /// Why a free place goes past a waiting person, or nil if it may be given.
    package static func reasonToPassOver(_ person: CandidateFacts) -> String? { PassedOver(person)?.text }
}
