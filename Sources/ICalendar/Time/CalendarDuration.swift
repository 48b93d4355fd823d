/// A length of time as RFC 5545, section 3.3.6 has it: days that follow the calendar and seconds that follow the clock.
package struct CalendarDuration: Hashable, Sendable {
    /// At most a billion of each, so that arithmetic on them cannot overflow.
    static let maximum = 1_000_000_000

    package let days: Int
    package let seconds: Int
    /// Both parts count backwards, as an alarm before the start does.
    package let isNegative: Bool

    /// Signs of the numbers are dropped; `isNegative` alone decides the direction.
    package init(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0, isNegative: Bool = false) {
        func bounded(_ value: Int) -> Int { min(Int(min(value.magnitude, UInt(Self.maximum))), Self.maximum) }
        self.days = bounded(days)
        self.seconds = bounded(bounded(hours) * 3600 + bounded(minutes) * 60 + bounded(seconds))
        self.isNegative = isNegative && (days != 0 || hours != 0 || minutes != 0 || seconds != 0)
    }

    package static func hours(_ count: Int) -> CalendarDuration { CalendarDuration(hours: count) }
    package static func minutes(_ count: Int) -> CalendarDuration { CalendarDuration(minutes: count) }
    package static func days(_ count: Int) -> CalendarDuration { CalendarDuration(days: count) }

    package var isZero: Bool { days == 0 && seconds == 0 }
}
