/// What separates the fields of a file (rule 9.2): a `sep=` line says so, else the header shows it.
struct CSVDelimiter {
    var byte: UInt8
    /// Where the header's line begins, and its number.
    var start = 0
    var line = 1

    var name: String {
        switch byte {
        case 0x09: "tabs"
        case UInt8(ascii: ";"): "semicolons"
        case UInt8(ascii: ","): "commas"
        default: "the character \(Unicode.Scalar(byte))"
        }
    }

    /// Takes the candidate under which most of the header's names are known, then the one that splits it most.
    static func find(
        in bytes: [UInt8], expecting expectation: CSVExpectation, limits: CSVLimits
    ) throws(CSVRefusal) -> CSVDelimiter {
        if let declared = try declared(in: bytes) { return declared }
        var best = CSVDelimiter(byte: UInt8(ascii: ","))
        var bestScore = (known: -1, count: -1)
        for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
            let delimiter = CSVDelimiter(byte: candidate)
            var scanner = CSVScanner(bytes, delimiter: delimiter, longest: limits.characters)
            // Nothing but this delimiter and white space: an empty file, whatever else one might call it.
            guard let header = scanner.nextFilled(keeping: limits.columns) else { return delimiter }
            let names = header.fields.map { CSVText.columnName($0) }
            let score = (known: names.count { expectation.knows($0) }, count: header.count)
            if score > bestScore { (best, bestScore) = (delimiter, score) }
        }
        return best
    }

    /// Reads a first line like `sep=;`, which Excel writes and obeys, with or without quotes around it.
    private static func declared(in bytes: [UInt8]) throws(CSVRefusal) -> CSVDelimiter? {
        let line = bytes.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D }
        let quoted = line.first == 0x22
        let content = quoted ? line.dropFirst() : line
        guard content.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }) else { return nil }
        let value = Array(content.dropFirst(4))
        let end = value.count == (quoted ? 2 : 1) && (!quoted || value.last == 0x22)
        guard end, let byte = value.first, [0x2C, 0x3B, 0x09, 0x7C].contains(byte) else {
            throw CSVRefusal(
                line: 1, message: "The first line starts with sep= but names no comma, semicolon, tab or | after it.")
        }
        let next = line.endIndex
        let pair = bytes.dropFirst(next).starts(with: [0x0D, 0x0A])
        return CSVDelimiter(byte: byte, start: min(next + (pair ? 2 : 1), bytes.count), line: 2)
    }
}
