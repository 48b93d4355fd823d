import Foundation

extension CalendarTime {
    /// The same moment in the form and zone of another time, as rule 5.3 wants of EXDATE and RECURRENCE-ID.
    ///
    /// A day beside a clock time takes that clock; a clock time beside a day keeps only its day.
    package func matching(_ model: CalendarTime) -> CalendarTime {
        switch (self, model) {
        case (.utc, .utc), (.date, .date): self
        case (.zoned(_, let zone), .zoned(_, let other)) where zone == other: self
        case (.date(let day), .zoned(let clock, let zone)):
            .zoned(CalendarDateTime(day: day, secondOfDay: Int(clock.secondOfDay)), zone)
        case (.date(let day), .utc):
            .utc(
                Date(
                    wholeSeconds: CalendarDateTime(day: day, secondOfDay: Int(model.clock.secondOfDay))
                        .civilSeconds))
        case (_, .date): .date(clock.day)
        case (_, .utc): .utc(Date(wholeSeconds: orderKey))
        case (_, .zoned(_, let zone)): .zoned(zone.local(epochSeconds: orderKey), zone)
        }
    }

    /// The same moment with a clock reading that exists: a reading in the hour that spring skips moves past it.
    package var existing: CalendarTime {
        guard case .zoned(let local, let zone) = self, zone.skips(local) else { return self }
        return .zoned(zone.local(epochSeconds: zone.epochSeconds(of: local)), zone)
    }

    /// Later by a length of time: days by the calendar, the rest by the clock's true run.
    package func adding(_ duration: CalendarDuration) -> CalendarTime {
        let days = duration.isNegative ? -duration.days : duration.days
        let seconds = duration.isNegative ? -duration.seconds : duration.seconds
        switch self {
        case .date(let day):
            let extra = CivilArithmetic.floorDivide(seconds, CivilArithmetic.secondsPerDay).quotient
            return .date(CalendarDay(clampedEpochDay: day.epochDay + days + extra))
        case .utc(let date):
            return .utc(Date(wholeSeconds: date.wholeSeconds + days * CivilArithmetic.secondsPerDay + seconds))
        case .zoned(let local, let zone):
            let moved = CalendarDateTime(civilSeconds: local.civilSeconds + days * CivilArithmetic.secondsPerDay)
            guard seconds != 0 else { return .zoned(moved, zone) }
            return .zoned(zone.local(epochSeconds: zone.epochSeconds(of: moved) + seconds), zone)
        }
    }
}
