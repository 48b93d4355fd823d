import HTML

/// Ways to have a programme in one's own calendar: an address to subscribe to, which can be copied, and a file.
struct CalendarAddresses: Component {
    var id = "calendar"
    var heading = "Add to your calendar"
    /// The whole https address, as it is pasted into a calendar program.
    var subscription: String
    /// The same with the scheme that opens a calendar program.
    var webcal: WebAddress
    var download: WebAddress?
    /// What to know about it, such as that the address is secret.
    var hint: String?
    var extra: Markup = .empty

    var body: Markup {
        Section(.class("calendar-block"), .aria(.labelledby, id + "-heading")) {
            H2(heading, .id(id + "-heading"))
            CopyField(id: id + "-address", label: "Address to subscribe to", value: subscription, hint: hint)
            ActionRow {
                ActionLink("Subscribe", to: webcal, .secondary)
                if let download { A("Download once", href: download) }
            }
            extra
        }
    }
}

/// A text to take elsewhere. Without the script it can be selected in its field; with it there is a button.
struct CopyField: Component {
    var id: String
    var label: String
    var value: String
    var hint: String?

    var body: Markup {
        Div(.class("copy"), .data("copy")) {
            Label(label, for: id, .class("field__label"))
            FieldNotes(name: id, hint: hint)
            Div(.class("copy__row")) {
                Input(
                    .text, name: id, .id(id), .class("input copy__input"), .value(value), .readonly(),
                    .spellcheck(false), .translate(false), .aria(.describedby, hint.map { _ in id + "-hint" }))
            }
        }
    }
}
