import Logging
import Postgres
import ServiceLifecycle
import Store
import Synchronization

/// Tells every process that something which pages show has changed: at most one NOTIFY in 50 ms, after the commit and from
/// outside the transaction, since NOTIFY serialises commits. `generation` rises with every change heard of.
package final class ChangeFeed: Service, Sendable {
    static let channel = "practiceweek_changes"

    private struct State {
        var generation = 1
        var owes = false
    }

    private let database: PostgresClient
    private let logger: Logger
    private let state = Mutex(State())

    init(database: PostgresClient, logger: Logger) {
        self.database = database
        self.logger = logger
    }

    package var generation: Int { state.withLock { $0.generation } }

    func touch() {
        state.withLock {
            $0.generation += 1
            $0.owes = true
        }
    }

    private func heard() {
        state.withLock { $0.generation += 1 }
    }

    /// Tells the others at once, for a process that is about to end.
    package func flush() async {
        let owes = state.withLock { state in
            defer { state.owes = false }
            return state.owes
        }
        guard owes else { return }
        do {
            _ = try await database.transaction { try await $0.run(NotifyChange(channel: ChangeFeed.channel)) }
        } catch {
            state.withLock { $0.owes = true }
            logger.warning("could not tell others of a change", metadata: ["error": "\(error)"])
        }
    }

    /// Sends what is owed and hears what others send, until shutdown.
    package func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.listen() }
            group.addTask {
                while !Task.isShuttingDownGracefully, !Task.isCancelled {
                    try await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(50)) }
                    await self.flush()
                }
            }
            do {
                try await group.next()
            } catch is CancellationError {}
            group.cancelAll()
            await self.flush()
        }
    }

    private func listen() async throws {
        for try await _ in database.notifications(on: [ChangeFeed.channel]).cancelOnGracefulShutdown() {
            heard()
        }
    }
}
