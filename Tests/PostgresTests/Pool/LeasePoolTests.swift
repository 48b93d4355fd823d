import Testing

@testable import Postgres

@Suite("The lease pool decides who gets a connection")
struct LeasePoolTests {
    private let start = Monotonic(nanoseconds: 1_000_000_000)

    private func lease(_ number: UInt64) -> LeaseID { LeaseID(number: number) }

    private func pool(capacity: Int = 2, queue: Int = 2) -> LeasePool {
        LeasePool(capacity: capacity, queueLimit: queue, wait: .seconds(2))
    }

    /// The connections that the actions ask to open.
    private func opened(_ actions: [LeasePool.Action]) -> [ConnectionID] {
        actions.compactMap { if case .open(let id) = $0 { id } else { nil } }
    }

    @Test("A connection is opened for the first who asks, granted when it is there, and used again")
    func reuse() throws {
        var pool = pool()
        let connection = try #require(opened(pool.acquire(lease(1), now: start)).first)
        #expect(pool.opened(connection) == [.grant(lease(1), connection)])
        #expect(pool.released(connection) == [])
        #expect(pool.idle == [connection])
        #expect(pool.acquire(lease(2), now: start) == [.grant(lease(2), connection)])
    }

    @Test("Never more connections than the capacity")
    func capacity() {
        var pool = pool()
        let all = (1...4).flatMap { opened(pool.acquire(lease($0), now: start)) }
        #expect(all.count == 2)
        #expect(pool.opening.count == 2)
    }

    @Test("Those who wait are served in the order of asking")
    func order() throws {
        var pool = pool(capacity: 1, queue: 8)
        let connection = try #require(opened(pool.acquire(lease(1), now: start)).first)
        for number in 2...4 { #expect(pool.acquire(lease(UInt64(number)), now: start) == []) }
        #expect(pool.opened(connection) == [.grant(lease(1), connection)])
        for number in 2...4 {
            #expect(pool.released(connection) == [.grant(lease(UInt64(number)), connection)])
        }
    }

    @Test("One more than the queue holds is refused at once")
    func full() throws {
        var pool = pool(capacity: 1, queue: 1)
        let connection = try #require(opened(pool.acquire(lease(1), now: start)).first)
        _ = pool.opened(connection)
        #expect(pool.acquire(lease(2), now: start) == [])
        #expect(pool.acquire(lease(3), now: start) == [.refuse(lease(3), .queueFull)])
    }

    @Test("A waiter that went away is passed over")
    func cancelled() throws {
        var pool = pool(capacity: 1)
        let connection = try #require(opened(pool.acquire(lease(1), now: start)).first)
        _ = pool.opened(connection)
        _ = pool.acquire(lease(2), now: start)
        _ = pool.acquire(lease(3), now: start)
        let wasWaiting = pool.cancel(lease(2))
        #expect(wasWaiting)
        let stillWaits = pool.cancel(lease(2))
        #expect(!stillWaits)
        #expect(pool.released(connection) == [.grant(lease(3), connection)])
    }

    @Test("A wait ends at its deadline, as a timeout when others hold the connections")
    func timeout() throws {
        var pool = pool(capacity: 1)
        let connection = try #require(opened(pool.acquire(lease(1), now: start)).first)
        _ = pool.opened(connection)
        _ = pool.acquire(lease(2), now: start)
        #expect(pool.nextDeadline == start + .seconds(2))
        #expect(pool.tick(start + .milliseconds(1_999)) == [])
        #expect(pool.tick(start + .seconds(2)) == [.refuse(lease(2), .leaseTimeout)])
        #expect(pool.nextDeadline == nil)
    }

    @Test("While the server is away one attempt at a time is made, after a growing pause, until the waiter gives up")
    func away() throws {
        var pool = pool(capacity: 8, queue: 8)
        let gone = PostgresError(.cannotConnect)
        let tries = (1...3).flatMap { opened(pool.acquire(lease($0), now: start)) }
        #expect(tries.count == 3)
        for connection in tries {
            #expect(pool.openFailed(connection, error: gone, now: start, jitter: 1) == [])
        }
        #expect(pool.tick(start) == [])
        let retryAt = try #require(pool.nextDeadline)
        #expect(retryAt == start + .milliseconds(200))
        #expect(opened(pool.tick(retryAt)).count == 1)
        let refused: [LeasePool.Action] = [1, 2, 3].map { .refuse(lease($0), .cannotConnect) }
        let actions = pool.tick(start + .seconds(2))
        #expect(Array(actions.prefix(3)) == refused)
    }

    @Test("A lost connection is replaced only when somebody waits")
    func lost() throws {
        var pool = pool(capacity: 1)
        let first = try #require(opened(pool.acquire(lease(1), now: start)).first)
        _ = pool.opened(first)
        _ = pool.acquire(lease(2), now: start)
        let second = try #require(opened(pool.lost(first, now: start)).first)
        #expect(second != first)
        #expect(pool.opened(second) == [.grant(lease(2), second)])
        #expect(pool.lost(second, now: start) == [])
        #expect(pool.released(second) == [])
    }

    @Test("A closed pool refuses, closes what is idle, and closes what comes back")
    func closed() throws {
        var pool = pool()
        let first = try #require(opened(pool.acquire(lease(1), now: start)).first)
        _ = pool.opened(first)
        let second = try #require(opened(pool.acquire(lease(2), now: start)).first)
        #expect(pool.close() == [.refuse(lease(2), .closed)])
        #expect(pool.released(first) == [.close(first)])
        #expect(pool.opened(second) == [.close(second)])
        #expect(pool.acquire(lease(3), now: start) == [.refuse(lease(3), .closed)])
    }

    @Test("Whatever happens in whatever order, the invariants hold")
    func invariants() {
        var random = SplitMix(state: 7)
        var pool = pool(capacity: 3, queue: 4)
        var waiting: Set<LeaseID> = []
        var opening: [ConnectionID] = []
        var held: [ConnectionID] = []
        var now = start
        func note(_ actions: [LeasePool.Action]) {
            for action in actions {
                switch action {
                case .grant(let lease, let connection):
                    #expect(waiting.remove(lease) != nil)
                    held.append(connection)
                case .refuse(let lease, _): waiting.remove(lease)
                case .open(let connection): opening.append(connection)
                case .close: Issue.record("nothing is closed in an open pool")
                }
            }
        }
        for step in 0..<20_000 {
            now = now + .milliseconds(Int64(random.next() % 40))
            switch random.next() % 7 {
            case 0, 1:
                waiting.insert(lease(UInt64(step)))
                note(pool.acquire(lease(UInt64(step)), now: now))
            case 2: if let connection = opening.popLast() { note(pool.opened(connection)) }
            case 3:
                if let connection = opening.popLast() {
                    note(pool.openFailed(connection, error: PostgresError(.cannotConnect), now: now, jitter: 0.5))
                }
            case 4: if !held.isEmpty { note(pool.released(held.removeFirst())) }
            case 5: if !held.isEmpty, step % 5 == 0 { note(pool.lost(held.removeFirst(), now: now)) }
            default:
                note(pool.tick(now))
                if step % 3 == 0, let lease = waiting.first {
                    let wasWaiting = pool.cancel(lease)
                    #expect(wasWaiting)
                    waiting.remove(lease)
                }
            }
            #expect(pool.idle.count + pool.leased.count + pool.opening.count <= 3)
            #expect(pool.idle.isEmpty || pool.waiting == 0)
            #expect(pool.waiting == waiting.count)
            #expect(Set(pool.leased.keys) == Set(held))
        }
    }
}

/// Numbers that look random and are the same on each run.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
