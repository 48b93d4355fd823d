import HTML
import Hummingbird
import Services

/// The pages that are only text.
struct TextRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.accessibility.route) { _, context in
            Response.page(
                PageLayout(site.frame("Accessibility", context)) {
                    AccessibilityPage(centre: site.services.settings.centre)
                })
        }
        pages.get(SiteURL.privacy.route) { _, context in
            Response.page(
                PageLayout(site.frame("Privacy", context)) { PrivacyPage(centre: site.services.settings.centre) })
        }
    }
}

/// How far the pages are usable by everybody, and what to do where they are not.
struct AccessibilityPage: Component {
    var centre: String

    var body: Markup {
        H1("Accessibility")
        P("We want everybody who works with children and families to be able to use these pages.", .class("lead"))
        H2("What should work")
        Ul {
            Li("Everything with a keyboard alone, and with a screen reader.")
            Li("Text at four times its size, and in a window 320 pixels wide, without losing anything.")
            Li("Your own colours and contrast, dark mode, and less movement if your device asks for it.")
            Li("All of it without JavaScript.")
        }
        P(
            "The pages are built to meet the Web Content Accessibility Guidelines 2.2 at level AA and are checked against them."
        )
        H2("When something does not work")
        P(
            """
            Tell \(centre): say which page it was and what you were trying to do. If you cannot use a page, a colleague there can book \
            or give back a place for you.
            """)
        H2("Coming to a session")
        P(
            "Each session's page has the access notes of its room. If you need something that is not there, ask before you come."
        )
    }
}

/// What is kept about people, and why.
struct PrivacyPage: Component {
    var centre: String

    var body: Markup {
        H1("Privacy")
        P(
            "\(centre) runs this service to organise learning for people who work with children and families.",
            .class("lead"))
        H2("What we keep")
        Ul {
            Li("Your name, work email address, team, employer and job title.")
            Li("The sessions you book, wait for and give back, and when.")
            Li("Who changed what, so that every change can be explained.")
        }
        P("We keep nothing about children or families. Please do not type case details anywhere.")
        H2("Who sees it")
        P(
            """
            The centre's staff see who is booked. Whoever leads a session sees the names of those who have a place on it. \
            Other people see only how many places are left.
            """)
        H2("Your calendar address")
        P(
            "It is secret and works without signing in. Make a new one in My week if somebody else has seen it: the old one ends at once."
        )
        H2("Cookies")
        P(
            "One cookie while you are signed in, and two short-lived ones while you sign in. None for anything else, and no tracking."
        )
        H2("Your rights")
        P {
            A("See what the centre knows about you", href: SiteURL.myData.address)
            ": all of it, for you alone. You can ask the centre to have what is wrong put right."
        }
    }
}
