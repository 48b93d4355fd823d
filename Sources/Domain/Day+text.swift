extension Day {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `2018-01-29`
    package var iso: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `29 January 2018`
    package var long: String {
        let (year, month, day) = parts
        return "\(day) \(Day.months[month - 1]) \(year)"
    }

    /// `29 Jan 2018`
    package var short: String {
        let (year, month, day) = parts
        return "\(day) \(Day.months[month - 1].prefix(3)) \(year)"
    }

    /// `29 Jan`, where the year goes without saying.
    package var brief: String {
        let (_, month, day) = parts
        return "\(day) \(Day.months[month - 1].prefix(3))"
    }

    /// `Monday 29 January`
    package var spoken: String {
        let (_, month, day) = parts
        return "\(weekday.name) \(day) \(Day.months[month - 1])"
    }

    /// The month a word names, by its first three letters or more: `jan`, `sept`, `January`.
    package static func month(named word: some StringProtocol) -> Int? {
        let folded = word.lowercased()
        guard folded.count >= 3 else { return nil }
        return months.firstIndex { $0.lowercased().hasPrefix(folded) || folded == "sept" && $0 == "September" }.map {
            $0 + 1
        }
    }

    /// Reads `2018-01-29` and nothing else.
    package init?(iso text: some StringProtocol) {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard fields.count == 3, fields[0].utf8.count == 4, fields[1].utf8.count == 2, fields[2].utf8.count == 2,
            let year = wholeNumber(fields[0]), let month = wholeNumber(fields[1]), let day = wholeNumber(fields[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

/// ASCII digits only, at most nine of them.
package func wholeNumber(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
}

/// A number with leading zeros.
package func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
