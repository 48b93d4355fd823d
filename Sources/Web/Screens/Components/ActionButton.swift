import HTML

/// How loud a button is.
enum ButtonStyle: String {
    /// What the page is for: one per page or card.
    case primary
    case secondary
    /// What cannot simply be undone.
    case warning
}

/// A button that sends its form.
struct ActionButton: Component {
    var text: String
    var style: ButtonStyle = .primary
    /// Words for those who do not see what the button stands beside, such as the session's title.
    var subject: String?
    /// The name and value that this button adds to its form.
    var sends: (name: String, value: String)?

    init(
        _ text: String, _ style: ButtonStyle = .primary, subject: String? = nil,
        sends: (name: String, value: String)? = nil
    ) {
        self.text = text
        self.style = style
        self.subject = subject
        self.sends = sends
    }

    var body: Markup {
        Button(
            .submit, .class("button button--\(style.rawValue)"), .when(sends != nil, .name(sends?.name ?? "")),
            .value(sends?.value)
        ) {
            text
            if let subject { Span(": " + subject, .class("visually-hidden")) }
        }
    }
}

/// A link that looks like a button, for a step that only goes somewhere.
struct ActionLink: Component {
    var text: String
    var address: WebAddress
    var style: ButtonStyle
    var subject: String?

    init(_ text: String, to address: WebAddress, _ style: ButtonStyle = .primary, subject: String? = nil) {
        self.text = text
        self.address = address
        self.style = style
        self.subject = subject
    }

    var body: Markup {
        A(href: address, .class("button button--\(style.rawValue)")) {
            text
            if let subject { Span(": " + subject, .class("visually-hidden")) }
        }
    }
}

/// Buttons and links that belong together, the main one first.
struct ActionRow: Component {
    var content: Markup

    init(@MarkupBuilder content: () -> Markup) {
        self.content = content()
    }

    var body: Markup { Div(.class("actions")) { content } }
}
