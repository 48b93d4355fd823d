/// A time of day as written, without a zone.
package struct CSVTime: Sendable, Hashable {
    package var hour: Int
    package var minute: Int
    package var second: Int

    package init(hour: Int, minute: Int, second: Int = 0) {
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension CSVTime: Comparable, CustomStringConvertible {
    package static func < (one: CSVTime, other: CSVTime) -> Bool {
        (one.hour, one.minute, one.second) < (other.hour, other.minute, other.second)
    }

    /// 09:30, with seconds only when there are any.
    package var description: String {
        let minutes = "\(Self.padded(hour, to: 2)):\(Self.padded(minute, to: 2))"
        return second == 0 ? minutes : "\(minutes):\(Self.padded(second, to: 2))"
    }
}
