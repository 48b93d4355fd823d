import Logging

extension LoopCore {
    /// Connects on a helper thread and comes back with what became of it.
    func open(_ id: ConnectionID, _ purpose: Connection.Purpose) {
        switch parameters {
        case .failure(let error): loop.submit { core in core.opened(id, purpose, .failure(error)) }
        case .success(let parameters):
            ConnectionHandle.open(parameters) { [loop] result in
                loop.submit { core in core.opened(id, purpose, result) }
            }
        }
    }

    private func opened(
        _ id: ConnectionID, _ purpose: Connection.Purpose, _ result: Result<ConnectionHandle, PostgresError>
    ) {
        switch result {
        case .success(let handle):
            let connection = Connection(id: id, purpose: purpose, handle: handle)
            add(connection)
            switch purpose {
            case .lease: carryOut(leasePool.opened(id))
            case .read:
                readPool.opened(id)
                if closing != nil, reads.isEmpty { closeQuietReads() }
            case .listen(let number): listening(number, connection)
            }
        case .failure(let error):
            logger.warning(
                "cannot connect to PostgreSQL",
                metadata: ["reason": "\(error.serverMessage ?? error.note ?? error.description)"])
            let jitter = configuration.jitter()
            switch purpose {
            case .lease: carryOut(leasePool.openFailed(id, error: error, now: now, jitter: jitter))
            case .read: readPool.openFailed(id, error: error, now: now, jitter: jitter)
            case .listen(let number): listenFailed(number, error)
            }
        }
    }

    /// The connection failed: everybody who waits for it hears so, and the pools may open another.
    func lose(_ connection: Connection, _ cause: PostgresError? = nil) {
        guard connections[connection.id.number] === connection else { return }
        let error = cause ?? PostgresError(.connectionLost, connection: connection.pointer)
        remove(connection)
        logger.info("a connection to PostgreSQL was lost", metadata: ["code": "\(error.code.rawValue)"])
        if let lease = connection.lease {
            leases[lease] = .over(error)
            connection.lease = nil
        }
        connection.isOut = false
        connection.failAll(error)
        for promise in connection.returned { promise.succeed(()) }
        connection.returned = []
        switch connection.purpose {
        case .lease: carryOut(leasePool.lost(connection.id, now: now))
        case .read: readPool.lost(connection.id)
        case .listen(let number): listenFailed(number, error)
        }
    }
}
