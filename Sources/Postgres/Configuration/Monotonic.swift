import Glibc

/// A moment on the machine's monotonic clock; never a time of day.
struct Monotonic: Sendable, Hashable, Comparable {
    var nanoseconds: UInt64

    static func now() -> Monotonic {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Monotonic(nanoseconds: UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec))
    }

    static func < (left: Monotonic, right: Monotonic) -> Bool { left.nanoseconds < right.nanoseconds }

    static func + (left: Monotonic, right: Duration) -> Monotonic {
        let (seconds, attoseconds) = right.components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow, scaled >= 0, scaled < Int64.max / 4 else {
            return seconds < 0 ? left : Monotonic(nanoseconds: left.nanoseconds &+ UInt64(Int64.max / 4))
        }
        return Monotonic(nanoseconds: left.nanoseconds &+ UInt64(scaled) &+ UInt64(max(attoseconds, 0) / 1_000_000_000))
    }

    /// Whole milliseconds from `earlier`, rounded up; 0 when that is not earlier.
    func milliseconds(since earlier: Monotonic) -> Int32 {
        guard nanoseconds > earlier.nanoseconds else { return 0 }
        return Int32(clamping: (nanoseconds - earlier.nanoseconds) / 1_000_000 + 1)
    }
}
