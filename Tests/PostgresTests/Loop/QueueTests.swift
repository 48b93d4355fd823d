import Testing

@testable import Postgres

@Suite("The loop's small parts")
struct QueueTests {
    @Test("A queue gives back what it took, in order, through thousands of turns")
    func queue() {
        var queue = FIFO<Int>()
        var next = 0
        var expected = 0
        for round in 0..<3_000 {
            for _ in 0..<(round % 5) {
                queue.append(next)
                next += 1
            }
            for _ in 0..<(round % 4) {
                guard let first = queue.popFirst() else { continue }
                #expect(first == expected)
                expected += 1
            }
            #expect(queue.count == next - expected)
        }
        #expect(queue.removeAll() == Array(expected..<next))
        #expect(queue.isEmpty && queue.popFirst() == nil)
    }

    @Test("A head that is lent out and put back is still the head")
    func lend() {
        var queue = FIFO<[Int]>()
        queue.append([1])
        queue.append([2])
        var head = queue.popHead() ?? []
        head.append(9)
        queue.replaceHead(head)
        #expect(queue.removeAll() == [[1, 9], [2]])
    }

    @Test("A promise keeps its first answer, whether it comes before or after the question")
    func promise() async throws {
        let before = Promise<Int>()
        before.succeed(1)
        before.fail(PostgresError(.closed))
        #expect(try await before.value() == 1)
        let after = Promise<Int>()
        let task = Task { try await after.value() }
        await Task.yield()
        after.succeed(2)
        after.succeed(3)
        #expect(try await task.value == 2)
        #expect(after.isAnswered)
    }

    @Test("Pauses double up to their limit, spread by the jitter")
    func jitter() {
        func delay(_ attempt: Int, _ jitter: Double) -> Duration {
            Jitter.delay(attempt: attempt, base: .milliseconds(10), limit: .milliseconds(100), jitter: jitter)
        }
        #expect(delay(0, 1) == .milliseconds(10))
        #expect(delay(0, 0) == .milliseconds(5))
        #expect(delay(2, 1) == .milliseconds(40))
        #expect(delay(60, 1) == .milliseconds(100))
        #expect((0..<1_000).allSatisfy { _ in (0..<1).contains(Jitter.fromClock()) })
    }

    @Test("Session settings keep blanks and backslashes")
    func settings() async throws {
        struct Setting: Statement {
            static let sql = "SELECT current_setting('test.value'), current_setting('application_name')"

            static func decode(_ row: inout RowReader) throws -> [String] { [try row.next(), try row.next()] }
        }
        let value = "a b\\c 'd' \"e\" =é"
        try await Server.withClient {
            $0.sessionSettings["test.value"] = value
            $0.sessionSettings["application_name"] = "a name"
        } _: { client async throws in
            #expect(try await client.read(Setting()) == [[value, "a name"]])
        }
    }

    @Test("A setting's name cannot smuggle in another option")
    func settingName() async throws {
        try await Server.withClient {
            $0.sessionSettings["x=1 -c work_mem"] = "1MB"
        } _: { client async throws in
            await expect(.configuration) { _ = try await client.read(Echo(value: 1)) }
        }
    }
}
