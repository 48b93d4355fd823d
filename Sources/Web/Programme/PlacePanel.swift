import Domain
import Foundation
import HTML

/// The box beside a session: how many places there are, the reader's own, and the one thing to do about it.
struct PlacePanel: Component {
    var session: Session
    var calendar: WebAddress?
    var reader: SessionPage.Reader

    var body: Markup {
        Panel(reader.booking == nil ? "Places" : "Your place", id: "place-heading") {
            if let state = SessionWords(session).state { P { state } }
            if let booking = reader.booking {
                BookingStanding(booking: booking, session: session, joiningLink: reader.joiningLink)
                if let calendar, booking.state == .confirmed {
                    P { A("Add to calendar", href: calendar) }
                }
                if isOpen { giveBack(booking) }
            } else {
                P { SessionWords(session).places }
                if isOpen { ask } else { closed }
            }
            if reader.schedules {
                if session.state == .draft || session.state == .scheduled {
                    P { A("Move it", href: SiteURL.planMove(session.reference).address) }
                }
                P { A("Plan and bookings", href: SiteURL.planSession(session.reference).address) }
            }
            if reader.hasRegister {
                P {
                    A("Register: who comes", href: SiteURL.staffRegister(session.reference).address)
                }
            }
        }
    }

    private var isOpen: Bool {
        guard session.state == .scheduled, session.eventState == .published, let starts = session.startsAt else {
            return false
        }
        return starts > reader.now
    }

    @MarkupBuilder private var closed: Markup {
        switch session.state {
        case .draft: P("Not released yet, so nobody can book it.")
        case .cancelled: P { A("Find another session", href: SiteURL.event(session.event).address) }
        case .completed: P("This session is over.")
        case .scheduled: P("Booking has closed.")
        }
    }

    @MarkupBuilder private var ask: Markup {
        let isFull = session.placesLeft == 0
        if !reader.isSignedIn {
            ActionLink(
                isFull ? "Sign in to join the waiting list" : "Sign in to book",
                to: SiteURL.signIn.address.adding("to", SessionWords(session).address.text))
        } else if let standing = reader.standing, let obstacle = standing.obstacle {
            inTheWay(obstacle, standing)
        } else {
            if isFull {
                P(
                    "\(session.capacity == 1 ? "The only place is" : "All \(session.capacity) places are") taken. When one comes free it goes to the first in line, straight away."
                )
            }
            PostForm(to: SiteURL.sessionBookings(session.reference).address, guard: reader.formGuard) {
                ActionButton(isFull ? "Join the waiting list" : "Book a place", subject: session.title)
            }
        }
    }

    /// Why the reader cannot book, and what they can do about it.
    @MarkupBuilder private func inTheWay(
        _ obstacle: SessionStanding.Obstacle, _ standing: SessionStanding
    ) -> Markup {
        switch obstacle {
        case .leads: P("You lead this session, so you need no place in it.")
        case .onlyReads:
            P(StandingWords.councillors)
            P { A("See the other sessions", href: SiteURL.event(session.event).address) }
        case .forOthers:
            P("This one is for \(StandingWords.people(standing.audience)) this time.")
            P { A("See the other sessions", href: SiteURL.event(session.event).address) }
        case .first(let first):
            P {
                StandingWords.link(first)
                " comes first."
            }
            P("Book that, then come back to this one.")
        case .clashes(let others):
            InsetText {
                P("At the same time you have:")
                Ul {
                    for other in others {
                        Li {
                            StandingWords.link(other)
                            ", \(other.whenAndWhere)"
                        }
                    }
                }
                P("Give that place back first if you would rather come to this one.")
            }
        }
    }

    private func giveBack(_ booking: Booking) -> Markup {
        PostForm(to: SiteURL.bookingCancellation(booking.id.uuidString).address, guard: reader.formGuard) {
            ActionButton(
                booking.state == .waiting ? "Leave the waiting list" : "Give this place back", .secondary,
                subject: session.title)
        }.markup
    }
}

/// Where a booking stands, in honest sentences.
struct BookingStanding: Component {
    var booking: Booking
    var session: Session
    var joiningLink: String?

    var body: Markup {
        P { BookingWords.tag(booking) }
        switch booking.state {
        case .confirmed:
            P {
                "Your booking reference is "
                Strong(BookingWords.reference(booking), .translate(false))
                "."
            }
            if let link = joiningLink { P { A("Join online", href: WebAddress(link)) } }
        case .waiting:
            P(queue)
            if let reason = booking.passedOver {
                P("A place came free, but went past you because this \(reason). You keep your turn.")
            }
        case .offered, .requested, .declined, .lapsed, .cancelled, .substituted:
            Markup.empty
        }
    }

    private var queue: String {
        let position = booking.position ?? 1
        let ahead =
            switch position {
            case ...1: "You are first in line."
            case 2: "You are second in line: one person is before you."
            default: "You are \(BookingWords.ordinal(position)) in line: \(position - 1) people are before you."
            }
        return ahead
            + " When somebody gives a place back, it goes to the first in line who can take it, straight away, and you get an "
            + "email. We cannot say how likely that is."
    }
}
