internal import CLibPQ

extension LoopCore {
    func listen(_ channels: [String], _ continuation: AsyncStream<PostgresNotification>.Continuation) {
        guard closing == nil else { return continuation.finish() }
        nextListening += 1
        let number = nextListening
        let listener = Listener(number: number, channels: channels, continuation: continuation)
        listeners[number] = listener
        continuation.onTermination = { [loop] _ in
            loop.submit { core in core.stopListening(number) }
        }
        connect(listener)
    }

    private func connect(_ listener: Listener) {
        listener.isOpening = true
        nextListenerConnection += 1
        open(ConnectionID(number: nextListenerConnection * 4 + 3), .listen(listener.number))
    }

    func listening(_ number: UInt64, _ connection: Connection) {
        guard let listener = listeners[number] else { return remove(connection) }
        listener.isOpening = false
        listener.connection = connection
        let request = SimpleRequest(texts: [listener.commands])
        guard connection.enqueue(.simple(request)) else { return lose(connection) }
        touch(connection)
    }

    /// After every arrival of data: first whether LISTEN has been answered, then what there is to hear.
    func takeNotifications(_ connection: Connection, _ number: UInt64) {
        guard let listener = listeners[number] else { return }
        if connection.exclusive != nil {
            guard connection.receiveExclusive(), connection.exclusive == nil else { return }
            guard !connection.isSpent, connection.simpleError == nil else { return lose(connection) }
            listener.backoff.succeeded()
            listener.continuation.yield(listener.hasListened ? .reconnected : .listening)
            listener.hasListened = true
        }
        _ = PQisBusy(connection.pointer)
        while let notification = PQnotifies(connection.pointer) {
            let channel = String(cString: notification.pointee.relname)
            let payload = String(cString: notification.pointee.extra)
            PQfreemem(notification)
            listener.continuation.yield(.message(channel: channel, payload: payload))
        }
    }

    func listenFailed(_ number: UInt64, _ error: PostgresError) {
        guard let listener = listeners[number] else { return }
        listener.isOpening = false
        listener.connection = nil
        listener.backoff.failed(error, now: now, jitter: configuration.jitter())
    }

    func retryListeners() {
        for listener in Array(listeners.values) {
            if let retryAt = listener.retryAt, retryAt <= now { connect(listener) }
        }
    }

    private func stopListening(_ number: UInt64) {
        guard let listener = listeners.removeValue(forKey: number), let connection = listener.connection else { return }
        remove(connection)
    }

    func endListeners() {
        for listener in Array(listeners.values) {
            listeners[listener.number] = nil
            if let connection = listener.connection { remove(connection) }
            listener.continuation.finish()
        }
    }
}
