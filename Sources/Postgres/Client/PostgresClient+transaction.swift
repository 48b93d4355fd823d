extension PostgresClient {
    /// Runs `body` in one transaction: commits when it returns, rolls back when it throws or the task is cancelled.
    /// After a serialisation failure or a deadlock the whole body runs again, so it must have no other effects.
    ///
    /// - Throws: what `body` throws; `commitUnknown` when COMMIT was sent and the connection was lost.
    package func transaction<R: Sendable>(
        _ options: TransactionOptions = .init(), _ body: (Transaction) async throws -> R
    ) async throws -> R {
        var attempt = 0
        while true {
            let transaction = Transaction(loop: loop, options: options)
            do {
                let value = try await body(transaction)
                try await transaction.complete()
                return value
            } catch {
                await transaction.abandon()
                guard attempt < options.retries, transaction.mayBeRetried(after: error), !Task.isCancelled else {
                    throw error
                }
                let pause = Jitter.delay(
                    attempt: attempt, base: .milliseconds(10), limit: .milliseconds(500),
                    jitter: configuration.jitter())
                try await Task.sleep(for: pause)
                attempt += 1
            }
        }
    }
}
