import Foundation
import ICalendar
import Testing

@Suite struct CalendarSeriesTests {
    private func series() throws -> CalendarSeries {
        var master = try Samples.event()
        master.start = try london("2026-10-05 09:00")
        master.end = .at(try london("2026-10-05 10:30"))
        master.recurrence = try RecurrenceRule(.weekly, end: .count(5))
        return CalendarSeries(master: master)
    }

    private func override(of original: String, at start: String) throws -> CalendarEvent {
        var event = try Samples.event()
        event.recurrenceID = try london(original)
        event.start = try london(start)
        event.end = .after(.hours(2))
        return event
    }

    @Test("An override stands where it was moved to, and knows where it came from")
    func moved() throws {
        var series = try series()
        series.overrides = [try override(of: "2026-10-12 09:00", at: "2026-10-30 14:00")]
        let found = try series.occurrences(limit: 10)
        #expect(found.map(\.start.clock.day.day) == [5, 19, 26, 30, 2])
        let moved = try #require(found.first { $0.isOverride })
        #expect(moved.original == (try london("2026-10-12 09:00")))
        #expect(moved.end == (try london("2026-10-30 16:00")))
    }

    @Test("A window holds what is under way at its start and not what begins at its end")
    func window() throws {
        let found = try series().occurrences(
            from: try utc("2026-10-12 09:00"), until: try utc("2026-10-26 09:00"), limit: 10)
        #expect(found.map(\.start.clock.day.day) == [12, 19])
    }

    @Test("An override moved into the window is found, one moved out is not")
    func movedIntoWindow() throws {
        var series = try series()
        series.overrides = [
            try override(of: "2026-10-05 09:00", at: "2026-10-20 09:00"),
            try override(of: "2026-10-19 09:00", at: "2026-12-01 09:00"),
        ]
        let found = try series.occurrences(
            from: try utc("2026-10-18 00:00"), until: try utc("2026-10-25 00:00"), limit: 9)
        #expect(found.map(\.start) == [try london("2026-10-20 09:00")])
    }

    @Test("An exception counts towards COUNT")
    func exceptionCounts() throws {
        var series = try series()
        series.master.exceptions = [try london("2026-10-12 09:00")]
        #expect(try series.occurrences(limit: 10).count == 4)
    }

    @Test("An exception given in UTC hits the instance in London")
    func exceptionInUTC() throws {
        var series = try series()
        series.master.exceptions = [.utc(try utc("2026-10-26 09:00"))]
        #expect(try series.occurrences(limit: 10).map(\.start.clock.day.day) == [5, 12, 19, 2])
    }

    @Test("Additions join the instances once and in order")
    func additions() throws {
        var series = try series()
        series.master.additions = [try london("2026-10-07 09:00"), try london("2026-10-12 09:00")]
        #expect(try series.occurrences(limit: 10).map(\.start.clock.day.day) == [5, 7, 12, 19, 26, 2])
    }

    @Test("An instance is as long as the master, across a change of the clock too")
    func length() throws {
        var series = try series()
        series.master.start = try london("2026-10-24 22:00")
        series.master.end = .at(try london("2026-10-25 00:00"))
        series.master.recurrence = try RecurrenceRule(.daily, end: .count(2))
        #expect(
            try series.occurrences(limit: 2).map(\.end) == [
                try london("2026-10-25 00:00"), try london("2026-10-26 00:00"),
            ])
    }

    @Test("A rule without an end is bounded by the limit and reaches a far window")
    func farWindow() throws {
        var series = try series()
        series.master.recurrence = try RecurrenceRule(.weekly)
        #expect(try series.occurrences(from: try utc("2046-01-01 00:00"), limit: 3).count == 3)
    }

    @Test("A single event is a series of one")
    func single() throws {
        let found = try CalendarSeries(master: try Samples.event()).occurrences(limit: 10)
        #expect(found.map(\.start) == [try london("2026-10-12 09:30")])
    }

    @Test("Events are grouped by UID, overrides without a master are left out")
    func grouping() throws {
        let master = try Samples.event("1")
        var one = try override(of: "2026-10-12 09:30", at: "2026-10-12 10:00")
        one.uid = "1"
        var stray = one
        stray.uid = "2"
        let groups = CalendarSeries.grouping([one, stray, master])
        #expect(groups.map(\.master.uid) == ["1"])
        #expect(groups.first?.overrides == [one])
    }

    @Test("An all-day event without an end lasts its day")
    func allDay() throws {
        var event = try Samples.event()
        event.start = .date(try day("2026-10-12"))
        event.end = nil
        let series = CalendarSeries(master: event)
        #expect(try series.occurrences(from: try utc("2026-10-12 20:00"), limit: 1).count == 1)
        #expect(try series.occurrences(from: try utc("2026-10-12 23:00"), limit: 1).isEmpty)
    }
}
