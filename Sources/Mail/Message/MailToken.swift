/// Which bytes may stand where in a header (RFC 5322, RFC 2045).
enum MailToken {
    /// Atoms with single dots between them.
    static func isDotAtom(_ bytes: Substring.UTF8View) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy(isAtomText)
        }
    }

    /// Labels of letters, digits and inner hyphens, with single dots between them.
    static func isDomain(_ bytes: Substring.UTF8View) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
    }

    static func isAtomText(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// `type/subtype`, without parameters.
    static func isMediaType(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return text.utf8.count <= 100 && parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { isAlphanumeric($0) || "!#$&^_.+-".utf8.contains($0) }
            }
    }

    /// Control characters and line breaks become spaces, runs of white space one, the ends none: one line of text.
    static func line(_ text: String) -> String {
        text.unicodeScalars
            .split { $0.properties.generalCategory == .control || $0.properties.isWhitespace }
            .map { String($0) }
            .joined(separator: " ")
    }
}
