extension LoopCore {
    func read(_ request: PipelineRequest) {
        guard closing == nil else { return request.promise.fail(PostgresError(.closed)) }
        if case .failure(let error) = parameters { return request.promise.fail(error) }
        guard reads.count + readPool.underWay < configuration.readQueue else {
            return request.promise.fail(PostgresError(.queueFull))
        }
        reads.append((request, now + configuration.leaseWait))
    }

    /// Sends the reads that wait to connections with room for them.
    func pumpReads() {
        while let next = reads.first {
            if next.request.promise.isAnswered {
                _ = reads.popFirst()
                continue
            }
            switch readPool.next(now) {
            case .wait: return
            case .open(let id): open(id, .read)
            case .send(let id):
                guard let connection = connections[id.number] else {
                    readPool.lost(id)
                    continue
                }
                _ = reads.popFirst()
                if connection.enqueue(.pipeline(next.request)) { touch(connection) } else { lose(connection) }
            }
        }
    }

    /// Refuses reads that found no connection in time.
    func expireReads() {
        while let next = reads.first, next.deadline <= now {
            _ = reads.popFirst()
            let isDown = readPool.loads.isEmpty
            let error = isDown ? readPool.backoff.lastError ?? PostgresError(.cannotConnect) : nil
            next.request.promise.fail(error ?? PostgresError(.leaseTimeout))
        }
    }
}
