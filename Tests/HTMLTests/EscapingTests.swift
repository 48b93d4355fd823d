import HTML
import Testing

@Suite("Escaping")
struct EscapingTests {
    @Test("There are at least forty hostile texts")
    func enough() {
        #expect(HostileTexts.all.count >= 40)
    }

    @Test("A text between tags comes back as it was and opens no tag", arguments: HostileTexts.all)
    func betweenTags(text: String) {
        let html = P(text).markup.text
        let inner = html.inner("<p>", "</p>")
        #expect(html.hasPrefix("<p>") && html.hasSuffix("</p>"))
        #expect(sameBytes(Unescaper.text(inner), Unescaper.allowed(text)))
    }

    @Test("A text in a block comes out as it does in an element", arguments: HostileTexts.all)
    func inBlock(text: String) {
        #expect(P { text }.markup == P(text).markup)
        #expect(Markup { text } == Markup(text: text))
    }

    @Test("A text in an attribute cannot end it", arguments: HostileTexts.all)
    func inAttribute(text: String) {
        let html = Span(.title(text)).markup.text
        let inner = html.inner("<span title=\"", "\"></span>")
        #expect(html.utf8.filter { $0 == 0x22 }.count == 2)
        #expect(sameBytes(Unescaper.text(inner), Unescaper.allowed(text)))
    }

    @Test("Every attribute that takes a text escapes it", arguments: HostileTexts.all)
    func everyAttribute(text: String) {
        let attributes: [Attribute] = [
            .id(text), .class(text), .class(text, nil), .lang(text), .title(text), .aria(.label, text),
            .data("x", text),
            .name(text), .value(text), .pattern(text), .accept(text), .form(text), .headers(text), .download(text),
            .hreflang(text), .media(text), .mediaType(text), .outline(text),
        ]
        for attribute in attributes {
            let html = Div(attribute).markup.text
            #expect(html.utf8.filter { $0 == 0x22 }.count == 2)
            #expect(html.utf8.filter { $0 == 0x3C }.count == 2)
            #expect(html.utf8.filter { $0 == 0x27 }.isEmpty)
        }
    }

    @Test("The elements with words of their own escape them", arguments: HostileTexts.all)
    func elementsWithWords(text: String) {
        let pieces: [Markup] = [
            Img(src: "/x", alt: text).markup, Abbr("x", meaning: text).markup, Abbr(text, meaning: "x").markup,
            Time("x", datetime: text).markup, Time(text, datetime: "x").markup, Label(text, for: "x").markup,
            Label("x", for: text).markup, Option(text, value: "x").markup, Option("x", value: text).markup,
            Optgroup(label: text) { "x" }.markup, Textarea(name: text, value: "x").markup,
            Textarea(name: "x", value: text).markup, Input(.text, name: text).markup, Button(.submit, text).markup,
            Select(name: text) { "x" }.markup, Th(.column, text).markup, Title(text).markup,
            Meta(name: text, content: "x").markup, Meta(name: "x", content: text).markup,
            Progress(1, of: 2, label: text).markup, A(text, href: "/x").markup,
            SVG.Svg(width: 1, height: 1, label: text) { "x" }.markup, SVG.Words(text).markup,
        ]
        for piece in pieces {
            let tags = piece.bytes.filter { $0 == 0x3C }.count
            #expect(tags == 1 || tags == 2)
            #expect(piece.bytes.filter { $0 == 0x3E }.count == tags)
            #expect(piece.bytes.filter { $0 == 0x22 }.count.isMultiple(of: 2))
            #expect(!piece.bytes.contains(0x27))
        }
    }

    @Test("A quote followed by a combining mark is still a quote")
    func combiningMark() {
        #expect(Span(.title("\"\u{301}x")).markup.text == "<span title=\"&quot;\u{301}x\"></span>")
    }

    @Test("Joiners and marks of direction come through beside what is escaped")
    func joiners() {
        #expect(sameBytes(Markup(text: "'\u{200D}<\u{200F}>\u{202E}").text, "&#39;\u{200D}&lt;\u{200F}&gt;\u{202E}"))
    }

    @Test("Controls and non-characters are left out")
    func controls() {
        let forbidden: [UInt32] = [
            0, 8, 0xB, 0xC, 0x1F, 0x7F, 0x80, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x4FFFF, 0x10FFFF,
        ]
        for value in forbidden {
            let scalar = Unicode.Scalar(value).map { String($0) } ?? "?"
            #expect(sameBytes(Markup(text: "a" + scalar + "b").text, "ab"), "U+\(String(value, radix: 16))")
        }
    }

    @Test("The neighbours of what is left out stay")
    func neighbours() {
        let text = "\u{A0}\u{FDCF}\u{FDF0}\u{FFFD}\u{1FFFD}\u{20000}\u{10FFFD}\u{FEFF}\t\n"
        #expect(sameBytes(Markup(text: text).text, text))
    }

    @Test("A carriage return becomes one line feed")
    func carriageReturns() {
        #expect(sameBytes(Markup(text: "a\r\nb\rc\r\r\nd").text, "a\nb\nc\n\nd"))
    }

    @Test("Random Unicode comes back as it was")
    func randomUnicode() {
        var generator = SplitMix(state: 20_180_129)
        for _ in 0..<2_000 {
            let text = generator.text()
            let html = Span(text, .title(text)).markup.text
            let expected = Unescaper.allowed(text)
            let inner = html.inner("<span title=\"", "</span>")
            let halves = inner.components(separatedByBytes: "\">")
            #expect(halves.count == 2)
            #expect(halves.allSatisfy { sameBytes(Unescaper.text($0), expected) })
        }
    }
}

/// A generator with a seed, so that a failure can be had again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Up to twenty scalars, half of them from the places where mistakes are made.
    mutating func text() -> String {
        let edges: [UInt32] = [
            0, 9, 10, 13, 0x1F, 0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0x80, 0x9F, 0xA0, 0x301, 0x200D, 0x200F,
            0xFDD0, 0xFDEF, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x1F469, 0x1FFFE, 0x10FFFF,
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...20, using: &self) {
            let value =
                Bool.random(using: &self)
                ? edges.randomElement(using: &self) ?? 0 : UInt32.random(in: 0...0x10FFFF, using: &self)
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}

extension String {
    /// What stands between two texts of known length, cut by bytes: a combining mark at the cut belongs to what is inside.
    func inner(_ start: String, _ end: String) -> String {
        String(decoding: utf8.dropFirst(start.utf8.count).dropLast(end.utf8.count), as: UTF8.self)
    }

    /// Splits by bytes: a combining mark after the separator would hide it from a search by Characters.
    func components(separatedByBytes separator: String) -> [String] {
        let bytes = Array(utf8)
        let mark = Array(separator.utf8)
        var parts: [[UInt8]] = [[]]
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: mark) {
                parts.append([])
                index += mark.count
            } else {
                parts[parts.count - 1].append(bytes[index])
                index += 1
            }
        }
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }
}
