import Domain
import Foundation
import ICalendar
import TestSupport
import Testing

@testable import Exchange

@Suite("A session in a calendar")
struct SessionEventsTests {
    private func lines(_ session: Session, now: String = "2018-01-15 09:00") throws -> [String] {
        let maker = try Made.events(now: now)
        let bytes = maker.feed(name: "Week", maker.events(of: [session], series: []))
        #expect(ICalendarProblems.inBytes(bytes) == [])
        return bytes.lines
    }

    @Test("has its public id in lower case, at the domain that never follows the host, as UID")
    func uid() throws {
        let lines = try lines(Made.session(7))
        #expect(lines.contains("UID:ab000000-0000-4000-8000-000000000007@uid.example.org"))
    }

    @Test("is stamped with its own last change, not with the moment of asking")
    func stamps() throws {
        let lines = try lines(Made.session(changed: "2018-01-10 12:00"))
        #expect(lines.contains("DTSTAMP:20180110T120000Z"))
        #expect(lines.contains("LAST-MODIFIED:20180110T120000Z"))
    }

    @Test("gives the same bytes a week later")
    func sameBytes() throws {
        let session = try Made.session()
        let (monday, later) = (try Made.events(), try Made.events(now: "2018-01-22 09:00"))
        #expect(
            monday.feed(name: "Week", monday.events(of: [session], series: []))
                == later.feed(name: "Week", later.events(of: [session], series: [])))
    }

    @Test("takes SEQUENCE from the session's counter")
    func sequence() throws {
        #expect(try lines(Made.session(sequence: 4)).contains("SEQUENCE:4"))
    }

    @Test("keeps London's clock, with the zone defined")
    func zone() throws {
        let lines = try lines(Made.session(starts: "2018-06-06 09:30"))
        #expect(lines.contains("DTSTART;TZID=Europe/London:20180606T093000"))
        #expect(lines.contains("DTEND;TZID=Europe/London:20180606T103000"))
        #expect(lines.contains("TZID:Europe/London"))
    }

    @Test("in the second pass of the hour that happens twice is written in UTC")
    func secondPass() throws {
        let lines = try lines(Made.session(starts: "2018-10-28 01:15+00:00", minutes: 30))
        #expect(lines.contains("DTSTART:20181028T011500Z"))
        #expect(lines.contains("DTEND:20181028T014500Z"))
    }

    @Test("names room and site as one text")
    func location() throws {
        #expect(try lines(Made.session()).contains("LOCATION:Room 1\\, Corbyn Road"))
    }

    @Test("that is online says so without a link")
    func online() throws {
        let lines = try lines(Made.session(room: nil, site: nil, online: true))
        #expect(lines.contains("LOCATION:Online"))
        #expect(!lines.contains { $0.hasPrefix("CONFERENCE") })
    }

    @Test("links to its page")
    func url() throws {
        #expect(try lines(Made.session(3)).contains("URL:https://practice.example.org/sessions/PW18-003"))
    }

    @Test("when cancelled says so three times: in its status, its title, and by leaving the time free")
    func cancelled() throws {
        let lines = try lines(Made.session(state: .cancelled))
        #expect(lines.contains("STATUS:CANCELLED"))
        #expect(lines.contains("SUMMARY:CANCELLED: Group supervision"))
        #expect(lines.contains("TRANSP:TRANSPARENT"))
        #expect(lines.contains { $0.hasPrefix("DESCRIPTION:Cancelled: The boiler has failed") })
    }

    @Test("when cancelled stays for thirty days after it would have ended, and then goes")
    func window() throws {
        let session = try Made.session(state: .cancelled)
        #expect(try lines(session, now: "2018-02-28 10:29").contains("BEGIN:VEVENT"))
        #expect(try !lines(session, now: "2018-02-28 10:30").contains("BEGIN:VEVENT"))
    }

    @Test("counts its falling out of the window as the newest change")
    func newestChange() throws {
        let session = try Made.session(state: .cancelled, changed: "2018-01-10 12:00")
        #expect(try Made.events(now: "2018-02-01 09:00").newestChange([session]) == moment("2018-01-10 12:00"))
        #expect(try Made.events(now: "2018-03-10 09:00").newestChange([session]) == moment("2018-02-28 10:30"))
    }

    @Test("without a time is not in a feed")
    func unplaced() throws {
        #expect(try !lines(Made.session(starts: nil)).contains("BEGIN:VEVENT"))
    }

    @Test(
        "with a hostile title stays one property",
        arguments: ["a\r\nBEGIN:VALARM", "x\u{0}y\u{7}z", "\u{301};,\\n", "\u{2028}"])
    func hostile(title: String) throws {
        let lines = try lines(Made.session(title: title, description: title))
        #expect(lines.count { $0.utf8.starts(with: "SUMMARY:".utf8) } == 1)
        #expect(!lines.contains("BEGIN:VALARM"))
    }

    @Test("An empty feed still defines its zone, and names no METHOD")
    func empty() throws {
        let bytes = try Made.events().feed(name: "Nothing yet", [])
        #expect(ICalendarProblems.inBytes(bytes) == [])
        #expect(bytes.lines.contains("BEGIN:VTIMEZONE"))
        #expect(!bytes.lines.contains { $0.hasPrefix("METHOD") })
    }

    @Test("A feed has its name twice, asks to be fetched hourly, and never names its own address")
    func header() throws {
        let lines = try Made.events().feed(name: "Week, the first", []).lines
        #expect(lines.contains("NAME:Week\\, the first"))
        #expect(lines.contains("X-WR-CALNAME:Week\\, the first"))
        #expect(lines.contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H"))
        #expect(lines.contains("X-PUBLISHED-TTL:PT1H"))
        #expect(!lines.contains { $0.hasPrefix("SOURCE") })
    }
}
