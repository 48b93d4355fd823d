/// An RRULE; RFC 5545, section 3.3.10. A value is always a legal rule: what is not cannot be constructed.
package struct RecurrenceRule: Hashable, Sendable {
    package private(set) var frequency: RecurrenceFrequency
    /// Every how many periods, from 1.
    package private(set) var interval = 1
    package private(set) var end = RecurrenceEnd.never
    package private(set) var bySecond: [Int] = []
    package private(set) var byMinute: [Int] = []
    package private(set) var byHour: [Int] = []
    package private(set) var byDay: [RecurrenceDay] = []
    package private(set) var byMonthDay: [Int] = []
    package private(set) var byYearDay: [Int] = []
    package private(set) var byWeekNumber: [Int] = []
    package private(set) var byMonth: [Int] = []
    package private(set) var bySetPosition: [Int] = []
    package private(set) var weekStart = Weekday.monday

    package init(
        _ frequency: RecurrenceFrequency, interval: Int = 1, end: RecurrenceEnd = .never, byDay: [RecurrenceDay] = [],
        byMonthDay: [Int] = [], byMonth: [Int] = [], bySetPosition: [Int] = [], byYearDay: [Int] = [],
        byWeekNumber: [Int] = [], byHour: [Int] = [], byMinute: [Int] = [], bySecond: [Int] = [],
        weekStart: Weekday = .monday
    ) throws(RecurrenceError) {
        self.frequency = frequency
        self.interval = interval
        self.end = end
        self.byDay = byDay
        self.byMonthDay = byMonthDay
        self.byMonth = byMonth
        self.bySetPosition = bySetPosition
        self.byYearDay = byYearDay
        self.byWeekNumber = byWeekNumber
        self.byHour = byHour
        self.byMinute = byMinute
        self.bySecond = bySecond
        self.weekStart = weekStart
        try check()
    }

    /// The same rule with another end: how "this and following" closes the old series (rule 5.6).
    package func ending(_ end: RecurrenceEnd) throws(RecurrenceError) -> RecurrenceRule {
        var rule = self
        rule.end = end
        try rule.check()
        return rule
    }
}
