import Postgres
import Testing

@Suite("Many callers at once each get their own answer")
struct LoadTests {
    @Test("Sixty-four callers with a thousand reads each, errors among them")
    func reads() async throws {
        try await Server.withClient { client async throws in
            let wrong = await withTaskGroup(of: Int.self) { group in
                for caller in 0..<64 {
                    group.addTask {
                        var wrong = 0
                        for number in 0..<1_000 {
                            let value = caller * 1_000_000 + number
                            if number % 50 == 49 {
                                let error = await postgresError { _ = try await client.read(DivideByZero()) }
                                if error?.sqlState != "22012" { wrong += 1 }
                            }
                            if (try? await client.read(Echo(value: value))) != [value] { wrong += 1 }
                        }
                        return wrong
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(wrong == 0)
        }
    }

    @Test("Transactions of many callers over few leases neither mix nor get lost")
    func transactions() async throws {
        try await Items.withClient {
            $0.leases = 3
            $0.leaseWait = .seconds(60)
        } _: { client async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<40 {
                    group.addTask {
                        for number in 0..<20 {
                            let id = caller * 100 + number
                            try await client.transaction { transaction in
                                _ = try await transaction.run(InsertItem(id: id))
                                _ = try await transaction.finish(Echo(value: id))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await client.read(CountItems()) == [800])
        }
    }
}
