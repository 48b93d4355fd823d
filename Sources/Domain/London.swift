package import Foundation

/// Europe/London: between the wall and the instant.
///
/// Since 1996 British Summer Time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
/// October (the Summer Time Order 2002 for the years since then). The rule is computed here, so that no zone file can be missing; a test
/// holds it against the system's.
package enum London {
    /// What a time on the wall can mean.
    package enum Meaning: Equatable, Sendable {
        case one(Date)
        /// The clocks went back: it happened twice.
        case twice(first: Date, second: Date)
        /// The clocks went forward: it never happened.
        case never
    }

    package static func meaning(of local: LocalTime) -> Meaning {
        let winter = local.wallMinutes
        let summer = winter - 60
        switch (isSummer(utcMinutes: winter), isSummer(utcMinutes: summer)) {
        case (false, false): return .one(instant(utcMinutes: winter))
        case (true, true): return .one(instant(utcMinutes: summer))
        case (false, true): return .twice(first: instant(utcMinutes: summer), second: instant(utcMinutes: winter))
        case (true, false): return .never
        }
    }

    /// The instant, the first of two; nil for a time that never happened.
    package static func instant(of local: LocalTime) -> Date? {
        switch meaning(of: local) {
        case .one(let instant), .twice(let instant, _): instant
        case .never: nil
        }
    }

    package static func local(_ instant: Date) -> LocalTime {
        let minutes = utcMinutes(of: instant)
        return LocalTime(wallMinutes: minutes + (isSummer(utcMinutes: minutes) ? 60 : 0))
    }

    /// Minutes that the wall is ahead of UTC: 0 or 60.
    package static func offset(at instant: Date) -> Int {
        isSummer(utcMinutes: utcMinutes(of: instant)) ? 60 : 0
    }

    /// The instant when a day begins. Midnight exists once on every day in London.
    package static func start(of day: Day) -> Date {
        instant(of: LocalTime(day, ClockTime(minutes: 0))) ?? instant(utcMinutes: day.number * 1440)
    }

    /// `2018-01-29T09:30:00+00:00`
    package static func rfc3339(_ instant: Date) -> String {
        let wall = local(instant)
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) - utcMinutes(of: instant) * 60
        let offset = offset(at: instant) == 0 ? "+00:00" : "+01:00"
        return "\(wall.day.iso)T\(wall.time.iso):\(padded(max(0, seconds), 2))\(offset)"
    }

    /// The last Sunday of a month, at 01:00 UTC, in minutes since 1970.
    private static func lastSunday(_ year: Int, _ month: Int) -> Int {
        guard let last = Day(year: year, month: month, day: 31) else { return 0 }
        return (last.number - (last.weekday.index + 1) % 7) * 1440 + 60
    }

    private static func isSummer(utcMinutes: Int) -> Bool {
        let day = utcMinutes >= 0 ? utcMinutes / 1440 : (utcMinutes - 1439) / 1440
        let year = Day(number: day).year
        return utcMinutes >= lastSunday(year, 3) && utcMinutes < lastSunday(year, 10)
    }

    private static func utcMinutes(of instant: Date) -> Int {
        let seconds = min(max(instant.timeIntervalSince1970, -60_000_000_000), 250_000_000_000)
        return Int((seconds / 60).rounded(.down))
    }

    private static func instant(utcMinutes: Int) -> Date {
        Date(timeIntervalSince1970: Double(utcMinutes) * 60)
    }
}
