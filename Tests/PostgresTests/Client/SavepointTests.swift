import Postgres
import Testing

@Suite("A savepoint is a way back inside of a transaction")
struct SavepointTests {
    private struct Refusal: Error {}

    @Test("A broken unique index inside can be recovered from")
    func recover() async throws {
        try await Items.withClient { client async throws in
            try await client.transaction { transaction in
                _ = try await transaction.run(InsertItem(id: 1))
                let error = await expect(.server) {
                    try await transaction.savepoint { _ = try await transaction.run(InsertItem(id: 1)) }
                }
                #expect(error?.constraint == "item_pkey")
                _ = try await transaction.run(InsertItem(id: 2))
            }
            #expect(try await client.read(CountItems()) == [2])
        }
    }

    @Test("What succeeded inside stays, what failed is gone, at every depth")
    func nested() async throws {
        try await Items.withClient { client async throws in
            try await client.transaction { transaction in
                try await transaction.savepoint {
                    _ = try await transaction.run(InsertItem(id: 1))
                    try await transaction.savepoint { _ = try await transaction.run(InsertItem(id: 2)) }
                    await #expect(throws: Refusal.self) {
                        try await transaction.savepoint {
                            _ = try await transaction.run(InsertItem(id: 3))
                            try await transaction.savepoint { _ = try await transaction.run(InsertItem(id: 4)) }
                            throw Refusal()
                        }
                    }
                }
                #expect(try await transaction.run(CountItems()) == [2])
            }
            #expect(try await client.read(CountItems()) == [2])
        }
    }

    @Test("Bodies that run nothing, thrown or not, leave the transaction as it was")
    func empty() async throws {
        try await Items.withClient { client async throws in
            try await client.transaction { transaction in
                try await transaction.savepoint {
                    try? await transaction.savepoint { throw Refusal() }
                    try await transaction.savepoint {}
                }
                _ = try await transaction.run(InsertItem(id: 1))
                try? await transaction.savepoint { throw Refusal() }
                try await transaction.savepoint {}
            }
            #expect(try await client.read(CountItems()) == [1])
        }
    }

    @Test("Raw SQL inside is undone too")
    func raw() async throws {
        try await Items.withClient { client async throws in
            try await client.transaction { transaction in
                try? await transaction.savepoint {
                    try await transaction.execute(unsafe: "INSERT INTO item VALUES (1); SELECT 1 / 0")
                }
                _ = try await transaction.run(InsertItem(id: 2))
            }
            #expect(try await client.read(CountItems()) == [1])
        }
    }

    @Test("finish is not possible inside")
    func finish() async throws {
        try await Items.withClient { client async throws in
            await expect(.transactionEnded) {
                try await client.transaction { transaction in
                    try await transaction.savepoint { _ = try await transaction.finish(InsertItem(id: 1)) }
                }
            }
            #expect(try await client.read(CountItems()) == [0])
        }
    }
}
