import ICalendar
import Testing

/// Random calendars of the most awkward text there is.
@Suite struct RoundTripPropertyTests {
    @Test("Whatever is written has no problem, and is read back as it was", arguments: 0..<4 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var source = RandomCalendar(seed: seed)
        for round in 0..<150 {
            let (calendar, expected) = source.pair()
            let written = Written(calendar)
            #expect(written.problems == [], "seed \(seed), round \(round)")
            let reading = try ICalendarReader().read(written.bytes)
            #expect(reading.calendar == expected, "seed \(seed), round \(round)")
            #expect(reading.notes.isEmpty)
        }
    }

    @Test("A fold stands inside a grapheme only when that is longer than a line", arguments: 10..<12 as Range<UInt64>)
    func folds(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<150 {
            let text = RandomText.make(&generator, pieces: 20..<80)
            let written = Written(try Samples.calendar { $0.description = text })
            let lines = written.physicalLines
            let first = try #require(lines.firstIndex { $0.starts(with: "DESCRIPTION:".utf8) })
            var pieces = [lines[first]]
            for line in lines[(first + 1)...].prefix(while: { $0.first == 0x20 }) {
                pieces.append(Array(line.dropFirst()))
            }
            var lengths: [Int: Int] = [:]
            var position = 0
            for character in String(decoding: pieces.joined(), as: UTF8.self) {
                for offset in 1..<max(2, character.utf8.count) { lengths[position + offset] = character.utf8.count }
                lengths[position] = 0
                position += character.utf8.count
            }
            var fold = 0
            for piece in pieces.dropLast() {
                fold += piece.count
                // 0 stands for a boundary of graphemes.
                let length = lengths[fold] ?? 0
                #expect(length == 0 || length > 74, "seed \(seed), round \(round), octet \(fold)")
            }
        }
    }
}
