/// Makes the model of a calendar from its tree.
struct CalendarReading {
    var values = ValueReader()

    mutating func calendar(_ tree: ComponentTree) -> ICalendarObject {
        var calendar = ICalendarObject(productID: "")
        // Zones first, wherever they stand: times need them.
        for child in tree.components where child.name == "VTIMEZONE" {
            values.zones.declare(child, &values.notes)
        }
        for line in tree.properties { read(line, into: &calendar) }
        for child in tree.components {
            switch child.name {
            case "VTIMEZONE": break
            case "VEVENT":
                if let event = EventReading.event(child, &values) {
                    calendar.events.append(event)
                } else {
                    calendar.components.append(child.plain)
                }
            default: calendar.components.append(child.plain)
            }
        }
        calendar.timeZones = values.zones.declared
        return calendar
    }

    private mutating func read(_ line: ContentLine, into calendar: inout ICalendarObject) {
        switch line.name {
        case "VERSION":
            if line.value != "2.0" { values.notes.add(line.number, "VERSION is not 2.0.") }
        case "CALSCALE":
            if line.value.uppercased() != "GREGORIAN" { values.notes.add(line.number, "CALSCALE is not GREGORIAN.") }
        case "PRODID": calendar.productID = values.text(line)
        case "METHOD": calendar.method = values.word(line, as: CalendarMethod.self)
        case "NAME": calendar.name = values.text(line)
        case "X-WR-CALNAME": calendar.name = calendar.name ?? values.text(line)
        case "DESCRIPTION": calendar.description = values.text(line)
        case "X-WR-CALDESC": calendar.description = calendar.description ?? values.text(line)
        case "X-WR-TIMEZONE" where line.value == LondonTime.zoneID: calendar.showsLondonTime = true
        case "REFRESH-INTERVAL": calendar.refreshInterval = values.duration(line)
        case "X-PUBLISHED-TTL": calendar.refreshInterval = calendar.refreshInterval ?? values.duration(line)
        case "LAST-MODIFIED": calendar.lastModified = values.instant(line)
        case "COLOR":
            calendar.colour = CalendarColour(line.value)
            if calendar.colour == nil { values.notes.add(line.number, "COLOR is not the name of a colour (rule 2.9).") }
        default: calendar.extras.append(line.property)
        }
    }
}
