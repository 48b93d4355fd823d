/// Free text as the words of a header: as it stands when it is plain, as RFC 2047 encoded words when it is not.
enum MailWords {
    /// For Subject.
    static func text(_ text: String) -> [String] {
        let line = MailToken.line(text)
        return isPlain(line) ? line.split(separator: " ").map { String($0) } : encoded(line)
    }

    /// For the name in front of an address: atoms, or one quoted string, or encoded words.
    static func phrase(_ text: String) -> [String] {
        let line = MailToken.line(text)
        guard isPlain(line) else { return encoded(line) }
        let words = line.split(separator: " ").map { String($0) }
        if words.allSatisfy({ $0.utf8.allSatisfy(MailToken.isAtomText) }) { return words }
        let escaped = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\"".split(separator: " ").map { String($0) }
    }

    /// Printable ASCII in words short enough to fold, and nothing that a reader would take for an encoded word.
    private static func isPlain(_ line: String) -> Bool {
        line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
            && line.split(separator: " ").allSatisfy { $0.utf8.count <= 60 }
    }

    /// Base64 words of at most 75 octets (RFC 2047, section 2), each whole in itself: split between scalars.
    private static func encoded(_ line: String) -> [String] {
        var words: [String] = []
        var chunk: [UInt8] = []
        for scalar in line.unicodeScalars {
            guard let bytes = UTF8.encode(scalar) else { continue }
            if chunk.count + bytes.count > 42 {
                words.append(word(chunk))
                chunk = []
            }
            chunk.append(contentsOf: bytes)
        }
        if !chunk.isEmpty { words.append(word(chunk)) }
        return words
    }

    private static func word(_ bytes: [UInt8]) -> String {
        "=?UTF-8?B?\(Base64.text(bytes))?="
    }
}
