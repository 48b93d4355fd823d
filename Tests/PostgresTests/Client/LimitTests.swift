import Postgres
import Testing

@Suite("Limits hold, and are errors at once")
struct LimitTests {
    @Test("Too many waiting for a lease: the next is refused, those before it are served")
    func queueFull() async throws {
        try await Server.withClient {
            $0.leases = 1
            $0.leaseQueue = 2
            $0.leaseWait = .seconds(60)
        } _: { client async throws in
            let answers = try await client.transaction { holder in
                _ = try await holder.run(Echo(value: 0))
                let waiters = (0..<5).map { number in
                    Task { try await client.transaction { try await $0.run(Echo(value: number)) } }
                }
                // Three of the five are refused while the lease is held.
                var refused = 0
                for waiter in waiters.suffix(3) {
                    await expect(.queueFull) { _ = try await waiter.value }
                    refused += 1
                }
                #expect(refused == 3)
                return Array(waiters.prefix(2))
            }
            #expect(try await answers[0].value == [0])
            #expect(try await answers[1].value == [1])
        }
    }

    @Test("Nobody waits for a lease longer than was said")
    func leaseTimeout() async throws {
        try await Server.withClient {
            $0.leases = 1
            $0.leaseWait = .milliseconds(1_500)
        } _: { client async throws in
            try await client.transaction { holder in
                _ = try await holder.run(Echo(value: 0))
                await expect(.leaseTimeout) { try await client.transaction { _ = try await $0.run(Echo(value: 1)) } }
            }
            #expect(try await client.transaction { try await $0.run(Echo(value: 1)) } == [1])
        }
    }

    @Test("Too many reads: the next is refused")
    func reads() async throws {
        try await Server.withClient {
            $0.readConnections = 1
            $0.readQueue = 4
        } _: { client async throws in
            let codes = await withTaskGroup(of: PostgresError.Code?.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        do {
                            _ = try await client.read(Sleep(seconds: 0.01))
                            return nil
                        } catch { return (error as? PostgresError)?.code }
                    }
                }
                return await group.reduce(into: [PostgresError.Code?: Int]()) { $0[$1, default: 0] += 1 }
            }
            #expect(codes[.queueFull, default: 0] >= 1)
            #expect(codes[nil, default: 0] >= 4)
            #expect(codes.keys.allSatisfy { $0 == nil || $0 == .queueFull })
        }
    }

    @Test("The server's time limit for a statement is a timeout, and the transaction's own replaces the session's")
    func statementTimeout() async throws {
        try await Server.withClient {
            $0.sessionSettings["statement_timeout"] = "40ms"
        } _: { client async throws in
            let error = await expect(.timeout) {
                try await client.transaction { _ = try await $0.run(Sleep(seconds: 600)) }
            }
            #expect(error?.sqlState == "57014")
            let options = TransactionOptions(statementTimeout: .seconds(30))
            _ = try await client.transaction(options) { try await $0.run(Sleep(seconds: 0.1)) }
        }
    }

    @Test("A server that says nothing is asked to stop after the deadline, and the connection lives on")
    func deadline() async throws {
        try await Server.withClient {
            $0.statementDeadline = .milliseconds(60)
            $0.leases = 1
        } _: { client async throws in
            let backend = try await client.transaction { try await $0.first(BackendID()) }
            await expect(.timeout) { try await client.transaction { _ = try await $0.run(Sleep(seconds: 600)) } }
            #expect(try await client.transaction { try await $0.first(BackendID()) } == backend)
            await expect(.timeout) { _ = try await client.read(Sleep(seconds: 1)) }
            #expect(try await client.read(Echo(value: 1)) == [1])
        }
    }

    @Test("A closed client answers at once that it is closed")
    func closed() async throws {
        let client = try await Server.withClient { client async throws in
            _ = try await client.read(Echo(value: 1))
            return client
        }
        await expect(.closed) { _ = try await client.read(Echo(value: 1)) }
        await expect(.closed) { try await client.transaction { _ = try await $0.run(Echo(value: 1)) } }
        await expect(.closed) { try await client.execute(unsafe: "SELECT 1") }
        for await _ in client.notifications(on: ["x"]) { Issue.record("a closed client heard something") }
        await client.close()
    }

    @Test("Running lasts until the task is cancelled, then the client is closed")
    func running() async throws {
        try await Server.withClient { client async throws in
            let service = Task { try await client.run() }
            #expect(try await client.read(Echo(value: 1)) == [1])
            service.cancel()
            try await service.value
            await expect(.closed) { _ = try await client.read(Echo(value: 1)) }
        }
    }

    @Test("Closing lets a running transaction come to its end")
    func closing() async throws {
        try await Items.withClient { client async throws in
            let (starts, started) = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                try await client.transaction { transaction in
                    _ = try await transaction.run(InsertItem(id: 1))
                    started.yield(())
                    _ = try await transaction.run(Sleep(seconds: 0.1))
                    return try await transaction.finish(CountItems())
                }
            }
            _ = await starts.first { true }
            await client.close()
            #expect(try await task.value == [1])
        }
    }

    @Test("Whoever closes right after somebody else is answered as well")
    func closingAgain() async throws {
        let configuration = try await Server.configuration()
        for _ in 0..<400 {
            let client = PostgresClient(configuration, logger: .silent)
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        await client.close()
                        await client.close()
                    }
                }
            }
        }
    }
}
