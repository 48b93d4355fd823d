/// Spreads attempts in time. It needs to differ between processes and moments, not to be unpredictable, so it is taken
/// from the clock.
package enum Jitter {
    package static let fromClock: @Sendable () -> Double = {
        var bits = Monotonic.now().nanoseconds &* 0x9E37_79B9_7F4A_7C15
        bits ^= bits >> 31
        bits = bits &* 0xBF58_476D_1CE4_E5B9
        bits ^= bits >> 29
        return Double(bits >> 11) / Double(UInt64(1) << 53)
    }

    /// Doubles from `base` up to `limit`, and takes between half of that and all of it.
    static func delay(attempt: Int, base: Duration, limit: Duration, jitter: Double) -> Duration {
        let doubled = base * (1 << min(max(attempt, 0), 16))
        return min(doubled, limit) * (0.5 + 0.5 * min(max(jitter, 0), 1))
    }
}
