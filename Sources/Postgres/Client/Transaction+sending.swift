import Synchronization

extension Transaction {
    /// Sends one pipeline and waits for its answer; a cancelled task has the server stop it.
    func send(_ calls: [StatementCall], ending: PipelineRequest.Ending) async throws -> [QueryResult] {
        let request: PipelineRequest
        if ending == .none {
            guard !calls.isEmpty else { return [] }
            request = try submit { pending in
                PipelineRequest(commands: pending, calls: calls, ending: .none, deadline: deadline)
            } perform: { request in
                .pipeline(request)
            }
        } else {
            guard let last = try submitLast(calls, ending) else { return [] }
            request = last
        }
        do {
            return try await answer(of: request.promise)
        } catch let error as PostgresError {
            if ending != .none { state.withLock { $0.finishError = error } }
            throw error
        }
    }

    /// The server's own limit comes first; this is for a server that does not answer at all.
    var deadline: Duration? { options.statementTimeout.map { $0 + .seconds(3) } }

    /// Hands the pending commands and a new operation over in one step, so that no other can come between.
    func submit<Request: Sendable>(
        _ make: (_ pending: [String]) -> Request, perform: (Request) -> Operation
    ) throws(PostgresError) -> Request {
        try state.withLock { state throws(PostgresError) in
            guard state.phase == .open else { throw PostgresError(.transactionEnded) }
            let request = make(state.pending)
            try hand(perform(request))
            state.sentPending()
            return request
        }
    }

    /// As `submit`, with the end of the transaction. Nil when nothing was ever run, so that there is nothing to end.
    private func submitLast(
        _ calls: [StatementCall], _ ending: PipelineRequest.Ending
    ) throws(PostgresError) -> PipelineRequest? {
        try state.withLock { state throws(PostgresError) in
            guard state.phase == .open else { throw PostgresError(.transactionEnded) }
            guard state.savepoints.isEmpty else {
                throw PostgresError(.transactionEnded, note: "finish inside of a savepoint")
            }
            state.phase = .finished
            guard state.hasStarted || !calls.isEmpty else { return nil }
            let request = PipelineRequest(commands: state.pending, calls: calls, ending: ending, deadline: deadline)
            try hand(.pipeline(request))
            state.sentPending()
            return request
        }
    }

    private func hand(_ operation: Operation) throws(PostgresError) {
        guard loop.submit({ [lease] core in core.perform(operation, on: lease) }) else { throw PostgresError(.closed) }
    }

    /// Waits; when the task is cancelled the server is asked to stop, and the answer says so.
    func answer<Value: Sendable>(of promise: Promise<Value>) async throws -> Value {
        do {
            return try await promise.value { [lease, loop] in
                loop.submit { core in core.cancel(lease) { promise.isAnswered } }
            }
        } catch let error as PostgresError {
            if error.isRetryable || error.isStalePlan { state.withLock { $0.mayBeRetried = true } }
            throw error
        }
    }
}

extension Transaction.State {
    mutating func sentPending() {
        hasStarted = true
        pending = []
        for index in savepoints.indices { savepoints[index].isSent = true }
    }
}
