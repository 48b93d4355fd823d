import Domain
import Foundation
import HTML

/// The boxes for when a session is, and the question about a time that happens twice.
struct TimeFields: Component {
    var plan: Plan
    var time: TimeEntry
    var endsHint: String
    var errors: [FieldError]
    /// Whether the page is about nothing else, so that one types at once.
    var takesFocus = false

    private var example: String {
        let (year, month, day) = plan.countingFrom.parts
        return "\(day) \(month) \(year)"
    }

    var body: Markup {
        TextField(
            name: "date", label: "Date", hint: "For example, \(plan.countingFrom.long) or Tuesday", value: time.date,
            error: errors.message(for: "date"), width: .twenty, isProse: false, takesFocus: takesFocus)
        Disclosure("Or in three boxes", isOpen: !time.boxes.isEmpty) {
            DateBoxes(
                name: "on", legend: "When it is", hint: "For example, \(example). They count instead of what is above.",
                day: time.boxes.day, month: time.boxes.month, year: time.boxes.year, error: errors.message(for: "on"))
        }
        Div(.class("columns-3")) {
            TextField(
                name: "starts", label: "Starts", hint: "10:30 or 10.30am", value: time.starts,
                error: errors.message(for: "starts"), width: .ten, isProse: false)
            TextField(
                name: "ends", label: "Ends", hint: endsHint, value: time.ends, error: errors.message(for: "ends"),
                width: .ten, isProse: false)
            TextField(
                name: "minutes", label: "Minutes", hint: "If no end is given", value: time.minutes,
                error: errors.message(for: "minutes"), width: .four, inputmode: .numeric, isProse: false)
        }
        for field in time.offsetFields(countingFrom: plan.countingFrom, errors: errors) { field }
    }
}

extension TimeEntry {
    /// What the boxes say, if it can be read: for showing what else is in the rooms.
    func during(countingFrom first: Day) -> (starts: Date, ends: Date)? {
        var ignored: [FieldError] = []
        let reading = read(countingFrom: first, errors: &ignored)
        guard let starts = reading.starts else { return nil }
        let ends = reading.ends ?? starts.addingTimeInterval(Double(reading.minutes ?? 60) * 60)
        return ends > starts ? (starts, ends) : nil
    }
}
