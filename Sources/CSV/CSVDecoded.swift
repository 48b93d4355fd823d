/// A file's text as valid UTF-8 without a byte order mark (rule 9.1), and what a person should know about the reading.
struct CSVDecoded {
    var bytes: [UInt8]
    var note: String?

    /// Never makes replacement characters: what cannot be read exactly is refused.
    static func decode(_ bytes: [UInt8]) throws(CSVRefusal) -> CSVDecoded {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            throw CSVRefusal(
                message: "This is an Excel workbook (.xlsx) named as CSV. In Excel choose Save As, CSV UTF-8.")
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw CSVRefusal(
                message: "This is an old Excel workbook (.xls) named as CSV. In Excel choose Save As, CSV UTF-8.")
        }
        let decoded: CSVDecoded
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            decoded = try marked(Array(bytes.dropFirst(3)))
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            decoded = try utf16(bytes.dropFirst(2)) { UInt16($1) << 8 | UInt16($0) }
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            decoded = try utf16(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) }
        } else if isUTF8(bytes) {
            decoded = CSVDecoded(bytes: bytes)
        } else {
            decoded = try windows1252(bytes)
        }
        if let zero = decoded.bytes.firstIndex(of: 0) {
            throw CSVRefusal(
                line: lineNumber(at: zero, in: decoded.bytes),
                message: "The file holds a NUL character, so it is not plain text. Save it again as CSV UTF-8.")
        }
        return decoded
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    private static func marked(_ bytes: [UInt8]) throws(CSVRefusal) -> CSVDecoded {
        if isUTF8(bytes) { return CSVDecoded(bytes: bytes) }
        throw broken(at: Survey(bytes).firstStray, in: bytes)
    }

    private static func utf16(
        _ bytes: ArraySlice<UInt8>, unit: (UInt8, UInt8) -> UInt16
    ) throws(CSVRefusal) -> CSVDecoded {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            units.append(unit(bytes[index], bytes[index + 1]))
            index += 2
        }
        guard index == bytes.endIndex, let text = String(validating: units, as: UTF16.self) else {
            throw CSVRefusal(message: "The file says that it is UTF-16, but it is damaged. Save it again as CSV UTF-8.")
        }
        return CSVDecoded(bytes: Array(text.utf8))
    }

    /// A file with more good UTF-8 sequences than stray bytes is damaged UTF-8; as Windows-1252 it would be nonsense.
    private static func windows1252(_ bytes: [UInt8]) throws(CSVRefusal) -> CSVDecoded {
        let survey = Survey(bytes)
        guard survey.sequences <= survey.strays else { throw broken(at: survey.firstStray, in: bytes) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for (index, byte) in bytes.enumerated() {
            if byte < 0x80 {
                result.append(byte)
                continue
            }
            let scalar = byte < 0xA0 ? Windows1252.high[Int(byte) - 0x80] : UInt32(byte)
            guard scalar != 0, let value = Unicode.Scalar(scalar), let encoded = UTF8.encode(value) else {
                throw CSVRefusal(
                    line: lineNumber(at: index, in: bytes),
                    message: "The file is neither UTF-8 nor Windows-1252. Save it again as CSV UTF-8.")
            }
            result.append(contentsOf: encoded)
        }
        return CSVDecoded(
            bytes: result,
            note: "The file is not UTF-8; it was read as Windows-1252. Check accents, dashes and pound signs.")
    }

    private static func broken(at offset: Int, in bytes: [UInt8]) -> CSVRefusal {
        CSVRefusal(
            line: lineNumber(at: offset, in: bytes),
            message: "The file is UTF-8, but a character is damaged. Correct it, or save it again as CSV UTF-8.")
    }

    private static func lineNumber(at offset: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        var previous: UInt8 = 0
        for byte in bytes.prefix(offset) {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { line += 1 }
            previous = byte
        }
        return line
    }

    /// How UTF-8-like some bytes are.
    private struct Survey {
        var sequences = 0
        var strays = 0
        var firstStray = 0

        init(_ bytes: [UInt8]) {
            var parser = Unicode.UTF8.ForwardParser()
            var iterator = bytes.makeIterator()
            var offset = 0
            while true {
                switch parser.parseScalar(from: &iterator) {
                case .valid(let scalar):
                    if scalar.count > 1 { sequences += 1 }
                    offset += scalar.count
                case .error(let length):
                    if strays == 0 { firstStray = offset }
                    strays += 1
                    offset += length
                case .emptyInput:
                    return
                }
            }
        }
    }
}
