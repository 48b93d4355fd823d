import Domain
import HTML

/// That a place was taken, or a turn in the queue: the reference, and what happens next.
struct ConfirmationPage: Component {
    var booking: Booking
    var session: Session
    var joiningLink: String?
    var calendar: WebAddress?
    /// What the person has told; nil: nothing yet.
    var needs: Needs?

    var title: String {
        switch booking.state {
        case .confirmed: "Your place is booked"
        case .waiting: "You are on the waiting list"
        default: "We have your request"
        }
    }

    var body: Markup {
        let words = SessionWords(session)
        ConfirmationPanel(title: title, reference: ("Your booking reference", BookingWords.reference(booking)))
        SummaryList(rows: [
            .init("Session") { A(session.title, href: words.address) },
            .init("When") { Time(words.when, datetime: words.startsAt) },
            .init("Where", words.place),
        ])
        H2("What happens next")
        if booking.state == .confirmed {
            P("We have sent you an email with these details. If anything changes, we will tell you.")
            if let joiningLink {
                P {
                    "On the day, "
                    A("join online", href: WebAddress(joiningLink))
                    ". The link stays on the session's page and in My week."
                }
            }
            if let calendar { P { A("Add it to your calendar", href: calendar) } }
            P(
                "If you cannot come, give your place back as early as you can: it goes to the next person in line at once."
            )
        } else {
            BookingStanding(booking: booking, session: session, joiningLink: nil)
        }
        NeedsReminder(needs: needs)
        P { A("See all your places in My week", href: SiteURL.me.address) }
        P { A("Back to the programme", href: SiteURL.event(session.event).address) }
    }
}
