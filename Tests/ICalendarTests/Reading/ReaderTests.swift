import Foundation
import ICalendar
import Testing

@Suite struct ReaderTests {
    private let reader = ICalendarReader()

    private func event(_ lines: String, start: String = "DTSTART:20261012T083000Z") throws -> CalendarEvent {
        try #require(try reader.read(FileText.event(lines, start: start)).calendar.events.first)
    }

    @Test("Everything the writer writes of an event is read back")
    func whole() throws {
        let calendar = try Samples.calendar {
            $0.description = "Line one\nLine; two, \\three"
            $0.htmlDescription = "<p>a, b</p>"
            $0.location = "Room, Site"
            $0.position = CalendarPosition(latitude: 52.5, longitude: -2.25)
            $0.url = "https://example.org/x"
            $0.conferences = [CalendarConference(uri: "https://example.org/j", label: "A: b", features: ["VIDEO"])]
            $0.categories = ["One, two", "Three"]
            $0.visibility = .personal
            $0.transparency = .busy
            $0.organiser = CalendarOrganiser(email: "t@example.org", name: "O'Neil, \"Sian\"")
            $0.attendees = [CalendarAttendee(email: "a@example.org", name: "A;B", answer: .needsAction)]
            $0.colour = CalendarColour("teal")
            $0.sequence = 7
            $0.recurrence = try RecurrenceRule(.weekly, end: .count(4))
            $0.exceptions = [try london("2026-10-19 09:30")]
            $0.additions = [try london("2026-12-01 09:30")]
            $0.alarms = [CalendarAlarm(.display, .fromEnd(.minutes(5)), description: "Soon")]
            $0.extras = [
                CalendarProperty("X-TEST", parameters: [CalendarParameter("X-P", ["a:b", "c"])], "raw,value;")
            ]
        }
        let reading = try reader.read(Written(calendar).bytes)
        #expect(reading.calendar.events == calendar.events)
        #expect(reading.calendar.timeZones == [.london])
        #expect(reading.notes.isEmpty)
    }

    @Test("Everything the writer writes of a calendar is read back")
    func header() throws {
        var calendar = Samples.calendar([])
        calendar.method = .publish
        calendar.name = "Name, with comma"
        calendar.description = "What it is"
        calendar.showsLondonTime = true
        calendar.refreshInterval = .hours(4)
        calendar.lastModified = try utc("2026-10-12 08:00")
        calendar.colour = CalendarColour("navy")
        calendar.extras = [CalendarProperty("X-OTHER", "1")]
        calendar.timeZones = [.london]
        #expect(try reader.read(Written(calendar).bytes).calendar == calendar)
    }

    @Test("LF alone ends a line, folds may begin with a tab and may split a character")
    func looseLines() throws {
        var bytes = Array(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\nDTSTART:20260101T000000Z\nSUMMARY:caf".utf8
        )
        bytes += [0xC3, 0x0A, 0x09, 0xA9] + Array("\n\t!\nEND:VEVENT\nEND:VCALENDAR".utf8)
        #expect(try reader.read(bytes).calendar.events.first?.summary == "café!")
    }

    @Test("A byte order mark and blank lines are passed over")
    func markAndBlanks() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + FileText.event("\n\nLOCATION:Here\n")
        #expect(try reader.read(bytes).calendar.events.first?.location == "Here")
    }

    @Test("Names of properties, parameters and components are read in any case")
    func anyCase() throws {
        let bytes = FileText.bytes(
            "begin:vcalendar\nbegin:vevent\nuid:1\ndtstamp:20260101T000000Z\ndtstart;value=date:20260101\nend:vevent\nend:vcalendar\n"
        )
        #expect(try reader.read(bytes).calendar.events.first?.start == .date(try day("2026-01-01")))
    }

    @Test("Text escapes are undone once; a stray backslash stands for itself")
    func unescaping() throws {
        #expect(try event(#"DESCRIPTION:a\\nb\nc\,d\;e\:f\"g\Nh\xi\"#).description == "a\\nb\nc,d;e:f\"g\nh\\xi\\")
    }

    @Test("Quoted parameters may hold the delimiters, carets are decoded")
    func parameters() throws {
        let organiser = try event(#"ORGANIZER;CN="O'Neil, Sian; x:y ^'z^' ^^ ^n ^q";X-A=1:mailto:a@b.org"#).organiser
        #expect(organiser?.name == "O'Neil, Sian; x:y \"z\" ^ \n ^q")
        #expect(organiser?.extras == [CalendarParameter("X-A", ["1"])])
    }

    @Test("Unknown properties and components are kept as they stood")
    func kept() throws {
        let read = try event("X-APPLE-THING;X=\"a,b\",c:va\\,lue\nBEGIN:X-PART\nX-IN:1\nEND:X-PART")
        #expect(
            read.extras == [
                CalendarProperty("X-APPLE-THING", parameters: [CalendarParameter("X", ["a,b", "c"])], "va\\,lue")
            ])
        #expect(read.components == [ICalendarComponent(name: "X-PART", properties: [CalendarProperty("X-IN", "1")])])
        let bytes = FileText.calendar("BEGIN:VTODO\nUID:1\nEND:VTODO")
        #expect(try reader.read(bytes).calendar.components.map(\.name) == ["VTODO"])
    }

    @Test("A floating time is read as London's, with a note of its line")
    func floating() throws {
        let reading = try reader.read(FileText.event("X-A:1", start: "DTSTART:20260712T093000"))
        #expect(reading.calendar.events.first?.start == (try london("2026-07-12 09:30")))
        #expect(reading.notes.contains { $0.line == 8 && $0.sentence.contains("(rule 3.10)") })
    }

    @Test("An event without a start is kept unread")
    func noStart() throws {
        let reading = try reader.read(FileText.event("X-A:1", start: "DTSTART:soon"))
        #expect(reading.calendar.events.isEmpty)
        #expect(reading.calendar.components.map(\.name) == ["VEVENT"])
        #expect(!reading.notes.isEmpty)
    }

    @Test("A rule that cannot be read is kept as a property, with a note")
    func unreadableRule() throws {
        let reading = try reader.read(FileText.event("RRULE:FREQ=LUNARLY"))
        #expect(reading.calendar.events.first?.extras == [CalendarProperty("RRULE", "FREQ=LUNARLY")])
        #expect(reading.notes.contains { $0.sentence.contains("FREQ") })
    }

    @Test("Of a property that stands twice the first is meant")
    func twice() throws {
        let reading = try reader.read(FileText.event("LOCATION:One\nLOCATION:Two"))
        #expect(reading.calendar.events.first?.location == "One")
        #expect(reading.notes.contains { $0.sentence.contains("LOCATION stands twice") })
    }

    @Test("Lists of exceptions on one line are taken apart")
    func exceptionList() throws {
        let read = try event("EXDATE:20261013T083000Z,20261014T083000Z")
        #expect(read.exceptions == [.utc(try utc("2026-10-13 08:30")), .utc(try utc("2026-10-14 08:30"))])
    }
}
