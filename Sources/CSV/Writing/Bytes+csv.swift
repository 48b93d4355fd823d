extension [UInt8] {
    mutating func appendCSV(_ cell: CSVCell) {
        switch cell {
        case .empty: break
        case .text(let text): appendCSV(text: text)
        case .number(let number): append(contentsOf: String(number).utf8)
        case .boolean(let value): append(contentsOf: (value ? "true" : "false").utf8)
        }
    }

    /// One field: marked if a spreadsheet would take it for a formula, quoted if it holds a comma, quote, CR or LF.
    mutating func appendCSV(text: String) {
        var text = text
        text.withUTF8 { field in
            let mark = CSVFormula.needsMark(field)
            guard field.contains(where: Self.needsQuotes) else {
                if mark { append(CSVFormula.apostrophe) }
                append(contentsOf: field)
                return
            }
            append(0x22)
            if mark { append(CSVFormula.apostrophe) }
            appendDoublingQuotes(field)
            append(0x22)
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x22 || byte == 0x0D || byte == 0x0A
    }

    private mutating func appendDoublingQuotes(_ field: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in field.indices where field[index] == 0x22 {
            append(contentsOf: field[start...index])
            append(0x22)
            start = index + 1
        }
        append(contentsOf: field[start...])
    }
}
