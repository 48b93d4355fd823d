import Postgres

extension Work {
    /// Roles of the database that the program takes on for a statement or two, and drops again.
    enum DatabaseRole: String, Sendable {
        /// Reads and writes the legal names of young people, and nothing else.
        case safeguarding = "practiceweek_safeguarding"
        /// Reads and writes frozen results, and nothing else.
        case results = "practiceweek_results"
    }

    /// Runs `body` as another role of the database, within this transaction.
    func acting<Answer: Sendable>(
        as role: DatabaseRole, _ body: (Transaction) async throws -> Answer
    ) async throws -> Answer {
        try await transaction.savepoint {
            try await transaction.execute(unsafe: "set local role \(role.rawValue)")
            let answer = try await body(transaction)
            try await transaction.execute(unsafe: "set local role practiceweek_app")
            return answer
        }
    }
}
