/// Takes a content line apart: name, parameters, value; RFC 5545, section 3.1, and RFC 6868.
struct ContentLineParser {
    private static let maximumParameters = 64
    private static let maximumValues = 256

    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Nil when the line has no name, no colon, or a quotation mark that is never closed.
    ///
    /// - Throws: `invalidUTF8`.
    static func parse(_ bytes: [UInt8], line: Int) throws(ICalendarReadError) -> CalendarProperty? {
        var parser = ContentLineParser(bytes)
        guard let name = parser.name() else { return nil }
        var parameters: [CalendarParameter] = []
        while parser.take(UInt8(ascii: ";")) {
            guard parameters.count < maximumParameters, let name = parser.name(), parser.take(UInt8(ascii: "=")) else {
                return nil
            }
            var values: [String] = []
            repeat {
                guard values.count < maximumValues, let value = try parser.parameterValue(line: line) else {
                    return nil
                }
                values.append(value)
            } while parser.take(UInt8(ascii: ","))
            parameters.append(CalendarParameter(name, values))
        }
        guard parser.take(UInt8(ascii: ":")) else { return nil }
        let value = try text(bytes[parser.position...], line: line)
        return CalendarProperty(name, parameters: parameters, value)
    }

    /// Whether a line holds control characters other than a tab, which are dropped from what is read (rule 1.6).
    static func hasControls(_ bytes: [UInt8]) -> Bool {
        bytes.contains(where: isControl)
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 || byte == 0x7F
    }

    private static func text(_ bytes: ArraySlice<UInt8>, line: Int) throws(ICalendarReadError) -> String {
        let kept = bytes.contains(where: isControl) ? ArraySlice(bytes.filter { !isControl($0) }) : bytes
        guard let text = String(validating: kept, as: UTF8.self) else {
            throw ICalendarReadError(line: line, reason: .invalidUTF8)
        }
        return text
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Letters, digits and hyphens; underscores and full stops are met in the world and taken too.
    private mutating func name() -> String? {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case 48...57, 65...90, 97...122, 45, 46, 95: position += 1
            default: return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
            }
        }
        return nil
    }

    private mutating func parameterValue(line: Int) throws(ICalendarReadError) -> String? {
        let raw: ArraySlice<UInt8>
        if take(0x22) {
            let start = position
            guard let end = bytes[start...].firstIndex(of: 0x22) else { return nil }
            raw = bytes[start..<end]
            position = end + 1
        } else {
            let start = position
            while position < bytes.count, ![0x2C, 0x3B, 0x3A].contains(bytes[position]) { position += 1 }
            raw = bytes[start..<position]
        }
        return Self.decodingCarets(try Self.text(raw, line: line))
    }

    /// RFC 6868: ^n is a line end, ^' a quotation mark, ^^ a caret; any other caret stands for itself.
    private static func decodingCarets(_ text: String) -> String {
        guard text.utf8.contains(0x5E) else { return text }
        var result: [UInt8] = []
        var pending = false
        for byte in text.utf8 {
            guard pending else {
                if byte == 0x5E { pending = true } else { result.append(byte) }
                continue
            }
            pending = false
            switch byte {
            case 0x6E: result.append(0x0A)
            case 0x27: result.append(0x22)
            case 0x5E: result.append(0x5E)
            default: result += [0x5E, byte]
            }
        }
        if pending { result.append(0x5E) }
        return String(decoding: result, as: UTF8.self)
    }
}
