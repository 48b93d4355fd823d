import Foundation

extension RecurrenceRule {
    /// The value of RRULE beside that start, whose form decides that of UNTIL (rule 5.1).
    package func text(startingAt start: CalendarTime) -> String {
        var parts = ["FREQ=" + frequency.rawValue]
        if interval != 1 { parts.append("INTERVAL=\(interval)") }
        switch end {
        case .never: break
        case .count(let count): parts.append("COUNT=\(count)")
        case .until, .untilDay: parts.append("UNTIL=" + untilText(startingAt: start))
        }
        append(&parts, "BYMONTH", byMonth)
        append(&parts, "BYWEEKNO", byWeekNumber)
        append(&parts, "BYYEARDAY", byYearDay)
        append(&parts, "BYMONTHDAY", byMonthDay)
        if !byDay.isEmpty { parts.append("BYDAY=" + byDay.map(\.text).joined(separator: ",")) }
        append(&parts, "BYHOUR", byHour)
        append(&parts, "BYMINUTE", byMinute)
        append(&parts, "BYSECOND", bySecond)
        append(&parts, "BYSETPOS", bySetPosition)
        if weekStart != .monday { parts.append("WKST=" + weekStart.code) }
        return parts.joined(separator: ";")
    }

    private func append(_ parts: inout [String], _ name: String, _ values: [Int]) {
        guard !values.isEmpty else { return }
        parts.append(name + "=" + values.map(String.init).joined(separator: ","))
    }

    private func untilText(startingAt start: CalendarTime) -> String {
        switch (end, start) {
        case (.until(let instant), .date):
            return TimeText.text(CalendarDateTime(civilSeconds: instant.wholeSeconds).day)
        case (.untilDay(let day), .date): return TimeText.text(day)
        case (.until(let instant), _):
            return TimeText.text(CalendarDateTime(civilSeconds: instant.wholeSeconds)) + "Z"
        case (.untilDay(let day), _):
            let instant = Self.endOfDay(day, like: start)
            return TimeText.text(CalendarDateTime(civilSeconds: instant)) + "Z"
        default: return ""
        }
    }

    /// The last second of a day by the clock of that start.
    static func endOfDay(_ day: CalendarDay, like start: CalendarTime) -> Int {
        let last = CalendarDateTime(day: day, secondOfDay: CivilArithmetic.secondsPerDay - 1)
        return start.zone?.epochSeconds(of: last) ?? last.civilSeconds
    }
}
