extension ICalendarWriter {
    static func writePeople(
        _ event: borrowing CalendarEvent, _ context: EventContext, into sink: inout ByteSink
    ) {
        if let organiser = event.organiser {
            sink.put("ORGANIZER")
            sink.parameter(";CN=", organiser.name)
            sink.parameters(organiser.extras)
            sink.rawLine(":", organiser.address)
        }
        guard !context.hidesAttendees else { return }
        for attendee in event.attendees { write(attendee, into: &sink) }
    }

    private static func write(_ attendee: CalendarAttendee, into sink: inout ByteSink) {
        sink.put("ATTENDEE")
        sink.parameter(";CN=", attendee.name)
        sink.parameter(";CUTYPE=", attendee.kind)
        sink.parameter(";ROLE=", attendee.role)
        sink.parameter(";PARTSTAT=", attendee.answer?.rawValue)
        if let wantsReply = attendee.wantsReply { sink.put(wantsReply ? ";RSVP=TRUE" : ";RSVP=FALSE") }
        sink.parameters(attendee.extras)
        sink.rawLine(":", attendee.address)
    }

    static func write(_ alarm: CalendarAlarm, summary: String, into sink: inout ByteSink) {
        sink.line("BEGIN:VALARM")
        sink.rawLine("ACTION:", alarm.action.rawValue)
        switch alarm.trigger {
        case .fromStart(let duration): sink.rawLine("TRIGGER:", duration.text)
        case .fromEnd(let duration): sink.rawLine("TRIGGER;RELATED=END:", duration.text)
        case .at(let date): sink.utcLine("TRIGGER;VALUE=DATE-TIME:", date)
        }
        switch alarm.action {
        case .display: sink.textLine("DESCRIPTION:", alarm.description ?? summary)
        case .audio: break
        }
        for property in alarm.extras where !PropertyName.ofAlarm.contains(property.name) {
            sink.propertyLine(property)
        }
        sink.line("END:VALARM")
    }
}
