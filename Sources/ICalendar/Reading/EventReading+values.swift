import Foundation

extension EventReading {
    /// CANCELED, with one L, is met in the world.
    static func status(_ line: ContentLine, _ values: inout ValueReader) -> CalendarStatus? {
        guard line.value.uppercased() != "CANCELED" else {
            values.notes.add(line.number, "STATUS is spelt CANCELLED (rule 3.7).")
            return .cancelled
        }
        return values.word(line, as: CalendarStatus.self)
    }

    static func position(_ line: ContentLine, _ values: inout ValueReader) -> CalendarPosition? {
        let parts = line.value.split(separator: ";", omittingEmptySubsequences: false)
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
            let position = CalendarPosition(latitude: latitude, longitude: longitude)
        else {
            values.notes.add(line.number, "GEO is not a latitude and a longitude.")
            return nil
        }
        return position
    }

    static func conference(_ line: ContentLine) -> CalendarConference {
        let features = line.property.parameters.first { $0.name == "FEATURE" }?.values ?? []
        return CalendarConference(uri: line.value, label: line.property.parameter("LABEL"), features: features)
    }

    static func organiser(_ line: ContentLine) -> CalendarOrganiser {
        var organiser = CalendarOrganiser(address: line.value, name: line.property.parameter("CN"))
        organiser.extras = line.property.parameters.filter { $0.name != "CN" }
        return organiser
    }

    static func attendee(_ line: ContentLine, _ values: inout ValueReader) -> CalendarAttendee {
        var attendee = CalendarAttendee(address: line.value)
        for parameter in line.property.parameters {
            let value = parameter.values.first ?? ""
            switch parameter.name {
            case "CN": attendee.name = value
            case "CUTYPE": attendee.kind = value
            case "ROLE": attendee.role = value
            case "PARTSTAT" where CalendarAnswer(rawValue: value.uppercased()) != nil:
                attendee.answer = CalendarAnswer(rawValue: value.uppercased())
            case "RSVP":
                attendee.wantsReply = value.uppercased() == "TRUE"
                if !["TRUE", "FALSE"].contains(value.uppercased()) {
                    values.notes.add(line.number, "RSVP is TRUE or FALSE (rule 6.3).")
                }
            default: attendee.extras.append(parameter)
            }
        }
        return attendee
    }

    /// Nil for an alarm of another kind or without a trigger, which is kept as it stood.
    static func alarm(_ tree: ComponentTree, _ values: inout ValueReader) -> CalendarAlarm? {
        guard tree.components.isEmpty, let line = tree.first("TRIGGER"),
            let action = tree.first("ACTION").flatMap({ CalendarAlarm.Action(rawValue: $0.value.uppercased()) }),
            let trigger = trigger(line, &values)
        else { return nil }
        var alarm = CalendarAlarm(action, trigger, description: tree.first("DESCRIPTION").map(values.text))
        alarm.extras = tree.properties.map(\.property).filter { !PropertyName.ofAlarm.contains($0.name) }
        return alarm
    }

    private static func trigger(_ line: ContentLine, _ values: inout ValueReader) -> CalendarAlarm.Trigger? {
        if line.property.parameter("VALUE")?.uppercased() == "DATE-TIME" {
            return values.instant(line).map { .at($0) }
        }
        guard let duration = values.duration(line) else { return nil }
        return line.property.parameter("RELATED")?.uppercased() == "END" ? .fromEnd(duration) : .fromStart(duration)
    }
}
