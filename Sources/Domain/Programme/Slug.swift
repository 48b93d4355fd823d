import Foundation

/// Lower-case words joined by hyphens, as addresses use them.
package enum Slug {
    /// `Corbyn Road` → `corbyn-road`; empty when nothing in the text can be kept.
    package static func from(_ text: String) -> String {
        let plain = text.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil).lowercased()
        let words = plain.unicodeScalars.split { !isWordly($0) }
        return String(words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-").prefix(80))
            .trimmingCharacters(in: CharacterSet(charactersIn: "-"))
    }

    package static func isSlug(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 80 && from(text) == text
    }

    /// The short code of an event, from its slug's initials and its year: `practice-week-2018` → `PW18`; a slug of one word
    /// gives its first letters: `pw` → `PW18`.
    package static func code(for slug: String, year: Int) -> String {
        let words = slug.split(separator: "-").filter { $0.first?.isLetter == true }
        let letters =
            words.count == 1
            ? String(words[0].filter(\.isLetter).prefix(4)) : String(words.compactMap(\.first).prefix(6))
        return (letters.isEmpty ? "E" : letters.uppercased()) + padded(year % 100, 2)
    }

    private static func isWordly(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
}
