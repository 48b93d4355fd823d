/// Checks a finished file against the calendar rules, as far as bytes alone can show: sections 1 to 5, and of section 6
/// what concerns the body of a message.
///
/// It shares the reader with the library but nothing with the writer, so that tests of what was written mean something.
package enum ICalendarProblems {
    /// One sentence for each problem, with its line and the number of the rule it breaks; empty for a good file.
    package static func inBytes(_ bytes: [UInt8]) -> [String] {
        var problems = ProblemList()
        PhysicalLineProblems.find(bytes, &problems)
        var parser = ComponentTreeParser(limits: ICalendarLimits())
        do {
            try parser.parse(bytes)
        } catch {
            problems.add(error.line, rule(of: error.reason), "\(error)")
            return problems.sentences
        }
        for note in parser.notes.notes { problems.add(note) }
        let calendars = parser.roots.filter { $0.name == "VCALENDAR" }
        if parser.roots.count != 1 || calendars.count != 1 {
            problems.add(parser.roots.last?.line ?? 1, "1.12", "A file holds one VCALENDAR and nothing else.")
        }
        guard let root = calendars.first else { return problems.sentences }
        var reading = CalendarReading()
        let calendar = reading.calendar(root)
        for note in reading.values.notes.notes { problems.add(note) }
        CalendarProblems(tree: root).find(&problems)
        ValueProblems.find(in: root, &problems)
        ZoneProblems(tree: root).find(&problems)
        for event in root.components where event.name == "VEVENT" {
            EventProblems(tree: event, hasMethod: root.first("METHOD") != nil).find(&problems)
        }
        for event in calendar.events { TimeProblems.find(in: event, &problems) }
        SeriesProblems.find(in: calendar.events, &problems)
        MethodProblems(tree: root).find(&problems)
        return problems.sentences
    }

    private static func rule(of reason: ICalendarReadError.Reason) -> String {
        if case .invalidUTF8 = reason { "1.1" } else { "1.12" }
    }
}
