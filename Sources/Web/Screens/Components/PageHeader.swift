import HTML

/// The centre's name, where one can go, and who is signed in.
struct PageHeader: Component {
    var frame: PageFrame

    var body: Markup {
        Header(.class("site-header")) {
            if frame.isDemonstration {
                P("Demonstration: the people and bookings here are invented.", .class("demo-strip"))
            }
            Div(.class("site-header__inner")) {
                A(href: "/", .class("brand")) {
                    Span(.class("brand__mark"), .aria(.hidden, true))
                    Span(frame.centre, .class("brand__name"))
                }
                visitor
            }
            if !frame.navigation.isEmpty { Self.list("Main", frame.navigation, class: "site-nav") }
            if let section = frame.section { Self.list(section.title, section.links, class: "site-nav site-nav--part") }
        }
    }

    private static func list(_ label: String, _ links: [NavigationLink], class name: String) -> Markup {
        Nav(.class(name), .aria(.label, label)) {
            Ul(.class("site-nav__list")) {
                for link in links {
                    Li { A(link.title, href: link.address, .aria(.current, link.isCurrent ? "page" : nil)) }
                }
            }
        }.markup
    }

    @MarkupBuilder private var visitor: Markup {
        switch frame.visitor {
        case .unknown:
            Markup.empty
        case .signedOut(let signIn):
            Div(.class("visitor")) { A("Sign in", href: signIn, .class("visitor__link")) }
        case .signedIn(let name, let signOut, let formGuard):
            Div(.class("visitor")) {
                Span(.class("visitor__name")) {
                    Span("Signed in as ", .class("visually-hidden"))
                    Bdi(name)
                }
                PostForm(to: signOut, guard: formGuard) {
                    Button(.submit, "Sign out", .class("visitor__link"))
                }
            }
        }
    }
}

/// The end of every page.
struct PageFooter: Component {
    var centre: String

    var body: Markup {
        Footer(.class("site-footer")) {
            Div(.class("site-footer__inner")) {
                P(centre)
                Ul(.class("site-footer__links")) {
                    Li { A("Awards", href: "/schemes") }
                    Li { A("Accessibility", href: "/accessibility") }
                    Li { A("Privacy", href: "/privacy") }
                }
            }
        }
    }
}
