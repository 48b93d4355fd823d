import Foundation
import Postgres
import Testing

@Suite("A transaction does all or nothing")
struct TransactionTests {
    private struct Refusal: Error {}

    private struct TransactionID: Statement {
        static let sql = "SELECT pg_current_xact_id()::text"

        static func decode(_ row: inout RowReader) throws -> String { try row.next() }
    }

    private struct Setting: Statement {
        let name: String
        static let sql = "SELECT current_setting($1)"

        func bind(to parameters: inout Parameters) { parameters.append(name) }

        static func decode(_ row: inout RowReader) throws -> String { try row.next() }
    }

    @Test("What the body did lasts when it returns, and is undone when it throws")
    func commitAndRollback() async throws {
        try await Items.withClient { client async throws in
            let affected = try await client.transaction { try await $0.affected(InsertItem(id: 1)) }
            #expect(affected == 1)
            await #expect(throws: Refusal.self) {
                try await client.transaction { transaction in
                    _ = try await transaction.run(InsertItem(id: 2))
                    throw Refusal()
                }
            }
            #expect(try await client.read(CountItems()) == [1])
        }
    }

    @Test("Several statements of several types travel together and answer in order")
    func pack() async throws {
        try await Items.withClient { client async throws in
            let (_, count, echo, ids) = try await client.transaction { transaction in
                try await transaction.run(
                    InsertItem(id: 1, label: "a"), CountItems(), Echo(value: "x"), TransactionID())
            }
            #expect(count == [1])
            #expect(echo == ["x"])
            #expect(ids.count == 1)
        }
    }

    @Test("All statements of one transaction run in the same one")
    func same() async throws {
        try await Items.withClient { client async throws in
            let ids = try await client.transaction { transaction in
                let first = try await transaction.first(TransactionID())
                let others = try await transaction.all([TransactionID(), TransactionID()])
                return [first] + others.map(\.first)
            }
            #expect(Set(ids).count == 1)
        }
    }

    @Test("Many statements of one type go in one pipeline, larger than any socket buffer")
    func many() async throws {
        try await Items.withClient { client async throws in
            let items = (0..<5_000).map { InsertItem(id: $0, label: "\($0)" + String(repeating: "x", count: 90)) }
            let answers = try await client.transaction { try await $0.all(items) }
            #expect(answers.count == 5_000)
            let wide = (0..<300).map { Echo(value: String(repeating: "\($0 % 10)", count: 50_000)) }
            let back = try await client.transaction { try await $0.all(wide) }
            #expect(back.map { $0.first?.utf8.count } == Array(repeating: 50_000, count: 300))
            #expect(try await client.read(CountItems()) == [5_000])
        }
    }

    @Test("finish commits with the last statements, and nothing can follow")
    func finish() async throws {
        try await Items.withClient { client async throws in
            let after = try await client.transaction { transaction in
                let count = try await transaction.finish(InsertItem(id: 1), CountItems()).1
                #expect(count == [1])
                return await expect(.transactionEnded) { _ = try await transaction.run(CountItems()) }
            }
            #expect(after != nil)
            #expect(try await client.read(CountItems()) == [1])
        }
    }

    @Test("When a statement of finish fails nothing is committed, even if the body swallows the error")
    func finishFails() async throws {
        try await Items.withClient { client async throws in
            let error = await expect(.server) {
                try await client.transaction { transaction in
                    _ = try? await transaction.finish(InsertItem(id: 1), InsertItem(id: 1))
                }
            }
            #expect(error?.constraint == "item_pkey")
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("A transaction that outlives its closure sends nothing")
    func leaked() async throws {
        try await Items.withClient { client async throws in
            let leaked = try await client.transaction { $0 }
            await expect(.transactionEnded) { _ = try await leaked.run(InsertItem(id: 1)) }
            await expect(.transactionEnded) { _ = try await leaked.finish(InsertItem(id: 1)) }
            await expect(.transactionEnded) { try await leaked.execute(unsafe: "INSERT INTO item VALUES (1)") }
            await expect(.transactionEnded) { try await leaked.savepoint {} }
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("A body that runs no statement needs no server")
    func nothing() async throws {
        var configuration = PostgresConfiguration("host=/nowhere")
        configuration.leaseWait = .milliseconds(1)
        let client = PostgresClient(configuration, logger: .silent)
        #expect(try await client.transaction { _ in 7 } == 7)
        try await client.transaction { try await $0.finish() }
        try await client.transaction { transaction in try await transaction.savepoint {} }
        await client.close()
    }

    @Test("An error that the body swallowed cannot end in a commit")
    func swallowed() async throws {
        try await Items.withClient { client async throws in
            await expect(.transactionAborted) {
                try await client.transaction { transaction in
                    _ = try await transaction.run(InsertItem(id: 1))
                    _ = try? await transaction.run(InsertItem(id: 1))
                }
            }
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("After an error nothing more of the pipeline runs, and the connection goes on to be used")
    func errorInTheMiddle() async throws {
        try await Items.withClient {
            $0.leases = 1
        } _: { client async throws in
            for _ in 0..<3 {
                let error = await expect(.server) {
                    try await client.transaction { transaction in
                        _ = try await transaction.run(InsertItem(id: 1), DivideByZero(), InsertItem(id: 2))
                    }
                }
                #expect(error?.sqlState == "22012")
                #expect(error?.statement == "DivideByZero")
            }
            try await client.transaction { _ = try await $0.run(InsertItem(id: 2)) }
            #expect(try await client.read(CountItems()) == [1])
        }
    }

    @Test("A deferred constraint that fails at COMMIT is that error and a rollback")
    func deferred() async throws {
        let setUp =
            "ALTER TABLE item ADD CONSTRAINT parent FOREIGN KEY (id) REFERENCES item DEFERRABLE; "
            + "CREATE TABLE child (id int8 CONSTRAINT child_parent REFERENCES item DEFERRABLE INITIALLY DEFERRED)"
        struct InsertOrphan: Statement {
            static let sql = "INSERT INTO child VALUES (9)"
        }
        try await Items.withClient(setUp: setUp) { client async throws in
            let late = await expect(.server) {
                try await client.transaction { _ = try await $0.run(InsertOrphan(), InsertItem(id: 1)) }
            }
            #expect(late?.constraint == "child_parent")
            let withFinish = await expect(.server) {
                try await client.transaction { _ = try await $0.finish(InsertOrphan(), InsertItem(id: 1)) }
            }
            #expect(withFinish?.constraint == "child_parent")
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("A dry run answers as if it had happened, and nothing has")
    func dryRun() async throws {
        try await Items.withClient { client async throws in
            let count = try await client.transaction { transaction in
                transaction.rollbackAtEnd()
                return try await transaction.run(InsertItem(id: 1), CountItems()).1
            }
            #expect(count == [1])
            let finished = try await client.transaction { transaction in
                transaction.rollbackAtEnd()
                return try await transaction.finish(InsertItem(id: 1), CountItems()).1
            }
            #expect(finished == [1])
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("Options reach the server: isolation, read only, time limit")
    func options() async throws {
        try await Items.withClient { client async throws in
            let options = TransactionOptions(
                isolation: .serializable, isReadOnly: true, statementTimeout: .milliseconds(1_234))
            let names = ["transaction_isolation", "transaction_read_only", "statement_timeout"]
            let values = try await client.transaction(options) { transaction in
                try await transaction.all(names.map { Setting(name: $0) })
            }
            #expect(values == [["serializable"], ["on"], ["1234ms"]])
            let plain = try await client.transaction { try await $0.run(Setting(name: "transaction_isolation")) }
            #expect(plain == ["read committed"])
            let error = await expect(.server) {
                try await client.transaction(.readOnly) { _ = try await $0.run(InsertItem(id: 1)) }
            }
            #expect(error?.sqlState == "25006")
        }
    }

    @Test("Statements of several tasks in one transaction all run inside of it")
    func concurrent() async throws {
        try await Items.withClient { client async throws in
            let ids = try await client.transaction { transaction in
                try await withThrowingTaskGroup(of: String?.self) { group in
                    for _ in 0..<20 { group.addTask { try await transaction.first(TransactionID()) } }
                    return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
                }
            }
            #expect(ids.count == 1)
        }
    }

    @Test("A raw COMMIT inside of a transaction ends it: nothing runs outside by accident")
    func rawCommit() async throws {
        try await Items.withClient { client async throws in
            await expect(.transactionAborted) {
                try await client.transaction { transaction in
                    try await transaction.execute(unsafe: "COMMIT")
                    _ = try await transaction.run(InsertItem(id: 1))
                }
            }
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("Raw SQL of several statements runs inside the transaction and is undone with it")
    func raw() async throws {
        try await Items.withClient { client async throws in
            await #expect(throws: Refusal.self) {
                try await client.transaction { transaction in
                    try await transaction.execute(
                        unsafe: "INSERT INTO item VALUES (1); INSERT INTO item VALUES (2)")
                    #expect(try await transaction.run(CountItems()) == [2])
                    throw Refusal()
                }
            }
            #expect(try await client.read(CountItems()) == [0])
        }
    }

    @Test("What raw SQL sets for its session does not reach the next caller")
    func sessionSettings() async throws {
        try await Items.withClient {
            $0.leases = 1
        } _: { client async throws in
            try await client.execute(unsafe: "SET work_mem = '77MB'; SELECT pg_advisory_lock(77)")
            try await client.transaction { try await $0.execute(unsafe: "SET work_mem = '78MB'") }
            let after = try await client.transaction { try await $0.run(Setting(name: "work_mem")) }
            #expect(after != ["77MB"] && after != ["78MB"])
            let path = try await client.transaction { try await $0.run(Setting(name: "search_path")) }
            #expect(path.first?.hasPrefix("items_") == true)
        }
    }

    @Test("A deadlock runs the whole body again, and both get through")
    func deadlock() async throws {
        struct Relabel: Statement {
            let id: Int
            static let sql = "UPDATE item SET label = id || coalesce(label, '') || '.' WHERE id = $1"

            func bind(to parameters: inout Parameters) { parameters.append(id) }
        }
        struct Labels: Statement {
            static let sql = "SELECT label FROM item ORDER BY id"

            static func decode(_ row: inout RowReader) throws -> String { try row.next() }
        }
        try await Items.withClient {
            $0.sessionSettings["deadlock_timeout"] = "20ms"
            $0.jitter = { 0 }
        } _: { client async throws in
            try await client.transaction { _ = try await $0.all([InsertItem(id: 1), InsertItem(id: 2)]) }
            let meeting = Meeting(of: 2)
            let bodies = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for ids in [[1, 2], [2, 1]] {
                    group.addTask {
                        try await client.transaction { transaction in
                            bodies.increment()
                            _ = try await transaction.run(Relabel(id: ids[0]))
                            await meeting.arrive()
                            _ = try await transaction.run(Relabel(id: ids[1]))
                        }
                    }
                }
                try await group.waitForAll()
            }
            // One gives way, or both where both find it out in the same moment; each takes effect once.
            #expect(bodies.value > 2)
            #expect(try await client.read(Labels()) == ["11..", "22.."])
        }
    }

    @Test("A serialisation failure is retried three times and no more, however the body words it")
    func retries() async throws {
        try await Items.withClient(setUp: RaiseState.function) { client async throws in
            let bodies = Counter()
            await #expect(throws: Refusal.self) {
                try await client.transaction { transaction in
                    bodies.increment()
                    do { _ = try await transaction.run(RaiseState(state: "40001")) } catch { throw Refusal() }
                }
            }
            #expect(bodies.value == 4)
            let other = Counter()
            await expect(.server) {
                try await client.transaction { transaction in
                    other.increment()
                    _ = try await transaction.run(RaiseState(state: "23505"))
                }
            }
            #expect(other.value == 1)
        }
    }
}

/// Lets tasks go on when so many have arrived; later ones pass at once.
private actor Meeting {
    private var missing: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(of count: Int) { missing = count }

    func arrive() async {
        missing -= 1
        guard missing > 0 else {
            for continuation in waiting { continuation.resume() }
            waiting = []
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }
}
