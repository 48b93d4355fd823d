/// The mark against formula injection (rules 8.3 and 8.6): a leading apostrophe before a character with which a
/// spreadsheet starts a formula.
///
/// Marking and unmarking are inverse: a text that itself begins with apostrophes and then a formula character gets one
/// more, and reading takes exactly one away. Works on bytes, as a combining mark would hide the character.
enum CSVFormula {
    static let apostrophe = UInt8(ascii: "'")

    static func needsMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first, first == apostrophe || mayBegin(first) else { return false }
        let start = text.firstIndex { $0 != apostrophe } ?? text.endIndex
        guard begins(text, at: start) else { return false }
        return !(start == 0 && isPlainNegative(text))
    }

    static func unmarked(_ text: String) -> String {
        guard text.utf8.first == apostrophe else { return text }
        var copy = text
        let marked = copy.withUTF8 { bytes in
            begins(bytes, at: bytes.firstIndex { $0 != apostrophe } ?? bytes.endIndex)
        }
        return marked ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A, 0, 0xEF:
            true
        default: false
        }
    }

    private static func begins(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start < text.count, mayBegin(text[start]) else { return false }
        guard text[start] == 0xEF else { return true }
        // Full-width = + - @ are EF BC and one of these.
        guard start + 2 < text.count, text[start + 1] == 0xBC else { return false }
        return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[start + 2])
    }

    /// A minus sign, digits, and perhaps a point and more digits: safe, and wanted as a number.
    private static func isPlainNegative(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "-") else { return false }
        let parts = text.dropFirst().split(
            separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
