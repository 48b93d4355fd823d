/// Section 4, on the definitions of zones. That every TZID has one is the reader's own note.
struct ZoneProblems {
    let tree: ComponentTree

    func find(_ problems: inout ProblemList) {
        let firstEvent = tree.components.first { $0.name != "VTIMEZONE" }?.line ?? .max
        for zone in tree.components where zone.name == "VTIMEZONE" {
            if zone.line > firstEvent { problems.add(zone.line, "4.6", "The VTIMEZONE stands after an event.") }
            let id = zone.first("TZID")?.value ?? ""
            if id.hasPrefix("/") { problems.add(zone.line, "4.1", "The TZID \(id) begins with a slash.") }
            if id.contains(" ") || !(id.contains("/") || id == "UTC") {
                problems.add(zone.line, "4.2", "The TZID \(id) is not a name of the IANA list.")
            }
            for part in zone.components { check(part, &problems) }
            if id == LondonTime.zoneID { checkLondon(zone, &problems) }
        }
    }

    private func check(_ part: ComponentTree, _ problems: inout ProblemList) {
        for name in ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"] where part.all(name).count != 1 {
            problems.add(part.line, "4.5", "\(part.name) needs \(name) once.")
        }
        if let start = part.first("DTSTART"), TimeText.local(start.value) == nil || !start.property.parameters.isEmpty {
            problems.add(start.number, "4.6", "DTSTART in a VTIMEZONE is local time without Z.")
        }
        for rule in part.all("RRULE") {
            let until = rule.value.uppercased().split(separator: ";").first { $0.hasPrefix("UNTIL=") }
            if let until, !until.hasSuffix("Z") {
                problems.add(rule.number, "4.6", "UNTIL in a VTIMEZONE is in UTC.")
            }
        }
    }

    private func checkLondon(_ zone: ComponentTree, _ problems: inout ProblemList) {
        for name in ["DAYLIGHT", "STANDARD"] {
            let endless = zone.components.contains { part in
                part.name == name
                    && part.all("RRULE").contains { !$0.value.contains("UNTIL=") && !$0.value.contains("COUNT=") }
            }
            if !endless { problems.add(zone.line, "4.4", "\(name) of Europe/London has no rule without an end.") }
        }
        guard let defined = ForeignZone(reading: zone.plain) else {
            problems.add(zone.line, "4.5", "Europe/London cannot be made out.")
            return
        }
        let wrong = Self.telling.first { defined.offset(atEpoch: $0) != LondonTime.offset(atEpoch: $0) }
        if let wrong {
            let clock = TimeText.text(CalendarDateTime(civilSeconds: wrong))
            problems.add(zone.line, "4.3", "Europe/London has a wrong offset at \(clock)Z.")
        }
    }

    /// The instants of 2024 to 2030 that tell a right definition from a wrong one: the first of every month, and every
    /// half hour of the weeks in which the clock changes.
    private static let telling: [Int] = {
        var result: [Int] = []
        for year in 2024...2030 {
            for month in 1...12 {
                let first = CivilArithmetic.days(year: year, month: month, day: 1) * CivilArithmetic.secondsPerDay
                result.append(first)
                guard month == 3 || month == 10 else { continue }
                result += (23 * 48..<31 * 48).map { first + $0 * 1800 }
            }
        }
        return result
    }()
}
