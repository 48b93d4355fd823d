import Foundation

extension RecurrenceRule {
    /// The first `limit` starts of a series that begins at `start`, by the clock of its zone: 09:30 stays 09:30 over
    /// clock changes (rule 5.10). A start that spring skips is moved past the gap, as any such time is.
    ///
    /// - Throws: `unsupported` for hourly and shorter rules.
    package func starts(from start: CalendarTime, limit: Int) throws(RecurrenceError) -> [CalendarTime] {
        var result: [CalendarTime] = []
        guard limit > 0 else { return [] }
        for time in try sequence(from: start) {
            result.append(time)
            if result.count == limit { break }
        }
        return result
    }

    /// All starts, lazily and without a limit of their own other than the rule's end.
    func sequence(from start: CalendarTime) throws(RecurrenceError) -> RecurrenceStarts {
        switch frequency {
        case .hourly, .minutely, .secondly: throw .unsupported(frequency)
        case .daily, .weekly, .monthly, .yearly: return RecurrenceStarts(rule: self, start: start)
        }
    }
}

/// The starts of a rule as times of the same form as the first, up to COUNT or UNTIL.
struct RecurrenceStarts: Sequence, IteratorProtocol {
    private var clocks: RecurrenceIterator
    private let start: CalendarTime
    private let end: RecurrenceEnd
    private var count = 0

    init(rule: RecurrenceRule, start: CalendarTime) {
        clocks = RecurrenceIterator(rule: rule, start: start.clock)
        self.start = start
        end = rule.end
    }

    mutating func next() -> CalendarTime? {
        if case .count(let limit) = end, count >= limit { return nil }
        guard let clock = clocks.next() else { return nil }
        count += 1
        let time: CalendarTime
        switch start {
        case .utc: time = .utc(Date(wholeSeconds: clock.civilSeconds))
        case .date: time = .date(clock.day)
        case .zoned(_, let zone): time = CalendarTime.zoned(clock, zone).existing
        }
        return isWithinEnd(time, clock) ? time : nil
    }

    private func isWithinEnd(_ time: CalendarTime, _ clock: CalendarDateTime) -> Bool {
        switch end {
        case .never, .count: true
        case .untilDay(let last): clock.day <= last
        case .until(let last):
            start.isDate
                ? clock.day <= CalendarDateTime(civilSeconds: last.wholeSeconds).day
                : time.orderKey <= last.wholeSeconds
        }
    }
}
