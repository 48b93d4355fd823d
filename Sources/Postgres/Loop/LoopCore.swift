internal import CLibPQ
import Logging

/// Everything that lives on the loop's thread. It is made there and never leaves it, so nothing in it is locked.
final class LoopCore {
    /// What became of a lease.
    enum LeaseState {
        case waiting([Operation])
        case held(Connection)
        /// Refused, or its connection is gone: whatever is asked of it fails with this.
        case over(PostgresError)
    }

    let configuration: PostgresConfiguration
    let parameters: Result<ConnectionParameters, PostgresError>
    let loop: EventLoop
    let logger: Logger
    private var poller = Poller()
    var connections: [UInt64: Connection] = [:]
    var leasePool: LeasePool
    var leases: [LeaseID: LeaseState] = [:]
    /// Leases that never had a transaction: their connection may be idle between operations.
    var bareLeases: Set<LeaseID> = []
    var readPool: ReadPool
    var reads = FIFO<(request: PipelineRequest, deadline: Monotonic)>()
    var listeners: [UInt64: Listener] = [:]
    var nextListening: UInt64 = 0
    var nextListenerConnection: UInt64 = 0
    private var touched: [Connection] = []
    /// Chunks of COPY that the socket has not taken yet.
    var unsentChunks: [ConnectionID: [CopyInRequest.Chunk]] = [:]
    var closing: (deadline: Monotonic, promises: [Promise<Void>])?
    var isStopped = false
    var now = Monotonic.now()

    init(configuration: PostgresConfiguration, loop: EventLoop, logger: Logger) {
        self.configuration = configuration
        self.loop = loop
        self.logger = logger
        do throws(PostgresError) {
            parameters = .success(try ConnectionParameters(configuration))
        } catch {
            parameters = .failure(error)
        }
        leasePool = LeasePool(
            capacity: configuration.leases, queueLimit: configuration.leaseQueue, wait: configuration.leaseWait)
        readPool = ReadPool(capacity: configuration.readConnections)
        if let wakeUp = loop.wakeUp { poller.add(wakeUp.reading, number: 0, .readable) }
    }

    func run() {
        // Without a descriptor to be woken by, the door is closed already.
        isStopped = loop.wakeUp == nil
        var ready: [(number: UInt64, events: Poller.Events)] = []
        while !isStopped {
            poller.wait(timeout(), into: &ready)
            now = Monotonic.now()
            for (number, events) in ready {
                if let connection = connections[number] { handle(events, of: connection) }
            }
            for job in loop.takeJobs() { job(self) }
            pumpReads()
            tick()
            flush()
            finishClosing()
        }
        let rest = loop.end()
        for job in rest { job(self) }
        failEverything(PostgresError(.closed))
        // Whoever asked to close between the last turn and the end was only noted down.
        answerClosing()
    }

    /// Marks a connection as having output that goes out at the end of this turn.
    func touch(_ connection: Connection) {
        guard !connection.isTouched else { return }
        connection.isTouched = true
        touched.append(connection)
    }

    private func flush() {
        while !touched.isEmpty {
            let batch = touched
            touched.removeAll(keepingCapacity: true)
            for connection in batch {
                connection.isTouched = false
                guard connections[connection.id.number] === connection else { continue }
                write(connection)
            }
        }
    }

    private func write(_ connection: Connection) {
        switch PQflush(connection.pointer) {
        case 0:
            connection.wantsToWrite = false
            if let chunks = unsentChunks.removeValue(forKey: connection.id) {
                for chunk in chunks { chunk.sent.succeed(()) }
            }
        case 1: connection.wantsToWrite = true
        default:
            // What the server said before it went can still be read.
            receive(connection)
            if connections[connection.id.number] === connection { lose(connection) }
            return
        }
        watch(connection)
    }

    /// Tells the poller what this connection waits for.
    func watch(_ connection: Connection) {
        var wanted: Poller.Events = connection.isReadingPaused ? [] : .readable
        if connection.wantsToWrite { wanted.insert(.writable) }
        guard wanted != connection.events else { return }
        connection.events = wanted
        poller.change(number: connection.id.number, wanted)
    }

    func add(_ connection: Connection) {
        connections[connection.id.number] = connection
        connection.events = .readable
        poller.add(connection.socket, number: connection.id.number, .readable)
    }

    /// Takes the descriptor out of the poller before libpq closes it with the last reference to the handle.
    func remove(_ connection: Connection) {
        guard connections.removeValue(forKey: connection.id.number) != nil else { return }
        poller.remove(number: connection.id.number)
        if let chunks = unsentChunks.removeValue(forKey: connection.id) {
            for chunk in chunks { chunk.sent.fail(PostgresError(.connectionLost)) }
        }
    }

    private func handle(_ events: Poller.Events, of connection: Connection) {
        if events.contains(.writable) { touch(connection) }
        let hasFailed = !events.isDisjoint(with: .failed)
        guard events.contains(.readable) || hasFailed else { return }
        // Hearing of the end while reading is paused: what was sent before it is still to be read.
        if hasFailed { connection.isReadingPaused = false }
        guard !connection.isReadingPaused else { return }
        receive(connection)
    }

    /// Reads what there is and carries it to where it is waited for.
    func receive(_ connection: Connection) {
        let isAlive = PQconsumeInput(connection.pointer) == 1
        let isSound = process(connection)
        guard connections[connection.id.number] === connection else { return }
        guard isAlive, isSound, !connection.isBroken else { return lose(connection) }
        touch(connection)
    }

    /// False when the connection has failed.
    func process(_ connection: Connection) -> Bool {
        if case .listen(let number) = connection.purpose { takeNotifications(connection, number) }
        while true {
            if connection.exclusive != nil {
                guard connection.receiveExclusive() else { return false }
                if connection.exclusive != nil { break }
                connection.cancelReason = nil
                if let lease = connection.lease { endIfOutside(lease, connection) }
            } else if !connection.entries.isEmpty {
                guard connection.receivePipelines({ landed(connection, $0) }) else { return false }
                if !connection.entries.isEmpty { break }
            } else {
                break
            }
            guard connection.advance() else { return false }
            if !connection.isUnderWay { break }
        }
        settle(connection)
        return true
    }

    private func landed(_ connection: Connection, _ landing: Connection.Landing) {
        if connection.purpose == .read {
            readPool.answered(connection.id)
            landing.request.promise.answer(landing.outcome)
            return
        }
        var outcome = landing.outcome
        if let lease = connection.lease {
            outcome = leaseLanded(lease, connection, landing)
        }
        landing.request.promise.answer(outcome)
    }
}
