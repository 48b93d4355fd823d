/// One thing to say about an imported file. Encodes to five keys always, `null` where there is nothing to say.
package struct ImportProblem: Sendable, Hashable, Codable {
    /// Number of the record, the first after the header being 1; nil for the file as a whole.
    package var row: Int?
    /// Physical line, the first of the file being 1.
    package var line: Int?
    package var column: String?
    package var value: String?
    package var message: String

    package init(row: Int? = nil, line: Int? = nil, column: String? = nil, value: String? = nil, message: String) {
        self.row = row
        self.line = line
        self.column = column
        self.value = value
        self.message = message
    }

    private enum CodingKeys: String, CodingKey {
        case row, line, column, value, message
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(row, forKey: .row)
        try container.encode(line, forKey: .line)
        try container.encode(column, forKey: .column)
        try container.encode(value, forKey: .value)
        try container.encode(message, forKey: .message)
    }

    /// `Row 3 (line 4), room “Rom 1”: No room …`
    package var sentence: String {
        var place: [String] = []
        if let row {
            place.append(line.map { "row \(row) (line \($0))" } ?? "row \(row)")
        } else if let line {
            place.append("line \(line)")
        }
        if let column { place.append(value.map { $0.isEmpty ? column : "\(column) “\($0)”" } ?? column) }
        return place.isEmpty ? message : "\(place.joined(separator: ", ")): \(message)"
    }
}

/// What an import did, or would have done, or why it did nothing: with any error nothing was written.
package struct ImportReport: Sendable, Equatable, Codable {
    /// Rows that were new or changed something.
    package var accepted = 0
    /// Rows that are already so.
    package var unchanged = 0
    package var errors: [ImportProblem] = []
    package var warnings: [ImportProblem] = []
    /// Each good row, in the order of the file. Not part of what programs read.
    package var rows: [ImportedRow] = []

    package init() {}

    private enum CodingKeys: String, CodingKey {
        case accepted, unchanged, errors, warnings
    }

    package var isGood: Bool { errors.isEmpty }
}
