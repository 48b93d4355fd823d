/// A weekday in a BYDAY list: every one, or only the nth of its month or year; -1 is the last.
package struct RecurrenceDay: Hashable, Sendable {
    package let ordinal: Int?
    package let weekday: Weekday

    package init(_ weekday: Weekday, ordinal: Int? = nil) {
        self.ordinal = ordinal
        self.weekday = weekday
    }

    var text: String {
        ordinal.map { "\($0)\(weekday.code)" } ?? weekday.code
    }
}
