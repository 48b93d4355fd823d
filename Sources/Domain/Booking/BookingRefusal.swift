/// Why a place was not given, or not given back.
package enum BookingRefusal: Refusal, Equatable {
    case alreadyBooked(BookingState)
    case sessionCancelled(String)
    case sessionPast(String)
    case bookingClosed(String)
    case notForYou(String)
    case doFirst(String)
    case clashes([String])
    case personLeft
    case notLive(BookingState)

    package var code: String {
        switch self {
        case .alreadyBooked: "already_booked"
        case .sessionCancelled: "session_cancelled"
        case .sessionPast, .bookingClosed: "booking_closed"
        case .notForYou, .doFirst: "not_for_you"
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
        case .doFirst(let first): "\(first) comes first: book it, then this one."
        case .clashes(let others):
            "This is at the same time as \(others.joined(separator: " and ")). Give that place back first if you would rather come to this one."
        case .personLeft: "This person has left the centre."
        case .notLive(let state): "This booking is already \(state.rawValue)."
        }
    }
}
