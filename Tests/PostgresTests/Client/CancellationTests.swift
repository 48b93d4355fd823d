import Postgres
import Testing

@Suite("Cancelling a task stops what it waits for, and nothing else")
struct CancellationTests {
    /// Runs `body` in a task, cancels it when `isReached` says so, and answers its error.
    private func cancelled(
        when isReached: () async throws -> Bool, _ body: @escaping @Sendable () async throws -> Void
    ) async throws -> PostgresError? {
        let task = Task { await postgresError { try await body() } }
        try await Server.until(isReached)
        task.cancel()
        return await task.value
    }

    private func isSleeping(_ client: PostgresClient) async throws -> Bool {
        struct Sleepers: Statement {
            static let sql = """
                SELECT count(*) FROM pg_stat_activity
                WHERE wait_event = 'PgSleep' AND application_name = current_setting('application_name')
                """

            static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
        }
        return try await client.read(Sleepers()) == [1]
    }

    @Test("A running statement is stopped on the server; its connection is rolled back and used again")
    func running() async throws {
        try await Items.withClient {
            $0.leases = 1
            $0.sessionSettings["application_name"] = "cancel-running"
        } _: { client async throws in
            let backend = try await client.transaction { try await $0.first(BackendID()) }
            let error = try await cancelled(when: { try await isSleeping(client) }) {
                try await client.transaction { transaction in
                    _ = try await transaction.run(InsertItem(id: 1), Sleep(seconds: 600))
                }
            }
            #expect(error?.code == .cancelled)
            #expect(error?.sqlState == "57014")
            #expect(try await client.transaction { try await $0.run(CountItems()) } == [0])
            #expect(try await client.transaction { try await $0.first(BackendID()) } == backend)
        }
    }

    @Test("Raw SQL is stopped too")
    func raw() async throws {
        try await Server.withClient {
            $0.leases = 1
            $0.sessionSettings["application_name"] = "cancel-raw"
        } _: { client async throws in
            let error = try await cancelled(when: { try await isSleeping(client) }) {
                try await client.execute(unsafe: "SELECT pg_sleep(600)")
            }
            #expect(error?.code == .cancelled)
            #expect(try await client.transaction { try await $0.run(Echo(value: 1)) } == [1])
        }
    }

    @Test("COMMIT's own work can be stopped while finish waits, which is a rollback for certain")
    func finishing() async throws {
        try await Items.withClient(
            {
                $0.sessionSettings["application_name"] = "cancel-finish"
            }, setUp: SlowCommit.trigger
        ) { client async throws in
            let error = try await cancelled(when: { try await isSleeping(client) }) {
                try await client.transaction { _ = try await $0.finish(InsertItem(id: 1)) }
            }
            #expect(error?.code == .cancelled)
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("A task that waits for a lease goes away without one, and the lease goes to the next")
    func waiting() async throws {
        try await Server.withClient {
            $0.leases = 1
            $0.leaseWait = .seconds(60)
        } _: { client async throws in
            try await client.transaction { holder in
                _ = try await holder.run(Echo(value: 1))
                let waiter = Task {
                    await postgresError { try await client.transaction { _ = try await $0.run(Echo(value: 2)) } }
                }
                let next = Task { try await client.transaction { try await $0.run(Echo(value: 3)) } }
                try await Task.sleep(for: .milliseconds(20))
                waiter.cancel()
                #expect(await waiter.value?.code == .cancelled)
                _ = try await holder.finish(Echo(value: 1))
                #expect(try await next.value == [3])
            }
        }
    }

    @Test("A task that was cancelled before it asked is answered without waiting")
    func before() async throws {
        try await Server.withClient { client async throws in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await (
                    postgresError { _ = try await client.read(Echo(value: 1)) },
                    postgresError { try await client.transaction { _ = try await $0.run(Sleep(seconds: 600)) } }
                )
            }
            let (read, transaction) = await task.value
            #expect(read?.code == .cancelled)
            #expect(transaction?.code == .cancelled)
        }
    }

    @Test("A body that returns in a cancelled task is rolled back")
    func afterwards() async throws {
        try await Items.withClient { client async throws in
            let task = Task {
                await postgresError {
                    try await client.transaction { transaction in
                        _ = try await transaction.run(InsertItem(id: 1))
                        withUnsafeCurrentTask { $0?.cancel() }
                    }
                }
            }
            #expect(await task.value?.code == .cancelled)
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("A shared read is let go, and those behind it are not disturbed")
    func read() async throws {
        try await Server.withClient {
            $0.readConnections = 1
        } _: { client async throws in
            let slow = Task { await postgresError { _ = try await client.read(Sleep(seconds: 0.2)) } }
            try await Task.sleep(for: .milliseconds(50))
            let behind = Task { try await client.read(Echo(value: 5)) }
            slow.cancel()
            #expect(await slow.value?.code == .cancelled)
            #expect(try await behind.value == [5])
        }
    }

    @Test("Many cancellations at any moment leave every connection fit for use")
    func storm() async throws {
        try await Items.withClient {
            $0.leases = 2
            $0.leaseWait = .seconds(60)
        } _: { client async throws in
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    let task = Task {
                        try? await client.transaction { transaction in
                            _ = try await transaction.run(InsertItem(id: number), Sleep(seconds: 0.002))
                            _ = try await transaction.run(CountItems(), Sleep(seconds: 0.002))
                        }
                    }
                    group.addTask {
                        try? await Task.sleep(for: .microseconds(number * 700))
                        task.cancel()
                        _ = await task.value
                    }
                }
            }
            for _ in 0..<10 {
                #expect(try await client.transaction { try await $0.run(Echo(value: 1)) } == [1])
            }
        }
    }
}

/// Makes COMMIT of an insertion sleep, in the check of a deferred trigger.
enum SlowCommit {
    static let trigger = """
        CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_sleep(600); RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER linger AFTER INSERT ON item DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION linger()
        """
}
