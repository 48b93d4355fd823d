package import Postgres

/// What went wrong that nobody asked for: the database is away, a commit's answer was lost, or the fault is ours.
/// Safe to show; the details are in the log under `id`.
package struct ServiceFailure: Error, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable {
        /// Away, starting, too busy: nothing was changed; try again.
        case unavailable
        /// The answer to a commit was lost: it may or may not have been done. Look before repeating.
        case outcomeUnknown = "outcome_unknown"
        /// Two changes met; the other one won.
        case conflict
        /// Our mistake.
        case internalError = "internal_error"
    }

    package let code: Code
    package let constraint: String?
    package let cause: PostgresError?

    package init(_ code: Code, constraint: String? = nil, cause: PostgresError? = nil) {
        self.code = code
        self.constraint = constraint
        self.cause = cause
    }

    package var message: String {
        switch code {
        case .unavailable: "The system is busy or its database is away. Nothing was changed; try again in a moment."
        case .outcomeUnknown:
            "The answer was lost on the way, so it may or may not have been done. Look before you try again."
        case .conflict:
            "Somebody else changed this at the same moment. Nothing of yours was changed; look again and repeat."
        case .internalError: "Something went wrong on our side. Nothing was changed."
        }
    }

    package var description: String { message }

    /// What a database error means for a person; by SQLSTATE, never by text.
    package init(_ error: PostgresError) {
        let code: Code
        switch error.code {
        case .commitUnknown: code = .outcomeUnknown
        case .decoding, .transactionEnded: code = .internalError
        case .server:
            switch error.sqlState ?? "" {
            case "23505", "23P01", "23503", "23514": code = .conflict
            case "40001", "40P01", "55P03", "57014", "25P03", "57P01", "57P02", "57P03", "25006", "53300", "53100",
                "53200":
                code = .unavailable
            case let state where state.hasPrefix("08"): code = .unavailable
            default: code = .internalError
            }
        default: code = .unavailable
        }
        self.init(code, constraint: error.constraint, cause: error)
    }
}
