package import Foundation

/// When something happens, in one of the three forms that a calendar file may hold.
///
/// There is no floating time (rule 3.10): what has no zone cannot be constructed, so cannot be written.
package enum CalendarTime: Hashable, Sendable {
    /// An instant, written with a Z; fractions of a second are dropped.
    case utc(Date)
    /// A wall clock reading in a zone.
    case zoned(CalendarDateTime, CalendarZone)
    /// A whole day, without a zone.
    case date(CalendarDay)

    package static func london(_ local: CalendarDateTime) -> CalendarTime {
        .zoned(local, .london)
    }

    package var isDate: Bool {
        if case .date = self { true } else { false }
    }

    package var zone: CalendarZone? {
        if case .zoned(_, let zone) = self { zone } else { nil }
    }

    /// Nil for a whole day, which begins at another instant in every zone.
    package var instant: Date? {
        switch self {
        case .utc(let date): date
        case .zoned(let local, let zone): zone.instant(of: local)
        case .date: nil
        }
    }

    /// The clock as it is shown: UTC's own for `utc`, midnight for a day.
    package var clock: CalendarDateTime {
        switch self {
        case .utc(let date): CalendarDateTime(civilSeconds: date.wholeSeconds)
        case .zoned(let local, _): local
        case .date(let day): CalendarDateTime(day: day, secondOfDay: 0)
        }
    }

    /// Seconds by which times of one event are put in order: since 1970 in UTC, a day counted from its midnight.
    var orderKey: Int {
        switch self {
        case .utc(let date): date.wholeSeconds
        case .zoned(let local, let zone): zone.epochSeconds(of: local)
        case .date(let day): day.epochDay * CivilArithmetic.secondsPerDay
        }
    }
}
