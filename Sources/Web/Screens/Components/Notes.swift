import HTML

/// The way back to where the reader came from.
struct BackLink: Component {
    var text = "Back"
    var address: WebAddress

    var body: Markup {
        Nav(.class("back-link"), .aria(.label, "Back")) { A(text, href: address) }
    }
}

/// Where this page stands among the others, from the top.
struct Breadcrumbs: Component {
    var links: [NavigationLink]

    var body: Markup {
        Nav(.class("breadcrumbs"), .aria(.label, "Breadcrumbs")) {
            Ol {
                for link in links { Li { A(link.title, href: link.address) } }
            }
        }
    }
}

/// A text that is set apart from the rest.
struct InsetText: Component {
    var content: Markup

    init(@MarkupBuilder content: () -> Markup) {
        self.content = content()
    }

    var body: Markup { Div(.class("inset")) { content } }
}

/// What the reader should know before going on.
struct WarningText: Component {
    var text: String

    init(_ text: String) {
        self.text = text
    }

    var body: Markup {
        P(.class("warning-text")) {
            Icon.warning
            Strong {
                Span("Warning: ", .class("visually-hidden"))
                text
            }
        }
    }
}

/// What there is to say where a list would be: that it is empty, and what to do next.
struct EmptyState: Component {
    var heading: String
    var content: Markup

    init(_ heading: String, @MarkupBuilder content: () -> Markup = { Markup.empty }) {
        self.heading = heading
        self.content = content()
    }

    var body: Markup {
        Div(.class("empty")) {
            P(heading, .class("empty__heading"))
            content
        }
    }
}

/// Something that a few readers need and the others can leave folded.
struct Disclosure: Component {
    var summary: String
    var isOpen: Bool
    var content: Markup

    init(_ summary: String, isOpen: Bool = false, @MarkupBuilder content: () -> Markup) {
        self.summary = summary
        self.isOpen = isOpen
        self.content = content()
    }

    var body: Markup {
        Details(.class("disclosure"), .open(isOpen)) {
            Summary(.class("disclosure__summary")) { Span(summary) }
            Div(.class("disclosure__content")) { content }
        }
    }
}

/// That something was done, with the reference to quote and what happens next below it.
struct ConfirmationPanel: Component {
    var title: String
    var reference: (name: String, value: String)?

    var body: Markup {
        Div(.class("confirmation")) {
            Icon.tick
            H1(title)
            if let reference {
                P(.class("confirmation__reference")) {
                    reference.name
                    Br()
                    Strong(reference.value, .translate(false))
                }
            }
        }
    }
}
