/// Reads JSON (RFC 8259) that a stranger sent. Nothing in it can trap: the depth is bounded before the stack is, numbers that
/// do not fit are no whole numbers, and text that no database could keep is told apart from what is not JSON at all.
struct JSONReader {
    enum Failure: Error, Equatable {
        /// Not JSON, from this byte on.
        case malformed(at: Int)
        /// Arrays and objects inside each other, more than `deepest`.
        case tooDeep
        /// A NUL character inside a text.
        case nul
        /// Half of a surrogate pair: not a character.
        case loneSurrogate
    }

    static let deepest = 32

    private let bytes: [UInt8]
    private var position = 0

    static func read(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .malformed(at: 0) }
        var reader = JSONReader(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.next == nil else { throw reader.malformed }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }
    private var malformed: Failure { .malformed(at: position) }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// Takes the byte if it comes next.
    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        skipSpace()
        switch next {
        case 0x7B: return try object(depth: depth + 1)
        case 0x5B: return try array(depth: depth + 1)
        case 0x22: return .text(try text())
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        for byte in word.description.utf8 {
            guard take(byte) else { throw malformed }
        }
        return value
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        guard depth <= Self.deepest else { throw .tooDeep }
        position += 1
        var members: [JSONValue.Member] = []
        skipSpace()
        if take(0x7D) { return .object(members) }
        repeat {
            skipSpace()
            guard next == 0x22 else { throw malformed }
            let name = try text()
            skipSpace()
            guard take(0x3A) else { throw malformed }
            members.append(JSONValue.Member(name: name, value: try value(depth: depth)))
            skipSpace()
        } while take(0x2C)
        guard take(0x7D) else { throw malformed }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        guard depth <= Self.deepest else { throw .tooDeep }
        position += 1
        var items: [JSONValue] = []
        skipSpace()
        if take(0x5D) { return .array(items) }
        repeat {
            items.append(try value(depth: depth))
            skipSpace()
        } while take(0x2C)
        guard take(0x5D) else { throw malformed }
        return .array(items)
    }

    // MARK: Numbers

    private mutating func number() throws(Failure) -> JSONValue {
        let start = position
        _ = take(0x2D)
        if !take(0x30) { try digits() }
        var isWhole = true
        if take(0x2E) {
            isWhole = false
            try digits()
        }
        if take(0x65) || take(0x45) {
            isWhole = false
            if !take(0x2B) { _ = take(0x2D) }
            try digits()
        }
        let lexeme = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let whole = Int(lexeme) { return .whole(whole) }
        guard let number = Double(lexeme) else { throw .malformed(at: start) }
        return .number(number)
    }

    private mutating func digits() throws(Failure) {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        guard position > start else { throw malformed }
    }

    // MARK: Texts

    private mutating func text() throws(Failure) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case 0x22: return String(decoding: text, as: UTF8.self)
            case 0x5C: try escape(&text)
            case 0: throw .nul
            case 0..<0x20: throw .malformed(at: position - 1)
            default: text.append(byte)
            }
        }
        throw malformed
    }

    private mutating func escape(_ text: inout [UInt8]) throws(Failure) {
        guard let byte = next else { throw malformed }
        position += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: text.append(byte)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75: text.append(contentsOf: String(Character(try scalar())).utf8)
        default: throw .malformed(at: position - 1)
        }
    }

    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        var value = try fourDigits()
        if (0xD800...0xDBFF).contains(value) {
            guard take(0x5C), take(0x75) else { throw .loneSurrogate }
            let low = try fourDigits()
            guard (0xDC00...0xDFFF).contains(low) else { throw .loneSurrogate }
            value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00)
        }
        guard value != 0 else { throw .nul }
        guard let scalar = Unicode.Scalar(value) else { throw .loneSurrogate }
        return scalar
    }

    private mutating func fourDigits() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Self.digit(byte) else { throw malformed }
            value = value << 4 | digit
            position += 1
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }
}
