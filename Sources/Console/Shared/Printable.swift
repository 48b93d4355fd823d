/// Text made safe for a terminal: what could move its cursor, change its colours or turn its reading direction is left out.
enum Printable {
    /// Several lines; line breaks and tabs stay.
    static func prose(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.filter { !isUnsafe($0) || $0 == "\n" || $0 == "\t" }))
    }

    /// One line: breaks and tabs become spaces.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t", "\u{2028}", "\u{2029}": scalars.append(" ")
            case _ where isUnsafe(scalar): break
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// C0, DEL, C1, line separators, and the marks that turn the reading direction.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
