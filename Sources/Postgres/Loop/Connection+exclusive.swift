internal import CLibPQ

extension Connection {
    /// Starts what has the connection to itself. False when the connection has failed.
    func start(_ operation: Operation) -> Bool {
        guard leavePipelineMode() else { return false }
        lastProgress = Monotonic.now()
        switch operation {
        case .pipeline: return true
        case .simple(let request):
            guard let first = request.texts.first else {
                request.promise.succeed([])
                return true
            }
            isDirty = true
            exclusive = .simple(request, next: 1, last: nil, error: nil)
            return PQsendQuery(pointer, first) == 1
        case .describe(let request):
            exclusive = .describe(request, step: 0, error: nil)
            return PQsendPrepare(pointer, "", request.sql, Int32(clamping: request.types.count), request.types) == 1
        case .copyOut(let request):
            exclusive = .copyOut(request, isCopying: false, error: nil)
            return PQsendQuery(pointer, request.sql) == 1
        case .copyIn(let request):
            exclusive = .copyIn(request, isCopying: false, result: nil, error: nil)
            return PQsendQuery(pointer, request.sql) == 1
        }
    }

    /// Takes what libpq has already parsed for the exclusive operation. False when the connection has failed.
    func receiveExclusive() -> Bool {
        while let current = exclusive {
            if case .copyOut(let request, true, let error) = current {
                guard !isReadingPaused, receiveCopy(request, error) else { return !isBroken }
                continue
            }
            if case .copyIn(_, true, _, _) = current { return true }
            guard PQisBusy(pointer) == 0 else { return true }
            guard let result = PQgetResult(pointer) else {
                guard !isBroken, endOfResults(current) else { return false }
                continue
            }
            lastProgress = Monotonic.now()
            let status = PQresultStatus(result)
            guard take(QueryResult(owning: result), status: status, pointer: result, for: current), !isBroken else {
                return false
            }
        }
        return true
    }

    private func take(_ result: QueryResult, status: ExecStatusType, pointer: OpaquePointer, for current: Exclusive)
        -> Bool
    {
        var failure: PostgresError?
        if status == PGRES_FATAL_ERROR {
            var error = PostgresError(result: pointer)
            if error.sqlState == "57014", let cancelReason { error.code = cancelReason }
            if error.endsConnection { isSpent = true }
            failure = error
        }
        if let misplaced = misplacedCopy(status, for: current) { failure = misplaced }
        switch current {
        case .simple(let request, let next, let last, let error):
            exclusive = .simple(request, next: next, last: failure == nil ? result : last, error: error ?? failure)
        case .describe(let request, let step, let error):
            if failure == nil, step == 1 { request.promise.succeed([result]) }
            exclusive = .describe(request, step: step, error: error ?? failure)
        case .copyOut(let request, _, let error):
            exclusive = .copyOut(request, isCopying: status == PGRES_COPY_OUT, error: error ?? failure)
        case .copyIn(let request, _, let earlier, let error):
            let isCopying = status == PGRES_COPY_IN
            exclusive = .copyIn(
                request, isCopying: isCopying, result: status == PGRES_COMMAND_OK ? result : earlier,
                error: error ?? failure)
            if isCopying { request.started.succeed(()) }
        }
        // Data that nobody asked for cannot be got rid of.
        return failure?.code != .unexpected || status == PGRES_COPY_IN
    }

    /// The error for a COPY where none was expected; one that waits for data is ended.
    private func misplacedCopy(_ status: ExecStatusType, for current: Exclusive) -> PostgresError? {
        switch (status, current) {
        case (PGRES_COPY_IN, .copyIn), (PGRES_COPY_OUT, .copyOut): return nil
        case (PGRES_COPY_IN, _): _ = PQputCopyEnd(pointer, "COPY is not possible here")
        case (PGRES_COPY_OUT, _), (PGRES_COPY_BOTH, _): break
        default: return nil
        }
        return PostgresError(.unexpected, note: "COPY is not possible here")
    }

    /// One command's results are all there: goes to the next step or ends the operation.
    private func endOfResults(_ current: Exclusive) -> Bool {
        switch current {
        case .simple(let request, let next, let last, let error):
            if error == nil, next < request.texts.count {
                exclusive = .simple(request, next: next + 1, last: last, error: nil)
                return PQsendQuery(pointer, request.texts[next]) == 1
            }
            exclusive = nil
            simpleError = error
            request.promise.answer(error.map { .failure($0) } ?? .success(last.map { [$0] } ?? []))
        case .describe(let request, let step, let error):
            if error == nil, step == 0 {
                exclusive = .describe(request, step: 1, error: nil)
                return PQsendDescribePrepared(pointer, "") == 1
            }
            exclusive = nil
            request.promise.fail(error ?? PostgresError(.unexpected, note: "no description"))
        case .copyOut(let request, _, let error):
            exclusive = nil
            request.channel.finish(error)
        case .copyIn(let request, _, let result, let error):
            exclusive = nil
            request.started.fail(error ?? PostgresError(.unexpected, note: "this is no COPY FROM STDIN"))
            request.finished.answer(error.map { .failure($0) } ?? .success(result?.affected ?? 0))
        }
        return true
    }

    /// Moves rows into the channel in chunks of about 64 kB. False when there is nothing more for now.
    private func receiveCopy(_ request: CopyOutRequest, _ error: PostgresError?) -> Bool {
        var chunk: [UInt8] = []
        defer {
            if !chunk.isEmpty, !request.channel.push(chunk) { isReadingPaused = true }
        }
        while true {
            var row: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(pointer, &row, 1)
            if count > 0, let row {
                lastProgress = Monotonic.now()
                chunk.append(contentsOf: UnsafeRawBufferPointer(start: row, count: Int(count)))
                PQfreemem(row)
                guard chunk.count >= 65_536 else { continue }
                let goesOn = request.channel.push(chunk)
                chunk = []
                if goesOn { continue }
                isReadingPaused = true
                return false
            }
            // -1: all rows are there, the command's result follows. -2: that result will be an error.
            if count < 0 { exclusive = .copyOut(request, isCopying: false, error: error) }
            return count < 0
        }
    }

    /// Hands a chunk to libpq. Nil when no COPY is under way any more.
    func put(_ bytes: [UInt8]) -> Bool? {
        guard case .copyIn(_, true, _, _) = exclusive else { return nil }
        lastProgress = Monotonic.now()
        return bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let count = Int32(exactly: buffer.count) else { return false }
            return buffer.isEmpty || PQputCopyData(pointer, start, count) == 1
        }
    }

    /// Ends the copy, giving it up when there is a reason to.
    func endCopyIn(givingUp: Bool) -> Bool {
        guard case .copyIn(let request, true, let result, let error) = exclusive else { return true }
        exclusive = .copyIn(request, isCopying: false, result: result, error: error)
        return PQputCopyEnd(pointer, givingUp ? "given up by the client" : nil) == 1
    }
}
