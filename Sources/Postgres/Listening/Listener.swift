/// One stream of notifications and the connection of its own behind it.
final class Listener {
    let number: UInt64
    let channels: [String]
    let continuation: AsyncStream<PostgresNotification>.Continuation
    var connection: Connection?
    var isOpening = false
    var hasListened = false
    var backoff = Backoff()

    init(number: UInt64, channels: [String], continuation: AsyncStream<PostgresNotification>.Continuation) {
        self.number = number
        self.channels = channels
        self.continuation = continuation
    }

    /// When to try again after a failure.
    var retryAt: Monotonic? { connection == nil && !isOpening ? backoff.until : nil }

    /// One LISTEN for each channel. A name is quoted, so it means itself and nothing else.
    var commands: String {
        channels.map {
            "LISTEN \"\($0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
        }
        .joined(separator: "; ")
    }
}
