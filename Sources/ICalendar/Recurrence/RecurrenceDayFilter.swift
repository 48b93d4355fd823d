/// Which days a rule admits: the table of RFC 5545, section 3.3.10, read as conditions on a day. Parts that the rule
/// leaves out and needs come from the day it starts on.
struct RecurrenceDayFilter {
    private let months: Set<Int>
    private let monthDays: Set<Int>
    private let yearDays: Set<Int>
    private let weekNumbers: Set<Int>
    private let days: [RecurrenceDay]
    private let ordinalsCountInMonth: Bool
    private let weekStart: Weekday

    init(rule: RecurrenceRule, start: CalendarDay) {
        var months = Set(rule.byMonth)
        var monthDays = Set(rule.byMonthDay)
        var days = rule.byDay
        let namesDay = !monthDays.isEmpty || !rule.byYearDay.isEmpty || !days.isEmpty
        if !namesDay {
            switch rule.frequency {
            case .yearly where !rule.byWeekNumber.isEmpty, .weekly:
                days = [RecurrenceDay(start.weekday)]
            case .yearly:
                if months.isEmpty { months = [start.month] }
                monthDays = [start.day]
            case .monthly:
                monthDays = [start.day]
            default: break
            }
        }
        ordinalsCountInMonth = rule.frequency == .monthly || !rule.byMonth.isEmpty
        self.months = months
        self.monthDays = monthDays
        self.days = days
        yearDays = Set(rule.byYearDay)
        weekNumbers = Set(rule.byWeekNumber)
        weekStart = rule.weekStart
    }

    func admits(month: Int) -> Bool {
        months.isEmpty || months.contains(month)
    }

    /// All conditions but that on the month.
    func admits(_ day: CalendarDay) -> Bool {
        if !monthDays.isEmpty {
            let length = CivilArithmetic.daysInMonth(year: day.year, month: day.month)
            guard monthDays.contains(day.day) || monthDays.contains(day.day - length - 1) else { return false }
        }
        guard !days.isEmpty || !yearDays.isEmpty || !weekNumbers.isEmpty else { return true }
        let epochDay = day.epochDay
        let yearDay = epochDay - CivilArithmetic.days(year: day.year, month: 1, day: 1) + 1
        let yearLength = CivilArithmetic.daysInYear(day.year)
        if !yearDays.isEmpty {
            guard yearDays.contains(yearDay) || yearDays.contains(yearDay - yearLength - 1) else { return false }
        }
        if !weekNumbers.isEmpty, !admitsWeek(of: epochDay) { return false }
        return days.isEmpty || admitsWeekday(day, Weekday(epochDay: epochDay), yearDay, yearLength)
    }

    private func admitsWeekday(_ day: CalendarDay, _ weekday: Weekday, _ yearDay: Int, _ yearLength: Int) -> Bool {
        let (place, length) =
            ordinalsCountInMonth
            ? (day.day, CivilArithmetic.daysInMonth(year: day.year, month: day.month)) : (yearDay, yearLength)
        return days.contains { wanted in
            guard wanted.weekday == weekday else { return false }
            guard let ordinal = wanted.ordinal else { return true }
            return ordinal > 0 ? (place - 1) / 7 + 1 == ordinal : (length - place) / 7 + 1 == -ordinal
        }
    }

    /// A week belongs to the year that holds four or more of its days; weeks begin on WKST.
    private func admitsWeek(of epochDay: Int) -> Bool {
        let intoWeek = (Weekday(epochDay: epochDay).rawValue - weekStart.rawValue + 7) % 7
        let fourthDay = epochDay - intoWeek + 3
        let year = CivilArithmetic.date(days: fourthDay).year
        let place = fourthDay - CivilArithmetic.days(year: year, month: 1, day: 1)
        let number = place / 7 + 1
        let count = number + (CivilArithmetic.daysInYear(year) - 1 - place) / 7
        return weekNumbers.contains(number) || weekNumbers.contains(number - count - 1)
    }
}
