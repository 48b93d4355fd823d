import Foundation

extension ForeignZone {
    /// Bounds on what a hostile VTIMEZONE may cost.
    private static let maximumObservances = 32
    private static let lastYear = 2100

    /// Reads a VTIMEZONE: nil when no part of it has a start and both offsets.
    convenience init?(reading definition: ICalendarComponent) {
        guard let id = definition.property("TZID")?.value, !id.isEmpty else { return nil }
        var changes: [(at: Int, offset: Int)] = []
        var earliest: (at: Int, offset: Int)?
        for part in definition.components.prefix(Self.maximumObservances) {
            guard part.name == "STANDARD" || part.name == "DAYLIGHT",
                let start = part.property("DTSTART").flatMap({ TimeText.local($0.value) }),
                let from = part.property("TZOFFSETFROM").flatMap({ TimeText.offset($0.value) }),
                let to = part.property("TZOFFSETTO").flatMap({ TimeText.offset($0.value) })
            else { continue }
            for onset in Self.onsets(of: part, start: start, offsetBefore: from) {
                changes.append((onset, to))
                if onset < earliest?.at ?? .max { earliest = (onset, from) }
            }
        }
        guard let earliest else { return nil }
        self.init(id: id, definition: definition, changes: changes, firstOffset: earliest.offset)
    }

    /// When a part of a VTIMEZONE sets in, as seconds since 1970. Its times are local, before the change (rule 4.3).
    private static func onsets(
        of part: ICalendarComponent, start: CalendarDateTime, offsetBefore: Int
    ) -> [Int] {
        var result = [start.civilSeconds - offsetBefore]
        for property in part.properties where property.name == "RDATE" {
            for text in property.value.split(separator: ",").prefix(1000) {
                if let local = TimeText.local(String(text)) { result.append(local.civilSeconds - offsetBefore) }
            }
        }
        guard let text = part.property("RRULE")?.value, let rule = try? RecurrenceRule(parsing: text),
            rule.frequency == .yearly, rule.byHour.isEmpty, rule.byMinute.isEmpty, rule.bySecond.isEmpty
        else { return result }
        var count = 0
        for local in RecurrenceIterator(rule: rule, start: start, lastYear: lastYear) {
            let onset = local.civilSeconds - offsetBefore
            count += 1
            switch rule.end {
            case .never: break
            case .count(let limit): if count > limit { return result }
            case .until(let last): if onset > last.wholeSeconds { return result }
            case .untilDay(let last): if local.day > last { return result }
            }
            result.append(onset)
        }
        return result
    }
}
