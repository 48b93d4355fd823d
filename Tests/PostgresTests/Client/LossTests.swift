import Postgres
import Testing

@Suite("When a connection is lost, everybody hears what is known and no more")
struct LossTests {
    /// A client beside the one under test.
    private func terminate(_ backend: Int?) async throws {
        let backend = try #require(backend)
        try await Server.withClient { client async throws in
            _ = try await client.read(TerminateBackend(backend: backend))
        }
    }

    private func untilSleeping(_ backend: Int?) async throws {
        let backend = try #require(backend)
        try await Server.withClient { client async throws in
            try await Server.until { try await client.read(WaitEvent(backend: backend)) == ["PgSleep"] }
        }
    }

    @Test("In the middle of a statement: lost, not committed, and a new connection is found")
    func statement() async throws {
        try await Items.withClient {
            $0.leases = 1
        } _: { client async throws in
            let backend = try await client.transaction { try await $0.first(BackendID()) }
            let victim = Task {
                await postgresError {
                    try await client.transaction { transaction in
                        _ = try await transaction.run(InsertItem(id: 1), Sleep(seconds: 600))
                    }
                }
            }
            try await untilSleeping(backend)
            try await terminate(backend)
            let error = await victim.value
            #expect(error?.sqlState == "57P01")
            #expect(error?.code == .connectionLost)
            #expect(try await client.transaction { try await $0.run(CountItems()) } == [0])
        }
    }

    @Test("Between two statements: the next one hears of it, and nothing runs outside of the transaction")
    func between() async throws {
        try await Items.withClient { client async throws in
            let error = await postgresError {
                try await client.transaction { transaction in
                    let backend = try await transaction.run(InsertItem(id: 1), BackendID()).1.first
                    try await terminate(backend)
                    try await Task.sleep(for: .milliseconds(50))
                    _ = try await transaction.run(InsertItem(id: 2))
                }
            }
            #expect(error?.code == .connectionLost)
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("Before COMMIT was sent it is lost, not unknown")
    func beforeCommit() async throws {
        try await Items.withClient { client async throws in
            let error = await postgresError {
                try await client.transaction { transaction in
                    let backend = try await transaction.run(InsertItem(id: 1), BackendID()).1.first
                    try await terminate(backend)
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
            #expect(error?.code == .connectionLost)
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("While COMMIT is under way it is unknown", arguments: [false, true])
    func commitUnknown(finishes: Bool) async throws {
        try await Items.withClient(setUp: SlowCommit.trigger) { client async throws in
            let (backends, found) = AsyncStream.makeStream(of: Int?.self)
            let victim = Task {
                await postgresError {
                    try await client.transaction { transaction in
                        found.yield(try await transaction.first(BackendID()))
                        if finishes {
                            _ = try await transaction.finish(InsertItem(id: 1))
                        } else {
                            _ = try await transaction.run(InsertItem(id: 1))
                        }
                    }
                }
            }
            let backend = await backends.first { _ in true } ?? nil
            try await untilSleeping(backend)
            try await terminate(backend)
            #expect(await victim.value?.code == .commitUnknown)
        }
    }

    @Test("In a pipeline with COMMIT at its end, the server's word that it died before is enough")
    func beforeCommitInPipeline() async throws {
        try await Items.withClient { client async throws in
            let (backends, found) = AsyncStream.makeStream(of: Int?.self)
            let victim = Task {
                await postgresError {
                    try await client.transaction { transaction in
                        found.yield(try await transaction.first(BackendID()))
                        _ = try await transaction.finish(InsertItem(id: 1), Sleep(seconds: 600))
                    }
                }
            }
            let backend = await backends.first { _ in true } ?? nil
            try await untilSleeping(backend)
            try await terminate(backend)
            #expect(await victim.value?.code == .connectionLost)
        }
    }

    @Test("A shared connection takes the reads on it along; later ones find another")
    func reads() async throws {
        try await Server.withClient {
            $0.readConnections = 1
        } _: { client async throws in
            let backend = try await client.read(BackendID()).first
            let victims = (0..<5).map { _ in
                Task { await postgresError { _ = try await client.read(Sleep(seconds: 600)) } }
            }
            try await untilSleeping(backend)
            try await terminate(backend)
            for victim in victims { #expect(await victim.value?.code != nil) }
            #expect(try await client.read(BackendID()).first != backend)
        }
    }

    @Test("Idle connections that were cut are replaced before anybody notices")
    func idle() async throws {
        try await Items.withClient { client async throws in
            for round in 0..<3 {
                let lease = try await client.transaction { try await $0.first(BackendID()) }
                let shared = try await client.read(BackendID()).first
                try await terminate(lease)
                try await terminate(shared)
                try await Task.sleep(for: .milliseconds(60))
                try await client.transaction { _ = try await $0.run(InsertItem(id: round)) }
            }
            #expect(try await client.read(CountItems()) == [3])
        }
    }
}
