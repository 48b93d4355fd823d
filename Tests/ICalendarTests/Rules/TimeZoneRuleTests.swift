import Foundation
import ICalendar
import Testing

/// Section 4 of the calendar rules.
@Suite struct TimeZoneRuleTests {
    @Test("4.1: London is defined once when any event uses it")
    func definedOnce() throws {
        let calendar = Samples.calendar([try Samples.event("1"), try Samples.event("2")])
        #expect(Written(calendar).zoneLines("TZID:") == ["TZID:Europe/London"])
    }

    @Test("4.1: a zone that was read is written with the definition it came with")
    func foreignZone() throws {
        let bytes = FileText.calendar(
            """
            BEGIN:VTIMEZONE
            TZID:Custom/Zone
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0530
            TZOFFSETTO:+0530
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:1
            DTSTAMP:20260101T000000Z
            DTSTART;TZID=Custom/Zone:20261012T093000
            SUMMARY:x
            END:VEVENT
            """)
        let event = try #require(try ICalendarReader().read(bytes).calendar.events.first)
        #expect(event.start.instant == (try utc("2026-10-12 04:00")))
        let written = Written(Samples.calendar([event]))
        #expect(written.zoneLines("TZID:") == ["TZID:Custom/Zone"])
        #expect(written.lines("DTSTART;TZID=Custom/Zone:20261012T093000").count == 1)
        #expect(written.problems == [])
    }

    @Test("4.2: the TZID is the IANA name")
    func name() throws {
        #expect(CalendarZone.london.id == "Europe/London")
        #expect(Written(try Samples.calendar { _ in }).lines("DTSTART").first?.contains("TZID=Europe/London") == true)
    }

    @Test("4.3: onsets are local time before the change, 2024 to 2030")
    func onsets() throws {
        let written = Written(Samples.calendar([]))
        #expect(written.lines.contains("DTSTART:19810329T010000"))
        #expect(written.lines.contains("DTSTART:19961027T020000"))
        #expect(written.problems == [])
        let late = String(decoding: written.bytes, as: UTF8.self)
            .replacingOccurrences(of: "19810329T010000", with: "19810329T020000")
        #expect(ICalendarProblems.inBytes(Array(late.utf8)).contains { $0.contains("20240331T010000Z. (rule 4.3)") })
    }

    @Test("4.4: the definition is two rules without an end")
    func rules() {
        let written = Written(Samples.calendar([]))
        #expect(
            written.zoneLines("RRULE:") == [
                "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
            ])
    }

    @Test("4.5: each part has both offsets")
    func offsets() {
        let written = Written(Samples.calendar([]))
        #expect(written.zoneLines("TZOFFSETFROM:") == ["TZOFFSETFROM:+0000", "TZOFFSETFROM:+0100"])
        #expect(written.zoneLines("TZOFFSETTO:") == ["TZOFFSETTO:+0100", "TZOFFSETTO:+0000"])
    }

    @Test("4.6: the definition stands before the events")
    func order() throws {
        let lines = Written(try Samples.calendar { _ in }).lines
        #expect(
            try #require(lines.firstIndex(of: "END:VTIMEZONE")) < (try #require(lines.firstIndex(of: "BEGIN:VEVENT"))))
    }

    @Test("4.7: events in UTC bring no definition, and a series in UTC is a problem")
    func plainUTC() throws {
        var calendar = try Samples.calendar {
            $0.start = .utc(try utc("2026-10-12 08:30"))
            $0.end = .at(.utc(try utc("2026-10-12 10:30")))
        }
        #expect(Written(calendar).zoneLines("BEGIN:VTIMEZONE").isEmpty)
        #expect(Written(calendar).value("DTSTART:") == "20261012T083000Z")
        #expect(Written(calendar).problems == [])
        calendar.events[0].recurrence = try RecurrenceRule(.weekly, end: .count(2))
        #expect(Written(calendar).problems.contains { $0.contains("(rule 4.7)") })
    }
}
