import Synchronization

/// How often one key may do something in a stretch of time. It remembers a bounded number of keys; a full memory forgets
/// those that have been quiet, and then all.
final class RateLimit: Sendable {
    private struct Count {
        var since: ContinuousClock.Instant
        var times: Int
    }

    private let most: Int
    private let window: Duration
    private let mostKeys: Int
    private let counts = Mutex<[String: Count]>([:])

    init(_ most: Int, per window: Duration, mostKeys: Int = 20_000) {
        self.most = most
        self.window = window
        self.mostKeys = mostKeys
    }

    /// Counts one more; whether it is still within the limit.
    func admits(_ key: String, at now: ContinuousClock.Instant = .now) -> Bool {
        counts.withLock { counts in
            if counts.count >= mostKeys {
                counts = counts.filter { now - $0.value.since < window }
                if counts.count >= mostKeys { counts = [:] }
            }
            var count = counts[key] ?? Count(since: now, times: 0)
            if now - count.since >= window { count = Count(since: now, times: 0) }
            count.times = min(count.times + 1, most + 1)
            counts[key] = count
            return count.times <= most
        }
    }
}
