/// A wall clock reading without a zone. By itself it is not a time that may be written: `CalendarTime` joins it to one.
package struct CalendarDateTime: Hashable, Comparable, Sendable {
    package let day: CalendarDay
    /// Seconds since midnight by the clock, 0 to 86,399.
    package let secondOfDay: Int32

    package init?(day: CalendarDay, hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.day = day
        secondOfDay = Int32(truncatingIfNeeded: hour * 3600 + minute * 60 + second)
    }

    package init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0) {
        guard let day = CalendarDay(year: year, month: month, day: day) else { return nil }
        self.init(day: day, hour: hour, minute: minute, second: second)
    }

    init(day: CalendarDay, secondOfDay: Int) {
        self.day = day
        self.secondOfDay = Int32(truncatingIfNeeded: min(max(secondOfDay, 0), CivilArithmetic.secondsPerDay - 1))
    }

    /// Seconds from 1970-01-01 00:00 by this same clock; held at the calendar's ends.
    init(civilSeconds: Int) {
        let (days, seconds) = CivilArithmetic.floorDivide(civilSeconds, CivilArithmetic.secondsPerDay)
        self.init(day: CalendarDay(clampedEpochDay: days), secondOfDay: seconds)
    }

    package var hour: Int { Int(secondOfDay) / 3600 }
    package var minute: Int { Int(secondOfDay) / 60 % 60 }
    package var second: Int { Int(secondOfDay) % 60 }

    /// Seconds since 1970-01-01 00:00 as if the clock showed UTC.
    var civilSeconds: Int { day.epochDay * CivilArithmetic.secondsPerDay + Int(secondOfDay) }

    package static func < (left: CalendarDateTime, right: CalendarDateTime) -> Bool {
        left.day == right.day ? left.secondOfDay < right.secondOfDay : left.day < right.day
    }
}
