/// Text made of what breaks calendar writers.
enum RandomText {
    private static let pieces = [
        "a", "Session ", "0", " ", "\t", ",", ";", ":", "\\", "\\n", "\"", "^", "^n", "=", "\n", "\r", "\r\n", "\0",
        "\u{1}", "\u{B}", "\u{1F}", "\u{7F}", "\u{85}", "\u{9F}", "\u{A0}", "\u{AD}", "é", "e\u{301}", "ß", "Ł", "ﬀ",
        "中", "日本語", "한", "\u{1112}\u{1161}\u{11AB}", "क्षि", "\u{600}1", "\u{FEFF}", "\u{2028}", "\u{200F}",
        "👍🏽", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇬🇧", "🇬", "❤️‍🔥", ",\u{301}", ";\u{20E3}", "\\\u{308}", "\n\u{301}",
        String(repeating: "\u{336}", count: 40) + "z", "A" + String(repeating: "\u{301}\u{327}", count: 30),
        "BEGIN:VEVENT", "\r\nEND:VCALENDAR\r\n", String(repeating: "x", count: 74), String(repeating: "\\", count: 75),
        "𝔘𝔫𝔦", "\u{10FFFF}",
    ]

    static func make(_ generator: inout SeededGenerator, pieces count: Range<Int> = 0..<40) -> String {
        (0..<generator.number(count)).map { _ in generator.pick(pieces) }.joined()
    }

    /// What a reader gives back for a text that was written: line ends are one kind, other control characters are gone.
    static func normalised(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where afterReturn: break
            case 0x0A, 0x0D: result.append("\n")
            case 0x09, 0x20...0x7E, 0xA0...: result.append(scalar)
            default: break
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(result)
    }

    /// Nil where nothing but blanks is left, as then nothing is written.
    static func given(_ text: String) -> String? {
        let text = normalised(text)
        return text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? nil : text
    }

    static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(normalised(text).unicodeScalars.map { $0 == "\n" ? " " : $0 }))
    }
}
