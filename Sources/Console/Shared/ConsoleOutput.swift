/// What a command answers: rows or a text for standard output, sentences for standard error.
package struct ConsoleOutput: Sendable, Equatable {
    package enum Body: Sendable, Equatable {
        case nothing
        case table(ConsoleTable)
        /// Printed as it is: a calendar, a help text. In JSON, an object with this key.
        case text(String, key: String)
    }

    package var body: Body
    package var messages: [String]
    /// Why what was found ends a script: a violated invariant, an import with errors.
    package var failure: String?
    /// `quit` was said.
    var ends = false

    package init(_ body: Body = .nothing, messages: [String] = [], failure: String? = nil) {
        self.body = body
        self.messages = messages
        self.failure = failure
    }

    package init(_ table: ConsoleTable, _ messages: String...) {
        self.init(.table(table), messages: messages)
    }

    package init(_ fields: KeyValuePairs<String, Cell>, _ messages: String...) {
        self.init(.table(ConsoleTable(fields)), messages: messages)
    }
}
