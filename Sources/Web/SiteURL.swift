import HTML
import Hummingbird

/// Every address of the site, used to route and to link.
///
/// A case made with a placeholder (`.session("{reference}")`) is what the router takes; made with a value it is a link.
enum SiteURL: Sendable {
    case home
    case event(String)
    case eventCalendar(String)
    case session(String)
    case sessionCalendar(String)
    /// POST: a place in this session for oneself.
    case sessionBookings(String)
    /// One's own booking of this session, as the confirmation shows it.
    case sessionBooking(String)
    /// POST, by the booking's id: gives the place back.
    case bookingCancellation(String)
    case siteCalendar(String)
    case personalCalendar(String)
    case me
    /// POST: a new secret calendar address; the old one ends.
    case calendarAddress
    /// POST: the secret calendar address ends.
    case calendarAddressRevocation
    case signIn
    case signInCode
    /// POST: signs in as one of the demonstration's personas.
    case signInPersona
    case signOut
    case staff
    case accessibility
    case privacy
    case asset(String)
    case live
    case ready

    /// The link.
    var address: WebAddress { WebAddress(text { ("\($0)" as WebAddress).text }) }

    /// What the router matches.
    var route: RouterPath { RouterPath(text { $0 }) }

    /// The whole address, for calendars and mails. `base` has no slash at its end.
    func absolute(_ base: String) -> String { base + address.text }

    private func text(_ put: (String) -> String) -> String {
        switch self {
        case .home: "/"
        case .event(let slug): "/events/\(put(slug))"
        case .eventCalendar(let slug): "/events/\(put(slug)).ics"
        case .session(let reference): "/sessions/\(put(reference))"
        case .sessionCalendar(let reference): "/sessions/\(put(reference)).ics"
        case .sessionBookings(let reference): "/sessions/\(put(reference))/bookings"
        case .sessionBooking(let reference): "/sessions/\(put(reference))/booking"
        case .bookingCancellation(let id): "/bookings/\(put(id))/cancellation"
        case .siteCalendar(let slug): "/sites/\(put(slug)).ics"
        case .personalCalendar(let token): "/calendars/\(put(token)).ics"
        case .me: "/me"
        case .calendarAddress: "/me/calendar-address"
        case .calendarAddressRevocation: "/me/calendar-address/revocation"
        case .signIn: "/sign-in"
        case .signInCode: "/sign-in/code"
        case .signInPersona: "/sign-in/persona"
        case .signOut: "/sign-out"
        case .staff: "/staff"
        case .accessibility: "/accessibility"
        case .privacy: "/privacy"
        case .asset(let name): "/assets/\(put(name))"
        case .live: "/health/live"
        case .ready: "/health/ready"
        }
    }
}
