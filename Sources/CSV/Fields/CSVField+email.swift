import Foundation

extension CSVField {
    /// An address in the form it is compared in: trimmed, lower case, NFC, at most 254 octets, plausibly shaped
    /// (rule 9.6). Whether it exists is for others to say.
    package static func email(_ text: String) throws(CSVFieldError) -> String {
        let address = CSVText.trimmed(text).lowercased().precomposedStringWithCanonicalMapping
        guard !address.isEmpty else { throw .blank }
        guard address.utf8.count <= 254 else { throw .emailTooLong }
        let parts = address.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, isLocal(parts[0]), isDomain(parts[1]) else { throw .notEmail }
        return address
    }

    private static func isLocal(_ part: Substring.UnicodeScalarView) -> Bool {
        guard part.count <= 64 else { return false }
        return part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { isWord($0) || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains($0) }
        }
    }

    private static func isDomain(_ part: Substring.UnicodeScalarView) -> Bool {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != "-" && label.last != "-"
                    && label.allSatisfy { isWord($0) || $0 == "-" }
            }
    }

    /// A letter or digit of any script, or a mark that belongs to one.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
        }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber: return true
        default: return false
        }
    }
}
