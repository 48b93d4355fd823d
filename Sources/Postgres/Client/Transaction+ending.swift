import Synchronization

extension Transaction {
    /// What `body` returned is to last: COMMIT, or ROLLBACK for a dry run, unless `finish` has seen to it.
    func complete() async throws {
        if Task.isCancelled, state.withLock({ $0.phase == .open && $0.hasStarted }) {
            throw PostgresError(.cancelled)
        }
        let step: (request: PipelineRequest?, error: PostgresError?) = state.withLock { state in
            defer { state.phase = .over }
            guard state.phase == .open, state.hasStarted else { return (nil, state.finishError) }
            return (PipelineRequest(ending: state.rollsBackAtEnd ? .rollback : .commit, deadline: deadline), nil)
        }
        if let error = step.error { throw error }
        guard let request = step.request else { return }
        guard loop.submit({ [lease] core in core.perform(.pipeline(request), on: lease) }) else {
            throw PostgresError(.closed)
        }
        // COMMIT is not interrupted: its answer is worth waiting for.
        do {
            _ = try await request.promise.value()
        } catch let error as PostgresError {
            if error.isRetryable { state.withLock { $0.mayBeRetried = true } }
            throw error
        }
    }

    /// Rolls back what is open and gives the lease back; waits for that, cancelled or not.
    func abandon() async {
        let hasStarted = state.withLock { state in
            state.phase = .over
            return state.hasStarted
        }
        guard hasStarted else { return }
        let ended = Promise<Void>()
        guard loop.submit({ [lease] core in core.end(lease, promise: ended) }) else { return }
        try? await ended.value()
    }

    /// Whether the transaction's failure is one that running the whole body again may cure, however `body` has dressed
    /// it up. Never after a COMMIT that was not answered.
    func mayBeRetried(after error: any Error) -> Bool {
        if let error = error as? PostgresError, error.code == .commitUnknown { return false }
        return state.withLock { $0.mayBeRetried }
    }
}
