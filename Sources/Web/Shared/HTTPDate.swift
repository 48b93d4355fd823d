import Domain
import Foundation

/// The date format of HTTP headers (RFC 9110 section 5.6.7): `Mon, 29 Jan 2018 09:30:00 GMT`.
enum HTTPDate {
    static func text(_ date: Date) -> String {
        let seconds = Int(min(max(date.timeIntervalSince1970, 0), 200_000_000_000).rounded(.down))
        let day = Day(number: seconds / 86_400)
        let rest = seconds % 86_400
        let words = day.short.split(separator: " ")
        let date = [padded(day.day, 2)] + words.dropFirst().map(String.init)
        let time = [rest / 3600, rest / 60 % 60, rest % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(day.weekday.short), \(date.joined(separator: " ")) \(time) GMT"
    }

    /// The preferred form only; anything else is no date.
    static func read(_ text: String) -> Date? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let number = wholeNumber(parts[1]),
            let month = Day.month(named: parts[2]),
            let year = wholeNumber(parts[3]), let day = Day(year: year, month: month, day: number)
        else { return nil }
        let clock = parts[4].split(separator: ":").map { wholeNumber($0) }
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2], hour < 24,
            minute < 60,
            second < 61
        else { return nil }
        return Date(timeIntervalSince1970: Double(day.number * 86_400 + hour * 3600 + minute * 60 + second))
    }
}
