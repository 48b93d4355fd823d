import Testing

@testable import HTML

@Suite("Markup with places left open")
struct MarkupTemplateTests {
    private func page(_ slot: Markup) -> MarkupTemplate {
        MarkupTemplate {
            H1("Shared")
            Div(.class("own")) { slot }
            P { slot }
        }
    }

    @Test("Filled, it is to the byte what it would have been at once")
    func same() {
        let own = P("Amara’s & Josh’s <place>").markup
        let atOnce = Markup {
            H1("Shared")
            Div(.class("own")) { own }
            P { own }
        }
        #expect(page(.slot).slots == 2)
        #expect(page(.slot).filled(with: [own, own]) == atOnce)
    }

    @Test("What has no content stays empty, and content without a slot is left out")
    func uneven() {
        #expect(page(.slot).filled(with: []).text == "<h1>Shared</h1><div class=\"own\"></div><p></p>")
        #expect(page(.empty).filled(with: ["left out"]).text == "<h1>Shared</h1><div class=\"own\"></div><p></p>")
    }

    @Test("No text makes a slot, whatever is in it")
    func hostile() {
        for text in HostileTexts.all + ["\u{FF}", "\u{FFFF}", String(decoding: [0xFF, 0xFE], as: UTF8.self)] {
            #expect(MarkupTemplate { P(text, .title(text)) }.slots == 0)
        }
    }
}
