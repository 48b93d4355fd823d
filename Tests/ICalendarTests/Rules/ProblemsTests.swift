import Foundation
import ICalendar
import Testing

/// The validator that tests of other targets lean on: each rule it knows is broken once.
@Suite struct ProblemsTests {
    private static let good = "LAST-MODIFIED:20260901T080000Z"

    private func expect(_ rule: String, in bytes: [UInt8]) {
        let found = ICalendarProblems.inBytes(bytes)
        #expect(found.contains { $0.hasSuffix("(rule \(rule))") || $0.contains("(rule \(rule)).") }, "\(found)")
    }

    @Test("A good file has no problems")
    func none() {
        #expect(ICalendarProblems.inBytes(FileText.event(Self.good)) == [])
        #expect(ICalendarProblems.inBytes(FileText.calendar(FileText.london)) == [])
    }

    @Test("Broken bytes and lines are found")
    func bytes() {
        let file = FileText.event(Self.good)
        expect("1.1", in: [0xEF, 0xBB, 0xBF] + file)
        expect("1.1", in: FileText.event("LOCATION:") + [0xFF])
        expect("1.2", in: file.dropLast(2))
        expect("1.2", in: file.filter { $0 != 13 })
        expect("1.3", in: FileText.event("LOCATION:" + String(repeating: "x", count: 67)))
        expect("1.5", in: FileText.event("LOCATION:a\\\n ,b"))
        expect("1.6", in: FileText.event("LOCATION:a\u{1}b"))
        expect("1.7", in: FileText.event("\nLOCATION:a"))
        expect("1.7", in: [0x20] + file)
        expect("1.12", in: file + file)
        expect("1.12", in: FileText.bytes("BEGIN:VCALENDAR\n"))
    }

    @Test("A fold inside a character is found")
    func splitCharacter() {
        let whole = FileText.event("LOCATION:é")
        let fold: [UInt8] = [13, 10, 32]
        let place = whole.firstIndex(of: 0xC3).map { $0 + 1 } ?? 0
        expect("1.4", in: whole[..<place] + fold + whole[place...])
    }

    @Test(
        "A broken line of an event is found",
        arguments: [
            ("1.8", "LOCATION:a,b"), ("1.8", "LOCATION:a\\:b"), ("1.8", "LOCATION:a;b"), ("1.8", "LOCATION:a\\"),
            ("1.9", "URL:https://a.example/x\\,y"), ("1.13", "BEGIN:VALARM\nEND:VALARM\nLOCATION:x"),
            ("1.14", "X-ALT-DESC;FMTTYPE=text/html:<p>"), ("2.3", "METHOD:PUBLISH"), ("2.9", "COLOR:#ff0000"),
            ("2.9", "CONFERENCE:https://a.example/"), ("3.1", "UID:2"), ("3.1", "LOCATION:"),
            ("3.4", "CREATED;TZID=Europe/London:20260901T080000"), ("3.5", "LAST-MODIFIED:20260902T080000Z"),
            ("3.6", "SEQUENCE:-1"), ("3.7", "STATUS:CANCELED"), ("3.8", "DTEND:20261012T083000Z"),
            ("3.8", "DTEND;VALUE=DATE:20261013"), ("3.8", "DTEND:20261012T093000Z\nDURATION:PT1H"),
            ("3.8", "DURATION:-PT1H"), ("3.9", "X-A;VALUE=DATE;TZID=Europe/London:20261012"),
            ("3.10", "DTEND:20261012T093000"), ("3.12", "STATUS:CANCELLED"), ("3.13", "URL:/sessions/1"),
            ("3.15", "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nEND:VALARM"), ("3.16", "STYLED-DESCRIPTION:x"),
            ("4.1", "DTEND;TZID=Europe/London:20261012T093000"), ("4.7", "RRULE:FREQ=DAILY;COUNT=2"),
            ("5.1", "RRULE:FREQ=DAILY;UNTIL=20261014"), ("5.2", "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2"),
            ("5.3", "RRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261013"),
            ("5.4", "RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261013T090000Z"),
            ("5.6", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261012T083000Z"), ("5.7", "RDATE:20261013T083000Z"),
            ("5.7", "RRULE:FREQ=HOURLY"), ("6.3", "ATTENDEE:one@example.org"),
            ("6.3", "ATTENDEE;RSVP=YES:mailto:a@b.org"),
        ])
    func event(rule: String, line: String) {
        expect(rule, in: FileText.event(line))
    }

    @Test(
        "A broken line of the header is found",
        arguments: [
            ("2.1", "VERSION:2.0"), ("2.2", "CALSCALE:GREGORIAN"), ("2.6", "NAME:a\nX-WR-CALNAME:b"),
            ("2.7", "REFRESH-INTERVAL:PT1H"), ("2.8", "SOURCE:https://a.example/secret"), ("2.5", "X-A:1"),
        ])
    func header(rule: String, line: String) {
        expect(rule, in: FileText.calendar(line))
    }

    @Test(
        "A broken definition of London is found",
        arguments: [
            ("4.3", "TZOFFSETTO:+0100", "TZOFFSETTO:+0200"), ("4.3", "T010000", "T020000"),
            ("4.4", "BYMONTH=10", "BYMONTH=10;UNTIL=20301231T000000Z"), ("4.5", "TZOFFSETFROM:+0000\n", ""),
            ("4.6", "19810329T010000", "19810329T010000Z"), ("4.2", "TZID:Europe/London", "TZID:GMT"),
            ("4.1", "TZID:Europe/London", "TZID:/Europe/London"),
        ])
    func zone(rule: String, from: String, to: String) {
        let zone = FileText.london.split(separator: "\n").joined(separator: "\n") + "\n"
        let broken = zone.components(separatedBy: from).joined(separator: to)
        expect(rule, in: FileText.calendar(String(broken.dropLast())))
    }

    @Test("A local time that does not exist is found")
    func gap() {
        let event =
            "BEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\nSUMMARY:x\nDTSTART;TZID=Europe/London:20260329T013000\nEND:VEVENT"
        expect("3.11", in: FileText.calendar(FileText.london + "\n" + event))
        expect("4.6", in: FileText.calendar(event + "\n" + FileText.london))
    }

    @Test(
        "What a METHOD asks for and does not get is found",
        arguments: [
            ("2.4", "PUBLISH", "ATTENDEE:mailto:a@b.org"), ("2.4", "PUBLISH", "X-A:1"),
            ("6.1", "REQUEST", "SEQUENCE:1"),
            ("6.5", "REQUEST", "ATTENDEE:mailto:a@b.org\nATTENDEE:mailto:c@b.org"), ("6.2", "CANCEL", "SEQUENCE:1"),
            ("6.1", "REQUEST", "STATUS:CANCELLED"), ("6.2", "CANCEL", "STATUS:CONFIRMED"),
        ])
    func method(rule: String, method: String, line: String) {
        let file = String(decoding: FileText.event(line), as: UTF8.self)
            .components(separatedBy: "CALSCALE").joined(separator: "METHOD:\(method)\r\nCALSCALE")
        expect(rule, in: Array(file.utf8))
    }

    @Test("The sentences are bounded and each stands once")
    func bounded() {
        let found = ICalendarProblems.inBytes(Array(String(repeating: "x\n", count: 10_000).utf8))
        #expect(found.count <= 500 && Set(found).count == found.count)
    }
}
