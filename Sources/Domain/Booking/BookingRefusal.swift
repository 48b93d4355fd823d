/// Why a place was not given, or not given back. `forSomebody`: whoever is told asked for somebody else.
package enum BookingRefusal: Refusal, Equatable {
    case alreadyBooked(BookingState)
    case sessionCancelled(String)
    case sessionPast(String)
    case bookingClosed(String)
    case notForYou(String)
    /// For whoever is a councillor, or here to nominate, and nothing else.
    case onlyReads(String)
    case doFirst(SessionName, forSomebody: Bool = false)
    case clashes([SessionName], forSomebody: Bool = false)
    case personLeft
    case notLive(BookingState)

    package var code: String {
        switch self {
        case .alreadyBooked: "already_booked"
        case .sessionCancelled: "session_cancelled"
        case .sessionPast, .bookingClosed: "booking_closed"
        case .notForYou, .onlyReads, .doFirst: "not_for_you"
        case .clashes: "clashes"
        case .personLeft: "has_left"
        case .notLive: "not_booked"
        }
    }

    package var kind: RefusalKind { .conflict }

    package var message: String {
        switch self {
        case .alreadyBooked(.waiting): "Already on the waiting list for this session."
        case .alreadyBooked: "Already booked on this session."
        case .sessionCancelled(let reference): "\(reference) has been cancelled, so no places can be booked."
        case .sessionPast(let reference): "\(reference) has already begun, so its bookings can no longer change."
        case .bookingClosed(let reference): "Booking for \(reference) has closed."
        case .notForYou(let reference): "\(reference) is for other people this time: see who it is for on its page."
        case .onlyReads(let reference):
            "\(reference) was not booked: councillors, and people who are here to nominate, read the programme. They book a place only in what is for councillors."
        case .doFirst(let first, false): "\(first.inWords) comes first: book it, then this one."
        case .doFirst(let first, true): "\(first.inWords) comes first, and this person has no place in it."
        case .clashes(let others, false):
            "This is at the same time as \(SessionName.inWords(others)). Give that place back first if you would rather come to this one."
        case .clashes(let others, true):
            "This is at the same time as \(SessionName.inWords(others)), where this person has a place or leads."
        case .personLeft: "This person has left the centre."
        case .notLive(let state): "This booking is already \(state.rawValue)."
        }
    }
}

extension BookingRefusal {
    /// The references of the sessions that it speaks of besides the one asked for.
    package var others: [String] {
        switch self {
        case .doFirst(let first, _): [first.reference]
        case .clashes(let others, _): others.map(\.reference)
        default: []
        }
    }

    /// The same, with other sessions called by title and time as far as they are known, for whoever it is said to.
    package func naming(_ names: [String: SessionName], forSomebody: Bool) -> BookingRefusal {
        switch self {
        case .doFirst(let first, _): .doFirst(names[first.reference] ?? first, forSomebody: forSomebody)
        case .clashes(let others, _):
            .clashes(
                others.map { names[$0.reference] ?? $0 }.sorted { $0.startsAt < $1.startsAt }, forSomebody: forSomebody)
        default: self
        }
    }
}
