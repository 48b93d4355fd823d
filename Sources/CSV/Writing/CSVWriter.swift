/// Writes RFC 4180 (rule 8.1): CRLF after every record, quotes only where they are needed, formulas neutralised in
/// names and texts alike. Every record has one field for each column, because the columns make the fields.
///
/// It appends to the caller's bytes, so that an export can be sent piece by piece: call `header` once, then `append`
/// for each row, and empty the bytes whenever they are enough for a packet.
package struct CSVWriter<Row>: Sendable {
    package let columns: [CSVColumn<Row>]

    package init(_ columns: [CSVColumn<Row>]) {
        self.columns = columns
    }

    /// - Parameter byteOrderMark: for files that people open, as Excel takes UTF-8 for Windows-1252 without it.
    package func header(byteOrderMark: Bool, to bytes: inout [UInt8]) {
        if byteOrderMark { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
        for (index, column) in columns.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.appendCSV(text: column.name)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    package func append(_ row: Row, to bytes: inout [UInt8]) {
        let start = bytes.count
        var isFirst = true
        for column in columns {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes.appendCSV(column.cell(row))
        }
        // A lone empty field would look like a blank line.
        if bytes.count == start { bytes.append(contentsOf: [0x22, 0x22]) }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// A whole file at once.
    package func file(_ rows: some Sequence<Row>, byteOrderMark: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        header(byteOrderMark: byteOrderMark, to: &bytes)
        for row in rows { append(row, to: &bytes) }
        return bytes
    }
}

extension CSVWriter where Row == [String] {
    /// For tables whose columns are only known at run time: a short row is filled up with empty fields, and what a row
    /// has beyond the columns is left out.
    package init(names: [String]) {
        self.init(
            names.enumerated().map { index, name in
                CSVColumn(name) { row in index < row.count ? row[index] : "" }
            })
    }
}
