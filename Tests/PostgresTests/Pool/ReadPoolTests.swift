import Testing

@testable import Postgres

@Suite("The read pool spreads reads over few connections")
struct ReadPoolTests {
    private let now = Monotonic(nanoseconds: 1_000_000_000)

    private func opened(_ pool: inout ReadPool) throws -> ConnectionID {
        guard case .open(let connection) = pool.next(now) else {
            throw PostgresError(.unexpected, note: "no connection was opened")
        }
        pool.opened(connection)
        return connection
    }

    @Test("The first read opens a connection, and waits for it")
    func first() throws {
        var pool = ReadPool(capacity: 2)
        guard case .open(let connection) = pool.next(now) else {
            Issue.record("nothing was opened")
            return
        }
        #expect(pool.next(now) == .wait)
        pool.opened(connection)
        #expect(pool.next(now) == .send(connection))
        #expect(pool.underWay == 1)
    }

    @Test("Another is opened only when each has some work, and never more than the capacity")
    func spread() throws {
        var pool = ReadPool(capacity: 2, depth: 6)
        let first = try opened(&pool)
        for _ in 0..<4 { #expect(pool.next(now) == .send(first)) }
        let second = try opened(&pool)
        for _ in 0..<4 { #expect(pool.next(now) == .send(second)) }
        // Both are busy alike and no third may come: they share until they are as deep as may be.
        for _ in 0..<4 { #expect(pool.next(now) != .wait) }
        #expect(pool.next(now) == .wait)
        pool.answered(first)
        #expect(pool.next(now) == .send(first))
    }

    @Test("After a failure nothing is opened before its time")
    func backoff() {
        var pool = ReadPool(capacity: 2)
        guard case .open(let connection) = pool.next(now) else {
            Issue.record("nothing was opened")
            return
        }
        pool.openFailed(connection, error: PostgresError(.cannotConnect), now: now, jitter: 1)
        #expect(pool.next(now) == .wait)
        #expect(pool.next(now + .milliseconds(49)) == .wait)
        #expect(pool.next(now + .milliseconds(50)) != .wait)
    }

    @Test("A lost connection takes its work along")
    func lost() throws {
        var pool = ReadPool(capacity: 1)
        let first = try opened(&pool)
        _ = pool.next(now)
        pool.lost(first)
        #expect(pool.underWay == 0)
        pool.answered(first)
        #expect(try opened(&pool) != first)
    }
}
