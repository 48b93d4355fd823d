/// How one transaction runs.
package struct TransactionOptions: Sendable {
    package enum Isolation: String, Sendable {
        case readCommitted = "READ COMMITTED"
        case repeatableRead = "REPEATABLE READ"
        case serializable = "SERIALIZABLE"
    }

    package var isolation: Isolation
    package var isReadOnly: Bool
    /// For each statement of this transaction, instead of the session's statement_timeout.
    package var statementTimeout: Duration?
    /// How often the whole body is run again after a serialisation failure or a deadlock.
    package var retries: Int

    package init(
        isolation: Isolation = .readCommitted, isReadOnly: Bool = false, statementTimeout: Duration? = nil,
        retries: Int = 3
    ) {
        self.isolation = isolation
        self.isReadOnly = isReadOnly
        self.statementTimeout = statementTimeout
        self.retries = retries
    }

    package static var readOnly: TransactionOptions { TransactionOptions(isReadOnly: true) }

    /// What has to be sent before the first statement.
    var beginning: [String] {
        var commands = ["BEGIN ISOLATION LEVEL \(isolation.rawValue)\(isReadOnly ? " READ ONLY" : "")"]
        if let statementTimeout {
            commands.append("SET LOCAL statement_timeout = \(statementTimeout.wholeMilliseconds)")
        }
        return commands
    }
}

extension Duration {
    /// At least 1, as 0 would switch a time limit off.
    var wholeMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        let scaled = min(max(seconds, 0), Int64(Int32.max)) * 1_000
        return max(1, Int32(clamping: scaled + attoseconds / 1_000_000_000_000_000))
    }
}
