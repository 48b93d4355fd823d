/// Where a booking stands. `confirmed` and `offered` take a place; the first four are live.
package enum BookingState: String, CaseIterable, Sendable {
    case requested, confirmed, waiting, offered, declined, lapsed, cancelled, substituted

    package var isLive: Bool {
        switch self {
        case .requested, .confirmed, .waiting, .offered: true
        case .declined, .lapsed, .cancelled, .substituted: false
        }
    }

    package var takesPlace: Bool { self == .confirmed || self == .offered }
}
