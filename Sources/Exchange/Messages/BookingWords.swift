import Domain
import Services

/// What a letter says about one booking.
struct BookingWords {
    let template: MessageTemplate
    let booking: Booking
    let when: String?
    let place: String?
    let link: String?
    let reason: String?
    let settings: ServiceSettings

    var subject: String {
        let title = booking.sessionTitle
        return switch template {
        case .bookingWaiting: "On the waiting list: \(title)"
        case .bookingPromoted: "You have a place now: \(title)"
        case .bookingCancelled: "Your booking is cancelled: \(title)"
        case .sessionCancelled: "This session is off: \(title)"
        default:
            "Your place is booked: \(title)"
        }
    }

    var paragraphs: [String] {
        switch template {
        case .bookingWaiting: [opening, facts, waiting, myWeek]
        case .bookingCancelled: [opening, facts, again]
        case .sessionCancelled: [opening, facts, because, instead].filter { !$0.isEmpty }
        default:
            [opening, facts, joining, giveBack].filter { !$0.isEmpty }
        }
    }

    private var opening: String {
        switch template {
        case .bookingWaiting: "Thank you for booking. All the places are taken, so you are on the waiting list."
        case .bookingPromoted: "Good news: a place has come free, and it is yours."
        case .bookingCancelled: "Your booking for this session is cancelled, and somebody else can have the place."
        case .sessionCancelled: "We are sorry: this session will not take place."
        default:
            "Thank you for booking. Your place is confirmed, and we look forward to seeing you."
        }
    }

    private var facts: String {
        [booking.sessionTitle, when, place ?? (link == nil ? nil : "Online"), page].compactMap(\.self).joined(
            separator: "\n")
    }

    private var waiting: String {
        let turn = booking.position.map { "You are number \($0) in line. " } ?? ""
        return turn + "If a place comes free and it is your turn, it is yours at once, and we will write to you."
    }

    private var joining: String {
        link.map { "Join here when it starts:\n\($0)\nThis link is for you; please do not pass it on." } ?? ""
    }

    private var giveBack: String {
        "If you cannot come after all, please give the place back so that somebody else can have it:\n\(settings.baseURL)/me"
    }

    private var myWeek: String {
        "You can see all your bookings, or leave the waiting list, here:\n\(settings.baseURL)/me"
    }

    private var again: String {
        "If this is a mistake, you can book again on the session's page. Your other bookings are here:\n\(settings.baseURL)/me"
    }

    private var because: String { reason.map { "The reason we were given: \($0)" } ?? "" }

    private var instead: String {
        "There may be something else for you this week. Your bookings are here:\n\(settings.baseURL)/me"
    }

    private var page: String { "\(settings.baseURL)/sessions/\(booking.session)" }
}
