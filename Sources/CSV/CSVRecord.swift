/// One well-formed record: as many fields as the header has columns.
package struct CSVRecord: Sendable {
    /// Its number, the first after the header being 1. Skipped rows (blank, or nothing but delimiters) have none.
    package let row: Int
    /// Physical line on which it starts; the file's first is 1.
    package let line: Int
    /// As they stood, but for the mark against formulas (rule 8.6).
    package let fields: [String]
    private let positions: [String: Int]

    init(row: Int, line: Int, fields: [String], positions: [String: Int]) {
        self.row = row
        self.line = line
        self.fields = fields
        self.positions = positions
    }

    /// The field of that column, trimmed; nil when the file has no such column.
    package subscript(column: String) -> String? {
        raw(column).map { CSVText.trimmed($0) }
    }

    /// The field of that column with its white space; nil when the file has no such column.
    package func raw(_ column: String) -> String? {
        positions[column].flatMap { $0 < fields.count ? fields[$0] : nil }
    }

    /// A problem with this record, or with one of its fields.
    package func problem(_ column: String? = nil, _ message: String) -> CSVProblem {
        CSVProblem(row: row, line: line, column: column, value: column.flatMap { self[$0] }, message: message)
    }
}
