/// Section 5 and rule 3.3: how masters, exceptions and overrides go together.
enum SeriesProblems {
    /// How many instances are looked at to find those that exceptions name.
    private static let maximumWalk = 20_000

    static func find(in events: [CalendarEvent], _ problems: inout ProblemList) {
        var seen = Set<String>()
        for event in events {
            let name = event.uid + "\n" + (event.recurrenceID.map { String($0.orderKey) } ?? "")
            if !seen.insert(name).inserted {
                problems.add(0, "3.3", "\(event.uid) stands twice with the same RECURRENCE-ID, or without one.")
            }
        }
        for series in CalendarSeries.grouping(events) { check(series, &problems) }
    }

    private static func check(_ series: CalendarSeries, _ problems: inout ProblemList) {
        let master = series.master
        for override in series.overrides where override.sequence < master.sequence {
            problems.add(0, "5.5", "An override of \(master.uid) has a lower SEQUENCE than its master.")
        }
        guard let rule = master.recurrence else {
            if !master.additions.isEmpty {
                problems.add(0, "5.7", "\(master.uid) has RDATE without RRULE, which Outlook does not show.")
            }
            return
        }
        if let sentence = unsupported(rule) { problems.add(0, "5.7", "\(master.uid): \(sentence)") }
        let exceptions = master.exceptions.map { $0.matching(master.start).orderKey }
        let originals = series.overrides.compactMap { $0.recurrenceID?.matching(master.start).orderKey }
        guard let starts = try? rule.sequence(from: master.start) else { return }
        let last = max(exceptions.max() ?? .min, originals.max() ?? .min, master.start.orderKey)
        var instances = Set(master.additions.map { $0.matching(master.start).orderKey })
        for (index, start) in starts.prefix(maximumWalk).enumerated() {
            if index == 0, start.orderKey != master.start.orderKey {
                problems.add(0, "5.2", "DTSTART of \(master.uid) is not the first instance of its rule.")
            }
            guard start.orderKey <= last else { break }
            instances.insert(start.orderKey)
        }
        if instances.isEmpty { problems.add(0, "5.2", "The rule of \(master.uid) has no instance.") }
        for key in exceptions + originals where !instances.contains(key) {
            let clock = TimeText.text(CalendarDateTime(civilSeconds: key))
            problems.add(0, "5.4", "An exception or override of \(master.uid) at \(clock)Z hits no instance.")
        }
        if !Set(exceptions).isDisjoint(with: originals) {
            problems.add(0, "5.4", "An instance of \(master.uid) is both left out and overridden.")
        }
    }

    /// The forms that Outlook has a template for (rule 5.7).
    private static func unsupported(_ rule: RecurrenceRule) -> String? {
        if [.hourly, .minutely, .secondly].contains(rule.frequency) { return "Outlook does not show hourly rules." }
        if !rule.byHour.isEmpty || !rule.byMinute.isEmpty || !rule.bySecond.isEmpty {
            return "Outlook does not show rules with times of day."
        }
        if !rule.byYearDay.isEmpty || !rule.byWeekNumber.isEmpty {
            return "Outlook counts no weeks or days of the year."
        }
        let hasOrdinals = rule.byDay.contains { $0.ordinal != nil }
        if hasOrdinals, rule.byDay.count > 1 { return "Outlook does not show several nth days." }
        if rule.byMonthDay.count > 1 { return "Outlook does not show several days of the month." }
        if rule.bySetPosition.count > 1 { return "Outlook does not show several positions." }
        return nil
    }
}
