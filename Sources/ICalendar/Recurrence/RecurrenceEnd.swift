package import Foundation

/// How long a series runs; COUNT and UNTIL exclude each other (rule 5.1).
package enum RecurrenceEnd: Hashable, Sendable {
    case never
    /// That many instances, those later cancelled among them.
    case count(Int)
    /// The start of the last instance, inclusive.
    case until(Date)
    /// The last day, inclusive. Beside a start that has a clock time it is written as the end of that day in its zone.
    case untilDay(CalendarDay)

    /// The end that makes an instance starting at that time the last one, in the form its start asks for (rule 5.1).
    package static func through(_ lastStart: CalendarTime) -> RecurrenceEnd {
        if case .date(let day) = lastStart { return .untilDay(day) }
        return .until(Date(wholeSeconds: lastStart.orderKey))
    }
}
