extension LoopCore {
    /// Refuses new work, lets what runs come to its end, then stops the loop.
    func close(_ promise: Promise<Void>) {
        if let under = closing {
            closing = (under.deadline, under.promises + [promise])
            return
        }
        closing = (now + configuration.closeGrace, [promise])
        carryOut(leasePool.close())
        endListeners()
        closeQuietReads()
    }

    func closeQuietReads() {
        guard reads.isEmpty else { return }
        for connection in Array(connections.values) where connection.purpose == .read && !connection.isBusy {
            readPool.lost(connection.id)
            remove(connection)
        }
    }

    func finishClosing() {
        guard let closing else { return }
        closeQuietReads()
        let isQuiet = connections.isEmpty && reads.isEmpty
        guard isQuiet || closing.deadline <= now else { return }
        isStopped = true
        failEverything(PostgresError(.closed))
        answerClosing()
    }

    /// Answers everybody who waits for the end; those who were answered before hear nothing.
    func answerClosing() {
        for promise in closing?.promises ?? [] { promise.succeed(()) }
    }

    func failEverything(_ error: PostgresError) {
        for connection in Array(connections.values) { lose(connection, error) }
        for lease in Array(leases.keys) {
            if case .waiting(let operations) = leases[lease] { for operation in operations { operation.fail(error) } }
            leases[lease] = .over(error)
        }
        for next in reads.removeAll() { next.request.promise.fail(error) }
        endListeners()
    }
}
