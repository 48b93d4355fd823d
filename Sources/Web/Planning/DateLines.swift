import Domain
import Foundation

/// Dates as people type them, one on each line, or a rule that gives several: "every Wednesday until 14 February".
struct DateLines: Equatable {
    /// More are asked for in several goes.
    static let most = 100

    private(set) var days: [Day] = []
    /// A sentence for each line that cannot be read.
    private(set) var problems: [String] = []

    private let after: Day
    private let first: Day

    /// - Parameters:
    ///   - after: the day that a rule's dates come after, and whose weekday "every week" means.
    ///   - first: the day that words like "tuesday" are counted from.
    init(_ text: String, after: Day, countingFrom first: Day) {
        self.after = after
        self.first = first
        var found: Set<Day> = []
        for line in text.split(whereSeparator: { $0.isNewline || $0 == ";" }).prefix(Self.most * 2) {
            let typed = line.trimmingCharacters(in: .whitespaces)
            if typed.isEmpty { continue }
            do throws(Unreadable) {
                found.formUnion(try read(String(typed.prefix(200))))
            } catch {
                problems.append(error.message)
            }
        }
        days = found.sorted()
        if days.count > Self.most {
            problems.append("Those are \(days.count) dates. Choose up to \(Self.most) at a time.")
        }
    }

    private struct Unreadable: Error {
        var message: String
    }

    private func read(_ line: String) throws(Unreadable) -> [Day] {
        let words = line.lowercased().replacing(",", with: " ").split(separator: " ").map(String.init)
        let isRule = words.contains("every") || words.contains("each") || words.contains("month")
        guard isRule else { return try dates(line) }
        return try rule(words, line)
    }

    /// One date, or several with commas between them.
    private func dates(_ line: String) throws(Unreadable) -> [Day] {
        var days: [Day] = []
        for part in line.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) where !part.isEmpty {
            // "Wednesday, 7 February"
            if Weekday(beginning: part) != nil, line.contains(","), line.contains(where: \.isNumber) { continue }
            days.append(try date(part))
        }
        return days
    }

    private func date(_ text: String) throws(Unreadable) -> Day {
        do throws(ProgrammeRefusal) {
            return try TimeEntry.day(text, countingFrom: first)
        } catch {
            throw Unreadable(message: error.message)
        }
    }

    // MARK: Rules

    private func rule(_ words: [String], _ line: String) throws(Unreadable) -> [Day] {
        var (rule, last, times): ([String], Day?, Int?) = (words, nil, nil)
        if let mark = words.lastIndex(where: { ["until", "till", "to"].contains($0) }) {
            rule = Array(words[..<mark])
            last = try date(words[(mark + 1)...].joined(separator: " "))
        } else if let end = words.last, end == "times" || end == "time", words.count > 2,
            let number = wholeNumber(words[words.count - 2]), (1...Self.most).contains(number)
        {
            rule = Array(words.dropLast(2))
            times = number
        }
        guard last != nil || times != nil else {
            throw Unreadable(
                message: "Say when “\(line)” ends, like “\(line) until \(after.adding(days: 28).long)”.")
        }
        guard let fits = Self.meaning(of: rule, like: after) else {
            throw Unreadable(
                message:
                    "“\(line)” is not a rule that is known. Write every Wednesday, every other Friday, every weekday or first Monday of every month, each with “until” and a date."
            )
        }
        var days: [Day] = []
        var day = after.adding(days: 1)
        let end = min(last ?? after.adding(days: 800), after.adding(days: 800))
        while day <= end, days.count <= Self.most, times.map({ days.count < $0 }) ?? true {
            if fits(day) { days.append(day) }
            day = day.adding(days: 1)
        }
        guard !days.isEmpty else {
            throw Unreadable(message: "“\(line)” gives no date after \(after.weekday.name) \(after.long).")
        }
        return days
    }

    /// Whether a rule, without its end, gives a day; nil for what is no rule.
    private static func meaning(of words: [String], like day: Day) -> ((Day) -> Bool)? {
        var rest = words.filter { !["on", "the", "of", "in", "and", "&"].contains($0) }
        if rest.contains("month") {
            rest.removeAll { ["every", "each", "month"].contains($0) }
            guard rest.count == 2, let weekday = Weekday(beginning: rest[1]) else { return nil }
            return ordinal(rest[0], weekday)
        }
        guard let head = rest.first, head == "every" || head == "each" else { return nil }
        rest.removeFirst()
        var step = 1
        if rest.first == "other" || rest.first == "second" {
            step = 2
            rest.removeFirst()
        } else if rest.count == 2, rest[1].hasPrefix("week"), let number = rest.first.flatMap({ wholeNumber($0) }),
            (1...52).contains(number)
        {
            (step, rest) = (number, ["week"])
        }
        guard let weekdays = weekdays(rest, like: day) else { return nil }
        let monday = day.adding(days: -day.weekday.index)
        return { candidate in
            weekdays.contains(candidate.weekday) && (candidate.number - monday.number) / 7 % step == 0
        }
    }

    private static func weekdays(_ words: [String], like day: Day) -> Set<Weekday>? {
        switch words {
        case ["day"]: return Set(Weekday.allCases)
        case ["weekday"], ["working", "day"]: return Set(Weekday.allCases.prefix(5))
        case ["week"]: return [day.weekday]
        default:
            let named = words.compactMap(Weekday.init(beginning:))
            return named.isEmpty || named.count != words.count ? nil : Set(named)
        }
    }

    private static func ordinal(_ word: String, _ weekday: Weekday) -> ((Day) -> Bool)? {
        let numbers = ["first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3]
        if let number = numbers[word] { return { $0.weekday == weekday && ($0.day - 1) / 7 == number } }
        guard word == "last" else { return nil }
        return { $0.weekday == weekday && $0.adding(days: 7).month != $0.month }
    }
}

extension Weekday {
    /// "wed", "Wednesday", "wednesdays"
    init?(beginning text: String) {
        let folded = text.lowercased().filter { $0 != "," && $0 != "." }
        guard folded.count >= 3,
            let found = Weekday.allCases.first(where: { $0.rawValue.hasPrefix(folded) || "\($0.rawValue)s" == folded })
        else { return nil }
        self = found
    }
}
