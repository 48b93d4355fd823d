/// The columns that a caller looks for, by their normalised names (lower case, underscores).
package struct CSVExpectation: Sendable, Equatable {
    /// Columns without which the file is refused.
    package var required: [String]
    /// Columns that may be there. Any column in neither list earns a warning.
    package var optional: [String]
    /// Whether columns outside both lists pass without a word.
    package var allowsOthers: Bool

    package init(required: [String], optional: [String] = [], allowsOthers: Bool = false) {
        self.required = required
        self.optional = optional
        self.allowsOthers = allowsOthers
    }

    /// Takes whatever columns there are.
    package static let anything = CSVExpectation(required: [], allowsOthers: true)

    func knows(_ column: String) -> Bool {
        required.contains(column) || optional.contains(column)
    }
}
