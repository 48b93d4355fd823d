import Postgres

extension Work {
    /// Runs a part of the work that takes effect as a whole or not at all: when it throws, what it did is taken back and the
    /// rest of the work stands.
    package func allOrNothing<Answer: Sendable>(_ body: () async throws -> Answer) async throws -> Answer {
        do {
            return try await transaction.savepoint(body)
        } catch {
            forgetNames()
            forgetRights()
            throw error
        }
    }
}
