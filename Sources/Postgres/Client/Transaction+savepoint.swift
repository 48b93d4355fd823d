import Synchronization

extension Transaction {
    /// Runs `body` behind a savepoint. When it throws, what it did is undone and the transaction can go on, after an
    /// error of a statement too. Savepoints nest; statements from several tasks at once must not meet one.
    package func savepoint<R: Sendable>(_ body: () async throws -> R) async throws -> R {
        let name: String = try state.withLock { state throws(PostgresError) in
            guard state.phase == .open else { throw PostgresError(.transactionEnded) }
            state.savepointCount += 1
            let name = "s\(state.savepointCount)"
            state.pending.append("SAVEPOINT \(name)")
            state.savepoints.append(Savepoint(name: name, isSent: false))
            return name
        }
        do {
            let value = try await body()
            leave(name, command: "RELEASE SAVEPOINT \(name)")
            return value
        } catch {
            // If this fails the transaction cannot commit either; what went wrong first is what matters.
            if !Task.isCancelled { try? await rollBack(to: name) }
            throw error
        }
    }

    /// Takes the savepoint away again. Its command goes with the next statement, or not at all when the savepoint
    /// itself was never sent.
    private func leave(_ name: String, command: String) {
        state.withLock { state in
            guard let index = state.savepoints.lastIndex(where: { $0.name == name }) else { return }
            let isSent = state.savepoints[index].isSent
            state.savepoints.removeSubrange(index...)
            if isSent {
                state.pending.append(command)
            } else if let first = state.pending.firstIndex(of: "SAVEPOINT \(name)") {
                state.pending.removeSubrange(first...)
            }
        }
    }

    /// At once, so that the locks of what was undone are free. What failed and could have been retried is undone.
    private func rollBack(to name: String) async throws {
        let undo = "ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)"
        let request: PipelineRequest? = try state.withLock { state throws(PostgresError) in
            guard state.phase == .open,
                let index = state.savepoints.lastIndex(where: { $0.name == name })
            else { return nil }
            let isSent = state.savepoints[index].isSent
            state.savepoints.removeSubrange(index...)
            guard isSent else {
                if let first = state.pending.firstIndex(of: "SAVEPOINT \(name)") {
                    state.pending.removeSubrange(first...)
                }
                return nil
            }
            state.pending = []
            let request = PipelineRequest(commands: undo.split(separator: "; ").map(String.init))
            guard loop.submit({ [lease] core in core.perform(.pipeline(request), on: lease) }) else {
                throw PostgresError(.closed)
            }
            return request
        }
        guard let request else { return }
        _ = try await request.promise.value()
        state.withLock { $0.mayBeRetried = false }
    }
}
