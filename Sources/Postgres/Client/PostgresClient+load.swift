/// How busy a client's connections are at one moment.
package struct PostgresLoad: Sendable {
    /// Connections that are leased.
    package let inUse: Int
    /// Callers who wait for one.
    package let waiting: Int
    package let capacity: Int
    /// Single reads under way on the shared connections, or waiting for them.
    package let reads: Int
}

extension PostgresClient {
    /// Nil once the client is closed.
    package func load() async -> PostgresLoad? {
        let promise = Promise<PostgresLoad>()
        let isOpen = loop.submit { core in
            promise.succeed(
                PostgresLoad(
                    inUse: core.leasePool.leased.count, waiting: core.leasePool.waiting,
                    capacity: core.leasePool.capacity, reads: core.readPool.underWay + core.reads.count))
        }
        return isOpen ? try? await promise.value() : nil
    }
}
