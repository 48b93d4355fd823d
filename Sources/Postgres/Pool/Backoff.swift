/// When the next connection may be tried after failures. Whoever waits for a lease sees several attempts before they are refused.
struct Backoff: Sendable {
    private(set) var failures = 0
    private(set) var until: Monotonic?
    private(set) var lastError: PostgresError?

    func allows(_ now: Monotonic) -> Bool { until.map { $0 <= now } ?? true }

    mutating func failed(_ error: PostgresError, now: Monotonic, jitter: Double) {
        let delay = Jitter.delay(attempt: failures, base: .milliseconds(50), limit: .milliseconds(500), jitter: jitter)
        failures += 1
        until = now + delay
        lastError = error
    }

    mutating func succeeded() { self = Backoff() }
}
