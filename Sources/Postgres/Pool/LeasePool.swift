/// Decides who gets which connection. Pure: it is told what happened and answers what to do.
///
/// Invariants: a connection is opening, idle or leased, never two of these; idle connections and waiters do not exist
/// at the same time; there are never more connections than `capacity`, nor more waiters than `queueLimit`.
struct LeasePool {
    enum Action: Equatable {
        case grant(LeaseID, ConnectionID)
        case refuse(LeaseID, PostgresError.Code)
        case open(ConnectionID)
        case close(ConnectionID)
    }

    private struct Waiter {
        let lease: LeaseID
        let deadline: Monotonic
    }

    let capacity: Int
    let queueLimit: Int
    let wait: Duration
    private(set) var idle: [ConnectionID] = []
    private(set) var leased: [ConnectionID: LeaseID] = [:]
    private(set) var opening: Set<ConnectionID> = []
    private var waiters: [Waiter] = []
    private(set) var backoff = Backoff()
    private(set) var isClosed = false
    private var nextConnection: UInt64 = 0

    init(capacity: Int, queueLimit: Int, wait: Duration) {
        self.capacity = max(1, capacity)
        self.queueLimit = max(0, queueLimit)
        self.wait = wait
    }

    var waiting: Int { waiters.count }

    private var total: Int { idle.count + leased.count + opening.count }

    mutating func acquire(_ lease: LeaseID, now: Monotonic) -> [Action] {
        guard !isClosed else { return [.refuse(lease, .closed)] }
        if let connection = idle.popLast() {
            leased[connection] = lease
            return [.grant(lease, connection)]
        }
        // Connections that are opening will serve as many waiters beyond the queue's limit.
        guard waiters.count < queueLimit + max(0, capacity - leased.count) else { return [.refuse(lease, .queueFull)] }
        waiters.append(Waiter(lease: lease, deadline: now + wait))
        return openAsNeeded(now)
    }

    /// A lease ended and its connection can be used again.
    mutating func released(_ connection: ConnectionID) -> [Action] {
        guard leased.removeValue(forKey: connection) != nil else { return [] }
        return place(connection)
    }

    mutating func opened(_ connection: ConnectionID) -> [Action] {
        guard opening.remove(connection) != nil else { return [.close(connection)] }
        backoff.succeeded()
        return place(connection)
    }

    mutating func openFailed(
        _ connection: ConnectionID, error: PostgresError, now: Monotonic, jitter: Double
    ) -> [Action] {
        opening.remove(connection)
        backoff.failed(error, now: now, jitter: jitter)
        return []
    }

    /// A connection is gone, whatever it was doing.
    mutating func lost(_ connection: ConnectionID, now: Monotonic) -> [Action] {
        idle.removeAll { $0 == connection }
        leased[connection] = nil
        return openAsNeeded(now)
    }

    /// The waiter went away. Answers whether it was still waiting.
    mutating func cancel(_ lease: LeaseID) -> Bool {
        guard let index = waiters.firstIndex(where: { $0.lease == lease }) else { return false }
        waiters.remove(at: index)
        return true
    }

    /// Time has passed: refuses those who waited too long, tries connections again.
    mutating func tick(_ now: Monotonic) -> [Action] {
        var actions: [Action] = []
        let code: PostgresError.Code = backoff.lastError != nil && leased.isEmpty ? .cannotConnect : .leaseTimeout
        while let first = waiters.first, first.deadline <= now {
            waiters.removeFirst()
            actions.append(.refuse(first.lease, code))
        }
        return actions + openAsNeeded(now)
    }

    /// When `tick` has something to do.
    var nextDeadline: Monotonic? {
        guard let first = waiters.first?.deadline else { return nil }
        guard total < capacity, let until = backoff.until else { return first }
        return min(first, until)
    }

    mutating func close() -> [Action] {
        isClosed = true
        let actions = waiters.map { Action.refuse($0.lease, .closed) } + idle.map { Action.close($0) }
        waiters.removeAll()
        idle.removeAll()
        return actions
    }

    private mutating func place(_ connection: ConnectionID) -> [Action] {
        guard !isClosed else { return [.close(connection)] }
        guard !waiters.isEmpty else {
            idle.append(connection)
            return []
        }
        let waiter = waiters.removeFirst()
        leased[connection] = waiter.lease
        return [.grant(waiter.lease, connection)]
    }

    private mutating func openAsNeeded(_ now: Monotonic) -> [Action] {
        guard !isClosed, backoff.allows(now) else { return [] }
        // After a failure one attempt at a time finds out whether the server is back.
        let limit = backoff.failures > 0 ? 1 : waiters.count
        var actions: [Action] = []
        while opening.count < min(limit, waiters.count), total < capacity {
            nextConnection += 1
            // Leased connections have even numbers, others odd ones.
            let connection = ConnectionID(number: nextConnection * 2)
            opening.insert(connection)
            actions.append(.open(connection))
        }
        return actions
    }
}
