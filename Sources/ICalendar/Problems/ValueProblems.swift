/// Rules 1.8, 1.9, 2.9 and 3.16, on single values wherever they stand.
enum ValueProblems {
    private static let texts: Set<String> = [
        "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME", "UID", "PRODID", "TZNAME", "X-WR-CALNAME",
        "X-WR-CALDESC", "X-ALT-DESC",
    ]
    private static let lists: Set<String> = ["CATEGORIES", "RESOURCES"]
    private static let notText: Set<String> = [
        "URL", "CONFERENCE", "IMAGE", "GEO", "RRULE", "ORGANIZER", "ATTENDEE", "ATTACH", "SOURCE",
    ]
    private static let unread: Set<String> = ["PARTICIPANT", "VLOCATION", "VRESOURCE", "STYLED-DESCRIPTION"]

    static func find(in tree: ComponentTree, _ problems: inout ProblemList) {
        if unread.contains(tree.name) { problems.add(tree.line, "3.16", "No client reads \(tree.name).") }
        if let late = tree.lateProperty {
            problems.add(late.number, "1.13", "\(late.name) stands after a component.")
        }
        for line in tree.properties { check(line, &problems) }
        for child in tree.components { find(in: child, &problems) }
    }

    private static func check(_ line: ContentLine, _ problems: inout ProblemList) {
        if texts.contains(line.name) || lists.contains(line.name) {
            checkEscapes(line, isList: lists.contains(line.name), &problems)
        }
        if notText.contains(line.name), line.value.utf8.contains(0x5C) {
            problems.add(line.number, "1.9", "\(line.name) is not text and holds no escapes.")
        }
        if unread.contains(line.name) { problems.add(line.number, "3.16", "No client reads \(line.name).") }
        if line.name == "COLOR", CalendarColour(line.value) == nil {
            problems.add(line.number, "2.9", "COLOR is not the name of a CSS3 colour.")
        }
        if line.name == "CONFERENCE" || line.name == "IMAGE", line.property.parameter("VALUE") != "URI" {
            problems.add(line.number, "2.9", "\(line.name) needs VALUE=URI.")
        }
        if line.name == "RECURRENCE-ID", line.property.parameter("RANGE") != nil {
            problems.add(line.number, "5.6", "RECURRENCE-ID has a RANGE.")
        }
    }

    private static func checkEscapes(_ line: ContentLine, isList: Bool, _ problems: inout ProblemList) {
        var pending = false
        for byte in line.value.utf8 {
            if pending {
                pending = false
                if ![0x5C, 0x3B, 0x2C, 0x6E, 0x4E].contains(byte) {
                    problems.add(line.number, "1.8", "\(line.name) holds an escape that does not exist.")
                }
            } else if byte == 0x5C {
                pending = true
            } else if byte == 0x3B || (byte == 0x2C && !isList) {
                problems.add(line.number, "1.8", "\(line.name) holds a comma or semicolon that is not escaped.")
            }
        }
        if pending { problems.add(line.number, "1.8", "\(line.name) ends in half an escape.") }
    }
}
