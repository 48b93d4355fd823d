/// Reads an `.ics` file, tolerantly: what can be understood is taken, what is unknown is kept, what is wrong is noted.
///
/// It never traps on hostile bytes, and its cost is bounded by `limits`.
package struct ICalendarReader: Sendable {
    package var limits: ICalendarLimits

    package init(limits: ICalendarLimits = ICalendarLimits()) {
        self.limits = limits
    }

    /// The first calendar of the file.
    ///
    /// - Throws: when the bytes are not UTF-8, components do not nest, a limit is passed, or there is no calendar.
    package func read(_ bytes: [UInt8]) throws(ICalendarReadError) -> ICalendarReading {
        var parser = ComponentTreeParser(limits: limits)
        try parser.parse(bytes)
        guard let index = parser.roots.firstIndex(where: { $0.name == "VCALENDAR" }) else {
            throw ICalendarReadError(line: 1, reason: .noCalendar)
        }
        let root = parser.roots[index]
        var reading = CalendarReading()
        for other in parser.roots where other.line != root.line {
            reading.values.notes.add(other.line, "A second \(other.name) in the file was not read (rule 1.12).")
        }
        let calendar = reading.calendar(root)
        return ICalendarReading(calendar: calendar, notes: parser.notes.notes + reading.values.notes.notes)
    }
}
