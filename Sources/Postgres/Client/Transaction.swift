import Synchronization

/// One transaction, good for as long as the closure that it was given to. Its connection is leased with the first
/// statement, and BEGIN travels with that; a transaction that runs nothing sends nothing.
package final class Transaction: Sendable {
    enum Phase {
        case open
        /// COMMIT is under way in the pipeline of `finish`, or has been answered.
        case finished
        case over
    }

    struct Savepoint {
        let name: String
        var isSent: Bool
    }

    struct State {
        var phase = Phase.open
        /// Commands that go before the next statement.
        var pending: [String]
        var hasStarted = false
        var savepoints: [Savepoint] = []
        var savepointCount = 0
        var rollsBackAtEnd = false
        /// A statement failed in a way that running the whole body again may cure.
        var mayBeRetried = false
        /// How `finish` failed, if it did.
        var finishError: PostgresError?
    }

    let loop: EventLoop
    let lease: LeaseID
    let options: TransactionOptions
    let state: Mutex<State>

    init(loop: EventLoop, options: TransactionOptions) {
        self.loop = loop
        self.options = options
        lease = loop.newLease()
        state = Mutex(State(pending: options.beginning))
    }

    /// Runs statements in one pipeline, one round trip. If one fails those after it are not run, and the transaction
    /// can only be rolled back, to a savepoint or altogether.
    @discardableResult
    package func run<each S: Statement>(_ statements: repeat each S) async throws -> (repeat [(each S).Row]) {
        var calls: [StatementCall] = []
        repeat calls.append(try StatementCall(each statements))
        var results = ResultCursor(try await send(calls, ending: .none))
        return (repeat try results.next((each S).self))
    }

    @discardableResult

    package func run<S: Statement>(_ statement: S) async throws -> [S.Row] {
        var results = ResultCursor(try await send([StatementCall(statement)], ending: .none))
        return try results.next(S.self)
    }

    package func first<S: Statement>(_ statement: S) async throws -> S.Row? {
        try await run(statement).first
    }

    /// Runs many statements of one type in one pipeline.
    package func all<S: Statement>(_ statements: [S]) async throws -> [[S.Row]] {
        guard !statements.isEmpty else { return [] }
        var results = ResultCursor(try await send(try statements.map { try StatementCall($0) }, ending: .none))
        var rows: [[S.Row]] = []
        rows.reserveCapacity(statements.count)
        for _ in statements { rows.append(try results.next(S.self)) }
        return rows
    }

    /// The number of rows that the statement inserted, updated, deleted or selected.
    package func affected<S: Statement>(_ statement: S) async throws -> Int {
        try await send([StatementCall(statement)], ending: .none).first?.affected ?? 0
    }

    /// As `run`, with COMMIT in the same pipeline. Afterwards the transaction takes nothing more.
    package func finish<each S: Statement>(_ statements: repeat each S) async throws -> (repeat [(each S).Row]) {
        var calls: [StatementCall] = []
        repeat calls.append(try StatementCall(each statements))
        let isDryRun = state.withLock { $0.rollsBackAtEnd }
        var results = ResultCursor(try await send(calls, ending: isDryRun ? .rollback : .commit))
        return (repeat try results.next((each S).self))
    }

    /// Runs SQL text as it is; see `PostgresClient.execute(unsafe:)`.
    package func execute(unsafe sql: String) async throws {
        guard !sql.utf8.contains(0) else { throw PostgresError(.nulInText) }
        let request = try submit { pending in
            SimpleRequest(texts: pending.isEmpty ? [sql] : [pending.joined(separator: "; "), sql])
        } perform: { request in
            .simple(request)
        }
        _ = try await answer(of: request.promise)
    }

    /// Dry run: `body`'s value is returned as usual, and everything that it did is rolled back.
    package func rollbackAtEnd() { state.withLock { $0.rollsBackAtEnd = true } }
}

/// Hands out the results of a pipeline in order.
struct ResultCursor {
    private var results: ArraySlice<QueryResult>

    init(_ results: [QueryResult]) { self.results = results[...] }

    mutating func next<S: Statement>(_ statement: S.Type) throws -> [S.Row] {
        guard let result = results.popFirst() else { throw PostgresError(.unexpected, note: "a result is missing") }
        return try result.rows(of: statement)
    }
}
