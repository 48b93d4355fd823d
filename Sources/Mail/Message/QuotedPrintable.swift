/// Quoted-printable text (RFC 2045, section 6.7).
enum QuotedPrintable {
    /// Lines of at most 76 octets ended by CRLF, the last one too. CRLF, LF and CR are line breaks; other control
    /// characters but the tab are dropped.
    static func encode(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var line: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D || previous != 0x0D { append(line, to: &result) }
                if byte == 0x0D || previous != 0x0D { line = [] }
            } else if byte >= 0x20 && byte != 0x7F || byte == 0x09 {
                line.append(byte)
            }
            previous = byte
        }
        if !line.isEmpty { append(line, to: &result) }
        return result
    }

    private static func append(_ line: [UInt8], to result: inout [UInt8]) {
        var width = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            let isBlank = byte == 0x20 || byte == 0x09
            let stays = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isBlank && !isLast
            // A character of several bytes is kept on one line, for readers that decode line by line.
            let needed = stays ? 1 : 3 * (1 + continuations(line, after: index))
            if width + needed > 75, !(0x80...0xBF).contains(byte) {
                result.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
                width = 0
            }
            if stays {
                result.append(byte)
                width += 1
            } else {
                result.append(contentsOf: [UInt8(ascii: "="), digit(byte >> 4), digit(byte & 15)])
                width += 3
            }
        }
        result.append(contentsOf: [0x0D, 0x0A])
    }

    private static func continuations(_ line: [UInt8], after index: Int) -> Int {
        line[(index + 1)...].prefix(3).prefix { (0x80...0xBF).contains($0) }.count
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x37 + value
    }
}
