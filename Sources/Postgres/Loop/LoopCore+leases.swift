extension LoopCore {
    /// Asks something of a lease; its first operation also acquires it.
    func perform(_ operation: Operation, on lease: LeaseID) {
        switch leases[lease] {
        case nil:
            if case .failure(let error) = parameters {
                leases[lease] = .over(error)
                return operation.fail(error)
            }
            leases[lease] = .waiting([operation])
            carryOut(leasePool.acquire(lease, now: now))
        case .waiting(let operations): leases[lease] = .waiting(operations + [operation])
        case .held(let connection): enqueue(operation, on: connection)
        case .over(let error): operation.fail(error)
        }
    }

    private func enqueue(_ operation: Operation, on connection: Connection) {
        guard connection.enqueue(operation) else { return lose(connection) }
        touch(connection)
    }

    /// A lease outside of any transaction, for COPY and raw SQL.
    func performBare(_ operation: Operation, on lease: LeaseID) {
        bareLeases.insert(lease)
        perform(operation, on: lease)
    }

    /// The caller is done with the lease: rolls back what is open, gives the connection back, then answers.
    func end(_ lease: LeaseID, promise: Promise<Void>) {
        bareLeases.remove(lease)
        switch leases.removeValue(forKey: lease) {
        case nil, .over: promise.succeed(())
        case .waiting(let operations):
            _ = leasePool.cancel(lease)
            for operation in operations { operation.fail(PostgresError(.transactionEnded)) }
            promise.succeed(())
        case .held(let connection):
            ended(connection, promise: promise)
        }
    }

    /// The lease is over; the connection goes back as soon as it is clean and quiet.
    private func ended(_ connection: Connection, promise: Promise<Void>?) {
        connection.lease = nil
        for operation in connection.waiting.removeAll() { operation.fail(PostgresError(.transactionEnded)) }
        connection.returned = promise.map { [$0] } ?? []
        settle(connection)
        if connections[connection.id.number] === connection { touch(connection) }
    }

    /// Moves a connection without a lease one step nearer to the pool: waits for a cancellation, rolls back, resets.
    func settle(_ connection: Connection) {
        guard connection.purpose == .lease, connection.lease == nil, connection.isOut, !connection.isBusy else {
            return
        }
        if connection.isInTransaction, !connection.isSpent {
            guard !connection.hasRolledBack else {
                connection.isSpent = true
                return settle(connection)
            }
            connection.hasRolledBack = true
            connection.cancelReason = nil
            return enqueue(.pipeline(PipelineRequest(ending: .rollback)), on: connection)
        }
        if connection.isDirty, !connection.isSpent {
            connection.simpleError = nil
            connection.isResetting = true
            let reset = "RESET ALL; RESET ROLE; SELECT pg_advisory_unlock_all()"
            enqueue(.simple(SimpleRequest(texts: [reset])), on: connection)
            connection.isDirty = false
            return
        }
        // Settings that cannot be undone must not reach the next caller.
        if connection.isResetting, connection.simpleError != nil { connection.isSpent = true }
        connection.isResetting = false
        giveBack(connection)
    }

    private func giveBack(_ connection: Connection) {
        let promises = connection.returned
        connection.returned = []
        connection.cancelReason = nil
        connection.hasRolledBack = false
        connection.isOut = false
        if connection.isSpent {
            remove(connection)
            carryOut(leasePool.lost(connection.id, now: now))
        } else {
            carryOut(leasePool.released(connection.id))
        }
        for promise in promises { promise.succeed(()) }
    }

    /// Looks after what a pipeline left behind. Answers the outcome as the caller shall see it.
    func leaseLanded(
        _ lease: LeaseID, _ connection: Connection, _ landing: Connection.Landing
    ) -> Result<[QueryResult], PostgresError> {
        connection.cancelReason = nil
        switch (landing.request.ending, landing.outcome) {
        case (.commit, .success), (.rollback, .success):
            leases[lease] = nil
            ended(connection, promise: nil)
        case (_, .success), (_, .failure): endIfOutside(lease, connection)
        }
        return landing.outcome
    }

    /// BEGIN itself failed, or raw SQL ended the transaction: nothing more may run outside of it.
    func endIfOutside(_ lease: LeaseID, _ connection: Connection) {
        guard !bareLeases.contains(lease), !connection.isInTransaction else { return }
        leases[lease] = .over(PostgresError(.transactionAborted, note: "the transaction is over already"))
        ended(connection, promise: nil)
    }

    /// The caller's task was cancelled while it waited for `operation`.
    func cancel(_ lease: LeaseID, isAnswered: @Sendable () -> Bool) {
        guard !isAnswered() else { return }
        let error = PostgresError(.cancelled)
        switch leases[lease] {
        case nil, .over: break
        case .waiting(let operations):
            _ = leasePool.cancel(lease)
            leases[lease] = .over(error)
            for operation in operations { operation.fail(error) }
        case .held(let connection): interrupt(connection, as: .cancelled)
        }
    }

    /// Asks the server to stop the connection's work. Nothing is sent on it until the server has taken note, so that
    /// a late cancellation cannot hit what comes next.
    func interrupt(_ connection: Connection, as reason: PostgresError.Code) {
        if connection.exclusive?.isCopy == true { return lose(connection, PostgresError(reason)) }
        for operation in connection.waiting.removeAll() { operation.fail(PostgresError(reason)) }
        guard connection.isUnderWay, !connection.isCancelling else { return }
        connection.isCancelling = true
        connection.cancelReason = reason
        let id = connection.id.number
        connection.handle.canceller.request { [loop] in
            loop.submit { core in core.cancelled(id) }
        }
    }

    private func cancelled(_ id: UInt64) {
        guard let connection = connections[id] else { return }
        connection.isCancelling = false
        guard connection.advance(), process(connection) else { return lose(connection) }
        touch(connection)
    }

    func carryOut(_ actions: [LeasePool.Action]) {
        for action in actions {
            switch action {
            case .grant(let lease, let id): grant(lease, id)
            case .refuse(let lease, let code): refuse(lease, code)
            case .open(let id): open(id, .lease)
            case .close(let id): if let connection = connections[id.number] { remove(connection) }
            }
        }
    }

    private func grant(_ lease: LeaseID, _ id: ConnectionID) {
        guard let connection = connections[id.number] else {
            carryOut(leasePool.lost(id, now: now))
            return refuse(lease, .connectionLost)
        }
        guard case .waiting(let operations) = leases[lease] else { return carryOut(leasePool.released(id)) }
        connection.lease = lease
        connection.isOut = true
        leases[lease] = .held(connection)
        for operation in operations where connections[id.number] === connection { enqueue(operation, on: connection) }
    }

    private func refuse(_ lease: LeaseID, _ code: PostgresError.Code) {
        guard case .waiting(let operations) = leases[lease] else { return }
        var error = PostgresError(code)
        if code == .cannotConnect { error = leasePool.backoff.lastError ?? error }
        leases[lease] = .over(error)
        for operation in operations { operation.fail(error) }
    }
}
