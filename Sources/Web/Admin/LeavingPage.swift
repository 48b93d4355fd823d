import Domain
import Foundation
import HTML
import Services

/// What a person's leaving would do, now or on a day to come, and the buttons that do it or take it back.
struct LeavingPage: Component {
    var person: Person
    /// Nil when it cannot be done.
    var departure: Departure?
    /// The day that `departure` is about; nil: now.
    var day: Day?
    /// The day that is set.
    var setFor: Day?
    var typed: String
    var titles: [String: String]
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private var address: WebAddress { SiteURL.adminLeaving(person.publicID.uuidString).address }

    var body: Markup {
        ErrorSummary(errors)
        H1("\(person.name) leaves")
        if person.hasLeft {
            P("They have left already.")
        } else {
            if let setFor { isSet(setFor) }
            if let departure { happens(departure) } else if typed.isEmpty { cannot }
            ask
        }
    }

    @MarkupBuilder private func isSet(_ setFor: Day) -> Markup {
        P("They leave on \(setFor.long): from the beginning of that day they have no access.", .class("lead"))
        PostForm(to: SiteURL.adminStay(person.publicID.uuidString).address, guard: formGuard()) {
            ActionButton("They stay after all", .secondary)
        }
    }

    @MarkupBuilder private func happens(_ departure: Departure) -> Markup {
        P(
            day.map {
                $0 == setFor
                    ? "As far as it is known today, this happens then:"
                    : "Nothing has been changed yet. As far as it is known today, this would happen on \($0.long):"
            } ?? "Nothing has been changed yet. This is what would happen now:", .class("lead"))
        givenUp(departure.bookings)
        led(departure.leads)
        P("They can no longer sign in; their tokens and calendar address end. What they did stays on record.")
        if day == nil || day != setFor { confirm }
    }

    @MarkupBuilder private func givenUp(_ bookings: [Booking]) -> Markup {
        H2(
            AdminWords.counted(
                bookings.count, "place or turn would be given up", "places and turns would be given up",
                none: "No place would be given up"))
        if bookings.isEmpty {
            P("They have none that is still to come.")
        } else {
            Ul {
                for booking in bookings {
                    Li {
                        A(booking.sessionTitle, href: SiteURL.staffBookings(booking.session).address)
                        booking.state == .waiting ? ", waiting" : ""
                        booking.startsAt.map { ", \(AdminWords.moment($0))" } ?? ""
                    }
                }
            }
        }
    }

    @MarkupBuilder private func led(_ leads: [String]) -> Markup {
        H2(
            AdminWords.counted(
                leads.count, "session would need somebody else to lead", "sessions would need somebody else to lead",
                none: "No session would need somebody else to lead"))
        if leads.isEmpty {
            P("They lead none that is still to come.")
        } else {
            Ul {
                for reference in leads {
                    Li { A(titles[reference] ?? reference, href: SiteURL.planSession(reference).address) }
                }
            }
        }
    }

    @MarkupBuilder private var confirm: Markup {
        if day == nil {
            WarningText("This cannot be undone here. If they come back, they are added again.")
        } else {
            P("Until then it can be taken back, here.")
        }
        PostForm(to: address, guard: formGuard()) {
            if day != nil { Input(.hidden, name: "on", .value(typed)) }
            Div(.class("actions"), .id("leave")) {
                if let day {
                    ActionButton("They leave on \(day.long)")
                } else {
                    ActionButton("End their access", .warning)
                }
                A("Leave it as it is", href: SiteURL.adminPerson(person.publicID.uuidString).address)
            }
        }
    }

    private var cannot: Markup {
        P(.id("leave")) {
            A("Change their roles", href: SiteURL.adminPerson(person.publicID.uuidString).address)
        }.markup
    }

    @MarkupBuilder private var ask: Markup {
        H2(setFor == nil ? "On a day to come" : "On another day")
        Form(.get, to: address) {
            TextField.date(
                name: "on", label: "First day on which they have no access",
                hint: "The day after their last one. For example, 4 April 2027", value: typed,
                error: errors.message(for: "on"))
            ActionButton("See what would happen", .secondary)
        }
        if day != nil { P { A("See what leaving now would do", href: address.adding("now", "1")) } }
    }
}
