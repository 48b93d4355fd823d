import HTML

/// Facts with their names: the answers before they are sent, or what there is to know about a thing.
struct SummaryList: Component {
    struct Row {
        var key: String
        var value: Markup
        /// The link that changes this answer.
        var change: WebAddress?

        init(_ key: String, _ value: String, change: WebAddress? = nil) {
            self.init(key, change: change) { value }
        }

        init(_ key: String, change: WebAddress? = nil, @MarkupBuilder value: () -> Markup) {
            self.key = key
            self.value = value()
            self.change = change
        }
    }

    var rows: [Row]

    var body: Markup {
        Dl(.class("summary-list")) {
            for row in rows {
                Div(.class("summary-list__row")) {
                    Dt(row.key)
                    Dd { row.value }
                    if let change = row.change {
                        Dd(.class("summary-list__action")) {
                            A(href: change) {
                                "Change"
                                Span(" " + row.key.lowercased(), .class("visually-hidden"))
                            }
                        }
                    }
                }
            }
        }
    }
}
