/// The one error of this module. `description` is safe to log and to show: it has the code, the SQLSTATE and the names
/// of schema objects, never a value, a DETAIL, SQL text or a password. What the server said in full is in `debug`.
package struct PostgresError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, as far as this client has to tell cases apart.
    package enum Code: String, Sendable, Hashable {
        /// The server refused a statement: see `sqlState`.
        case server
        case cannotConnect
        /// The connection went away and nothing was committed by the caller's transaction.
        case connectionLost
        /// COMMIT was sent and no answer came: the transaction may or may not have happened. Never replay it blindly.
        case commitUnknown
        /// So many callers wait already that this one was refused at once.
        case queueFull
        /// No connection became free in time.
        case leaseTimeout
        /// The caller's task was cancelled; the statement was stopped.
        case cancelled
        /// The statement ran longer than its deadline.
        case timeout
        /// A transaction was used after its closure had ended.
        case transactionEnded
        /// COMMIT answered with ROLLBACK: a statement had failed and its error was swallowed.
        case transactionAborted
        /// A column did not hold what the statement's type asked for.
        case decoding
        /// A value has no binary form in PostgreSQL.
        case encoding
        /// Text with U+0000, which PostgreSQL cannot store.
        case nulInText
        /// The client was closed.
        case closed
        case configuration
        /// The server or libpq did something that this client does not expect.
        case unexpected
    }

    /// What the server said in full. May quote rows and parameters: for debugging, never for people or logs.
    package struct Debug: Sendable {
        package var message: String
        package var detail: String?
        package var hint: String?
        package var position: String?
    }

    package var code: Code
    /// Five characters of the server's error class, when the server answered.
    package var sqlState: String?
    package var constraint: String?
    package var schema: String?
    package var table: String?
    package var column: String?
    /// The type of the statement that failed.
    package var statement: String?
    /// Words of our own about the failure; no values.
    package var note: String?
    package var debug: Debug?
    /// A table changed under a prepared statement; running it again prepares it anew.
    var isStalePlan = false

    package init(
        _ code: Code, sqlState: String? = nil, constraint: String? = nil, statement: String? = nil, note: String? = nil
    ) {
        self.code = code
        self.sqlState = sqlState
        self.constraint = constraint
        self.statement = statement
        self.note = note
    }

    package var serverMessage: String? { debug?.message }

    package var detail: String? { debug?.detail }

    package var description: String {
        var words = ["PostgreSQL: \(code.rawValue)"]
        if let sqlState { words.append("SQLSTATE \(sqlState)") }
        if let constraint { words.append("constraint \(constraint)") }
        if let table { words.append("table \(table)") }
        if let column { words.append("column \(column)") }
        if let statement { words.append("in \(statement)") }
        if let note { words.append(note) }
        return words.joined(separator: ", ")
    }
}

extension PostgresError {
    /// Serialisation failure or deadlock: the whole transaction may be run again.
    package var isRetryable: Bool { sqlState == "40001" || sqlState == "40P01" }

    /// The server is going, starting, or has become read-only: the connection is of no more use.
    var endsConnection: Bool {
        guard let sqlState else { return code == .connectionLost || code == .commitUnknown }
        return sqlState.hasPrefix("08") || ["25P03", "25006", "57P01", "57P02", "57P03", "57P05"].contains(sqlState)
    }

    /// The same error, with the statement's name when it has none yet.
    func named(_ name: String) -> PostgresError {
        var copy = self
        copy.statement = copy.statement ?? name
        return copy
    }
}
