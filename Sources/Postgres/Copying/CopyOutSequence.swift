/// The bytes that COPY … TO STDOUT gives, in chunks of whole rows. Every iterator runs the query anew. While the
/// reader is slow the server waits; a reader that stops early costs the connection.
package struct CopyOutSequence: AsyncSequence, Sendable {
    package typealias Element = [UInt8]

    let client: PostgresClient
    let sql: String

    package func makeAsyncIterator() -> Iterator { Iterator(client: client, sql: sql) }

    package final class Iterator: AsyncIteratorProtocol {
        private let client: PostgresClient
        private let sql: String
        private var copy: (channel: CopyOutChannel, lease: BareLease)?
        private var isOver = false

        init(client: PostgresClient, sql: String) {
            self.client = client
            self.sql = sql
        }

        deinit {
            guard let copy, !isOver else { return }
            let lease = copy.lease
            lease.loop.submit { core in
                core.cancel(lease.id) { false }
                core.end(lease.id, promise: Promise())
            }
        }

        package func next() async throws -> [UInt8]? {
            guard !isOver else { return nil }
            do {
                let copy = try copy ?? start()
                self.copy = copy
                let chunk = try await copy.channel.next {
                    copy.lease.loop.submit { core in core.cancel(copy.lease.id) { false } }
                }
                if let chunk { return chunk }
            } catch {
                await end()
                throw error
            }
            await end()
            return nil
        }

        private func start() throws -> (channel: CopyOutChannel, lease: BareLease) {
            guard !sql.utf8.contains(0) else { throw PostgresError(.nulInText) }
            let lease = BareLease(id: client.loop.newLease(), loop: client.loop)
            let channel = CopyOutChannel { [id = lease.id, loop = lease.loop] in
                loop.submit { core in core.resumeReading(id) }
            }
            let request = CopyOutRequest(sql: sql, channel: channel)
            guard client.loop.submit({ core in core.performBare(.copyOut(request), on: lease.id) }) else {
                throw PostgresError(.closed)
            }
            return (channel, lease)
        }

        private func end() async {
            isOver = true
            await copy?.lease.end()
        }
    }
}
