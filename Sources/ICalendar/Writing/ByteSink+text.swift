/// Escaping by kind of value (rules 1.6 and 1.8 to 1.11). Everything works on bytes, as graphemes would let a delimiter
/// that carries a combining mark slip through.
extension ByteSink {
    /// What becomes of a line end inside a value.
    enum LineEnd {
        /// The two characters of rule 1.8.
        case escaped
        case space
    }

    /// A TEXT value.
    mutating func putText(_ text: String, lineEnd: LineEnd = .escaped) {
        var text = text
        text.withUTF8 { putEscaped($0, lineEnd) }
    }

    /// A value that is not TEXT, such as a URI: nothing is escaped, only control characters and line ends are left out.
    mutating func putRaw(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            reserve(bytes.count &+ 8)
            var index = 0
            while index < bytes.count {
                let plain = copyPlain(bytes, index, isText: false)
                index &+= plain > 0 ? plain : copyUnlessControl(bytes, index)
            }
        }
    }

    /// One value of a parameter, in quotation marks where it must be, with the carets of RFC 6868.
    mutating func putParameterValue(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            reserve(bytes.count * 2 + 2)
            let isQuoted = bytes.contains { $0 == 0x2C || $0 == 0x3B || $0 == 0x3A }
            if isQuoted { put(0x22) }
            var index = 0
            while index < bytes.count {
                switch bytes[index] {
                case 0x22: putCaret(0x27)
                case 0x5E: putCaret(0x5E)
                case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: break
                case 0x0A, 0x0D: putCaret(0x6E)
                default:
                    index += copyUnlessControl(bytes, index)
                    continue
                }
                index += 1
            }
            if isQuoted { put(0x22) }
        }
    }

    private mutating func putCaret(_ letter: UInt8) {
        cursor[0] = 0x5E
        cursor[1] = letter
        advance(2)
    }

    /// Copies the byte at the index, or both bytes of a C1 control's neighbour; gives how many were dealt with. Room is
    /// reserved by the caller.
    @inline(__always)
    private mutating func copyUnlessControl(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x20 && byte != 0x09 || byte == 0x7F { return 1 }
        // U+0080 to U+009F: control characters that some readers take for line ends.
        if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 { return 2 }
        cursor[0] = byte
        advance(1)
        return 1
    }

    private mutating func putEscaped(_ bytes: UnsafeBufferPointer<UInt8>, _ lineEnd: LineEnd) {
        // Every octet becomes two at most; a whole word is stored where only a part of it counts.
        reserve(bytes.count &* 2 &+ 8)
        var index = 0
        while index < bytes.count {
            let plain = copyPlain(bytes, index, isText: true)
            index &+= plain > 0 ? plain : putEscapedByte(bytes, index, lineEnd)
        }
    }

    /// Copies up to eight bytes that need no care, looking at them all at once; gives how many. 0 when the next byte
    /// needs care or fewer than eight are left.
    @inline(__always)
    private mutating func copyPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, isText: Bool) -> Int {
        guard bytes.count &- index >= 8, let source = bytes.baseAddress else { return 0 }
        let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self).littleEndian
        var marks = (word &- 0x2020_2020_2020_2020) & ~word
        marks |= Self.equal(word, 0x7F7F_7F7F_7F7F_7F7F) | Self.equal(word, 0xC2C2_C2C2_C2C2_C2C2)
        if isText {
            marks |= Self.equal(word, 0x2C2C_2C2C_2C2C_2C2C) | Self.equal(word, 0x3B3B_3B3B_3B3B_3B3B)
            marks |= Self.equal(word, 0x5C5C_5C5C_5C5C_5C5C)
        }
        // A borrow may mark bytes after the first that is truly marked, never before it.
        let plain = (marks & 0x8080_8080_8080_8080).trailingZeroBitCount &>> 3
        UnsafeMutableRawPointer(cursor).storeBytes(of: word.littleEndian, as: UInt64.self)
        advance(plain)
        return plain
    }

    /// The high bit of every byte that is the repeated one.
    @inline(__always)
    private static func equal(_ word: UInt64, _ repeated: UInt64) -> UInt64 {
        let difference = word ^ repeated
        return (difference &- 0x0101_0101_0101_0101) & ~difference
    }

    /// Gives how many bytes of the source were dealt with.
    @inline(__always)
    private mutating func putEscapedByte(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ lineEnd: LineEnd
    ) -> Int {
        let byte = bytes[index]
        switch byte {
        case 0x2C, 0x3B, 0x5C:
            cursor[0] = 0x5C
            cursor[1] = byte
            advance(2)
            return 1
        case 0x0A, 0x0D:
            switch lineEnd {
            case .escaped:
                cursor[0] = 0x5C
                cursor[1] = 0x6E
                advance(2)
            case .space:
                cursor[0] = 0x20
                advance(1)
            }
            return byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        default: return copyUnlessControl(bytes, index)
        }
    }
}
