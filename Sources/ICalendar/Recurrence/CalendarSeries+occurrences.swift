package import Foundation

extension CalendarSeries {
    /// How many instances are looked at, at most, on the way to those asked for.
    private static let maximumWalk = 200_000

    /// The instances that are not over at `from` and begin before `until`, in order of their starts; at most `limit`.
    ///
    /// Exceptions are gone, overrides stand in their instance's place wherever they were moved, and cancelled overrides
    /// are present with their status. A whole day counts from its midnight in London.
    ///
    /// - Throws: `unsupported` for hourly and shorter rules.
    package func occurrences(
        from: Date? = nil, until: Date? = nil, limit: Int
    ) throws(RecurrenceError) -> [CalendarOccurrence] {
        guard limit > 0 else { return [] }
        let excluded = Set(master.exceptions.map { key($0) })
        let replaced = Set(overrides.compactMap { $0.recurrenceID.map { key($0) } })
        let window = Window(from: from, until: until)
        var found: [CalendarOccurrence] = []
        for override in overrides {
            guard let original = override.recurrenceID, !excluded.contains(key(original)) else { continue }
            let occurrence = CalendarOccurrence(
                original: original.matching(master.start), start: override.start.existing, end: override.endTime,
                event: override, isOverride: true)
            if window.holds(occurrence) { found.append(occurrence) }
        }
        let plain = try plainOccurrences(in: window, without: excluded.union(replaced), limit: limit)
        let ordered = (found + plain).sorted { window.second($0.start) < window.second($1.start) }
        return Array(ordered.prefix(limit))
    }

    /// The instances that stand as the master has them.
    private func plainOccurrences(
        in window: Window, without gone: Set<Int>, limit: Int
    ) throws(RecurrenceError) -> [CalendarOccurrence] {
        var result: [CalendarOccurrence] = []
        var seen = gone
        func take(_ start: CalendarTime) {
            guard seen.insert(start.orderKey).inserted else { return }
            let occurrence = CalendarOccurrence(
                original: start, start: start, end: end(of: start), event: master, isOverride: false)
            if window.holds(occurrence) { result.append(occurrence) }
        }
        if let rule = master.recurrence {
            // A day of grace for whole days, whose order key is not an instant.
            let bound = window.until.map { $0 + CivilArithmetic.secondsPerDay } ?? .max
            for start in try rule.sequence(from: master.start).prefix(Self.maximumWalk) {
                guard start.orderKey < bound, result.count < limit else { break }
                take(start)
            }
        } else {
            take(master.start.existing)
        }
        for addition in master.additions { take(addition.matching(master.start).existing) }
        return result
    }

    private func key(_ time: CalendarTime) -> Int {
        time.matching(master.start).orderKey
    }

    /// An instance is as long as the master: by the calendar for whole days, by the clock's run otherwise.
    private func end(of start: CalendarTime) -> CalendarTime? {
        switch master.end {
        case nil: nil
        case .after(let duration): start.adding(duration)
        case .at(let time):
            start.adding(
                master.start.isDate
                    ? CalendarDuration(days: max(0, time.clock.day.epochDay - master.start.clock.day.epochDay))
                    : CalendarDuration(seconds: max(0, time.orderKey - master.start.orderKey)))
        }
    }

    /// A span of instants, open where a bound is nil.
    private struct Window {
        let from: Int?
        let until: Int?

        init(from: Date?, until: Date?) {
            self.from = from?.wholeSeconds
            self.until = until?.wholeSeconds
        }

        func holds(_ occurrence: CalendarOccurrence) -> Bool {
            let start = second(occurrence.start)
            let end =
                occurrence.end.map(second) ?? start + (occurrence.start.isDate ? CivilArithmetic.secondsPerDay : 0)
            if let until, start >= until { return false }
            if let from, end <= from, start < from { return false }
            return true
        }

        func second(_ time: CalendarTime) -> Int {
            guard case .date(let day) = time else { return time.orderKey }
            return CalendarZone.london.epochSeconds(of: CalendarDateTime(day: day, secondOfDay: 0))
        }
    }
}
