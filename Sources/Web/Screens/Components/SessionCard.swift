import HTML

/// A session in a list: when, what, where, whether there is room, and the one thing to do about it.
struct SessionCard: Component {
    var title: String
    var address: WebAddress
    /// The day, where the list is not of one day.
    var day: String?
    /// "10:30am" and "12pm", and the moment for machines.
    var starts: String
    var ends: String
    var startsAt: String
    /// "Corbyn Road, Room 1", or "Online".
    var place: String
    /// Strand, kind, facilitators: what is worth a word.
    var notes: [String] = []
    /// What became different since the last release, in a few words.
    var change: String?
    var isCancelled = false
    var headingLevel: HeadingLevel = .three
    /// Places, state and action: a `SessionCardSide`.
    var side: Markup

    var body: Markup {
        Article(.class("card", isCancelled ? "card--cancelled" : nil)) {
            P(.class("card__time")) {
                if let day { Span(day, .class("card__day")) }
                Time(starts, datetime: startsAt, .class("card__start"))
                Span(" to \(ends)", .class("card__end"))
            }
            Div(.class("card__what")) {
                headingLevel.heading(class: "card__title") { A(title, href: address) }
                P(place, .class("card__place"))
                if !notes.isEmpty {
                    Ul(.class("card__notes")) { for note in notes { Li(note) } }
                }
                if let change {
                    P(.class("card__change")) {
                        Icon.pencil
                        change
                    }
                }
            }
            Div(.class("card__side")) { side }
        }
    }
}

/// The part of a session's card that differs from reader to reader.
struct SessionCardSide: Component {
    /// What can be done from the card.
    enum Action {
        case none
        /// A form with one button, such as "Book" or "Join the waiting list".
        case post(String, to: WebAddress, guard: FormGuard, style: ButtonStyle = .primary)
        /// A link, such as "Sign in to book".
        case link(String, to: WebAddress)
        /// Why there is nothing to do: "Booking has closed".
        case note(String)
        /// The same with a link to what stands in the way: "Clashes with …".
        case reason(Markup)
    }

    /// What the card is of, for those who hear its button alone.
    var title: String
    var places: Places?
    var state: StateTag?
    var action: Action = .none

    var body: Markup {
        state
        places
        actionMarkup
    }

    @MarkupBuilder private var actionMarkup: Markup {
        switch action {
        case .none:
            Markup.empty
        case .post(let text, let address, let formGuard, let style):
            PostForm(to: address, guard: formGuard, isInline: true) { ActionButton(text, style, subject: title) }
        case .link(let text, let address):
            ActionLink(text, to: address, .secondary, subject: title)
        case .note(let text):
            P(text, .class("card__note"))
        case .reason(let words):
            P(.class("card__note")) { words }
        }
    }
}

/// Where a heading stands in the outline of its page.
enum HeadingLevel {
    case two, three, four

    func heading(class name: String, @MarkupBuilder content: () -> Markup) -> Markup {
        switch self {
        case .two: H2(.class(name), content: content).markup
        case .three: H3(.class(name), content: content).markup
        case .four: H4(.class(name), content: content).markup
        }
    }
}

/// Sessions under a heading, such as a part of a day.
struct SessionList: Component {
    var heading: String
    var cards: [SessionCard]

    var body: Markup {
        Section(.class("session-list")) {
            H2(heading, .class("session-list__heading"))
            Ul(.class("session-list__items")) {
                for card in cards { Li { card } }
            }
        }
    }
}
