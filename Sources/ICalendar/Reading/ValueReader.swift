import Foundation

/// Reads the values of properties, noting what is not as it should be.
struct ValueReader {
    var zones = ZoneTable()
    var notes = NoteList()

    /// Times separated by commas; those that cannot be read are noted and passed over.
    mutating func times(_ line: ContentLine) -> [CalendarTime] {
        var result: [CalendarTime] = []
        for piece in line.value.split(separator: ",") {
            if let time = time(piece, line) { result.append(time) }
        }
        return result
    }

    mutating func time(_ line: ContentLine) -> CalendarTime? {
        time(line.value[...], line)
    }

    private mutating func time(_ text: Substring, _ line: ContentLine) -> CalendarTime? {
        let isDate = line.property.parameter("VALUE")?.uppercased() == "DATE"
        if let day = TimeText.day(text) {
            if !isDate { notes.add(line.number, "\(line.name) holds a day without VALUE=DATE.") }
            return .date(day)
        }
        if let last = text.utf8.last, last == 0x5A || last == 0x7A, let clock = TimeText.local(text.dropLast()) {
            return .utc(Date(wholeSeconds: clock.civilSeconds))
        }
        guard let clock = TimeText.local(text) else {
            notes.add(line.number, "\(line.name) holds no date or time that exists.")
            return nil
        }
        if isDate {
            notes.add(line.number, "\(line.name) holds a time beside VALUE=DATE; its day was taken.")
            return .date(clock.day)
        }
        guard let id = line.property.parameter("TZID"), !id.isEmpty else {
            notes.add(line.number, "\(line.name) has no zone; London's time was taken (rule 3.10).")
            return .london(clock)
        }
        return .zoned(clock, zones.zone(id, line: line.number, &notes))
    }

    /// For properties that must be in UTC.
    mutating func instant(_ line: ContentLine) -> Date? {
        guard let time = time(line) else { return nil }
        if case .utc(let date) = time { return date }
        notes.add(line.number, "\(line.name) is not in UTC (rule 3.4).")
        return time.matching(.utc(Date(timeIntervalSince1970: 0))).instant
    }

    mutating func number(_ line: ContentLine) -> Int? {
        guard let value = DecimalDigits.signed(line.value) else {
            notes.add(line.number, "\(line.name) is not a whole number.")
            return nil
        }
        return value
    }

    mutating func duration(_ line: ContentLine) -> CalendarDuration? {
        guard let value = CalendarDuration(text: line.value) else {
            notes.add(line.number, "\(line.name) is not a duration.")
            return nil
        }
        return value
    }

    mutating func word<Word: RawRepresentable>(_ line: ContentLine, as type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let value = Word(rawValue: line.value.uppercased()) else {
            notes.add(line.number, "\(line.name) holds a word that is not known.")
            return nil
        }
        return value
    }

    func text(_ line: ContentLine) -> String {
        TextValue.unescaped(line.value)
    }
}
