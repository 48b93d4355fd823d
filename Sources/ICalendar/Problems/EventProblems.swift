/// Section 3, on the properties of one event as they stand.
struct EventProblems {
    let tree: ComponentTree
    let hasMethod: Bool

    private static let atMostOnce = [
        "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "SEQUENCE", "STATUS", "CREATED", "LAST-MODIFIED", "DESCRIPTION",
        "LOCATION", "GEO", "URL", "CLASS", "TRANSP", "ORGANIZER", "COLOR", "PRIORITY",
    ]

    func find(_ problems: inout ProblemList) {
        for name in ["UID", "DTSTAMP", "DTSTART", "SUMMARY"] where tree.all(name).count != 1 {
            problems.add(tree.line, "3.1", "\(name) stands \(tree.all(name).count) times in the event, not once.")
        }
        for line in tree.properties where line.value.isEmpty {
            problems.add(line.number, "3.1", "\(line.name) is empty.")
        }
        for name in Self.atMostOnce where tree.all(name).count > 1 {
            problems.add(tree.all(name)[1].number, "3.1", "\(name) stands twice.")
        }
        findIdentity(&problems)
        findTimes(&problems)
        findTexts(&problems)
        for alarm in tree.components where alarm.name == "VALARM" { check(alarm, &problems) }
    }

    private func findIdentity(_ problems: inout ProblemList) {
        if let uid = tree.first("UID"), uid.value.utf8.count > 255 {
            problems.add(uid.number, "3.2", "UID has more than 255 octets.")
        }
        for name in ["DTSTAMP", "CREATED", "LAST-MODIFIED"] {
            for line in tree.all(name) where !line.value.hasSuffix("Z") || line.property.parameter("TZID") != nil {
                problems.add(line.number, "3.4", "\(name) is in UTC with Z.")
            }
        }
        if !hasMethod, let stamp = tree.first("DTSTAMP"), let changed = tree.first("LAST-MODIFIED"),
            stamp.value != changed.value
        {
            problems.add(stamp.number, "3.5", "Without METHOD, DTSTAMP equals LAST-MODIFIED.")
        }
        if let sequence = tree.first("SEQUENCE"), DecimalDigits.whole(sequence.value) == nil {
            problems.add(sequence.number, "3.6", "SEQUENCE is a whole number from 0.")
        }
        if let status = tree.first("STATUS"), CalendarStatus(rawValue: status.value) == nil {
            problems.add(status.number, "3.7", "STATUS is CONFIRMED, TENTATIVE or CANCELLED.")
        }
    }

    private func findTimes(_ problems: inout ProblemList) {
        if let end = tree.first("DTEND"), tree.first("DURATION") != nil {
            problems.add(end.number, "3.8", "DTEND and DURATION stand together.")
        }
        if let start = tree.first("DTSTART"), let end = tree.first("DTEND"), form(start) != form(end) {
            problems.add(end.number, "3.8", "DTEND has another form than DTSTART.")
        }
        for line in tree.properties
        where line.property.parameter("VALUE") == "DATE" && line.property.parameter("TZID") != nil {
            problems.add(line.number, "3.9", "\(line.name) is a day and has a TZID.")
        }
        for name in ["EXDATE", "RECURRENCE-ID", "RDATE"] {
            for line in tree.all(name) where tree.first("DTSTART").map(zoneAndForm) != zoneAndForm(line) {
                problems.add(line.number, "5.3", "\(name) has another form or TZID than DTSTART.")
            }
        }
        guard let rule = tree.first("RRULE"), let start = tree.first("DTSTART") else { return }
        if form(start) == .utc { problems.add(start.number, "4.7", "A series starts in UTC and moves in October.") }
        guard let until = rule.value.split(separator: ";").first(where: { $0.hasPrefix("UNTIL=") }) else { return }
        let isRight = form(start) == .date ? until.utf8.count == 14 : until.hasSuffix("Z")
        if !isRight { problems.add(rule.number, "5.1", "UNTIL is UTC beside a time, and a day beside a day.") }
    }

    private func findTexts(_ problems: inout ProblemList) {
        let isFree = tree.first("TRANSP")?.value == "TRANSPARENT"
        let isDate = tree.first("DTSTART").map(form) == .date
        if !isFree, isDate || tree.first("STATUS")?.value == "CANCELLED" {
            problems.add(tree.line, "3.12", "An all-day or cancelled event is TRANSPARENT.")
        }
        if let url = tree.first("URL"), !url.value.hasPrefix("https://") {
            problems.add(url.number, "3.13", "URL is not an absolute https address.")
        }
        if let summary = tree.first("SUMMARY").map({ TextValue.unescaped($0.value) }) {
            if summary.utf8.contains(0x0A) { problems.add(tree.line, "3.14", "SUMMARY has several lines.") }
            if summary.count > 255 { problems.add(tree.line, "3.14", "SUMMARY has more than 255 characters.") }
        }
        if let html = tree.first("X-ALT-DESC"), tree.first("DESCRIPTION") == nil {
            problems.add(html.number, "1.14", "X-ALT-DESC stands without DESCRIPTION.")
        }
    }

    private func check(_ alarm: ComponentTree, _ problems: inout ProblemList) {
        for name in ["ACTION", "TRIGGER"] where alarm.all(name).count != 1 {
            problems.add(alarm.line, "3.15", "VALARM needs \(name) once.")
        }
        if alarm.first("ACTION")?.value == "DISPLAY", alarm.all("DESCRIPTION").count != 1 {
            problems.add(alarm.line, "3.15", "A display alarm needs DESCRIPTION once.")
        }
    }

    private enum Form { case date, utc, zoned, floating }

    private func form(_ line: ContentLine) -> Form {
        if line.property.parameter("VALUE") == "DATE" { return .date }
        if line.value.hasSuffix("Z") { return .utc }
        return line.property.parameter("TZID") == nil ? .floating : .zoned
    }

    private func zoneAndForm(_ line: ContentLine) -> String {
        "\(form(line)) \(line.property.parameter("TZID") ?? "")"
    }
}
