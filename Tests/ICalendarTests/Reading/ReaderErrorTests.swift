import Foundation
import ICalendar
import Testing

@Suite struct ReaderErrorTests {
    private func reason(_ bytes: [UInt8], _ limits: ICalendarLimits = ICalendarLimits()) -> ICalendarReadError? {
        do {
            _ = try ICalendarReader(limits: limits).read(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "A file that holds no calendar is refused",
        arguments: ["", "\n\n", "hello", "BEGIN:VEVENT\nEND:VEVENT\n", ":", ";", "\""])
    func noCalendar(text: String) {
        #expect(reason(Array(text.utf8))?.reason == .noCalendar)
    }

    @Test(
        "Invalid UTF-8 is refused with its line",
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xC3]] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        let file = FileText.bytes("BEGIN:VCALENDAR\nX-A:") + bytes + FileText.bytes("\nEND:VCALENDAR\n")
        #expect(reason(file)?.reason == .invalidUTF8)
        #expect(reason(file)?.line == 2)
    }

    @Test("Components that do not nest are refused with the line and the name")
    func nesting() {
        #expect(
            reason(FileText.bytes("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n"))?.reason == .wrongEnd("VCALENDAR"))
        #expect(reason(FileText.bytes("END:VCALENDAR\n"))?.reason == .wrongEnd("VCALENDAR"))
        let unclosed = reason(FileText.bytes("BEGIN:VCALENDAR\nBEGIN:VEVENT\n"))
        #expect(unclosed?.reason == .notClosed("VEVENT"))
        #expect(unclosed?.line == 2)
        #expect(unclosed.map { "\($0)" } == "Line 2: VEVENT is never closed.")
    }

    @Test("Each limit refuses what goes past it")
    func limits() {
        let file = FileText.event("X-A:1\nX-B:2")
        func limited(_ change: (inout ICalendarLimits) -> Void) -> ICalendarReadError.Reason? {
            var limits = ICalendarLimits()
            change(&limits)
            return reason(file, limits)?.reason
        }
        #expect(limited { $0.octets = file.count } == nil)
        #expect(limited { $0.octets = file.count - 1 } == .tooManyOctets)
        #expect(limited { $0.lineOctets = 10 } == .lineTooLong)
        #expect(limited { $0.properties = 9 } == nil)
        #expect(limited { $0.properties = 8 } == .tooManyProperties)
        #expect(limited { $0.components = 1 } == .tooManyComponents)
        #expect(limited { $0.depth = 1 } == .nestedTooDeeply)
    }

    @Test("Deep nesting is refused before it costs anything")
    func deep() {
        #expect(reason(FileText.bytes(String(repeating: "BEGIN:A\n", count: 100_000)))?.line == 9)
    }

    @Test("Notes are bounded however much is wrong")
    func boundedNotes() throws {
        let file = FileText.calendar(String(repeating: "nonsense\n", count: 5000))
        #expect(try ICalendarReader().read(file).notes.count == 1000)
    }

    @Test("A zone with a thousand hostile parts is read at no great cost")
    func hostileZone() throws {
        let part =
            "BEGIN:STANDARD\nDTSTART:00010101T000000\nTZOFFSETFROM:+2359\nTZOFFSETTO:-2359\nRRULE:FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2\nEND:STANDARD\n"
        let zone = "BEGIN:VTIMEZONE\nTZID:A/B\n" + String(repeating: part, count: 1000) + "END:VTIMEZONE"
        #expect(try ICalendarReader().read(FileText.calendar(zone)).calendar.timeZones.count == 1)
    }
}
