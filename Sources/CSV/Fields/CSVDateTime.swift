/// A date and time as written. Without an offset it is wall time of the centre's zone, and whether that time exists on
/// that day is for the caller to say.
package struct CSVDateTime: Sendable, Hashable {
    package var date: CSVDate
    package var time: CSVTime
    /// Minutes east of UTC, where the text said so.
    package var offsetMinutes: Int?

    package init(date: CSVDate, time: CSVTime, offsetMinutes: Int? = nil) {
        self.date = date
        self.time = time
        self.offsetMinutes = offsetMinutes
    }
}

extension CSVDateTime: CustomStringConvertible {
    /// ISO 8601 with a space (rule 8.4): 2026-10-12 09:30, and the offset where there is one.
    package var description: String {
        guard let offsetMinutes else { return "\(date) \(time)" }
        let sign = offsetMinutes < 0 ? "-" : "+"
        let (hours, minutes) = offsetMinutes.magnitude.quotientAndRemainder(dividingBy: 60)
        return "\(date) \(time)\(sign)\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
