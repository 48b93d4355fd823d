/// The basic forms of RFC 5545: `20261012`, `20261012T093000`, `+0100`.
enum TimeText {
    static func day(_ text: some StringProtocol) -> CalendarDay? {
        let bytes = Array(text.utf8)
        guard bytes.count == 8 else { return nil }
        return day(bytes[...])
    }

    /// A clock reading; a Z at the end is not accepted here. A leap second is read as the second before it.
    static func local(_ text: some StringProtocol) -> CalendarDateTime? {
        let bytes = Array(text.utf8)
        guard bytes.count == 15, bytes[8] == UInt8(ascii: "T") || bytes[8] == UInt8(ascii: "t"),
            let day = day(bytes[..<8]), let hour = number(bytes[9..<11]), let minute = number(bytes[11..<13]),
            let second = number(bytes[13..<15]), second <= 60
        else { return nil }
        return CalendarDateTime(day: day, hour: hour, minute: minute, second: min(second, 59))
    }

    /// Seconds east of Greenwich from `+HHMM` or `+HHMMSS`.
    static func offset(_ text: some StringProtocol) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 5 || bytes.count == 7, let hours = number(bytes[1..<3]), hours < 24,
            let minutes = number(bytes[3..<5]), minutes < 60
        else { return nil }
        let seconds = bytes.count == 7 ? number(bytes[5..<7]) : 0
        guard let seconds, seconds < 60 else { return nil }
        let total = hours * 3600 + minutes * 60 + seconds
        switch bytes[0] {
        case UInt8(ascii: "+"): return total
        case UInt8(ascii: "-"): return -total
        default: return nil
        }
    }

    static func text(_ day: CalendarDay) -> String {
        padded(day.year, 4) + padded(day.month, 2) + padded(day.day, 2)
    }

    static func text(_ local: CalendarDateTime) -> String {
        text(local.day) + "T" + padded(local.hour, 2) + padded(local.minute, 2) + padded(local.second, 2)
    }

    static func offsetText(_ seconds: Int) -> String {
        let size = Int(seconds.magnitude)
        let short = (seconds < 0 ? "-" : "+") + padded(size / 3600, 2) + padded(size / 60 % 60, 2)
        return size % 60 == 0 ? short : short + padded(size % 60, 2)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func day(_ bytes: ArraySlice<UInt8>) -> CalendarDay? {
        let start = bytes.startIndex
        guard bytes.count == 8, let year = number(bytes[start..<start + 4]),
            let month = number(bytes[start + 4..<start + 6]), let day = number(bytes[start + 6..<start + 8])
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        var rest = bytes
        guard let value = DecimalDigits.take(from: &rest), rest.isEmpty else { return nil }
        return value
    }
}
