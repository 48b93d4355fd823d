extension HTMLBuffer {
    /// Adds a text so that it can stand between tags or within a double-quoted attribute.
    ///
    /// It works on the bytes of UTF-8, never on Characters: a quote followed by a combining mark is one Character that
    /// equals no quote, and would pass. Characters that HTML forbids (controls, non-characters) are left out; a carriage
    /// return becomes the line feed that a browser would make of it.
    mutating func append(escaping text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append(escaping: $0) }) == nil {
            Array(text.utf8).withUnsafeBufferPointer { append(escaping: $0) }
        }
    }

    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < text.count {
            if Self.isPlain(text[index]) {
                index += 1
                continue
            }
            let change = Self.change(at: index, of: text)
            if let replacement = change.replacement {
                append(harmless: UnsafeBufferPointer(rebasing: text[start..<index]))
                append(fixed: replacement)
                start = index + change.length
            }
            index += change.length
        }
        if start < text.count {
            append(harmless: UnsafeBufferPointer(rebasing: text[min(start, text.count)...]))
        }
    }

    /// Whether a byte can be copied without a closer look.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        if byte > 0x3E { return byte < 0x7F || (byte > 0x7F && byte < 0xF0 && byte != 0xC2 && byte != 0xEF) }
        if byte >= 0x20 { return byte != 0x22 && byte != 0x26 && byte != 0x27 && byte != 0x3C && byte != 0x3E }
        return byte == 0x0A || byte == 0x09
    }

    /// What stands for the sequence at `index` (nil: itself) and how many bytes that sequence has, never more than
    /// there are.
    private static func change(
        at index: Int, of text: UnsafeBufferPointer<UInt8>
    ) -> (replacement: StaticString?, length: Int) {
        func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
        switch text[index] {
        case 0x22: return ("&quot;", 1)
        case 0x26: return ("&amp;", 1)
        case 0x27: return ("&#39;", 1)
        case 0x3C: return ("&lt;", 1)
        case 0x3E: return ("&gt;", 1)
        case 0x0D: return (byte(1) == 0x0A ? "" : "\n", 1)
        case 0xC2 where (0x80...0x9F).contains(byte(1)): return ("", 2)
        case 0xEF where byte(1) == 0xB7 && (0x90...0xAF).contains(byte(2)): return ("", 3)
        case 0xEF where byte(1) == 0xBF && byte(2) >= 0xBE: return ("", 3)
        case 0xF0... where byte(1) & 0x0F == 0x0F && byte(2) == 0xBF && byte(3) >= 0xBE: return ("", 4)
        case 0x80...: return (nil, 1)
        default: return ("", 1)
        }
    }
}
