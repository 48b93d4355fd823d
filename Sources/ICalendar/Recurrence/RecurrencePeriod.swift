/// The instances of one day, week, month or year of a rule, the missing parts taken from its start.
///
/// A position counts days, months (year × 12 + month - 1) or years, whichever the frequency steps by.
struct RecurrencePeriod {
    let first: Int
    let step: Int
    private let rule: RecurrenceRule
    private let filter: RecurrenceDayFilter
    /// Seconds since midnight, rising.
    private let times: [Int]

    init(rule: RecurrenceRule, start: CalendarDateTime) {
        self.rule = rule
        filter = RecurrenceDayFilter(rule: rule, start: start.day)
        times = Self.times(of: rule, start: start)
        switch rule.frequency {
        case .yearly:
            (first, step) = (start.day.year, rule.interval)
        case .monthly:
            (first, step) = (start.day.year * 12 + start.day.month - 1, rule.interval)
        case .weekly:
            let fromWeekStart = (start.day.weekday.rawValue - rule.weekStart.rawValue + 7) % 7
            (first, step) = (start.day.epochDay - fromWeekStart, rule.interval * 7)
        case .daily, .hourly, .minutely, .secondly:
            (first, step) = (start.day.epochDay, rule.interval)
        }
    }

    /// The year in which a position begins.
    func year(of position: Int) -> Int {
        switch rule.frequency {
        case .yearly: position
        case .monthly: position / 12
        default: position > CivilArithmetic.lastDay ? 10_000 : CivilArithmetic.date(days: position).year
        }
    }

    func instances(at position: Int) -> [CalendarDateTime] {
        let days = days(at: position)
        guard !rule.bySetPosition.isEmpty else {
            return days.flatMap { day in times.map { CalendarDateTime(day: day, secondOfDay: $0) } }
        }
        let count = days.count * times.count
        var chosen = Set<Int>()
        for place in rule.bySetPosition {
            let index = place > 0 ? place - 1 : count + place
            if index >= 0, index < count { chosen.insert(index) }
        }
        return chosen.sorted().map { index in
            CalendarDateTime(day: days[index / times.count], secondOfDay: times[index % times.count])
        }
    }

    private func days(at position: Int) -> [CalendarDay] {
        switch rule.frequency {
        case .yearly:
            return (1...12).filter(filter.admits(month:)).flatMap { days(year: position, month: $0) }
        case .monthly:
            let month = position % 12 + 1
            return filter.admits(month: month) ? days(year: position / 12, month: month) : []
        case .weekly:
            return (position..<position + 7).compactMap(day(epochDay:))
        case .daily, .hourly, .minutely, .secondly:
            return day(epochDay: position).map { [$0] } ?? []
        }
    }

    private func days(year: Int, month: Int) -> [CalendarDay] {
        (1...CivilArithmetic.daysInMonth(year: year, month: month)).compactMap { number in
            guard let day = CalendarDay(year: year, month: month, day: number), filter.admits(day) else { return nil }
            return day
        }
    }

    private func day(epochDay: Int) -> CalendarDay? {
        guard let day = CalendarDay(epochDay: epochDay), filter.admits(month: day.month), filter.admits(day) else {
            return nil
        }
        return day
    }

    private static func times(of rule: RecurrenceRule, start: CalendarDateTime) -> [Int] {
        let hours = rule.byHour.isEmpty ? [start.hour] : rule.byHour
        let minutes = rule.byMinute.isEmpty ? [start.minute] : rule.byMinute
        let seconds = rule.bySecond.isEmpty ? [start.second] : rule.bySecond
        var result = Set<Int>()
        for hour in Set(hours) {
            for minute in Set(minutes) {
                for second in Set(seconds) { result.insert(hour * 3600 + minute * 60 + min(second, 59)) }
            }
        }
        return result.sorted()
    }
}
