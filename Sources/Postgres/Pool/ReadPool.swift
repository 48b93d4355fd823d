/// Decides which of the shared connections takes the next read, and when to open another. Pure, as `LeasePool`.
struct ReadPool {
    enum Step: Equatable {
        case send(ConnectionID)
        case open(ConnectionID)
        case wait
    }

    let capacity: Int
    /// Reads under way on one connection; more of them wait in the client, where they can be given up.
    let depth: Int
    /// A connection with fewer reads under way is not relieved by opening another.
    private let spread = 4
    private(set) var loads: [ConnectionID: Int] = [:]
    private(set) var opening: Set<ConnectionID> = []
    private(set) var backoff = Backoff()
    private var nextConnection: UInt64 = 0

    init(capacity: Int, depth: Int = 64) {
        self.capacity = max(1, capacity)
        self.depth = max(1, depth)
    }

    var underWay: Int { loads.values.reduce(0, +) }

    /// What to do for the read at the head of the queue. Answers `open` at most once until that has come to an end,
    /// so ask again after it.
    mutating func next(_ now: Monotonic) -> Step {
        let least = loads.min { ($0.value, $0.key.number) < ($1.value, $1.key.number) }
        let isBusy = least.map { $0.value >= spread } ?? true
        if isBusy, opening.isEmpty, loads.count < capacity, backoff.allows(now) {
            nextConnection += 1
            let connection = ConnectionID(number: nextConnection * 4 + 1)
            opening.insert(connection)
            return .open(connection)
        }
        guard let least, least.value < depth else { return .wait }
        loads[least.key] = least.value + 1
        return .send(least.key)
    }

    mutating func answered(_ connection: ConnectionID) {
        if let load = loads[connection] { loads[connection] = max(0, load - 1) }
    }

    mutating func opened(_ connection: ConnectionID) {
        guard opening.remove(connection) != nil else { return }
        backoff.succeeded()
        loads[connection] = 0
    }

    mutating func openFailed(_ connection: ConnectionID, error: PostgresError, now: Monotonic, jitter: Double) {
        opening.remove(connection)
        backoff.failed(error, now: now, jitter: jitter)
    }

    mutating func lost(_ connection: ConnectionID) { loads[connection] = nil }
}
