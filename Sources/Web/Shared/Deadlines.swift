import NIOCore
import Synchronization

/// The requests under way, so that none holds a connection for longer than it may: a body that trickles in, or an answer
/// that nobody takes, ends with its connection.
final class Deadlines: Sendable {
    private struct Entry {
        let until: ContinuousClock.Instant
        let connection: any Channel
    }

    private let longest: Duration
    private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

    init(longest: Duration) { self.longest = longest }

    /// - Parameter longest: how long it may take, for what is known to take longer than most.
    func begin(_ connection: any Channel, for longest: Duration? = nil) {
        let entry = Entry(until: .now + (longest ?? self.longest), connection: connection)
        entries.withLock { $0[ObjectIdentifier(connection)] = entry }
    }

    func end(_ connection: any Channel) {
        entries.withLock { $0[ObjectIdentifier(connection)] = nil }
    }

    var underWay: Int { entries.withLock { $0.count } }

    /// Closes what has been under way for too long, every second, until cancelled.
    func watch() async throws {
        while true {
            try await Task.sleep(for: .seconds(1))
            let now = ContinuousClock.now
            let late = entries.withLock { $0.values.filter { now > $0.until }.map(\.connection) }
            for connection in late { connection.close(promise: nil) }
        }
    }
}
