/// Rules 3.8 and 3.11, on times as they are understood.
enum TimeProblems {
    static func find(in event: CalendarEvent, _ problems: inout ProblemList) {
        var times = [event.start] + event.exceptions + event.additions
        if let original = event.recurrenceID { times.append(original) }
        if case .at(let end) = event.end {
            times.append(end)
            if end.isDate == event.start.isDate, end.orderKey <= event.start.orderKey {
                problems.add(0, "3.8", "DTEND of \(event.uid) is not later than DTSTART.")
            }
        }
        if case .after(let duration) = event.end, duration.isNegative || duration.isZero {
            problems.add(0, "3.8", "DURATION of \(event.uid) is not longer than nothing.")
        }
        for case .zoned(let local, let zone) in times where zone.skips(local) {
            problems.add(0, "3.11", "\(TimeText.text(local)) in \(event.uid) does not exist in \(zone.id).")
        }
    }
}
