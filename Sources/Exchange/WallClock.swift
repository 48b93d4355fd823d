import Domain
import Foundation
import ICalendar

/// Times as files write them: by the clock on the wall in London.
enum WallClock {
    /// `2018-01-29 09:30`, with its offset in the hour that happens twice, so that it is read back as it was.
    static func text(_ instant: Date) -> String {
        let local = London.local(instant)
        if case .twice = London.meaning(of: local) { return local.iso + offset(instant) }
        return local.iso
    }

    private static func offset(_ instant: Date) -> String {
        London.offset(at: instant) == 0 ? "+00:00" : "+01:00"
    }

    /// The two ends of something for a calendar: London's clock, or UTC when either falls in the second pass of the hour that
    /// happens twice, as a clock reading means the first (rule 3.11).
    static func calendarTimes(_ start: Date, _ end: Date) -> (start: CalendarTime, end: CalendarTime) {
        let (first, last) = (LondonTime.local(at: start), LondonTime.local(at: end))
        guard abs(LondonTime.instant(of: first).timeIntervalSince(start)) < 1,
            abs(LondonTime.instant(of: last).timeIntervalSince(end)) < 1
        else { return (.utc(start), .utc(end)) }
        return (.london(first), .london(last))
    }
}
