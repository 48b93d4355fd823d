extension RecurrenceRule {
    /// The bounds and the forbidden pairs of RFC 5545, section 3.3.10.
    func check() throws(RecurrenceError) {
        try require((1...999_999_999).contains(interval), "INTERVAL is a whole number from 1.")
        if case .count(let count) = end {
            try require((1...999_999_999).contains(count), "COUNT is a whole number from 1.")
        }
        try within(bySecond, "BYSECOND", 0...60)
        try within(byMinute, "BYMINUTE", 0...59)
        try within(byHour, "BYHOUR", 0...23)
        try within(byMonth, "BYMONTH", 1...12)
        try within(byMonthDay.map(\.magnitude).map(Int.init(clamping:)), "BYMONTHDAY", 1...31)
        try within(byYearDay.map(\.magnitude).map(Int.init(clamping:)), "BYYEARDAY", 1...366)
        try within(byWeekNumber.map(\.magnitude).map(Int.init(clamping:)), "BYWEEKNO", 1...53)
        try within(bySetPosition.map(\.magnitude).map(Int.init(clamping:)), "BYSETPOS", 1...366)
        try require(byDay.count <= 366, "BYDAY has too many entries.")
        let times = max(1, Set(byHour).count) * max(1, Set(byMinute).count) * max(1, Set(bySecond).count)
        try require(times <= 288, "The rule makes more than 288 times a day.")
        try checkPairs()
    }

    private func checkPairs() throws(RecurrenceError) {
        let ordinals = byDay.compactMap(\.ordinal)
        if !ordinals.isEmpty {
            try require(
                ordinals.allSatisfy { $0 != 0 && (-53...53).contains($0) },
                "An ordinal in BYDAY is 1 to 53, or -1 to -53.")
            try require(
                frequency == .monthly || frequency == .yearly, "Only monthly and yearly rules count the days of BYDAY.")
            try require(byWeekNumber.isEmpty, "BYDAY beside BYWEEKNO has no ordinals.")
        }
        try require(byMonthDay.isEmpty || frequency != .weekly, "A weekly rule has no BYMONTHDAY.")
        try require(
            byYearDay.isEmpty || ![.daily, .weekly, .monthly].contains(frequency),
            "BYYEARDAY does not go with daily, weekly or monthly rules.")
        try require(byWeekNumber.isEmpty || frequency == .yearly, "BYWEEKNO goes only with yearly rules.")
        let others = [bySecond, byMinute, byHour, byMonthDay, byYearDay, byWeekNumber, byMonth]
        try require(
            bySetPosition.isEmpty || !byDay.isEmpty || others.contains { !$0.isEmpty },
            "BYSETPOS needs another BY part to choose from.")
    }

    private func within(_ values: [Int], _ part: String, _ bounds: ClosedRange<Int>) throws(RecurrenceError) {
        try require(
            values.count <= 732 && values.allSatisfy { bounds.contains($0) },
            "\(part) holds numbers from \(bounds.lowerBound) to \(bounds.upperBound).")
    }

    private func require(_ holds: Bool, _ sentence: String) throws(RecurrenceError) {
        guard holds else { throw .malformed(sentence) }
    }
}
