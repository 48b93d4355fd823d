import Postgres
import Testing

@Suite("COPY moves many rows, both ways")
struct CopyTests {
    private struct Refusal: Error {}

    private func lines(_ count: Int) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for number in 0..<count { continuation.yield(Array("\(number)\tlabel \(number)\n".utf8)) }
            continuation.finish()
        }
    }

    @Test("Two hundred thousand rows in, and the same bytes out")
    func large() async throws {
        try await Items.withClient { client async throws in
            let count = try await client.copyIn(unsafe: "COPY item FROM STDIN", rows: lines(200_000))
            #expect(count == 200_000)
            #expect(try await client.read(CountItems()) == [200_000])
            var bytes = 0
            var rows = 0
            var last: [UInt8] = []
            for try await chunk in client.copyOut(unsafe: "COPY (SELECT * FROM item ORDER BY id) TO STDOUT") {
                bytes += chunk.count
                rows += chunk.count { $0 == UInt8(ascii: "\n") }
                last = chunk
            }
            #expect(rows == 200_000)
            #expect(bytes == (0..<200_000).reduce(0) { $0 + "\($1)\tlabel \($1)\n".utf8.count })
            #expect(String(decoding: last, as: UTF8.self).hasSuffix("199999\tlabel 199999\n"))
        }
    }

    @Test("A slow reader stops the server instead of filling memory, and gets everything")
    func slowReader() async throws {
        try await Server.withClient { client async throws in
            let sql = "COPY (SELECT repeat('x', 1000) FROM generate_series(1, 20000)) TO STDOUT"
            var bytes = 0
            var chunks = 0
            for try await chunk in client.copyOut(unsafe: sql) {
                bytes += chunk.count
                chunks += 1
                if chunks % 64 == 0 { try await Task.sleep(for: .milliseconds(5)) }
            }
            #expect(bytes == 20_000 * 1_001)
        }
    }

    @Test("A bad row is the server's error, no row stays, and the connection is used again")
    func badRow() async throws {
        try await Items.withClient {
            $0.leases = 1
        } _: { client async throws in
            let rows = AsyncStream<[UInt8]> { continuation in
                continuation.yield(Array("1\ta\nnone\tb\n".utf8))
                continuation.finish()
            }
            let error = await expect(.server) {
                _ = try await client.copyIn(unsafe: "COPY item FROM STDIN", rows: rows)
            }
            #expect(error?.sqlState == "22P02")
            #expect(try await client.transaction { try await $0.run(CountItems()) } == [0])
        }
    }

    @Test("A source that fails ends the copy without a row, with its own error")
    func failingSource() async throws {
        try await Items.withClient {
            $0.leases = 1
        } _: { client async throws in
            let rows = AsyncThrowingStream<[UInt8], any Error> { continuation in
                continuation.yield(Array("1\ta\n".utf8))
                continuation.finish(throwing: Refusal())
            }
            await #expect(throws: Refusal.self) {
                try await client.copyIn(unsafe: "COPY item FROM STDIN", rows: rows)
            }
            #expect(try await client.transaction { try await $0.run(CountItems()) } == [0])
        }
    }

    @Test("No row at all")
    func empty() async throws {
        try await Items.withClient { client async throws in
            #expect(try await client.copyIn(unsafe: "COPY item FROM STDIN", rows: lines(0)) == 0)
            for try await _ in client.copyOut(unsafe: "COPY item TO STDOUT") { Issue.record("a chunk of nothing") }
        }
    }

    @Test("SQL that is no COPY, or the other one, is an error")
    func noCopy() async throws {
        try await Items.withClient { client async throws in
            for sql in ["SELECT 1", "COPY item TO STDOUT", "COPY nowhere FROM STDIN"] {
                _ = await postgresError { _ = try await client.copyIn(unsafe: sql, rows: lines(1)) }
            }
            let error = await postgresError {
                for try await _ in client.copyOut(unsafe: "COPY nowhere TO STDOUT") {}
            }
            #expect(error?.sqlState == "42P01")
            await expect(.unexpected) { for try await _ in client.copyOut(unsafe: "COPY item FROM STDIN") {} }
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("A reader that stops early, or is cancelled, leaves the pool whole")
    func abandoned() async throws {
        try await Server.withClient {
            $0.leases = 1
            $0.leaseWait = .seconds(60)
        } _: { client async throws in
            let sql = "COPY (SELECT repeat('x', 1000) FROM generate_series(1, 1000000)) TO STDOUT"
            for try await _ in client.copyOut(unsafe: sql) { break }
            #expect(try await client.transaction { try await $0.run(Echo(value: 1)) } == [1])
            let reader = Task {
                await postgresError {
                    for try await _ in client.copyOut(unsafe: "COPY (SELECT pg_sleep(600)) TO STDOUT") {}
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            reader.cancel()
            #expect(await reader.value?.code == .cancelled)
            #expect(try await client.transaction { try await $0.run(Echo(value: 1)) } == [1])
        }
    }
}
