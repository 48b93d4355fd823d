import HTML

/// A whole page: the frame around its content.
struct PageLayout: Component {
    var frame: PageFrame
    var header: Markup
    var content: Markup

    /// - Parameter header: what stands in the stead of the frame's own, such as a slot.
    init(_ frame: PageFrame, header: Markup? = nil, @MarkupBuilder content: () -> Markup) {
        self.frame = frame
        self.header = header ?? PageHeader(frame: frame).markup
        self.content = content()
    }

    var body: Markup {
        Document {
            head
            Body {
                A("Skip to main content", href: "#main", .class("skip-link"))
                if let skip = frame.skip { A(skip.text, href: skip.address, .class("skip-link")) }
                header
                Div(.class("page", frame.width == .wide ? "page--wide" : nil)) {
                    frame.back
                    Main(.id("main"), .tabindex(-1)) {
                        frame.banner
                        content
                    }
                }
                PageFooter(centre: frame.centre)
            }
        }
    }

    private var head: Markup {
        Markup {
            Head {
                Meta.utf8
                Title(frame.windowTitle)
                Meta(name: "viewport", content: "width=device-width, initial-scale=1")
                Meta(name: "color-scheme", content: "light dark")
                Meta(name: "format-detection", content: "telephone=no")
                Link(.icon, href: Asset.icon.address, .mediaType("image/svg+xml"))
                Link(.stylesheet, href: Asset.stylesheet.address)
                if let own = frame.stylesheet { Link(.stylesheet, href: own.address) }
                Script(module: Asset.script.address)
                if frame.refreshes { Noscript { Meta.refresh(seconds: 2) } }
                if let calendar = frame.calendar {
                    Link(.alternate, href: calendar, .mediaType("text/calendar"), .title("Calendar"))
                }
            }
        }
    }
}
