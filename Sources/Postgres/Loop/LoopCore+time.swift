extension LoopCore {
    /// A lease whose statement did not stop when it was asked to is given up after so long.
    private static let cancelGrace = Duration.seconds(5)

    /// Milliseconds until something is due, -1 for never.
    func timeout() -> Int32 {
        let now = Monotonic.now()
        var due = leasePool.nextDeadline
        func consider(_ moment: Monotonic?) {
            guard let moment else { return }
            due = due.map { min($0, moment) } ?? moment
        }
        if let next = reads.first {
            consider(next.deadline)
            if readPool.loads.isEmpty { consider(readPool.backoff.until) }
        }
        for connection in connections.values { consider(deadline(of: connection)) }
        for listener in listeners.values { consider(listener.retryAt) }
        consider(closing?.deadline)
        guard let due else { return -1 }
        return due.milliseconds(since: now)
    }

    /// When a connection that says nothing is no longer waited for.
    private func deadline(of connection: Connection) -> Monotonic? {
        guard connection.isUnderWay || connection.isCancelling else { return nil }
        if connection.cancelReason != nil || connection.isCancelling {
            return connection.lastProgress + (configuration.statementDeadline ?? .zero) + LoopCore.cancelGrace
        }
        // Raw SQL and COPY take as long as they take.
        guard connection.exclusive == nil, let limit = connection.deadline ?? configuration.statementDeadline else {
            return nil
        }
        return connection.lastProgress + limit
    }

    func tick() {
        carryOut(leasePool.tick(now))
        expireReads()
        for connection in Array(connections.values) {
            guard let deadline = deadline(of: connection), deadline <= now else { continue }
            if connection.purpose == .lease, connection.cancelReason == nil, !connection.isCancelling {
                interrupt(connection, as: .timeout)
            } else {
                lose(connection, PostgresError(.timeout, note: "the server did not answer"))
            }
        }
        retryListeners()
    }
}
