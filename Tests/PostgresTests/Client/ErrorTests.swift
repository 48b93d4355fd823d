import Postgres
import Testing

@Suite("Errors name what broke and keep values to themselves")
struct ErrorTests {
    private func violate(_ item: InsertItem) async throws -> PostgresError? {
        try await Items.withClient(setUp: "INSERT INTO item VALUES (1, 'secret')") { client async throws in
            await expect(.server) { _ = try await client.read(item) }
        }
    }

    @Test("A unique constraint")
    func unique() async throws {
        let error = try await violate(InsertItem(id: 2, label: "secret"))
        #expect(error?.sqlState == "23505")
        #expect(error?.constraint == "item_label_key")
        #expect(error?.table == "item")
        #expect(error?.statement == "InsertItem")
    }

    @Test("A check")
    func check() async throws {
        let error = try await violate(InsertItem(id: 2, label: String(repeating: "secret", count: 20)))
        #expect(error?.sqlState == "23514")
        #expect(error?.constraint == "item_label_length")
    }

    @Test("The description has the code and the names, not the row's values or the SQL")
    func description() async throws {
        let error = try await violate(InsertItem(id: 2, label: "secret"))
        let description = error?.description ?? ""
        #expect(
            description
                == "PostgreSQL: server, SQLSTATE 23505, constraint item_label_key, table item, in InsertItem")
        #expect(error?.detail?.contains("secret") == true)
        #expect(error?.serverMessage?.contains("item_label_key") == true)
    }

    @Test("SQL that does not parse fails each time, and for everybody who waits for it")
    func syntax() async throws {
        struct Nonsense: Statement {
            static let sql = "SELEKT 1"
        }
        try await Server.withClient {
            $0.readConnections = 1
        } _: { client async throws in
            let states = await withTaskGroup(of: String?.self) { group in
                for _ in 0..<20 {
                    group.addTask { await expect(.server) { _ = try await client.read(Nonsense()) }?.sqlState }
                }
                return await group.reduce(into: [String?]()) { $0.append($1) }
            }
            #expect(states == Array(repeating: "42601", count: 20))
            #expect(try await client.read(Echo(value: 1)) == [1])
        }
    }

    @Test("A COPY disguised as a statement costs its connection and nothing else")
    func copy() async throws {
        struct Copy: Statement {
            static let sql = "COPY pg_class TO STDOUT"
        }
        try await Server.withClient { client async throws in
            _ = await postgresError { _ = try await client.read(Copy()) }
            _ = await postgresError { try await client.transaction { _ = try await $0.run(Copy()) } }
            _ = await postgresError { try await client.execute(unsafe: "COPY pg_class TO STDOUT") }
            await expect(.unexpected) { try await client.execute(unsafe: "COPY pg_class FROM STDIN") }
            #expect(try await client.read(Echo(value: 1)) == [1])
            #expect(try await client.transaction { try await $0.run(Echo(value: 1)) } == [1])
        }
    }

    @Test("A table that changes under a prepared statement is prepared anew without an error")
    func stalePlan() async throws {
        struct Everything: Statement {
            static let sql = "SELECT * FROM item"

            static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
        }
        try await Items.withClient {
            $0.readConnections = 1
            $0.leases = 1
        } _: { client async throws in
            try await client.transaction { _ = try await $0.run(InsertItem(id: 1)) }
            #expect(try await client.read(Everything()) == [1])
            #expect(try await client.transaction { try await $0.run(Everything()) } == [1])
            try await client.execute(unsafe: "ALTER TABLE item ADD more text")
            #expect(try await client.read(Everything()) == [1])
            #expect(try await client.transaction { try await $0.run(Everything()) } == [1])
        }
    }

    @Test("A connection string that cannot be read is refused at once, without being quoted")
    func configuration() async throws {
        let client = PostgresClient(PostgresConfiguration("host=x password='secret"), logger: .silent)
        let error = await expect(.configuration) { _ = try await client.read(Echo(value: 1)) }
        #expect(error?.description.contains("secret") == false)
        await expect(.configuration) { try await client.transaction { _ = try await $0.run(Echo(value: 1)) } }
        await client.close()
    }

    @Test("A server that is not there is cannotConnect after the wait")
    func nowhere() async throws {
        var configuration = PostgresConfiguration("host=/nowhere")
        // Long enough to be told of the failure on a busy machine.
        configuration.leaseWait = .seconds(2)
        let client = PostgresClient(configuration, logger: .silent)
        await expect(.cannotConnect) { _ = try await client.read(Echo(value: 1)) }
        await expect(.cannotConnect) { try await client.transaction { _ = try await $0.run(Echo(value: 1)) } }
        await client.close()
    }
}
