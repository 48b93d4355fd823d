package import Foundation

/// A time zone together with its definition, so that whoever holds a zoned time can also write its VTIMEZONE (rule 4.1).
package enum CalendarZone: Hashable, Sendable {
    /// Europe/London by `LondonTime`.
    case london
    /// A zone met in a file that was read.
    case foreign(ForeignZone)

    /// The TZID.
    package var id: String {
        switch self {
        case .london: LondonTime.zoneID
        case .foreign(let zone): zone.id
        }
    }

    package func resolve(_ local: CalendarDateTime) -> LocalResolution {
        let civil = local.civilSeconds
        let before = civil - offset(atEpoch: civil - CivilArithmetic.secondsPerDay)
        let after = civil - offset(atEpoch: civil + CivilArithmetic.secondsPerDay)
        let beforeHolds = before + offset(atEpoch: before) == civil
        let afterHolds = after + offset(atEpoch: after) == civil
        switch (beforeHolds, afterHolds) {
        case (true, true) where before != after:
            return .twice(first: Date(wholeSeconds: min(before, after)), second: Date(wholeSeconds: max(before, after)))
        case (true, _): return .once(Date(wholeSeconds: before))
        case (false, true): return .once(Date(wholeSeconds: after))
        case (false, false): return .never(after: Date(wholeSeconds: before))
        }
    }

    /// The instant a clock reading means: the first of two, and by the offset before the gap for one that is skipped, as
    /// RFC 5545, section 3.3.5 has it.
    package func instant(of local: CalendarDateTime) -> Date {
        Date(wholeSeconds: epochSeconds(of: local))
    }

    package func local(at instant: Date) -> CalendarDateTime {
        local(epochSeconds: instant.wholeSeconds)
    }

    /// Seconds east of Greenwich at an instant.
    package func offset(at instant: Date) -> Int {
        offset(atEpoch: instant.wholeSeconds)
    }

    func offset(atEpoch seconds: Int) -> Int {
        switch self {
        case .london: LondonTime.offset(atEpoch: seconds)
        case .foreign(let zone): zone.offset(atEpoch: seconds)
        }
    }

    func local(epochSeconds: Int) -> CalendarDateTime {
        CalendarDateTime(civilSeconds: epochSeconds + offset(atEpoch: epochSeconds))
    }

    func epochSeconds(of local: CalendarDateTime) -> Int {
        if case .london = self, let seconds = LondonTime.plainEpochSeconds(of: local) { return seconds }
        switch resolve(local) {
        case .once(let date), .twice(first: let date, second: _), .never(after: let date): return date.wholeSeconds
        }
    }

    /// Whether no instant shows this reading.
    func skips(_ local: CalendarDateTime) -> Bool {
        switch self {
        case .london: return LondonTime.skips(local)
        case .foreign:
            if case .never = resolve(local) { return true }
            return false
        }
    }
}
