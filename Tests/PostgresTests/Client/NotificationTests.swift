import Postgres
import Testing

@Suite("Notifications are heard, and a gap in hearing is told")
struct NotificationTests {
    private struct Notify: Statement {
        let channel: String
        let payload: String
        static let sql = "SELECT pg_notify($1, $2)"

        func bind(to parameters: inout Parameters) {
            parameters.append(channel)
            parameters.append(payload)
        }
    }

    private struct Listeners: Statement {
        static let sql = "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN \"gap%' AND pid <> pg_backend_pid()"

        static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
    }

    @Test("Messages of several channels, strange names among them, in order")
    func messages() async throws {
        try await Server.withClient { client async throws in
            let strange = "Ünder \"quotes\"; DROP"
            var notifications = client.notifications(on: ["plain", strange]).makeAsyncIterator()
            #expect(await notifications.next() == .listening)
            _ = try await client.read(Notify(channel: "other", payload: "no"))
            _ = try await client.read(Notify(channel: "plain", payload: "1"))
            try await client.transaction { transaction in
                _ = try await transaction.run(
                    Notify(channel: strange, payload: "é"), Notify(channel: "plain", payload: ""))
            }
            #expect(await notifications.next() == .message(channel: "plain", payload: "1"))
            #expect(await notifications.next() == .message(channel: strange, payload: "é"))
            #expect(await notifications.next() == .message(channel: "plain", payload: ""))
        }
    }

    @Test("After a lost connection the reader hears that it reconnected, and then what follows")
    func reconnected() async throws {
        try await Server.withClient {
            $0.jitter = { 0 }
        } _: { client async throws in
            var notifications = client.notifications(on: ["gap"]).makeAsyncIterator()
            #expect(await notifications.next() == .listening)
            for _ in 0..<2 {
                let backend = try #require(try await client.read(Listeners()).first)
                _ = try await client.read(TerminateBackend(backend: backend))
                #expect(await notifications.next() == .reconnected)
                _ = try await client.read(Notify(channel: "gap", payload: "after"))
                #expect(await notifications.next() == .message(channel: "gap", payload: "after"))
            }
        }
    }

    @Test("A reader that stops gives its connection back")
    func stops() async throws {
        struct Count: Statement {
            static let sql = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN \"brief%'"

            static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
        }
        try await Server.withClient { client async throws in
            let reader = Task {
                for await _ in client.notifications(on: ["brief"]) {}
            }
            try await Server.until { try await client.read(Count()) == [1] }
            reader.cancel()
            try await Server.until { try await client.read(Count()) == [0] }
        }
    }

    @Test("Closing the client ends the stream")
    func closing() async throws {
        let stream = try await Server.withClient { client async throws in
            let stream = client.notifications(on: ["x"])
            var iterator = stream.makeAsyncIterator()
            #expect(await iterator.next() == .listening)
            return stream
        }
        for await _ in stream { Issue.record("nothing was to be heard") }
    }
}
