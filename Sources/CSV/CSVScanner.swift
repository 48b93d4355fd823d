/// Cuts UTF-8 bytes into records (RFC 4180): quoted fields may hold delimiters and line ends; lines end with CRLF, LF
/// or CR, the last perhaps with nothing. Each byte is looked at a fixed number of times, whatever the file.
struct CSVScanner {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private let longest: Int
    private var position: Int
    private var line: Int

    private static let quote = UInt8(ascii: "\"")

    /// - Parameter longest: the most Unicode scalars that a field may have.
    init(_ bytes: [UInt8], delimiter: CSVDelimiter, longest: Int) {
        self.bytes = bytes
        self.delimiter = delimiter.byte
        self.longest = longest
        position = delimiter.start
        line = delimiter.line
    }

    /// The next record in which something stands; nil at the end of the file.
    mutating func nextFilled(keeping limit: Int) -> CSVRawRecord? {
        while let record = next(keeping: limit) {
            if !record.isBlank || !record.faults.isEmpty { return record }
        }
        return nil
    }

    private mutating func next(keeping limit: Int) -> CSVRawRecord? {
        guard position < bytes.count else { return nil }
        var record = CSVRawRecord(line: line)
        readField(into: &record, keeping: limit)
        while position < bytes.count, bytes[position] == delimiter {
            position += 1
            readField(into: &record, keeping: limit)
        }
        if position < bytes.count { endLine() }
        return record
    }

    private mutating func readField(into record: inout CSVRawRecord, keeping limit: Int) {
        if position < bytes.count, bytes[position] == Self.quote {
            readQuoted(into: &record, keeping: limit)
        } else {
            let start = position
            skipToFieldEnd()
            keep(bytes[start..<position], in: &record, keeping: limit)
        }
    }

    private mutating func readQuoted(into record: inout CSVRawRecord, keeping limit: Int) {
        let openedOn = line
        var text: [UInt8] = []
        var closed = false
        position += 1
        var start = position
        while position < bytes.count {
            guard bytes[position] == Self.quote else {
                isLineEnd(bytes[position]) ? endLine() : (position += 1)
                continue
            }
            text.append(contentsOf: bytes[start..<position])
            start = position + 1
            if start < bytes.count, bytes[start] == Self.quote {
                // A doubled quote: the second one begins the next stretch of text.
                position += 2
            } else {
                position += 1
                closed = true
                break
            }
        }
        if closed {
            let tail = position
            skipToFieldEnd()
            let rest = bytes[tail..<position]
            if rest.contains(where: { $0 != 0x20 }) {
                let value = String(decoding: text + rest, as: UTF8.self)
                record.faults.append(.init(kind: .textAfterQuote, field: record.count, value: CSVText.excerpt(value)))
            }
        } else {
            text.append(contentsOf: bytes[min(start, bytes.count)...])
            let value = CSVText.excerpt(String(decoding: text, as: UTF8.self))
            record.faults.append(.init(kind: .unclosedQuote(line: openedOn), field: record.count, value: value))
            text = []
        }
        keep(text[...], in: &record, keeping: limit)
    }

    private func keep(_ text: ArraySlice<UInt8>, in record: inout CSVRawRecord, keeping limit: Int) {
        defer { record.count += 1 }
        if record.isBlank, text.contains(where: { $0 != 0x20 && $0 != 0x09 }) {
            // Rare white space (a non-breaking space, say) needs the slow question.
            record.isBlank = !text.contains { (0x21...0x7E).contains($0) } && CSVText.isBlank(string(text))
        }
        guard record.count < limit else { return }
        let value = string(text)
        record.fields.append(value)
        if text.count > longest, value.unicodeScalars.count > longest {
            record.faults.append(.init(kind: .tooLong, field: record.count, value: CSVText.excerpt(value)))
        }
    }

    private func string(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: text, as: UTF8.self)
    }

    private mutating func skipToFieldEnd() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter || isLineEnd(byte) { return }
            position += 1
        }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x0D
    }

    /// Passes one line end, CRLF being one.
    private mutating func endLine() {
        let first = bytes[position]
        position += 1
        if first == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
        line += 1
    }
}
