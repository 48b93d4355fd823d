import Domain
import Foundation
import HTML

/// Asks why somebody else's place is given back.
struct StaffCancellationPage: Component {
    var booking: Booking
    var reason: String
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1(booking.state == .waiting ? "Take somebody off the waiting list" : "Give back somebody’s place")
        SummaryList(rows: [
            .init("Person") { Bdi(booking.personName) },
            .init("Session", booking.sessionTitle),
            .init("Reference", booking.session),
        ])
        if booking.state.isLive {
            P("They are told by email. A free place goes to the first in line at once.")
            PostForm(to: SiteURL.staffBookingCancellation(booking.id.uuidString).address, guard: formGuard) {
                TextField(
                    name: "reason", label: "Reason", hint: "They read it too: “rang in ill on Tuesday”.", value: reason,
                    error: errors.message(for: "reason"))
                ActionRow {
                    ActionButton(booking.state == .waiting ? "Take off the list" : "Give back the place", .warning)
                    A("Leave it as it is", href: SiteURL.staffBookings(booking.session).address)
                }
            }
        } else {
            P("This booking is no longer held: it is \(booking.state.rawValue).")
        }
    }
}
