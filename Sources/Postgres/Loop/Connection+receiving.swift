internal import CLibPQ

extension Connection {
    /// A pipeline that has been answered in full.
    struct Landing {
        let request: PipelineRequest
        let outcome: Result<[QueryResult], PostgresError>
    }

    /// Takes what libpq has already parsed. `land` is called for each pipeline at its synchronisation point.
    /// False when the connection has failed.
    func receivePipelines(_ land: (Landing) -> Void) -> Bool {
        while let entry = entries.first {
            guard PQisBusy(pointer) == 0 else { return true }
            guard let result = PQgetResult(pointer) else {
                // The end of one command's results.
                guard !isBroken else { return false }
                _ = entries.popFirst()
                continue
            }
            lastProgress = Monotonic.now()
            let status = PQresultStatus(result)
            if status == PGRES_PIPELINE_SYNC {
                PQclear(result)
                guard case .sync = entry, let flight = flights.popFirst() else { return false }
                _ = entries.popFirst()
                land(Landing(request: flight.request, outcome: outcome(of: flight)))
            } else if status == PGRES_COPY_OUT || status == PGRES_COPY_IN || status == PGRES_COPY_BOTH {
                // COPY as a prepared statement: the protocol has no way on from here.
                PQclear(result)
                return false
            } else {
                take(QueryResult(owning: result), of: entry, status: status, pointer: result)
                if isBroken { return false }
            }
        }
        return true
    }

    private func outcome(of flight: Flight) -> Result<[QueryResult], PostgresError> {
        if let error = flight.error { return .failure(error) }
        guard flight.results.count == flight.request.calls.count else {
            return .failure(PostgresError(.unexpected, note: "a statement gave no result"))
        }
        return .success(flight.results)
    }

    private func take(_ result: QueryResult, of entry: Entry, status: ExecStatusType, pointer: OpaquePointer) {
        guard var flight = flights.popHead() else { return }
        defer { flights.replaceHead(flight) }
        switch status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            switch entry {
            case .statement: flight.results.append(result)
            case .prepare(let call): prepared[call.key]?.isReady = true
            case .ending(.commit) where result.tag != "COMMIT":
                flight.error = PostgresError(.transactionAborted, note: "a statement before COMMIT had failed")
            case .command, .ending, .sync: break
            }
        case PGRES_PIPELINE_ABORTED:
            if case .prepare(let call) = entry { prepared[call.key] = nil }
        default:
            let error = failure(status, of: entry, pointer: pointer)
            if case .ending(.commit) = entry, error.endsConnection { flight.isEndingUnknown = true }
            flight.error = flight.error ?? error
        }
    }

    private func failure(_ status: ExecStatusType, of entry: Entry, pointer: OpaquePointer) -> PostgresError {
        guard status == PGRES_FATAL_ERROR else {
            // COPY in a prepared statement: the connection's state is beyond repair.
            isSpent = true
            return PostgresError(.unexpected, note: "a statement of this kind cannot be run here")
        }
        var error = PostgresError(result: pointer)
        if error.sqlState == "57014", let cancelReason { error.code = cancelReason }
        if error.endsConnection { isSpent = true }
        switch entry {
        case .prepare(let call):
            error = error.named(call.name)
            prepared[call.key] = nil
            prepareFailures[call.key] = error
        case .statement(let call):
            error = error.named(call.name)
            if error.sqlState == "26000", let cause = prepareFailures[call.key] { return cause }
            // "cached plan must not change result type": the next execution prepares again.
            if error.sqlState == "0A000" || error.sqlState == "26000", let known = prepared[call.key] {
                error.isStalePlan = known.isReady
                prepared[call.key] = nil
            }
        case .command, .ending, .sync: break
        }
        return error
    }
}
