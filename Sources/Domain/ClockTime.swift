/// A time on the wall: minutes since midnight, 0 to 1439.
package struct ClockTime: Hashable, Sendable, Comparable {
    package let minutes: Int

    package init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    /// Any number of minutes, taken within the day.
    package init(minutes: Int) {
        self.minutes = ((minutes % 1440) + 1440) % 1440
    }

    /// Reads `09:30`, `9:30`, `9.30`, `9:30am`, `12pm`, `3pm`.
    package init?(_ text: some StringProtocol) {
        var rest = text.lowercased().filter { $0 != " " }
        var afternoon: Bool?
        if rest.hasSuffix("am") || rest.hasSuffix("pm") {
            afternoon = rest.hasSuffix("pm")
            rest.removeLast(2)
        }
        let fields = rest.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard (1...2).contains(fields.count), let first = fields.first, first.utf8.count <= 2,
            var hour = wholeNumber(first)
        else {
            return nil
        }
        var minute = 0
        if fields.count == 2 {
            guard fields[1].utf8.count == 2, let read = wholeNumber(fields[1]) else { return nil }
            minute = read
        } else if afternoon == nil {
            return nil
        }
        if let afternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (afternoon ? 12 : 0)
        }
        self.init(hour: hour, minute: minute)
    }

    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }

    /// `09:30`
    package var iso: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    /// `9:30am`, `12pm`, as people say it.
    package var spoken: String {
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        return "\(twelve)\(minute == 0 ? "" : ":\(padded(minute, 2))")\(hour < 12 ? "am" : "pm")"
    }

    package static func < (left: ClockTime, right: ClockTime) -> Bool {
        left.minutes < right.minutes
    }
}

/// A moment as the wall in London shows it.
package struct LocalTime: Hashable, Sendable, Comparable {
    package let day: Day
    package let time: ClockTime

    package init(_ day: Day, _ time: ClockTime) {
        self.day = day
        self.time = time
    }

    package static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.day, left.time) < (right.day, right.time)
    }

    /// Minutes since 1970-01-01 00:00 on the wall.
    package var wallMinutes: Int { day.number * 1440 + time.minutes }

    package init(wallMinutes: Int) {
        let day = wallMinutes >= 0 ? wallMinutes / 1440 : (wallMinutes - 1439) / 1440
        self.init(Day(number: day), ClockTime(minutes: wallMinutes - day * 1440))
    }

    package func adding(minutes: Int) -> LocalTime {
        LocalTime(wallMinutes: wallMinutes &+ minutes)
    }

    /// `2018-01-29 09:30`
    package var iso: String { "\(day.iso) \(time.iso)" }
}
