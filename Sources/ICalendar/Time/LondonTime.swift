package import Foundation

/// The United Kingdom's clock by its own rule, without time zone data: summer time from the last Sunday of March, 01:00
/// UTC, to the last Sunday of October, 01:00 UTC. True from 1996; it is the rule that our VTIMEZONE states (rule 4.4).
package enum LondonTime {
    package static let zoneID = "Europe/London"

    package static func resolve(_ local: CalendarDateTime) -> LocalResolution {
        CalendarZone.london.resolve(local)
    }

    /// The instant a clock reading means: the first of two, and past the gap for one that spring skips.
    package static func instant(of local: CalendarDateTime) -> Date {
        CalendarZone.london.instant(of: local)
    }

    package static func local(at instant: Date) -> CalendarDateTime {
        CalendarZone.london.local(at: instant)
    }

    /// Seconds east of Greenwich at an instant: 0 or 3600.
    static func offset(atEpoch seconds: Int) -> Int {
        let (days, secondOfDay) = CivilArithmetic.floorDivide(seconds, CivilArithmetic.secondsPerDay)
        let date = CivilArithmetic.date(days: days)
        switch date.month {
        case 4...9: return 3600
        case 3, 10:
            let change = lastSunday(monthEndingOn: days + 31 - date.day)
            let hasChanged = days > change || (days == change && secondOfDay >= 3600)
            return hasChanged == (date.month == 3) ? 3600 : 0
        default: return 0
        }
    }

    /// The instant in a month that has no change of the clock; nil in March and October.
    static func plainEpochSeconds(of local: CalendarDateTime) -> Int? {
        switch local.day.month {
        case 3, 10: nil
        case 4...9: local.civilSeconds - 3600
        default: local.civilSeconds
        }
    }

    /// Whether a clock reading falls in the hour that is skipped: 01:00 to 01:59 on the last Sunday of March.
    static func skips(_ local: CalendarDateTime) -> Bool {
        guard local.day.month == 3, local.day.day >= 25, local.hour == 1 else { return false }
        return local.day.weekday == .sunday
    }

    /// The last Sunday on or before the 31st, both as days since 1970. March and October have 31 days.
    private static func lastSunday(monthEndingOn lastDay: Int) -> Int {
        lastDay - CivilArithmetic.floorDivide(lastDay + 4, 7).remainder
    }
}
