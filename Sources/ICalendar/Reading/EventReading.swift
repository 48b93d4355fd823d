import Foundation

/// Makes the model of one event from its tree.
struct EventReading {
    private var event: CalendarEvent
    private var seen: Set<String> = []

    /// Nil, with a note, for an event that has no start that can be read.
    static func event(_ tree: ComponentTree, _ values: inout ValueReader) -> CalendarEvent? {
        guard let startLine = tree.first("DTSTART"), let start = values.time(startLine) else {
            values.notes.add(tree.line, "The event has no DTSTART; it was kept unread (rule 3.1).")
            return nil
        }
        let none = Date(timeIntervalSince1970: 0)
        var reading = EventReading(event: CalendarEvent(uid: "", stamp: none, start: start, summary: ""))
        for line in tree.properties { reading.read(line, &values) }
        for child in tree.components { reading.read(child, &values) }
        if reading.event.uid.isEmpty { values.notes.add(tree.line, "The event has no UID (rule 3.1).") }
        if !reading.seen.contains("DTSTAMP") {
            values.notes.add(tree.line, "The event has no DTSTAMP (rule 3.1).")
            reading.event.stamp = reading.event.lastModified ?? reading.event.created ?? none
        }
        return reading.event
    }

    private init(event: CalendarEvent) {
        self.event = event
    }

    /// Properties that may stand several times.
    private static let repeatable: Set<String> = ["EXDATE", "RDATE", "CATEGORIES", "CONFERENCE", "ATTENDEE"]

    private mutating func read(_ line: ContentLine, _ values: inout ValueReader) {
        let isFirst = seen.insert(line.name).inserted
        if !isFirst, !Self.repeatable.contains(line.name), PropertyName.ofEvent.contains(line.name) {
            values.notes.add(line.number, "\(line.name) stands twice in one event; the first is meant.")
            return
        }
        if !readTime(line, &values), !readText(line, &values), !readPerson(line, &values) {
            event.extras.append(line.property)
        }
    }

    private mutating func readTime(_ line: ContentLine, _ values: inout ValueReader) -> Bool {
        switch line.name {
        case "DTSTART": break
        case "DTEND": event.end = values.time(line).map { .at($0) } ?? event.end
        case "DURATION": event.end = event.end ?? values.duration(line).map { .after($0) }
        case "DTSTAMP": event.stamp = values.instant(line) ?? event.stamp
        case "CREATED": event.created = values.instant(line)
        case "LAST-MODIFIED": event.lastModified = values.instant(line)
        case "RECURRENCE-ID": event.recurrenceID = values.time(line)
        case "EXDATE": event.exceptions += values.times(line)
        case "RDATE":
            guard line.property.parameter("VALUE")?.uppercased() != "PERIOD" else { return false }
            event.additions += values.times(line)
        case "RRULE":
            do {
                event.recurrence = try RecurrenceRule(parsing: line.value, zone: event.start.zone ?? .london)
            } catch {
                values.notes.add(line.number, "The rule was kept unread. \(error)")
                return false
            }
        default: return false
        }
        return true
    }

    private mutating func readText(_ line: ContentLine, _ values: inout ValueReader) -> Bool {
        switch line.name {
        case "UID": event.uid = values.text(line)
        case "SEQUENCE": event.sequence = values.number(line) ?? 0
        case "STATUS": event.status = Self.status(line, &values)
        case "SUMMARY": event.summary = values.text(line)
        case "DESCRIPTION": event.description = values.text(line)
        case "X-ALT-DESC" where line.property.parameter("FMTTYPE")?.lowercased() == "text/html":
            event.htmlDescription = values.text(line)
        case "LOCATION": event.location = values.text(line)
        case "GEO": event.position = Self.position(line, &values)
        case "URL": event.url = line.value
        case "CONFERENCE": event.conferences.append(Self.conference(line))
        case "CATEGORIES": event.categories += TextValue.list(line.value)
        case "CLASS":
            event.visibility = values.word(line, as: CalendarVisibility.self)
        case "TRANSP": event.transparency = values.word(line, as: CalendarTransparency.self)
        case "COLOR":
            event.colour = CalendarColour(line.value)
            if event.colour == nil { values.notes.add(line.number, "COLOR is not the name of a colour (rule 2.9).") }
        default: return false
        }
        return true
    }

    private mutating func readPerson(_ line: ContentLine, _ values: inout ValueReader) -> Bool {
        switch line.name {
        case "ORGANIZER": event.organiser = Self.organiser(line)
        case "ATTENDEE": event.attendees.append(Self.attendee(line, &values))
        default: return false
        }
        return true
    }

    private mutating func read(_ child: ComponentTree, _ values: inout ValueReader) {
        if child.name == "VALARM", let alarm = Self.alarm(child, &values) {
            event.alarms.append(alarm)
        } else {
            event.components.append(child.plain)
        }
    }
}
