import Foundation
import ICalendar
import Testing

/// Section 2 of the calendar rules.
@Suite struct CalendarHeaderTests {
    @Test("2.1: VERSION and PRODID stand once each")
    func version() {
        let written = Written(Samples.calendar([]))
        #expect(written.lines("VERSION") == ["VERSION:2.0"])
        #expect(written.lines("PRODID") == ["PRODID:" + Samples.productID])
    }

    @Test("2.2: CALSCALE stands once")
    func scale() {
        #expect(Written(Samples.calendar([])).lines("CALSCALE") == ["CALSCALE:GREGORIAN"])
    }

    @Test("2.3: METHOD is never written inside an event, even when it was kept there")
    func methodOutside() throws {
        var calendar = try Samples.calendar { $0.extras = [CalendarProperty("METHOD", "REQUEST")] }
        #expect(Written(calendar).lines("METHOD").isEmpty)
        calendar.method = .cancel
        let lines = Written(calendar).lines
        #expect(lines.filter { $0.hasPrefix("METHOD") } == ["METHOD:CANCEL"])
        #expect(
            try #require(lines.firstIndex(of: "METHOD:CANCEL")) < (try #require(lines.firstIndex(of: "BEGIN:VEVENT"))))
    }

    @Test("2.4: a published calendar has no attendees, one without METHOD says nothing of it")
    func publish() throws {
        var calendar = try Samples.calendar {
            $0.organiser = CalendarOrganiser(email: "team@example.org")
            $0.attendees = [CalendarAttendee(email: "one@example.org", name: nil, answer: .accepted)]
        }
        #expect(Written(calendar).lines("METHOD").isEmpty)
        #expect(Written(calendar).lines("ATTENDEE").count == 1)
        calendar.method = .publish
        #expect(Written(calendar).lines("ATTENDEE").isEmpty)
        #expect(Written(calendar).problems == [])
    }

    @Test("2.5: an empty calendar still carries its time zone")
    func empty() {
        let written = Written(Samples.calendar([]))
        #expect(written.zoneLines("BEGIN:VTIMEZONE").count == 1)
        #expect(written.problems == [])
    }

    @Test("2.6: the name is written for old and new readers alike")
    func name() {
        var calendar = Samples.calendar([])
        calendar.name = "Practice Week, October"
        calendar.description = "All sessions"
        calendar.showsLondonTime = true
        let written = Written(calendar)
        #expect(written.value("NAME:") == #"Practice Week\, October"#)
        #expect(written.value("X-WR-CALNAME:") == #"Practice Week\, October"#)
        #expect(written.value("DESCRIPTION:") == "All sessions")
        #expect(written.value("X-WR-CALDESC:") == "All sessions")
        #expect(written.value("X-WR-TIMEZONE:") == "Europe/London")
    }

    @Test("2.7: the refresh interval carries VALUE=DURATION and Outlook's twin")
    func refresh() {
        var calendar = Samples.calendar([])
        calendar.refreshInterval = .hours(1)
        let written = Written(calendar)
        #expect(written.value("REFRESH-INTERVAL;VALUE=DURATION:") == "PT1H")
        #expect(written.value("X-PUBLISHED-TTL:") == "PT1H")
    }

    @Test("2.8: SOURCE, which would carry a feed's secret, is never written")
    func noSource() {
        var calendar = Samples.calendar([])
        calendar.extras = [CalendarProperty("SOURCE", "https://example.org/calendars/secret.ics")]
        #expect(!String(decoding: Written(calendar).bytes, as: UTF8.self).contains("secret"))
    }

    @Test("2.9: a colour is a CSS3 name and never a code")
    func colour() throws {
        #expect(CalendarColour("#ff0000") == nil)
        #expect(CalendarColour("reddish") == nil)
        let written = Written(try Samples.calendar { $0.colour = CalendarColour("DarkSlateBlue") })
        #expect(written.value("COLOR:") == "darkslateblue")
    }

    @Test("2.9: CONFERENCE carries VALUE=URI")
    func conference() throws {
        let written = Written(
            try Samples.calendar {
                $0.conferences = [
                    CalendarConference(uri: "https://example.org/j", label: "Join: here", features: ["AUDIO", "VIDEO"])
                ]
            })
        #expect(
            written.value("CONFERENCE;VALUE=URI;") == #"FEATURE=AUDIO,VIDEO;LABEL="Join: here":https://example.org/j"#)
    }
}
