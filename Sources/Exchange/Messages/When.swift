import Domain
package import Foundation

/// Times as people say them.
package enum When {
    /// `Monday 29 January 2018, 9:30am to 12pm`; nil while there is no time.
    package static func words(_ starts: Date?, _ ends: Date?) -> String? {
        guard let starts else { return nil }
        let first = London.local(starts)
        let opening = "\(day(first.day)), \(first.time.spoken)"
        guard let ends else { return opening }
        let last = London.local(ends)
        return first.day == last.day
            ? "\(opening) to \(last.time.spoken)" : "\(opening) to \(day(last.day)), \(last.time.spoken)"
    }

    private static func day(_ day: Day) -> String {
        "\(day.weekday.name) \(day.long)"
    }
}
