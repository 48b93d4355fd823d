import Foundation
import HTML
import Testing

@testable import Web

/// The colours of the stylesheet, checked by WCAG 2.2's formula (relative luminance, success criteria 1.4.3 and 1.4.11).
@Suite("Stylesheet")
struct StylesheetTests {
    static let text = String(decoding: Asset.stylesheet.bytes, as: UTF8.self)
    static let light = Palette(of: text, after: ":root {")
    static let dark = Palette(of: text, after: "@media screen and (prefers-color-scheme: dark)", over: light)

    /// What is written, and what it is written on.
    static let texts: [(ink: String, ground: String)] = [
        ("ink", "paper"), ("ink", "surface"), ("ink", "sunken"), ("ink", "accent-soft"), ("ink", "good-soft"),
        ("ink", "wait-soft"), ("ink", "info-soft"), ("ink-soft", "paper"), ("ink-soft", "surface"),
        ("ink-soft", "sunken"), ("ink-soft", "accent-soft"), ("accent", "paper"), ("accent", "surface"),
        ("accent", "sunken"), ("accent", "accent-soft"), ("accent", "good-soft"), ("accent", "info-soft"),
        ("accent", "wait-soft"), ("accent-strong", "paper"), ("accent-strong", "surface"), ("accent-strong", "sunken"),
        ("accent-strong", "accent-soft"), ("on-accent", "accent"), ("on-accent", "accent-strong"), ("on-band", "band"),
        ("on-band-soft", "band"), ("good", "good-soft"), ("wait", "wait-soft"), ("wait", "surface"), ("wait", "sunken"),
        ("stop", "stop-soft"), ("stop", "paper"), ("stop", "surface"), ("on-stop", "stop"), ("info", "info-soft"),
    ]

    /// Borders of controls and the ring of the focus, and what they lie on.
    static let shapes: [(ink: String, ground: String)] = [
        ("line-strong", "paper"), ("line-strong", "surface"), ("line-strong", "sunken"), ("accent", "paper"),
        ("stop", "paper"), ("focus", "paper"), ("focus", "surface"), ("focus", "sunken"), ("focus", "accent-soft"),
        ("focus", "good-soft"), ("focus", "info-soft"), ("focus", "wait-soft"), ("band-focus", "band"), ("sun", "band"),
        ("good", "good-soft"), ("wait", "wait-soft"), ("info", "info-soft"),
    ]

    @Test("Text stands out from its ground by 4.5 to 1 in the light", arguments: texts)
    func lightText(pair: (ink: String, ground: String)) throws {
        #expect(try Self.light.contrast(pair.ink, pair.ground) >= 4.5)
    }

    @Test("Text stands out from its ground by 4.5 to 1 in the dark", arguments: texts)
    func darkText(pair: (ink: String, ground: String)) throws {
        #expect(try Self.dark.contrast(pair.ink, pair.ground) >= 4.5)
    }

    @Test("Borders and focus stand out from their ground by 3 to 1 in the light", arguments: shapes)
    func lightShapes(pair: (ink: String, ground: String)) throws {
        #expect(try Self.light.contrast(pair.ink, pair.ground) >= 3)
    }

    @Test("Borders and focus stand out from their ground by 3 to 1 in the dark", arguments: shapes)
    func darkShapes(pair: (ink: String, ground: String)) throws {
        #expect(try Self.dark.contrast(pair.ink, pair.ground) >= 3)
    }

    @Test("The formula gives 21 for black on white")
    func formula() throws {
        let palette = Palette(of: "x { --a: #000000; --b: #ffffff; }", after: "x {")
        #expect(abs(try palette.contrast("a", "b") - 21) < 0.01)
    }

    @Test("Every custom property that is used is defined")
    func tokens() {
        let used = Set(Self.text.matches(of: /var\((--[a-z0-9-]+)\)/).map { String($0.output.1) })
        let defined = Set(Self.text.matches(of: /\n +(--[a-z0-9-]+):/).map { String($0.output.1) })
        #expect(used.subtracting(defined).sorted() == [])
        #expect(defined.subtracting(used).sorted() == [])
    }

    @Test("Colours stand in the tokens alone")
    func colours() {
        let hexadecimal = Self.text.matches(of: /^ *([a-z-]+): .*#[0-9a-f]{3,8}\b/.anchorsMatchLineEndings())
        #expect(hexadecimal.map { String($0.output.1) }.filter { !$0.hasPrefix("--") } == [])
    }

    @Test("The stylesheet keeps to its size, and the script to its own")
    func sizes() {
        #expect((15_000...40_960).contains(Asset.stylesheet.bytes.count))
        #expect(Asset.script.bytes.count < 20_480)
    }

    @Test("The parts balance")
    func braces() {
        let bytes = Asset.stylesheet.bytes
        #expect(bytes.filter { $0 == 0x7B }.count == bytes.filter { $0 == 0x7D }.count)
    }

    @Test("An asset's name changes with its bytes and not otherwise")
    func names() {
        #expect(Set(Asset.all.map(\.fileName)).count == 4)
        #expect(Asset.stylesheet.fileName.wholeMatch(of: /style-[0-9a-f]{1,16}\.css/) != nil)
        #expect(Asset.stylesheet.address.text == "/assets/" + Asset.stylesheet.fileName)
    }
}

/// The colours of one block of custom properties.
struct Palette {
    var colours: [String: [Double]] = [:]

    init(of text: String, after mark: String, over other: Palette? = nil) {
        colours = other?.colours ?? [:]
        guard let start = text.range(of: mark) else { return }
        let block = text[start.upperBound...].prefix { $0 != "}" }
        for match in block.matches(of: /--([a-z-]+): #([0-9a-f]{6});/) {
            let number = Int(match.output.2, radix: 16) ?? 0
            colours[String(match.output.1)] = [number >> 16, number >> 8 & 0xFF, number & 0xFF].map { Double($0) / 255 }
        }
    }

    func contrast(_ one: String, _ other: String) throws -> Double {
        let first = try luminance(one)
        let second = try luminance(other)
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private func luminance(_ name: String) throws -> Double {
        let parts = try #require(colours[name], "no colour named \(name)").map {
            $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
