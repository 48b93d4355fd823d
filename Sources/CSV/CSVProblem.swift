/// One thing wrong with a file, said in a sentence that tells what to do. Encodes to the five keys of the import
/// report, always all five, `null` where there is nothing to say.
package struct CSVProblem: Sendable, Hashable, Codable, Error {
    /// Number of the record, the first after the header being 1; nil for the header and the file as a whole.
    package var row: Int?
    /// Physical line, the first of the file being 1; nil for the file as a whole.
    package var line: Int?
    /// Normalised name of the column, where one is to blame.
    package var column: String?
    /// What stood there, cut to a length fit for a message.
    package var value: String?
    package var message: String

    package init(row: Int? = nil, line: Int? = nil, column: String? = nil, value: String? = nil, message: String) {
        self.row = row
        self.line = line
        self.column = column
        self.value = value.map { CSVText.excerpt($0) }
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
}
