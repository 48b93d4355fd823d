package import Foundation

/// Reading dates and times as people type them.
package enum DateEntry {
    /// `2018-01-29`, `29 Jan 2018`, `29 January 2018`, `mon`, `today`, `tomorrow`. A weekday is the next such day, today included.
    /// `03/04/2018` is refused with both readings, as one reader means April and another March; `20/04/2018` has but one.
    package static func day(_ text: String, today: Day) throws(ProgrammeRefusal) -> Day {
        let typed = text.trimmingCharacters(in: .whitespaces)
        if let day = Day(iso: typed) { return day }
        let folded = typed.lowercased()
        switch folded {
        case "today": return today
        case "tomorrow": return today.adding(days: 1)
        case "yesterday": return today.adding(days: -1)
        default: break
        }
        if folded.count >= 3, let weekday = Weekday.allCases.first(where: { $0.rawValue.hasPrefix(folded) }) {
            return today.adding(days: (weekday.index - today.weekday.index + 7) % 7)
        }
        let slashed = typed.split(separator: "/", omittingEmptySubsequences: false).map { wholeNumber($0) }
        if slashed.count == 3, let first = slashed[0], let second = slashed[1], let year = slashed[2] {
            let british = Day(year: year, month: second, day: first)
            let other = Day(year: year, month: first, day: second)
            let readings = [british, other].compactMap(\.self)
            guard !readings.isEmpty else { throw .dateUnreadable(String(typed.prefix(60))) }
            if let british, other == nil || other == british { return british }
            throw .dateAmbiguous(
                typed, readings: readings.count == 2 && readings[0] == readings[1] ? [readings[0]] : readings)
        }
        let words = typed.split(separator: " ")
        if words.count == 3, let number = wholeNumber(words[0]), let month = Day.month(named: words[1]),
            words[2].count == 4,
            let year = wholeNumber(words[2]), let day = Day(year: year, month: month, day: number)
        {
            return day
        }
        throw .dateUnreadable(String(typed.prefix(60)))
    }

    /// A date and a time: `2018-01-29 09:30`, `mon 9:30am`, `29 Jan 2018 09:30`, with `+01:00` or `Z` behind it where the hour happens twice.
    package static func moment(_ text: String, today: Day) throws(ProgrammeRefusal) -> Date {
        var typed = text.trimmingCharacters(in: .whitespaces)
        if typed.count > 11, let mark = typed.firstIndex(of: "T"), Day(iso: typed[..<mark]) != nil {
            typed.replaceSubrange(mark...mark, with: " ")
        }
        var offset: Int?
        if typed.hasSuffix("Z") || typed.hasSuffix("z") {
            offset = 0
            typed.removeLast()
        } else if typed.count > 6, let sign = typed.dropLast(5).last, sign == "+" || sign == "-" {
            let tail = typed.suffix(5)
            let fields = tail.split(separator: ":")
            if fields.count == 2, let hours = wholeNumber(fields[0]), let minutes = wholeNumber(fields[1]), hours < 15,
                minutes < 60
            {
                offset = (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
                typed.removeLast(6)
            }
        }
        guard let gap = typed.lastIndex(of: " ") else { throw .timeUnreadable(String(text.prefix(60))) }
        let day = try day(String(typed[..<gap]), today: today)
        var clock = String(typed[typed.index(after: gap)...])
        if clock.split(separator: ":").count == 3, clock.hasSuffix(":00") { clock.removeLast(3) }
        guard let time = ClockTime(clock) else { throw .timeUnreadable(String(text.prefix(60))) }
        return try moment(LocalTime(day, time), offset: offset)
    }

    /// An instant from the wall; an hour that happens twice needs its offset, one that never happens is refused.
    package static func moment(_ local: LocalTime, offset: Int? = nil) throws(ProgrammeRefusal) -> Date {
        if let offset {
            return Date(timeIntervalSince1970: Double(local.wallMinutes - offset) * 60)
        }
        switch London.meaning(of: local) {
        case .one(let instant): return instant
        case .twice: throw .timeTwice(local)
        case .never: throw .timeNever(local)
        }
    }
}
