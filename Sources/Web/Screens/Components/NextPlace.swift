import HTML

/// The next place to be: the first thing a practitioner sees.
struct NextPlace: Component {
    var heading = "Your next place to be"
    /// "Today, 10:30am to 12pm"
    var when: String
    var startsAt: String
    var title: String
    var address: WebAddress
    var place: String
    /// How to get there, or what to bring.
    var note: String?
    /// What has become different since it was booked.
    var changes: [String] = []
    var actions: Markup = .empty

    var body: Markup {
        Section(.class("next-place"), .aria(.labelledby, "next-place-heading")) {
            H2(heading, .id("next-place-heading"), .class("next-place__heading"))
            P(.class("next-place__when")) { Time(when, datetime: startsAt) }
            P(.class("next-place__title")) { A(title, href: address) }
            P(place)
            if let note { P(note, .class("next-place__note")) }
            if !changes.isEmpty {
                P(.class("card__change")) {
                    Icon.pencil
                    "Changed since you booked. " + changes.joined(separator: " ")
                }
            }
            if !actions.isEmpty { ActionRow { actions } }
        }
    }
}
