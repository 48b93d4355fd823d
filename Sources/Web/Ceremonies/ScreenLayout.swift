import HTML

/// A page that fills a screen by itself, without the site's header and navigation.
struct ScreenLayout: Component {
    var title: String
    /// Which screen it is, as its style knows it.
    var screen: String
    /// What was not done just now; it stays until the screen changes.
    var problem: String?
    var content: Markup

    init(title: String, screen: String, problem: String?, @MarkupBuilder content: () -> Markup) {
        self.title = title
        self.screen = screen
        self.problem = problem
        self.content = content()
    }

    var body: Markup {
        Document {
            Head {
                Meta.utf8
                Title(title)
                Meta(name: "viewport", content: "width=device-width, initial-scale=1")
                Meta(name: "color-scheme", content: "light dark")
                Meta(name: "robots", content: "noindex")
                Link(.icon, href: Asset.icon.address, .mediaType("image/svg+xml"))
                Link(.stylesheet, href: Asset.stylesheet.address)
                Link(.stylesheet, href: Asset.screenStylesheet.address)
                Script(module: Asset.script.address)
                Noscript { Meta.refresh(seconds: 5) }
            }
            Body(.class("screen screen--\(screen)")) {
                if let problem {
                    Div(.id("problem"), .class("banner banner--wait"), .role(.alert)) {
                        Icon.warning
                        P(problem, .class("banner__heading"))
                    }
                }
                content
            }
        }
    }
}
