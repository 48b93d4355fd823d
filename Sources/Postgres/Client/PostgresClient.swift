package import Logging
import ServiceLifecycle

/// An asynchronous client of one PostgreSQL server.
///
/// Single reads share a few pipelined connections; a transaction leases one of its own. One thread owns every socket;
/// callers suspend, and decode their rows on their own task. Connections open when they are first needed.
package final class PostgresClient: Service, Sendable {
    let loop = EventLoop()
    let configuration: PostgresConfiguration

    package init(_ configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        loop.start { loop in LoopCore(configuration: configuration, loop: loop, logger: logger) }
    }

    deinit {
        // Nobody can be waiting any more: whoever waits holds the client.
        loop.submit { core in core.close(Promise()) }
    }

    /// Lasts until graceful shutdown, then closes. Queries may come before it runs.
    package func run() async throws {
        try? await gracefulShutdown()
        await close()
    }

    /// Refuses new work, lets running transactions finish for a while, then closes every connection.
    package func close() async {
        let promise = Promise<Void>()
        guard loop.submit({ core in core.close(promise) }) else { return }
        try? await promise.value()
    }

    /// Runs one statement on its own, on a shared connection. For short statements only: others wait behind it, and
    /// it is not stopped when the task is cancelled, though the task need not wait for it any more.
    package func read<S: Statement>(_ statement: S) async throws -> [S.Row] {
        let call = try StatementCall(statement)
        do {
            return try await read(call).rows(of: S.self)
        } catch let error as PostgresError where error.isStalePlan {
            return try await read(call).rows(of: S.self)
        }
    }

    private func read(_ call: StatementCall) async throws -> QueryResult {
        let request = PipelineRequest(calls: [call])
        guard loop.submit({ core in core.read(request) }) else { throw PostgresError(.closed) }
        let results = try await request.promise.value {
            request.promise.fail(PostgresError(.cancelled))
        }
        guard let result = results.first else { throw PostgresError(.unexpected) }
        return result
    }

    /// Runs SQL text as it is through the simple protocol; it may hold several statements. Never for text that holds
    /// values. What it sets for the session is reset afterwards.
    package func execute(unsafe sql: String) async throws {
        guard !sql.utf8.contains(0) else { throw PostgresError(.nulInText) }
        let request = SimpleRequest(texts: [sql])
        try await bare(.simple(request)) { isolated in
            _ = try await isolated.value(of: request.promise)
        }
    }

    /// Prepares a statement without running it and says what the server makes of it.
    package func describe<S: Statement>(_ statement: S) async throws -> StatementDescription {
        var parameters = Parameters()
        statement.bind(to: &parameters)
        // As it will be run, with the types declared: this must succeed and decides the columns.
        let declared = try await describe(S.sql, types: parameters.types.map(\.oid))
        var types = declared.parameterTypes
        // As the server understands it on its own, when it can.
        if let inferred = try? await describe(S.sql, types: []) { types = inferred.parameterTypes }
        return try await StatementDescription(parameters: types, result: declared, client: self)
    }

    private func describe(_ sql: String, types: [UInt32]) async throws -> QueryResult {
        let request = DescribeRequest(sql: sql, types: types)
        return try await bare(.describe(request)) { lease in
            guard let result = try await lease.value(of: request.promise).first else {
                throw PostgresError(.unexpected)
            }
            return result
        }
    }

    /// Leases a connection for something outside of any transaction.
    func bare<R: Sendable>(_ operation: Operation, _ body: (BareLease) async throws -> R) async throws -> R {
        let lease = BareLease(id: loop.newLease(), loop: loop)
        guard loop.submit({ [id = lease.id] core in core.performBare(operation, on: id) }) else {
            throw PostgresError(.closed)
        }
        do {
            let value = try await body(lease)
            await lease.end()
            return value
        } catch {
            await lease.end()
            throw error
        }
    }

    /// What is announced on channels, on a connection of its own, for as long as the stream is read. After every
    /// (re)connection the reader is told, once LISTEN is in force, to read the state again.
    package func notifications(on channels: [String]) -> AsyncStream<PostgresNotification> {
        let (stream, continuation) = AsyncStream.makeStream(of: PostgresNotification.self)
        let usable = channels.filter { !$0.isEmpty && !$0.utf8.contains(0) }
        if !loop.submit({ core in core.listen(usable, continuation) }) { continuation.finish() }
        return stream
    }
}

/// A leased connection without a transaction.
struct BareLease: Sendable {
    let id: LeaseID
    let loop: EventLoop

    func value<Value: Sendable>(of promise: Promise<Value>) async throws -> Value {
        try await promise.value { [id, loop] in
            loop.submit { core in core.cancel(id) { promise.isAnswered } }
        }
    }

    /// Gives the connection back; waits for that, cancelled or not.
    func end() async {
        let ended = Promise<Void>()
        guard loop.submit({ [id] core in core.end(id, promise: ended) }) else { return }
        try? await ended.value()
    }
}
