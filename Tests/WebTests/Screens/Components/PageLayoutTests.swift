import HTML
import Testing

@testable import Web

@Suite("Page layout")
struct PageLayoutTests {
    private let frame = PageFrame(
        centre: "Centre <1>", title: "Programme",
        navigation: [
            NavigationLink(title: "Programme", address: "/", isCurrent: true),
            NavigationLink(title: "Me", address: "/me"),
        ],
        visitor: .signedIn(name: "A & B", signOut: "/sign-out", guard: FormGuard(token: "t")))

    private var html: String { PageLayout(frame) { H1("Programme") }.markup.text }

    @Test("A page begins with the doctype, its language and a title")
    func head() {
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">"))
        #expect(html.contains("<title>Programme – Centre &lt;1&gt;</title>"))
        #expect(html.contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"))
    }

    @Test("The title of a page with a refused form begins with the error")
    func errorTitle() {
        var refused = frame
        refused.hasErrors = true
        #expect(PageLayout(refused) { "" }.markup.text.contains("<title>Error: Programme – "))
    }

    @Test("The first link leads to the main part")
    func skipLink() {
        #expect(html.contains("<body><a href=\"#main\" class=\"skip-link\">Skip to main content</a>"))
        #expect(html.contains("<main id=\"main\" tabindex=\"-1\">"))
    }

    @Test("One entry of the navigation is the current page")
    func current() {
        #expect(html.contains("<a href=\"/\" aria-current=\"page\">Programme</a>"))
        #expect(html.contains("<a href=\"/me\">Me</a>"))
    }

    @Test("Whoever is signed in is named and can sign out by a form")
    func visitor() {
        #expect(html.contains("<bdi>A &amp; B</bdi>"))
        #expect(html.contains("<form method=\"post\" action=\"/sign-out\""))
    }

    @Test("Nothing is scripted or styled within the page")
    func nothingInline() {
        #expect(html.matches(of: /<script/).count == 1)
        #expect(html.contains("<script type=\"module\" src=\"/assets/app-"))
        #expect(!html.contains("<style") && !html.contains(" style=") && !html.contains(" onclick="))
    }

    @Test("Every page leads to accessibility and privacy")
    func footer() {
        #expect(html.contains("<a href=\"/accessibility\">Accessibility</a>"))
        #expect(html.contains("<a href=\"/privacy\">Privacy</a>"))
    }
}
