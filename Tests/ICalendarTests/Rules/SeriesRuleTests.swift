import Foundation
import ICalendar
import Testing

/// Section 5 of the calendar rules.
@Suite struct SeriesRuleTests {
    private func weekly(_ end: RecurrenceEnd) throws -> CalendarEvent {
        var event = try Samples.event()
        event.start = try london("2026-10-05 09:00")
        event.end = .after(.hours(1))
        event.recurrence = try RecurrenceRule(.weekly, end: end, byDay: [RecurrenceDay(.monday)])
        return event
    }

    @Test("5.1: UNTIL is the last start in UTC: as the clock shows in winter, an hour less in summer")
    func until() throws {
        let winter = try weekly(.through(try london("2026-12-14 09:00")))
        #expect(Written(Samples.calendar([winter])).value("RRULE:") == "FREQ=WEEKLY;UNTIL=20261214T090000Z;BYDAY=MO")
        let summer = try weekly(.through(try london("2026-10-19 09:00")))
        #expect(Written(Samples.calendar([summer])).value("RRULE:") == "FREQ=WEEKLY;UNTIL=20261019T080000Z;BYDAY=MO")
    }

    @Test("5.1: UNTIL is a day beside a start that is one, whichever form it was given in")
    func untilDay() throws {
        let rule = try RecurrenceRule(.daily, end: .until(try utc("2026-10-16 12:00")))
        #expect(rule.text(startingAt: .date(try day("2026-10-12"))) == "FREQ=DAILY;UNTIL=20261016")
        let days = try rule.ending(.untilDay(try day("2026-10-16")))
        #expect(days.text(startingAt: try london("2026-10-12 09:00")) == "FREQ=DAILY;UNTIL=20261016T225959Z")
    }

    @Test("5.1: the last instance is the one at UNTIL")
    func lastInstance() throws {
        let event = try weekly(.through(try london("2026-12-14 09:00")))
        let starts = try #require(try event.recurrence?.starts(from: event.start, limit: 100))
        #expect(starts.count == 11)
        #expect(starts.last == (try london("2026-12-14 09:00")))
    }

    @Test("5.1: COUNT and UNTIL together are refused")
    func countAndUntil() {
        #expect(throws: RecurrenceError.self) { try RecurrenceRule(parsing: "FREQ=DAILY;COUNT=2;UNTIL=20261016") }
    }

    @Test("5.2: a start that its rule does not make is a problem")
    func firstInstance() throws {
        var event = try weekly(.count(4))
        event.start = try london("2026-10-06 09:00")
        #expect(Written(Samples.calendar([event])).problems.contains { $0.contains("(rule 5.2)") })
    }

    @Test("5.3: EXDATE and RECURRENCE-ID take the form and zone of DTSTART")
    func sameForm() throws {
        var master = try weekly(.count(6))
        master.exceptions = [.utc(try utc("2026-10-12 08:00")), .date(try day("2026-10-26"))]
        var override = try Samples.event()
        override.start = try london("2026-10-20 09:00")
        override.end = nil
        override.recurrenceID = .utc(try utc("2026-10-19 08:00"))
        let written = Written(Samples.calendar([master, override]))
        #expect(
            written.lines("EXDATE") == [
                "EXDATE;TZID=Europe/London:20261012T090000", "EXDATE;TZID=Europe/London:20261026T090000",
            ])
        #expect(written.value("RECURRENCE-ID;TZID=Europe/London:") == "20261019T090000")
        #expect(written.problems == [])
    }

    @Test("5.3: beside an all-day start an exception is a day")
    func exceptionDay() throws {
        let written = Written(
            try Samples.calendar {
                $0.start = .date(try day("2026-10-12"))
                $0.end = nil
                $0.recurrence = try RecurrenceRule(.daily, end: .count(5))
                $0.exceptions = [try london("2026-10-14 09:00")]
            })
        #expect(written.lines("EXDATE") == ["EXDATE;VALUE=DATE:20261014"])
        #expect(written.problems == [])
    }

    @Test("5.4: an exception that hits no instance, and an instance in both lists, are problems")
    func hits() throws {
        var master = try weekly(.count(6))
        master.exceptions = [try london("2026-10-13 09:00")]
        #expect(Written(Samples.calendar([master])).problems.contains { $0.contains("hits no instance") })
        master.exceptions = [try london("2026-10-12 09:00")]
        #expect(Written(Samples.calendar([master])).problems == [])
        var override = try Samples.event()
        override.recurrenceID = try london("2026-10-12 09:00")
        #expect(Written(Samples.calendar([master, override])).problems.contains { $0.contains("both left out") })
    }

    @Test("5.5: an override with a lower SEQUENCE than its master is a problem")
    func sequence() throws {
        var master = try weekly(.count(6))
        master.sequence = 2
        var override = try Samples.event()
        override.recurrenceID = try london("2026-10-12 09:00")
        override.sequence = 1
        #expect(Written(Samples.calendar([master, override])).problems.contains { $0.contains("(rule 5.5)") })
    }

    @Test("5.6: this and following is an end for the old rule, all else kept")
    func ending() throws {
        let rule = try RecurrenceRule(.monthly, interval: 2, byDay: [RecurrenceDay(.wednesday, ordinal: 1)])
        let ended = try rule.ending(.through(try london("2018-06-06 09:30")))
        #expect(
            ended.text(startingAt: try london("2018-01-03 09:30"))
                == "FREQ=MONTHLY;INTERVAL=2;UNTIL=20180606T083000Z;BYDAY=1WE")
    }

    @Test(
        "5.7: forms that Outlook has no template for are problems",
        arguments: [
            "FREQ=HOURLY", "FREQ=MONTHLY;BYDAY=2MO,4MO", "FREQ=MONTHLY;BYMONTHDAY=12,26", "FREQ=DAILY;BYHOUR=9,13",
        ])
    func templates(text: String) throws {
        let written = Written(
            try Samples.calendar {
                $0.start = try london("2026-10-12 09:00")
                $0.end = nil
                $0.recurrence = try RecurrenceRule(parsing: text)
            })
        #expect(written.problems.contains { $0.contains("(rule 5.7)") })
    }

    @Test("5.8: an instance left out is gone, a cancelled override stays with its status")
    func cancelledInstance() throws {
        var master = try weekly(.count(3))
        master.exceptions = [try london("2026-10-12 09:00")]
        var override = try Samples.event()
        override.start = try london("2026-10-19 09:00")
        override.recurrenceID = override.start
        override.status = .cancelled
        let found = try CalendarSeries(master: master, overrides: [override]).occurrences(limit: 10)
        #expect(found.map(\.start) == [try london("2026-10-05 09:00"), try london("2026-10-19 09:00")])
        #expect(found.map(\.event.status) == [.confirmed, .cancelled])
    }

    @Test("5.10: a weekly 09:00 stays 09:00 on the wall across 25 October 2026")
    func acrossTheChange() throws {
        var event = try weekly(.count(5))
        event.start = try london("2026-10-12 09:00")
        let starts = try #require(try event.recurrence?.starts(from: event.start, limit: 4))
        #expect(starts.allSatisfy { $0.clock.hour == 9 && $0.clock.minute == 0 })
        #expect(
            starts.map(\.instant) == [
                try utc("2026-10-12 08:00"), try utc("2026-10-19 08:00"), try utc("2026-10-26 09:00"),
                try utc("2026-11-02 09:00"),
            ])
    }
}
