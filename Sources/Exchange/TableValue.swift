import CSV

/// One cell of a table that is printed, exported or sent: a text, a number, or nothing.
package enum TableValue: Sendable, Equatable {
    case nothing
    case text(String)
    case number(Int)

    /// Nothing for nil and for the empty text.
    init(_ text: String?) {
        self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .nothing
    }

    init(_ number: Int?) {
        self = number.map { .number($0) } ?? .nothing
    }

    package var text: String {
        switch self {
        case .nothing: ""
        case .text(let text): text
        case .number(let number): String(number)
        }
    }

    var cell: CSVCell {
        switch self {
        case .nothing: .empty
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        }
    }
}

extension CSVWriter where Row == [TableValue] {
    /// A writer for rows of values in the order of the columns.
    init(columns: [String]) {
        self.init(
            columns.enumerated().map { index, name in
                CSVColumn(name) { (row: [TableValue]) -> CSVCell in index < row.count ? row[index].cell : .empty }
            })
    }
}
