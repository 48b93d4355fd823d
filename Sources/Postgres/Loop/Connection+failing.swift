extension Connection {
    /// Fails everything that was sent or waits. A pipeline whose COMMIT was sent and not answered ends as unknown,
    /// unless the server had refused something before it.
    func failAll(_ cause: PostgresError) {
        for flight in flights.removeAll() { flight.request.promise.fail(Connection.error(for: flight, cause)) }
        _ = entries.removeAll()
        switch exclusive {
        case .simple(let request, _, _, let error): request.promise.fail(error ?? cause)
        case .describe(let request, _, let error): request.promise.fail(error ?? cause)
        case .copyOut(let request, _, let error): request.channel.finish(error ?? cause)
        case .copyIn(let request, _, _, let error):
            request.started.fail(error ?? cause)
            request.finished.fail(error ?? cause)
        case nil: break
        }
        exclusive = nil
        for operation in waiting.removeAll() { operation.fail(cause) }
    }

    private static func error(for flight: Flight, _ cause: PostgresError) -> PostgresError {
        if let error = flight.error, !flight.isEndingUnknown {
            // The server had refused or stopped at a statement, so that it never came to COMMIT.
            guard error.endsConnection else { return error }
            var lost = error
            lost.code = .connectionLost
            return lost
        }
        guard flight.request.ending == .commit else { return flight.error ?? cause }
        var unknown = flight.error ?? cause
        unknown.code = .commitUnknown
        return unknown
    }
}
