import HTML

/// The days of a week (or other ways to look at the same thing) as links in a row, one of them the current one.
struct DayTabs: Component {
    struct Tab {
        var title: String
        /// A second line, such as "12 sessions".
        var note: String?
        var address: WebAddress
        var isCurrent = false
    }

    var label = "Days"
    var tabs: [Tab]

    var body: Markup {
        Nav(.class("tabs"), .aria(.label, label)) {
            Ul(.class("tabs__list")) {
                for tab in tabs {
                    Li {
                        A(href: tab.address, .class("tabs__tab"), .aria(.current, tab.isCurrent ? "page" : nil)) {
                            Span(tab.title, .class("tabs__title"))
                            if let note = tab.note { Span(note, .class("tabs__note")) }
                        }
                    }
                }
            }
        }
    }
}

/// Two or three ways to see the same page, such as list and grid.
struct ViewSwitch: Component {
    var label = "View"
    var views: [NavigationLink]

    var body: Markup {
        Nav(.class("view-switch"), .aria(.label, label)) {
            Ul {
                for view in views {
                    Li { A(view.title, href: view.address, .aria(.current, view.isCurrent ? "page" : nil)) }
                }
            }
        }
    }
}
