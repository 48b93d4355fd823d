import Domain

/// A date in three boxes, as typed: for those who would rather not write one out.
struct DateInBoxes: Equatable, Sendable {
    var day = ""
    /// A number or a name.
    var month = ""
    /// Empty: the plan's own.
    var year = ""

    /// As typed, in one line.
    var words: String { [day, month, year].filter { !$0.isEmpty }.joined(separator: " ") }

    var isEmpty: Bool { day.isEmpty && month.isEmpty && year.isEmpty }

    /// - Parameter first: the day from which a date without its year is counted.
    func read(countingFrom first: Day) throws(ProgrammeRefusal) -> Day {
        let unreadable = ProgrammeRefusal.dateUnreadable(words)
        guard let day = wholeNumber(day), let month = wholeNumber(month) ?? Day.month(named: month) else {
            throw unreadable
        }
        let years = year.isEmpty ? [first.year, first.year + 1] : [wholeNumber(year) ?? 0]
        let readings = years.compactMap { Day(year: $0, month: month, day: day) }
        guard let found = readings.first(where: { !year.isEmpty || $0 >= first }) ?? readings.first, found.year >= 1000
        else { throw unreadable }
        return found
    }
}
