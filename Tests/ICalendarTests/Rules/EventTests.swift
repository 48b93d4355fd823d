import Foundation
import ICalendar
import Testing

/// Section 3 of the calendar rules.
@Suite struct EventTests {
    @Test("3.1: UID, DTSTAMP, DTSTART and SUMMARY stand once each")
    func required() throws {
        let written = Written(Samples.calendar([try Samples.event()]))
        for name in ["UID:", "DTSTAMP:", "SUMMARY:", "DTSTART;TZID=Europe/London:"] {
            #expect(written.lines(name).count == 1)
        }
    }

    @Test("3.1: a text with nothing in it is not written, as libical counts that as an error")
    func emptyTexts() throws {
        let written = Written(
            try Samples.calendar {
                $0.description = ""
                $0.location = "\0 \t"
                $0.categories = ["", ""]
                $0.url = ""
                $0.htmlDescription = "<p>x</p>"
            })
        for name in ["DESCRIPTION", "LOCATION", "CATEGORIES", "URL", "X-ALT-DESC"] {
            #expect(written.lines(name).isEmpty)
        }
        #expect(written.problems == [])
    }

    @Test("3.2: a UID of more than 255 octets is a problem")
    func longUID() throws {
        let written = Written(try Samples.calendar { $0.uid = String(repeating: "é", count: 128) })
        #expect(written.problems.contains { $0.contains("(rule 3.2)") })
    }

    @Test("3.3: two masters of one UID are a problem, a master and its override are not")
    func oneMaster() throws {
        let event = try Samples.event()
        #expect(Written(Samples.calendar([event, event])).problems.contains { $0.contains("(rule 3.3)") })
        var master = event
        master.recurrence = try RecurrenceRule(.weekly, end: .count(3))
        var override = event
        override.recurrenceID = try london("2026-10-19 09:30")
        override.start = try london("2026-10-20 09:30")
        override.end = nil
        #expect(Written(Samples.calendar([master, override])).problems == [])
    }

    @Test("3.4: DTSTAMP, CREATED and LAST-MODIFIED are UTC with Z")
    func stamps() throws {
        let written = Written(Samples.calendar([try Samples.event()]))
        #expect(written.value("DTSTAMP:") == "20260901T081500Z")
        #expect(written.value("CREATED:") == "20260801T100000Z")
        #expect(written.value("LAST-MODIFIED:") == "20260901T081500Z")
    }

    @Test("3.5: without METHOD, DTSTAMP equals LAST-MODIFIED; with it, DTSTAMP is its own")
    func stampOfFeed() throws {
        var calendar = try Samples.calendar { $0.stamp = try utc("2026-09-30 12:00") }
        #expect(Written(calendar).value("DTSTAMP:") == "20260901T081500Z")
        calendar.method = .request
        #expect(Written(calendar).value("DTSTAMP:") == "20260930T120000Z")
    }

    @Test(
        "3.6: SEQUENCE is a whole number from 0",
        arguments: [(-5, "0"), (0, "0"), (10, "10"), (.max, "9223372036854775807")])
    func sequence(value: Int, text: String) throws {
        #expect(Written(try Samples.calendar { $0.sequence = value }).value("SEQUENCE:") == text)
    }

    @Test("3.7: STATUS is spelt with two Ls")
    func status() throws {
        #expect(Written(try Samples.calendar { $0.status = .cancelled }).value("STATUS:") == "CANCELLED")
        #expect(Written(try Samples.calendar { $0.status = nil }).lines("STATUS").isEmpty)
    }

    @Test("3.8: an end that is not after the start, or is of another form, is not written")
    func badEnds() throws {
        let ends: [CalendarEnd] = [
            .at(try london("2026-10-12 09:30")), .at(try london("2026-10-12 09:00")), .at(.date(try day("2026-10-13"))),
            .after(.minutes(0)), .after(CalendarDuration(hours: 1, isNegative: true)),
        ]
        for end in ends {
            let written = Written(try Samples.calendar { $0.end = end })
            #expect(written.lines("DTEND").isEmpty && written.lines("DURATION").isEmpty)
        }
    }

    @Test("3.8: an end in UTC beside a start with a TZID takes the TZID")
    func endForm() throws {
        let written = Written(try Samples.calendar { $0.end = .at(.utc(try utc("2026-10-12 10:30"))) })
        #expect(written.value("DTEND;TZID=Europe/London:") == "20261012T113000")
    }

    @Test("3.8: a length is written as DURATION and without DTEND")
    func duration() throws {
        let written = Written(try Samples.calendar { $0.end = .after(.minutes(90)) })
        #expect(written.value("DURATION:") == "PT1H30M")
        #expect(written.lines("DTEND").isEmpty)
    }

    @Test("3.9: all-day events are days, end exclusive, without TZID")
    func allDay() throws {
        let written = Written(
            try Samples.calendar {
                $0.start = .date(try day("2026-10-12"))
                $0.end = .at(.date(try day("2026-10-17")))
            })
        #expect(written.lines("DTSTART") == ["DTSTART;VALUE=DATE:20261012"])
        #expect(written.lines("DTEND") == ["DTEND;VALUE=DATE:20261017"])
        #expect(written.problems == [])
    }

    @Test("3.10: every time that is written has a Z, a TZID or VALUE=DATE")
    func noFloating() throws {
        let event = try Samples.event()
        var series = event
        series.recurrence = try RecurrenceRule(.daily, end: .count(5))
        series.exceptions = [.utc(try utc("2026-10-13 08:30"))]
        series.additions = [.date(try day("2026-12-01"))]
        let written = Written(Samples.calendar([series]))
        for name in ["DTSTART", "DTEND", "EXDATE", "RDATE"] {
            for line in written.lines(name) {
                #expect(line.contains(";TZID=") || line.hasSuffix("Z") || line.contains("VALUE=DATE"))
            }
        }
    }

    @Test("3.11: a local time that spring skips is written as the one after the gap")
    func skipped() throws {
        let written = Written(
            try Samples.calendar {
                $0.start = try london("2026-03-29 01:30")
                $0.end = .at(try london("2026-03-29 03:30"))
            })
        #expect(written.value("DTSTART;TZID=Europe/London:") == "20260329T023000")
        #expect(written.problems == [])
    }

    @Test("3.11: a local time that autumn repeats means the first")
    func repeated() throws {
        #expect(try london("2026-10-25 01:30").instant == (try utc("2026-10-25 00:30")))
    }

    @Test("3.12: all-day and cancelled events are free unless the caller says otherwise")
    func transparency() throws {
        #expect(Written(try Samples.calendar { _ in }).value("TRANSP:") == "OPAQUE")
        #expect(Written(try Samples.calendar { $0.status = .cancelled }).value("TRANSP:") == "TRANSPARENT")
        let allDay = try Samples.calendar { $0.start = .date(try day("2026-10-12")) }
        #expect(Written(allDay).value("TRANSP:") == "TRANSPARENT")
        #expect(Written(try Samples.calendar { $0.transparency = .free }).value("TRANSP:") == "TRANSPARENT")
    }

    @Test("3.12: a personal event says CLASS:PRIVATE")
    func personal() throws {
        #expect(Written(try Samples.calendar { $0.visibility = .personal }).value("CLASS:") == "PRIVATE")
    }

    @Test("3.13: LOCATION is one escaped text, GEO two numbers with a semicolon")
    func place() throws {
        let written = Written(
            try Samples.calendar {
                $0.location = "Training room 2, Corbyn Road"
                $0.position = CalendarPosition(latitude: -0.0000004, longitude: 179.9999999)
            })
        #expect(written.value("LOCATION:") == #"Training room 2\, Corbyn Road"#)
        #expect(written.value("GEO:") == "0.000000;180.000000")
        #expect(CalendarPosition(latitude: .nan, longitude: 0) == nil)
        #expect(CalendarPosition(latitude: 90.1, longitude: 0) == nil)
    }

    @Test("3.14: SUMMARY is one line of at most 255 characters, counted as people count them")
    func summary() throws {
        #expect(Written(try Samples.calendar { $0.summary = "a\r\nb\nc" }).value("SUMMARY:") == "a b c")
        let family = String(repeating: "👨‍👩‍👧‍👦", count: 255)
        #expect(Written(try Samples.calendar { $0.summary = family }).value("SUMMARY:") == family)
        let cut = Written(try Samples.calendar { $0.summary = family + "x" }).value("SUMMARY:")
        #expect(cut?.count == 255 && cut?.hasSuffix("👨‍👩‍👧‍👦…") == true)
    }

    @Test("3.15: a display alarm always has a description")
    func alarm() throws {
        let calendar = try Samples.calendar {
            $0.alarms = [
                CalendarAlarm(.display, .fromStart(CalendarDuration(minutes: 15, isNegative: true))),
                CalendarAlarm(.audio, .at(try utc("2026-10-12 07:00"))),
            ]
        }
        let written = Written(calendar)
        #expect(written.lines("TRIGGER") == ["TRIGGER:-PT15M", "TRIGGER;VALUE=DATE-TIME:20261012T070000Z"])
        #expect(written.value("DESCRIPTION:") == "Voice of the child")
        #expect(written.problems == [])
    }

    @Test("3.16: components and properties that no client reads are not written, even when they were kept")
    func unread() throws {
        let written = Written(
            try Samples.calendar {
                $0.components = [ICalendarComponent(name: "PARTICIPANT", properties: [])]
                $0.extras = [CalendarProperty("STYLED-DESCRIPTION", "x"), CalendarProperty("X-KEPT", "y")]
            })
        #expect(written.lines("BEGIN:PARTICIPANT").isEmpty && written.lines("STYLED").isEmpty)
        #expect(written.value("X-KEPT:") == "y")
    }

    @Test("6.4: an attendee whose place is certain is asked for no reply")
    func attendee() throws {
        var calendar = try Samples.calendar {
            $0.organiser = CalendarOrganiser(email: "team@example.org", name: "CPP")
            $0.attendees = [CalendarAttendee(email: "one@example.org", name: "One, A", answer: .accepted)]
        }
        calendar.method = .request
        let written = Written(calendar)
        #expect(
            written.value("ATTENDEE;CN=\"One, A\"")
                == ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:one@example.org")
        #expect(written.problems == [])
    }

    @Test("6.3: what a mail address holds that a URI may not is percent-encoded")
    func mailto() {
        #expect(CalendarOrganiser(email: "a b?c%d\r\n@x.org").address == "mailto:a%20b%3Fc%25d%0D%0A@x.org")
        #expect(CalendarOrganiser(email: "siân@x.org").address == "mailto:siân@x.org")
    }
}
