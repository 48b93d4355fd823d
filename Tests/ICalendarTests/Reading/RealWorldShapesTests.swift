import Foundation
import ICalendar
import Testing

/// Odd shapes that programs in the world are known to write, in files of our own.
@Suite struct RealWorldShapesTests {
    private func event(_ lines: String, start: String) throws -> CalendarEvent {
        try #require(try ICalendarReader().read(FileText.event(lines, start: start)).calendar.events.first)
    }

    @Test(
        "Names that mean London without a definition",
        arguments: ["Europe/London", "GMT Standard Time", "/vendor.example/20260101_1/Europe/London", "GB"])
    func londonNames(id: String) throws {
        #expect(try event("X-A:1", start: "DTSTART;TZID=\(id):20260712T093000").start == london("2026-07-12 09:30"))
    }

    @Test("A zone of the IANA list without a definition is taken from the system and written with one")
    func systemZone() throws {
        let read = try event("X-A:1", start: "DTSTART;TZID=America/New_York:20260712T093000")
        #expect(read.start.instant == (try utc("2026-07-12 13:30")))
        let written = Written(Samples.calendar([read]))
        #expect(written.zoneLines("TZID:") == ["TZID:America/New_York"])
        let again = try #require(try ICalendarReader().read(written.bytes).calendar.events.first)
        #expect(again.start.instant == (try utc("2026-07-12 13:30")))
    }

    @Test("An unknown zone is read as London's, with two notes")
    func unknownZone() throws {
        let reading = try ICalendarReader().read(
            FileText.event("X-A:1", start: "DTSTART;TZID=Middle Earth:20260712T093000"))
        #expect(reading.calendar.events.first?.start == (try london("2026-07-12 09:30")))
        #expect(reading.notes.count == 2)
    }

    @Test("A path in a TZID reaches no file", arguments: ["../../etc/passwd", "/etc/passwd", "Europe/../Europe/Paris"])
    func pathAsZone(id: String) throws {
        #expect(try event("X-A:1", start: "DTSTART;TZID=\(id):20260712T093000").start.zone == .london)
    }

    @Test("Outlook's zone, counted from 1601, follows its rules")
    func outlookZone() throws {
        let file = FileText.calendar(
            """
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:1
            DTSTAMP:20260101T000000Z
            DTSTART;TZID="W. Europe Standard Time":20260712T093000
            DTEND;TZID=W. Europe Standard Time:20261212T093000
            END:VEVENT
            """)
        let event = try #require(try ICalendarReader().read(file).calendar.events.first)
        #expect(event.start.instant == (try utc("2026-07-12 07:30")))
        #expect(event.endTime?.instant == (try utc("2026-12-12 08:30")))
    }

    @Test("CANCELED with one L is cancelled")
    func oneL() throws {
        #expect(try event("STATUS:CANCELED", start: "DTSTART:20260712T093000Z").status == .cancelled)
    }

    @Test("A day without VALUE=DATE is a day")
    func bareDay() throws {
        #expect(try event("DTEND:20260713", start: "DTSTART:20260712").start == .date(day("2026-07-12")))
    }

    @Test("A reply asked for with YES is noted and means no")
    func rsvpYes() throws {
        let reading = try ICalendarReader().read(FileText.event("ATTENDEE;RSVP=YES:mailto:a@b.org"))
        #expect(reading.calendar.events.first?.attendees.first?.wantsReply == false)
        #expect(reading.notes.contains { $0.sentence.contains("RSVP") })
    }

    @Test("Quotation marks around a plain name, an empty name and a missing value are read")
    func oddPeople() throws {
        let read = try event(
            "ATTENDEE;CN=\"Sian\";PARTSTAT=X-MAYBE:MAILTO:s@b.org\nATTENDEE;CN=:mailto:t@b.org",
            start: "DTSTART:20260712T093000Z")
        #expect(read.attendees.map(\.name) == ["Sian", ""])
        #expect(read.attendees.first?.extras == [CalendarParameter("PARTSTAT", ["X-MAYBE"])])
    }

    @Test("A repeat by periods is kept as it stood")
    func periods() throws {
        let line = "RDATE;VALUE=PERIOD:20260713T090000Z/PT1H"
        #expect(try event(line, start: "DTSTART:20260712T090000Z").extras.map(\.name) == ["RDATE"])
    }

    @Test("An e-mail alarm is kept as it stood, a sound is understood")
    func alarms() throws {
        let read = try event(
            """
            BEGIN:VALARM
            ACTION:EMAIL
            TRIGGER:-PT1H
            SUMMARY:x
            END:VALARM
            BEGIN:VALARM
            ACTION:AUDIO
            TRIGGER;VALUE=DATE-TIME:20260712T080000Z
            ATTACH;VALUE=URI:Basso
            END:VALARM
            """, start: "DTSTART:20260712T093000Z")
        #expect(read.components.map(\.name) == ["VALARM"])
        #expect(read.alarms.map(\.trigger) == [.at(try utc("2026-07-12 08:00"))])
        #expect(read.alarms.first?.extras.map(\.name) == ["ATTACH"])
    }

    @Test("A second calendar in the file is noted and not read")
    func twoCalendars() throws {
        let file = FileText.event("LOCATION:One") + FileText.event("LOCATION:Two")
        let reading = try ICalendarReader().read(file)
        #expect(reading.calendar.events.map(\.location) == ["One"])
        #expect(reading.notes.contains { $0.sentence.contains("(rule 1.12)") })
    }

    @Test("A leap second and a time without seconds do not stop the file")
    func oddClocks() throws {
        #expect(try event("X-A:1", start: "DTSTART:20161231T235960Z").start == .utc(utc("2016-12-31 23:59:59")))
        #expect(try ICalendarReader().read(FileText.event("DTEND:20261012T0930Z")).calendar.events.first?.end == nil)
    }
}
