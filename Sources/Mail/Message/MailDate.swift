import Foundation

/// Instants as text, in UTC, by arithmetic alone: no locale and no zone data can change them.
enum MailDate {
    /// RFC 5322: Mon, 29 Jan 2018 09:30:00 +0000.
    static func text(_ date: Date) -> String {
        let parts = Parts(date)
        let time = "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))"
        return
            "\(weekdays[parts.weekday]), \(two(parts.day)) \(months[parts.month - 1]) \(four(parts.year)) \(time) +0000"
    }

    /// For file names, sorted as time passes: 20180129T093000Z.
    static func stamp(_ date: Date) -> String {
        let parts = Parts(date)
        return "\(four(parts.year))\(two(parts.month))\(two(parts.day))T\(two(parts.hour))\(two(parts.minute))"
            + "\(two(parts.second))Z"
    }

    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func four(_ number: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private struct Parts {
        var year, month, day, hour, minute, second: Int
        /// Days after Thursday.
        var weekday: Int

        /// Instants before 1970 and after 9999 count as the nearest one between.
        init(_ date: Date) {
            let last = 253_402_300_799.0
            let interval = date.timeIntervalSince1970
            let total = Int(interval.isNaN ? 0 : min(max(interval.rounded(.down), 0), last))
            let (days, seconds) = total.quotientAndRemainder(dividingBy: 86_400)
            (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
            weekday = days % 7
            // Years counted from March, in eras of 400, so that the leap day comes last.
            let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
            let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
            let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
            let monthFromMarch = (5 * dayOfYear + 2) / 153
            day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
            month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
            year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        }
    }
}
