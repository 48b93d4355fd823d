import ICalendar
import Testing

/// Hostile bytes: nothing traps, and whatever is read can be written and read again.
@Suite struct FuzzTests {
    private static let seeds: [[UInt8]] = [
        FileText.event("RRULE:FREQ=MONTHLY;BYDAY=1WE;UNTIL=20261231T000000Z\nEXDATE:20261104T083000Z"),
        FileText.event(
            "ATTENDEE;CN=\"A, ^'B\";RSVP=TRUE:mailto:a@b.org\nDURATION:P1DT2H",
            start: "DTSTART;TZID=Europe/London:20261012T093000"),
        FileText.event(
            "DESCRIPTION:a\\nb\\,c é 👨‍👩‍👧\n d\nGEO:1.5;-2\nCATEGORIES:a,b\\,c", start: "DTSTART;VALUE=DATE:20261012"),
        FileText.calendar(
            "BEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\nDTSTART:20250101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nRRULE:FREQ=YEARLY;COUNT=3\nEND:STANDARD\nEND:VTIMEZONE"
        ),
        FileText.event(
            "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nDESCRIPTION:x\nEND:VALARM\nRDATE;VALUE=DATE:20261013"),
    ]

    private static let tokens: [[UInt8]] =
        [
            "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "\r\n ", "\r\n", "\n", ":", ";", "=", ",", "\"", "\\", "^", "\0", "-",
            "+", "Z",
            "99999999999999999999", "-1", "0", "00000000T000000", "99991231T235959Z", "00010101T000000Z", "FREQ=YEARLY",
            "INTERVAL=999999999", "BYDAY=-53SU", "TZID=", "VALUE=DATE", "P999999999W", "+2359", "DTSTART",
            "DTEND:99991231T235959Z\r\n",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xF0, 0x9F], [0xE2, 0x80, 0xA8], [0xEF, 0xBB, 0xBF]]

    private func mutated(_ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = generator.pick(Self.seeds)
        for _ in 0..<generator.number(1..<6) {
            let place = generator.number(0..<bytes.count + 1)
            let length = min(generator.number(0..<24), bytes.count - place)
            switch generator.number(0..<5) {
            case 0 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
            case 1: bytes.insert(contentsOf: generator.pick(Self.tokens), at: place)
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: generator.number(0..<bytes.count + 1))
            default: bytes.replaceSubrange(place..<place + length, with: generator.pick(Self.tokens))
            }
        }
        return bytes
    }

    @Test(
        "Two hundred thousand mutated files neither trap nor come out of the writer broken",
        arguments: 0..<8 as Range<UInt64>)
    func mutations(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var readable = 0
        for round in 0..<25_000 {
            let bytes = mutated(&generator)
            guard let reading = try? ICalendarReader().read(bytes) else { continue }
            readable += 1
            guard round % 8 == 0 else { continue }
            let written = ICalendarWriter.bytes(of: reading.calendar)
            let again = try ICalendarReader().read(written).calendar
            #expect(again.events.count == reading.calendar.events.count)
            let isStable = ICalendarWriter.bytes(of: again) == written
            try #require(isStable, "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
            if round % 64 == 0 { _ = ICalendarProblems.inBytes(bytes) }
            for series in CalendarSeries.grouping(reading.calendar.events) { _ = try? series.occurrences(limit: 20) }
        }
        #expect(readable > 5000)
    }

    @Test("Random bytes never trap")
    func noise() {
        var generator = SeededGenerator(seed: 99)
        for _ in 0..<2000 {
            let bytes = (0..<generator.number(0..<200)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            #expect((try? ICalendarReader().read(bytes)) == nil)
        }
    }
}
