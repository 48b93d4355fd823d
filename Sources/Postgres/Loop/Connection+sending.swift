internal import CLibPQ

extension Connection {
    /// Puts the operation in order behind the others and starts it if it can. False when the connection has failed.
    func enqueue(_ operation: Operation) -> Bool {
        waiting.append(operation)
        return advance()
    }

    /// Starts what can be started.
    func advance() -> Bool {
        while exclusive == nil, !isCancelling, let next = waiting.first {
            switch next {
            case .pipeline(let request):
                // In a transaction the next pipeline waits to see that BEGIN and what followed it went well.
                guard purpose == .read || entries.isEmpty else { return true }
                _ = waiting.popFirst()
                if request.promise.isAnswered { continue }
                guard send(request) else { return false }
            case .simple, .describe, .copyOut, .copyIn:
                guard entries.isEmpty else { return true }
                _ = waiting.popFirst()
                guard start(next) else { return false }
            }
        }
        return true
    }

    private func send(_ request: PipelineRequest) -> Bool {
        if entries.isEmpty { lastProgress = Monotonic.now() }
        deadline = request.deadline
        // Entered before anything is handed to libpq: if that fails half way the flight is failed with the connection.
        flights.append(Flight(request: request))
        guard enterPipelineMode() else { return false }
        for command in request.commands {
            guard send(command: command) else { return false }
            entries.append(.command)
        }
        for call in request.calls {
            guard send(call) else { return false }
        }
        switch request.ending {
        case .none: break
        case .commit, .rollback:
            guard send(command: request.ending == .commit ? "COMMIT" : "ROLLBACK") else { return false }
            entries.append(.ending(request.ending))
        }
        guard PQpipelineSync(pointer) == 1 else { return false }
        entries.append(.sync)
        return true
    }

    private func enterPipelineMode() -> Bool {
        if isInPipelineMode { return true }
        isInPipelineMode = PQenterPipelineMode(pointer) == 1
        return isInPipelineMode
    }

    func leavePipelineMode() -> Bool {
        guard isInPipelineMode else { return true }
        isInPipelineMode = PQexitPipelineMode(pointer) != 1
        return !isInPipelineMode
    }

    private func send(command: String) -> Bool {
        PQsendQueryParams(pointer, command, 0, nil, nil, nil, nil, 1) == 1
    }

    private func send(_ call: StatementCall) -> Bool {
        let name: [CChar]
        if let known = prepared[call.key] {
            name = known.name
        } else {
            preparedCount += 1
            let text = "\(preparedCount) \(call.name)"
            name = text.utf8.prefix(60).map { CChar(bitPattern: $0) } + [0]
            let types = call.parameters.types.map(\.oid)
            guard PQsendPrepare(pointer, name, call.sql, Int32(clamping: types.count), types) == 1 else { return false }
            prepared[call.key] = Prepared(name: name)
            prepareFailures[call.key] = nil
            entries.append(.prepare(call))
        }
        guard call.parameters.send(prepared: name, to: pointer) else { return false }
        entries.append(.statement(call))
        return true
    }
}

extension Parameters {
    /// Hands the execution to libpq, which copies the values into its output.
    fileprivate func send(prepared name: [CChar], to connection: OpaquePointer) -> Bool {
        let count = lengths.count
        let formats = [Int32](repeating: 1, count: count)
        return bytes.withUnsafeBytes { buffer in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: max(count, 1)) { values in
                values.initialize(repeating: nil)
                var offset = 0
                for (index, length) in lengths.enumerated() where length >= 0 {
                    // An empty value still needs an address: a null pointer would be a NULL.
                    let place = buffer.baseAddress.map { $0 + offset } ?? UnsafeRawPointer(values.baseAddress)
                    values[index] = place?.assumingMemoryBound(to: CChar.self)
                    offset += Int(length)
                }
                return PQsendQueryPrepared(
                    connection, name, Int32(clamping: count), values.baseAddress, lengths, formats, 1) == 1
            }
        }
    }
}
