/// Turns the fields of one record into values and gathers what is wrong with them, so that a row with three bad fields
/// earns three problems.
package struct CSVRowReader: Sendable {
    package let record: CSVRecord
    package private(set) var problems: [CSVProblem] = []

    package init(_ record: CSVRecord) {
        self.record = record
    }

    /// The value of a field that must be filled; nil, and a problem, when it is blank or unreadable.
    package mutating func required<Value>(
        _ column: String, _ parse: (String) throws(CSVFieldError) -> Value
    ) -> Value? {
        if let text = record[column], !text.isEmpty { return parsed(column, text, parse) }
        refuse(column, CSVFieldError.blank.message)
        return nil
    }

    /// The value of a field that may be blank or absent, which are nil without a problem.
    package mutating func optional<Value>(
        _ column: String, _ parse: (String) throws(CSVFieldError) -> Value
    ) -> Value? {
        guard let text = record[column], !text.isEmpty else { return nil }
        return parsed(column, text, parse)
    }

    /// Adds a problem with one of the fields that only the caller can know of.
    package mutating func refuse(_ column: String?, _ message: String) {
        problems.append(record.problem(column, message))
    }

    private mutating func parsed<Value>(
        _ column: String, _ text: String, _ parse: (String) throws(CSVFieldError) -> Value
    ) -> Value? {
        do {
            return try parse(text)
        } catch {
            refuse(column, error.message)
            return nil
        }
    }
}
