import Domain
import HTML

/// How to have one's own week, or a whole programme, in one's own calendar, and how soon changes show there.
struct MyCalendarPage: Component {
    struct Model {
        /// Shown once, when it has just been made.
        var secretAddress: String?
        var addressMade: Day?
        /// Programmes with a public calendar: their titles and whole addresses.
        var programmes: [(title: String, address: String)]
        var formGuard: () -> FormGuard
    }

    var model: Model

    var body: Markup {
        H1("Your calendar")
        if let address = model.secretAddress {
            Banner(.information, "This is your calendar address. It is shown only now") {
                P(
                    "Anybody who has it can see your places, so treat it like a password. If it gets about, make a new one."
                )
            }
            CalendarBlock(
                address: address, name: "My week", heading: "Your own calendar",
                hint: "Subscribe to it in your calendar program; your places come and go by themselves.",
                isDownloadable: false, hasFreshness: false)
        } else {
            OwnCalendar(addressMade: model.addressMade, formGuard: model.formGuard)
        }
        Section {
            H2("How soon changes show")
            CalendarFreshness()
        }
        Section {
            H2("How to subscribe")
            P("Copy your address first. It begins with http and ends with .ics.")
            Disclosure("Outlook on the web, and new Outlook") {
                P(
                    "In the calendar choose Add calendar, then Subscribe from web. Paste the address, name it, and import."
                )
            }
            Disclosure("Google Calendar") {
                P("On a computer, beside Other calendars, choose + and then From URL. Paste the address.")
            }
            Disclosure("Apple Calendar") {
                P(
                    """
                    On an iPhone: Settings, Apps, Calendar, Calendar Accounts, Add Account, Other, Add Subscribed Calendar. On a Mac: \
                    File, New Calendar Subscription.
                    """)
            }
            P("Subscribe rather than download: a file that was downloaded once never changes again.", .class("hint"))
        }
        if !model.programmes.isEmpty {
            Section {
                H2("Whole programmes")
                P("Everybody may subscribe to these. They hold every session, and nobody's places.")
                for (index, programme) in model.programmes.enumerated() {
                    CopyField(id: "programme-\(index + 1)", label: programme.title, value: programme.address)
                }
            }
        }
        P { A("Back to My week", href: SiteURL.me.address) }
    }
}

/// The secret address of one's own calendar: to make one, to make another, to end it.
struct OwnCalendar: Component {
    var addressMade: Day?
    var formGuard: () -> FormGuard

    var body: Markup {
        Section(.class("calendar-block"), .aria(.labelledby, "own-calendar")) {
            H2("Your own calendar", .id("own-calendar"))
            if let made = addressMade {
                P("You made a secret calendar address on \(made.long). We do not keep it, so it cannot be shown again.")
                ActionRow {
                    PostForm(to: SiteURL.calendarAddress.address, guard: formGuard(), isInline: true) {
                        ActionButton("Make a new address", .secondary)
                    }
                    PostForm(to: SiteURL.calendarAddressRevocation.address, guard: formGuard(), isInline: true) {
                        ActionButton("End the address", .secondary)
                    }
                }
                P("A new address ends the old one at once.", .class("hint"))
            } else {
                P("A secret address brings your places into Outlook, Google or Apple calendars, and keeps them right.")
                PostForm(to: SiteURL.calendarAddress.address, guard: formGuard()) {
                    ActionButton("Make a calendar address", .secondary)
                }
            }
        }
    }
}

/// What we know of how often calendar programs look at a feed, whatever we ask of them.
struct CalendarFreshness: Component {
    var body: Markup {
        P("We ask calendar programs to look every hour, but each decides for itself:")
        Ul {
            Li("Apple Calendar looks as often as you set it to; on a phone every hour or so.")
            Li("Outlook usually looks every three hours or so, and can take up to a day.")
            Li("Google Calendar looks every 8 to 24 hours, and cannot be told to hurry.")
        }
        P("So on the day itself, look here: My week is always right.")
    }
}
