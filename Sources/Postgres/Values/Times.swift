package import Foundation

/// An instant, as timestamptz. Exact to the microsecond both ways between the years 1730 and 2270; PostgreSQL's
/// infinities become `distantPast` and `distantFuture`.
extension Date: PostgresValue {
    package static var postgresType: PostgresType { .timestamptz }
    package static var sample: Date { Date(timeIntervalSinceReferenceDate: 0) }

    /// From PostgreSQL's epoch, 2000-01-01, to Foundation's, 2001-01-01.
    private static let epochDistance: Int64 = 31_622_400

    package func encode(into bytes: inout ByteWriter) {
        let whole = timeIntervalSinceReferenceDate.rounded(.down)
        let fraction = ((timeIntervalSinceReferenceDate - whole) * 1_000_000).rounded()
        guard let seconds = Int64(exactly: whole), let rest = Int64(exactly: fraction),
            abs(whole) < 9_000_000_000_000
        else {
            bytes.fail(PostgresError(.encoding, note: "an instant beyond timestamptz"))
            return
        }
        bytes.write((seconds + Date.epochDistance) * 1_000_000 + rest)
    }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Date {
        let microseconds = try bytes.number(Int64.self, for: Date.self)
        if microseconds == .max { return .distantFuture }
        if microseconds == .min { return .distantPast }
        let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return Date(timeIntervalSinceReferenceDate: Double(seconds - epochDistance) + Double(rest) / 1_000_000)
    }
}

/// A calendar day without a zone, as date.
package struct PostgresDay: PostgresValue, Hashable, Comparable {
    /// Days since 1970-01-01.
    package var daysSinceEpoch: Int

    package init(daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }

    package static var postgresType: PostgresType { .date }
    package static var sample: PostgresDay { PostgresDay(daysSinceEpoch: 0) }

    package static func < (left: PostgresDay, right: PostgresDay) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }

    /// From 1970-01-01 to 2000-01-01.
    private static let epochDistance = 10_957

    package func encode(into bytes: inout ByteWriter) {
        let (days, overflow) = daysSinceEpoch.subtractingReportingOverflow(PostgresDay.epochDistance)
        guard !overflow, let narrow = Int32(exactly: days), narrow != .max, narrow != .min else {
            bytes.fail(PostgresError(.encoding, note: "a day beyond date"))
            return
        }
        bytes.write(narrow)
    }

    package static func decode(
        _ bytes: UnsafeRawBufferPointer?, type: PostgresType
    ) throws(PostgresError) -> PostgresDay {
        let days = try bytes.number(Int32.self, for: PostgresDay.self)
        guard days != .max, days != .min else { throw PostgresError(.decoding, note: "an infinite date") }
        return PostgresDay(daysSinceEpoch: Int(days) + epochDistance)
    }
}

/// A wall-clock time without a zone, as timestamp.
package struct PostgresTimestamp: PostgresValue, Hashable, Comparable {
    /// Microseconds since 1970-01-01 00:00 on the same clock.
    package var microsecondsSinceEpoch: Int

    package init(microsecondsSinceEpoch: Int) { self.microsecondsSinceEpoch = microsecondsSinceEpoch }

    package static var postgresType: PostgresType { .timestamp }
    package static var sample: PostgresTimestamp { PostgresTimestamp(microsecondsSinceEpoch: 0) }

    package static func < (left: PostgresTimestamp, right: PostgresTimestamp) -> Bool {
        left.microsecondsSinceEpoch < right.microsecondsSinceEpoch
    }

    private static let epochDistance = 946_684_800_000_000

    package func encode(into bytes: inout ByteWriter) {
        let (since2000, overflow) = microsecondsSinceEpoch.subtractingReportingOverflow(
            PostgresTimestamp.epochDistance)
        guard !overflow, since2000 != .max, since2000 != .min else {
            bytes.fail(PostgresError(.encoding, note: "a time beyond timestamp"))
            return
        }
        bytes.write(Int64(since2000))
    }

    package static func decode(
        _ bytes: UnsafeRawBufferPointer?, type: PostgresType
    ) throws(PostgresError) -> PostgresTimestamp {
        let since2000 = try bytes.number(Int64.self, for: PostgresTimestamp.self)
        let (since1970, overflow) = Int(since2000).addingReportingOverflow(epochDistance)
        guard !overflow, since2000 != .max, since2000 != .min else {
            throw PostgresError(.decoding, note: "an infinite timestamp")
        }
        return PostgresTimestamp(microsecondsSinceEpoch: since1970)
    }
}
