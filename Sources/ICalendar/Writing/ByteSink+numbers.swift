import Foundation

/// Numbers and times, by whole-number arithmetic alone.
extension ByteSink {
    mutating func putNumber(_ value: Int) {
        reserve(20)
        if value < 0 { put(0x2D) }
        var rest = value.magnitude
        var divisor: UInt = 1
        while rest / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            put(UInt8(truncatingIfNeeded: rest / divisor) + 48)
            rest %= divisor
            divisor /= 10
        }
    }

    /// `20261012`.
    @inline(__always)
    mutating func putDay(_ day: CalendarDay) {
        reserve(8)
        writeDate(day.year, day.month, day.day)
    }

    /// `20261012T093000`.
    @inline(__always)
    mutating func putLocal(_ local: CalendarDateTime) {
        reserve(16)
        writeDate(local.day.year, local.day.month, local.day.day)
        writeClock(Int(local.secondOfDay))
    }

    /// `20261012T083000Z`.
    mutating func putUTC(_ date: Date) {
        let (days, seconds) = CivilArithmetic.floorDivide(date.wholeSeconds, CivilArithmetic.secondsPerDay)
        let civil = CivilArithmetic.date(days: days)
        reserve(16)
        writeDate(civil.year, civil.month, civil.day)
        writeClock(seconds)
        put(0x5A)
    }

    /// Degrees with six decimals, which is a tenth of a metre.
    mutating func putDegrees(_ degrees: Double) {
        let millionths = Int((min(max(degrees, -360), 360) * 1_000_000).rounded())
        if millionths < 0 { put(0x2D) }
        let size = Int(millionths.magnitude)
        putNumber(size / 1_000_000)
        put(0x2E)
        var divisor = 100_000
        while divisor > 0 {
            put(UInt8(truncatingIfNeeded: size / divisor % 10) + 48)
            divisor /= 10
        }
    }

    @inline(__always)
    private mutating func writeDate(_ year: Int, _ month: Int, _ day: Int) {
        writePair(0, year / 100)
        writePair(2, year % 100)
        writePair(4, month)
        writePair(6, day)
        advance(8)
    }

    @inline(__always)
    private mutating func writeClock(_ second: Int) {
        cursor[0] = 0x54
        writePair(1, second / 3600)
        writePair(3, second / 60 % 60)
        writePair(5, second % 60)
        advance(7)
    }

    @inline(__always)
    private func writePair(_ offset: Int, _ value: Int) {
        let tens = (value &* 103) &>> 10
        cursor[offset] = UInt8(truncatingIfNeeded: tens &+ 48)
        cursor[offset &+ 1] = UInt8(truncatingIfNeeded: value &- tens &* 10 &+ 48)
    }
}
