extension PostgresClient {
    /// Runs `COPY … TO STDOUT` as it is. Never for text that holds values.
    package func copyOut(unsafe query: String) -> CopyOutSequence { CopyOutSequence(client: self, sql: query) }

    /// Runs `COPY … FROM STDIN` as it is and feeds it; answers the number of rows. An error of `rows` ends the copy
    /// without a row and is thrown on.
    package func copyIn<Rows: AsyncSequence>(unsafe command: String, rows: Rows) async throws -> Int
    where Rows.Element == [UInt8] {
        guard !command.utf8.contains(0) else { throw PostgresError(.nulInText) }
        let request = CopyInRequest(sql: command)
        return try await bare(.copyIn(request)) { lease in
            try await lease.value(of: request.started)
            do {
                var chunk: [UInt8] = []
                for try await row in rows {
                    chunk += row
                    guard chunk.count >= 65_536 else { continue }
                    try await lease.put(chunk)
                    chunk.removeAll(keepingCapacity: true)
                }
                if !chunk.isEmpty { try await lease.put(chunk) }
            } catch {
                lease.endCopyIn(givingUp: true)
                _ = try? await request.finished.value()
                throw error
            }
            lease.endCopyIn(givingUp: false)
            return try await lease.value(of: request.finished)
        }
    }
}

extension BareLease {
    fileprivate func put(_ bytes: [UInt8]) async throws {
        let chunk = CopyInRequest.Chunk(bytes: bytes)
        guard loop.submit({ [id] core in core.put(chunk, on: id) }) else { throw PostgresError(.closed) }
        _ = try await value(of: chunk.sent)
    }

    fileprivate func endCopyIn(givingUp: Bool) {
        loop.submit { [id] core in core.endCopyIn(id, givingUp: givingUp) }
    }
}
