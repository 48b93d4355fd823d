/// A statement with its parameters, ready to be sent: all that the loop needs to know of it.
struct StatementCall: Sendable {
    /// What the connection's table of prepared statements is looked up by.
    let key: ObjectIdentifier
    /// The type's name, for errors and the server's log.
    let name: String
    let sql: String
    let parameters: Parameters

    init<S: Statement>(_ statement: S) throws(PostgresError) {
        key = ObjectIdentifier(S.self)
        name = "\(S.self)"
        sql = S.sql
        var parameters = Parameters()
        statement.bind(to: &parameters)
        if let failure = parameters.failure { throw failure.named(name) }
        self.parameters = parameters
    }
}
