extension CalendarDuration {
    /// As it stands in a file: `PT1H`, `-P1DT30M`, `P2W`.
    package var text: String {
        var result = isNegative ? "-P" : "P"
        if days > 0, days % 7 == 0, seconds == 0 { return result + "\(days / 7)W" }
        if days > 0 { result += "\(days)D" }
        guard seconds > 0 || days == 0 else { return result }
        result += "T"
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        if hours > 0 { result += "\(hours)H" }
        // Minutes stand between hours and seconds even when there are none: PT1H0M5S.
        if minutes > 0 || (hours > 0 && rest > 0) { result += "\(minutes)M" }
        if rest > 0 || seconds == 0 { result += "\(rest)S" }
        return result
    }

    /// Nil for what is not a duration, and for one with a part of more than nine digits.
    package init?(text: some StringProtocol) {
        var rest = Substring(text).utf8[...]
        var negative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            negative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        var inTime = false
        var days = 0
        var seconds = 0
        var parts = 0
        while let byte = rest.first {
            if byte == UInt8(ascii: "T"), !inTime {
                inTime = true
                rest = rest.dropFirst()
                continue
            }
            guard let number = DecimalDigits.take(from: &rest), let unit = rest.popFirst() else { return nil }
            switch (unit, inTime) {
            case (UInt8(ascii: "W"), false): days += number * 7
            case (UInt8(ascii: "D"), false): days += number
            case (UInt8(ascii: "H"), true): seconds += number * 3600
            case (UInt8(ascii: "M"), true): seconds += number * 60
            case (UInt8(ascii: "S"), true): seconds += number
            default: return nil
            }
            parts += 1
            guard parts <= 6 else { return nil }
        }
        guard parts > 0 else { return nil }
        self.init(days: days, seconds: seconds, isNegative: negative)
    }
}
