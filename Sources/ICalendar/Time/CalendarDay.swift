/// A day of the Gregorian calendar, always a real one, from 1 January of the year 1 to 31 December 9999.
package struct CalendarDay: Hashable, Comparable, Sendable {
    /// Year, month and day in one number, so that order is the order of numbers.
    private let packed: Int32

    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilArithmetic.daysInMonth(year: year, month: month)
        else { return nil }
        packed = Int32(truncatingIfNeeded: year << 9 | month << 5 | day)
    }

    /// Days since 1 January 1970; a count outside the calendar becomes its first or last day.
    init(clampedEpochDay: Int) {
        let date = CivilArithmetic.date(
            days: min(max(clampedEpochDay, CivilArithmetic.firstDay), CivilArithmetic.lastDay))
        packed = Int32(truncatingIfNeeded: date.year << 9 | date.month << 5 | date.day)
    }

    package init?(epochDay: Int) {
        guard (CivilArithmetic.firstDay...CivilArithmetic.lastDay).contains(epochDay) else { return nil }
        self.init(clampedEpochDay: epochDay)
    }

    package var year: Int { Int(packed >> 9) }
    package var month: Int { Int(packed >> 5) & 15 }
    package var day: Int { Int(packed) & 31 }

    /// Days since 1 January 1970.
    package var epochDay: Int { CivilArithmetic.days(year: year, month: month, day: day) }

    package var weekday: Weekday { Weekday(epochDay: epochDay) }

    /// Nil where the calendar ends.
    package func adding(days: Int) -> CalendarDay? {
        let (sum, overflow) = epochDay.addingReportingOverflow(days)
        return overflow ? nil : CalendarDay(epochDay: sum)
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        left.packed < right.packed
    }
}
