import HTML

/// A page with a column beside its text. On a narrow screen the column comes after the beginning of the text (`lead`).
struct SideColumn: Component {
    var lead: Markup
    var side: Markup
    var content: Markup

    init(@MarkupBuilder lead: () -> Markup, @MarkupBuilder side: () -> Markup, @MarkupBuilder content: () -> Markup) {
        self.lead = lead()
        self.side = side()
        self.content = content()
    }

    var body: Markup {
        Div(.class("columns")) {
            Div(.class("columns__lead")) { lead }
            Aside(.class("columns__side")) { side }
            Div(.class("columns__content")) { content }
        }
    }
}

/// A box that stands out, such as the one to book in.
struct Panel: Component {
    var heading: String
    var id: String
    var content: Markup

    init(_ heading: String, id: String, @MarkupBuilder content: () -> Markup) {
        self.heading = heading
        self.id = id
        self.content = content()
    }

    var body: Markup {
        Section(.class("panel"), .aria(.labelledby, id)) {
            H2(heading, .id(id), .class("panel__heading"))
            content
        }
    }
}

/// A page that only says something: that there is nothing here, that it is not for this reader, that something broke.
struct MessagePage: Component {
    var heading: String
    var content: Markup

    init(_ heading: String, @MarkupBuilder content: () -> Markup) {
        self.heading = heading
        self.content = content()
    }

    var body: Markup {
        Div(.class("message")) {
            H1(heading)
            content
        }
    }
}
