import HTML
import Hummingbird

/// Every address of the JSON API, used to route, to link and to document.
enum APIURL: Sendable {
    case document
    case events
    case event(String)
    case eventSessions(String)
    case eventReleases(String)
    case session(String)
    case sessionBookings(String)
    case sessionCancellation(String)
    case bookingCancellation(String)
    case myBookings
    /// Of the person with an address.
    case personRoles(String)
    case roleEnd(String)
    case leaving(String)
    case leavingWithdrawal(String)
    case awards(AwardsCall)
    case ceremonies(CeremonyCall)

    static let root = "/api/v1"

    /// Whether the path is the API's, known or not.
    static func claims(_ path: String) -> Bool { path == "/api" || path.utf8.starts(with: "/api/".utf8) }

    /// The path below the root, with its placeholders: the same in OpenAPI and in the router.
    var template: String { text { $0 } }

    var route: RouterPath { RouterPath(Self.root + template) }

    var address: String { Self.root + text { ("\($0)" as WebAddress).text } }

    private func text(_ put: (String) -> String) -> String {
        switch self {
        case .document: "/openapi.json"
        case .events: "/events"
        case .event(let slug): "/events/\(put(slug))"
        case .eventSessions(let slug): "/events/\(put(slug))/sessions"
        case .eventReleases(let slug): "/events/\(put(slug))/releases"
        case .session(let reference): "/sessions/\(put(reference))"
        case .sessionBookings(let reference): "/sessions/\(put(reference))/bookings"
        case .sessionCancellation(let reference): "/sessions/\(put(reference))/cancellation"
        case .bookingCancellation(let id): "/bookings/\(put(id))/cancellation"
        case .myBookings: "/me/bookings"
        case .personRoles(let email): "/people/\(put(email))/roles"
        case .roleEnd(let id): "/roles/\(put(id))/end"
        case .leaving(let email): "/people/\(put(email))/leaving"
        case .leavingWithdrawal(let email): "/people/\(put(email))/leaving/withdrawal"
        case .awards(let call): call.text(put)
        case .ceremonies(let call): call.text(put)
        }
    }
}
