import Foundation
import ICalendar
import Testing

@Suite struct RecurrenceRuleTests {
    @Test(
        "Rules are printed as they were read",
        arguments: [
            "FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "FREQ=MONTHLY;BYDAY=1WE",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "FREQ=YEARLY;BYWEEKNO=20,-1;BYDAY=MO", "FREQ=YEARLY;BYYEARDAY=1,-1", "FREQ=MONTHLY;BYMONTHDAY=-1,15",
            "FREQ=HOURLY;INTERVAL=6;BYMINUTE=0,30", "FREQ=DAILY;UNTIL=20261016T080000Z",
            "FREQ=SECONDLY;BYSECOND=0,60", "FREQ=DAILY;BYHOUR=9;BYMINUTE=15;BYSECOND=30",
        ])
    func roundTrip(text: String) throws {
        #expect(try RecurrenceRule(parsing: text).text(startingAt: london("2026-10-12 09:00")) == text)
    }

    @Test("Small letters and the default interval are read")
    func tolerant() throws {
        let rule = try RecurrenceRule(parsing: "freq=weekly;interval=1;byday=mo,fr;wkst=mo;")
        #expect(rule.text(startingAt: try london("2026-10-12 09:00")) == "FREQ=WEEKLY;BYDAY=MO,FR")
    }

    @Test(
        "What is no rule is refused with a sentence",
        arguments: [
            "", "FREQ=FORTNIGHTLY", "INTERVAL=2", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=x",
            "FREQ=DAILY;FREQ=WEEKLY", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=0",
            "FREQ=YEARLY;BYMONTH=13",
            "FREQ=WEEKLY;BYDAY=1MO", "FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYYEARDAY=1", "FREQ=MONTHLY;BYWEEKNO=1",
            "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=MONTHLY;BYDAY=54MO",
            "FREQ=MONTHLY;BYDAY=XX",
            "FREQ=MONTHLY;BYDAY=", "FREQ=MONTHLY;BYDAY=+-1MO", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=DAILY;UNTIL=tomorrow",
            "FREQ=DAILY;UNTIL=20260230", "FREQ=DAILY;BYHOUR=24", "FREQ=DAILY;WKST=1", "FREQ=DAILY;BYEASTER=1",
            "FREQ=DAILY;INTERVAL=99999999999999999999", "FREQ", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;X",
        ])
    func refused(text: String) {
        #expect(throws: RecurrenceError.self) { try RecurrenceRule(parsing: text) }
    }

    @Test("A rule that is not legal cannot be constructed")
    func constructed() {
        #expect(throws: RecurrenceError.self) { try RecurrenceRule(.daily, interval: 0) }
        #expect(throws: RecurrenceError.self) { try RecurrenceRule(.monthly, byMonthDay: [.min]) }
        #expect(throws: RecurrenceError.self) { try RecurrenceRule(.daily).ending(.count(0)) }
    }

    @Test(
        "Hourly and shorter rules are read but not expanded",
        arguments: [RecurrenceFrequency.hourly, .minutely, .secondly])
    func unsupported(frequency: RecurrenceFrequency) throws {
        let rule = try RecurrenceRule(frequency)
        #expect(throws: RecurrenceError.unsupported(frequency)) {
            try rule.starts(from: london("2026-10-12 09:00"), limit: 1)
        }
    }

    @Test("A limit bounds a rule without an end")
    func bounded() throws {
        let rule = try RecurrenceRule(.daily)
        #expect(try rule.starts(from: london("2026-10-12 09:00"), limit: 1000).count == 1000)
        #expect(try rule.starts(from: london("2026-10-12 09:00"), limit: 0).isEmpty)
        #expect(try rule.starts(from: london("2026-10-12 09:00"), limit: -1).isEmpty)
    }

    @Test(
        "A rule that never holds ends",
        arguments: ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO"])
    func empty(text: String) throws {
        #expect(try RecurrenceRule(parsing: text).starts(from: london("2026-10-12 09:00"), limit: 1).isEmpty)
    }

    @Test(
        "The largest interval steps past the end of the calendar without a trap",
        arguments: ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    func hugeInterval(frequency: String) throws {
        let rule = try RecurrenceRule(parsing: "FREQ=\(frequency);INTERVAL=999999999")
        #expect(try rule.starts(from: london("2026-10-12 09:00"), limit: 5).count == 1)
    }

    @Test("The calendar's last year ends a rule")
    func lastYear() throws {
        let rule = try RecurrenceRule(.weekly)
        #expect(try rule.starts(from: .date(day("9999-12-20")), limit: 5).count == 2)
    }

    @Test("The last day of a series of whole days is inclusive, whichever form its end has")
    func lastDay() throws {
        let first = CalendarTime.date(try day("2026-10-12"))
        for end in [RecurrenceEnd.untilDay(try day("2026-10-14")), .until(try utc("2026-10-14 00:00"))] {
            #expect(try RecurrenceRule(.daily, end: end).starts(from: first, limit: 9).count == 3)
        }
    }

    @Test("A last day beside a clock time lets that day's start in")
    func lastDayOfClock() throws {
        let rule = try RecurrenceRule(.daily, end: .untilDay(try day("2026-10-14")))
        #expect(try rule.starts(from: london("2026-10-12 23:30"), limit: 9).last == london("2026-10-14 23:30"))
    }

    @Test("BYWEEKNO alone means the weekday of the start")
    func weekNumberAlone() throws {
        let rule = try RecurrenceRule(parsing: "FREQ=YEARLY;BYWEEKNO=20")
        #expect(
            try rule.starts(from: .date(day("1997-05-12")), limit: 3)
                == [.date(try day("1997-05-12")), .date(try day("1998-05-11")), .date(try day("1999-05-17"))])
    }

    @Test("A negative week number counts from the end of its year")
    func lastWeek() throws {
        let rule = try RecurrenceRule(parsing: "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO")
        #expect(
            try rule.starts(from: .date(day("2020-12-28")), limit: 2)
                == [.date(try day("2020-12-28")), .date(try day("2021-12-27"))])
    }

    @Test("A start that spring skips is moved past the gap, and only that one")
    func skippedStart() throws {
        let rule = try RecurrenceRule(.daily)
        let starts = try rule.starts(from: london("2026-03-28 01:30"), limit: 3)
        #expect(
            starts == [try london("2026-03-28 01:30"), try london("2026-03-29 02:30"), try london("2026-03-30 01:30")])
    }

    @Test("An UNTIL without Z is the clock of the series")
    func floatingUntil() throws {
        let rule = try RecurrenceRule(parsing: "FREQ=DAILY;UNTIL=20260701T093000")
        #expect(rule.end == .until(try utc("2026-07-01 08:30")))
    }
}
