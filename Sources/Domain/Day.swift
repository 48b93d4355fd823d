/// A civil date in the proleptic Gregorian calendar: no time, no zone.
///
/// Kept as days since 1970-01-01, so arithmetic is exact and comparison is cheap. The conversions are the
/// well-known shifted-March computation over 400-year eras. Years from 1 to 9999.
package struct Day: Hashable, Sendable, Comparable {
    package let number: Int

    /// Days since 1970-01-01, clamped to the years 1 to 9999.
    package init(number: Int) {
        self.number = min(max(number, -719_162), 2_932_896)
    }

    /// Nil when there is no such day: 31 February, month 13.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year)
        else {
            return nil
        }
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let calendarMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, day)
    }

    package var year: Int { parts.year }
    package var month: Int { parts.month }
    package var day: Int { parts.day }

    package var weekday: Weekday {
        let index = (number + 3) % 7
        return Weekday.allCases[index < 0 ? index + 7 : index]
    }

    package static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }

    package func adding(days: Int) -> Day {
        Day(number: number &+ days)
    }

    /// The number of days in a month.
    package static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Monday first, as British weeks and ISO 8601 count.
package enum Weekday: String, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The two letters of RFC 5545.
    package var code: String {
        String(rawValue.prefix(2)).uppercased()
    }

    package var name: String {
        rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }

    package var short: String {
        String(name.prefix(3))
    }

    /// 0 for Monday.
    package var index: Int {
        Weekday.allCases.firstIndex(of: self) ?? 0
    }
}
