extension LoopCore {
    /// The reader has caught up.
    func resumeReading(_ lease: LeaseID) {
        guard case .held(let connection) = leases[lease], connection.isReadingPaused else { return }
        connection.isReadingPaused = false
        guard process(connection) else { return lose(connection) }
        touch(connection)
    }

    /// Sends a chunk; it is answered when the socket has taken it, so that a slow server slows its source.
    func put(_ chunk: CopyInRequest.Chunk, on lease: LeaseID) {
        switch leases[lease] {
        case .held(let connection):
            switch connection.put(chunk.bytes) {
            case true:
                unsentChunks[connection.id, default: []].append(chunk)
                touch(connection)
            case false:
                chunk.sent.fail(PostgresError(.connectionLost))
                lose(connection)
            case nil: chunk.sent.succeed(())
            }
        case .over(let error): chunk.sent.fail(error)
        case nil, .waiting: chunk.sent.fail(PostgresError(.unexpected))
        }
    }

    func endCopyIn(_ lease: LeaseID, givingUp: Bool) {
        guard case .held(let connection) = leases[lease] else { return }
        // The server's answer may be in libpq's hands already, when it had refused an earlier row.
        guard connection.endCopyIn(givingUp: givingUp), process(connection) else { return lose(connection) }
        touch(connection)
    }
}
