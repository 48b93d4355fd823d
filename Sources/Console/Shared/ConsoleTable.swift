/// Rows under snake_case columns, in the columns' order. Every row has a cell for each column.
package struct ConsoleTable: Sendable, Equatable {
    package let columns: [String]
    package private(set) var rows: [[Cell]]
    /// Columns that a narrow terminal may leave out, the first to go first.
    package let spare: [String]

    package init(_ columns: [String], _ rows: [[Cell]] = [], spare: [String] = []) {
        self.columns = columns
        self.rows = rows.map { row in columns.indices.map { $0 < row.count ? row[$0] : .null } }
        self.spare = spare
    }

    /// A table of one row.
    package init(_ fields: KeyValuePairs<String, Cell>) {
        self.init(fields.map(\.key), [fields.map(\.value)])
    }
}
