import Foundation

extension RecurrenceRule {
    /// Reads the value of RRULE. An UNTIL without Z is the clock of `zone`: wrong by rule 5.1, but met in the world.
    package init(parsing text: String, zone: CalendarZone = .london) throws(RecurrenceError) {
        guard text.utf8.count <= 8192 else { throw .malformed("The rule is too long.") }
        var parts: [String: String] = [:]
        for piece in text.split(separator: ";", omittingEmptySubsequences: true) {
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { throw .malformed("\"\(piece)\" is not a part of a rule.") }
            let name = sides[0].uppercased()
            guard parts.updateValue(sides[1].uppercased(), forKey: name) == nil else {
                throw .malformed("\(name) stands twice.")
            }
        }
        guard let word = parts.removeValue(forKey: "FREQ"), let frequency = RecurrenceFrequency(rawValue: word) else {
            throw .malformed("FREQ is missing or unknown.")
        }
        let interval = try Self.number(parts.removeValue(forKey: "INTERVAL"), "INTERVAL") ?? 1
        let end = try Self.end(
            count: parts.removeValue(forKey: "COUNT"), until: parts.removeValue(forKey: "UNTIL"), zone: zone)
        let byDay = try Self.days(parts.removeValue(forKey: "BYDAY"))
        let weekStart = try Self.weekStart(parts.removeValue(forKey: "WKST"))
        var lists: [String: [Int]] = [:]
        for name in Self.listNames {
            lists[name] = try Self.numbers(parts.removeValue(forKey: name), name)
        }
        if let unknown = parts.keys.min() { throw .malformed("\(unknown) is not a part of a rule.") }
        try self.init(
            frequency, interval: interval, end: end, byDay: byDay, byMonthDay: lists["BYMONTHDAY"] ?? [],
            byMonth: lists["BYMONTH"] ?? [], bySetPosition: lists["BYSETPOS"] ?? [],
            byYearDay: lists["BYYEARDAY"] ?? [], byWeekNumber: lists["BYWEEKNO"] ?? [], byHour: lists["BYHOUR"] ?? [],
            byMinute: lists["BYMINUTE"] ?? [], bySecond: lists["BYSECOND"] ?? [], weekStart: weekStart)
    }

    private static let listNames = [
        "BYSECOND", "BYMINUTE", "BYHOUR", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS",
    ]

    private static func number(_ text: String?, _ part: String) throws(RecurrenceError) -> Int? {
        guard let text else { return nil }
        guard let value = DecimalDigits.whole(text) else { throw .malformed("\(part) is a whole number from 1.") }
        return value
    }

    private static func numbers(_ text: String?, _ part: String) throws(RecurrenceError) -> [Int] {
        guard let text else { return [] }
        var result: [Int] = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let value = DecimalDigits.signed(piece) else {
                throw .malformed("\(part) is a list of whole numbers.")
            }
            result.append(value)
        }
        return result
    }

    private static func days(_ text: String?) throws(RecurrenceError) -> [RecurrenceDay] {
        guard let text else { return [] }
        var result: [RecurrenceDay] = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let count = piece.dropLast(2)
            guard let weekday = Weekday(code: piece.suffix(2)), count.isEmpty || DecimalDigits.signed(count) != nil
            else {
                throw .malformed("\"\(piece)\" is not a day of BYDAY.")
            }
            result.append(RecurrenceDay(weekday, ordinal: DecimalDigits.signed(count)))
        }
        return result
    }

    private static func weekStart(_ text: String?) throws(RecurrenceError) -> Weekday {
        guard let text else { return .monday }
        guard let weekday = Weekday(code: text) else { throw .malformed("WKST is a weekday.") }
        return weekday
    }

    private static func end(
        count: String?, until: String?, zone: CalendarZone
    ) throws(RecurrenceError) -> RecurrenceEnd {
        guard count == nil || until == nil else { throw .malformed("COUNT and UNTIL exclude each other.") }
        if let count = try number(count, "COUNT") { return .count(count) }
        guard let until else { return .never }
        if let day = TimeText.day(until) { return .untilDay(day) }
        if until.hasSuffix("Z"), let clock = TimeText.local(until.dropLast()) {
            return .until(Date(wholeSeconds: clock.civilSeconds))
        }
        if let clock = TimeText.local(until) { return .until(zone.instant(of: clock)) }
        throw .malformed("UNTIL is a date, or a date and time ending in Z.")
    }
}
