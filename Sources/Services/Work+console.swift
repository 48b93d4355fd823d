import Postgres

extension Work {
    private struct Over: Error {}

    /// Runs `body` and takes back what it did, while the transaction goes on.
    package func rehearsal<Answer: Sendable>(_ body: () async throws -> Answer) async throws -> Answer {
        var answer: Answer?
        do {
            try await allOrNothing {
                answer = try await body()
                throw Over()
            }
        } catch is Over {}
        guard let answer else { throw ServiceFailure(.internalError) }
        return answer
    }

    /// Runs a use case of this work where its failure is to be told before the work ends: what a database error means.
    package func attempt<Answer: Sendable>(_ body: () async throws -> Answer) async throws -> Answer {
        do {
            return try await body()
        } catch let error as PostgresError {
            throw ServiceFailure(error)
        }
    }

    /// Lets the transaction idle for ten minutes, as somebody types its commands by hand.
    package func waitForTyping() async throws {
        try await attempt {
            try await transaction.execute(unsafe: "set local idle_in_transaction_session_timeout = '10min'")
        }
    }
}
