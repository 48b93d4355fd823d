import Postgres

extension Work {
    private struct Over: Error {}

    /// Runs `body` and takes back what it did, while the transaction goes on. Nobody is told of changes.
    package func rehearsal<Answer: Sendable>(_ body: () async throws -> Answer) async throws -> Answer {
        var answer: Answer?
        defer {
            forgetNames()
            forgetRights()
        }
        do {
            try await transaction.savepoint {
                answer = try await body()
                throw Over()
            }
        } catch is Over {}
        guard let answer else { throw ServiceFailure(.internalError) }
        return answer
    }
}
