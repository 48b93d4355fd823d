import Foundation

extension ICalendarWriter {
    /// What an event needs to know of the calendar that holds it.
    struct EventContext {
        let hasMethod: Bool
        let hidesAttendees: Bool

        init(_ calendar: ICalendarObject) {
            hasMethod = calendar.method != nil
            hidesAttendees = calendar.method == .publish
        }
    }

    static func write(_ event: borrowing CalendarEvent, _ context: EventContext, into sink: inout ByteSink) {
        sink.line("BEGIN:VEVENT")
        sink.requiredLine("UID:", event.uid)
        writeTimes(event, context, into: &sink)
        sink.put("SEQUENCE:")
        sink.putNumber(max(0, event.sequence))
        sink.endLine()
        switch event.status {
        case .confirmed: sink.line("STATUS:CONFIRMED")
        case .cancelled: sink.line("STATUS:CANCELLED")
        case .tentative: sink.line("STATUS:TENTATIVE")
        case nil: break
        }
        writeTexts(event, into: &sink)
        writePlaces(event, into: &sink)
        writeStanding(event, into: &sink)
        writePeople(event, context, into: &sink)
        for property in event.extras where !PropertyName.ofEvent.contains(property.name) {
            sink.propertyLine(property)
        }
        for alarm in event.alarms { write(alarm, summary: event.summary, into: &sink) }
        for component in event.components where !PropertyName.componentsNotInEvent.contains(component.name) {
            sink.component(component)
        }
        sink.line("END:VEVENT")
    }

    private static func writeTimes(
        _ event: borrowing CalendarEvent, _ context: EventContext, into sink: inout ByteSink
    ) {
        let changed = event.lastModified
        sink.utcLine("DTSTAMP:", context.hasMethod ? event.stamp : changed ?? event.stamp)
        if let created = event.created { sink.utcLine("CREATED:", created) }
        if let changed { sink.utcLine("LAST-MODIFIED:", changed) }
        sink.timeLine("DTSTART", event.start)
        switch event.end {
        case .at(let end) where end.isDate == event.start.isDate && end.orderKey > event.start.orderKey:
            // Both have a TZID or neither has (rule 3.8).
            let sameForm = (end.zone == nil) == (event.start.zone == nil)
            sink.timeLine("DTEND", sameForm ? end : end.matching(event.start))
        case .after(let duration) where !duration.isNegative && !duration.isZero:
            sink.rawLine("DURATION:", duration.text)
        case nil, .at, .after: break
        }
        if let original = event.recurrenceID { sink.timeLine("RECURRENCE-ID", original.matching(event.start)) }
        if let rule = event.recurrence { sink.rawLine("RRULE:", rule.text(startingAt: event.start)) }
        for addition in event.additions { sink.timeLine("RDATE", addition.matching(event.start)) }
        for exception in event.exceptions { sink.timeLine("EXDATE", exception.matching(event.start)) }
    }

    private static func writeTexts(_ event: borrowing CalendarEvent, into sink: inout ByteSink) {
        let summary = event.summary
        if summary.utf8.count > 255, summary.count > 255 {
            sink.requiredLine("SUMMARY:", String(summary.prefix(254)) + "…")
        } else {
            sink.requiredLine("SUMMARY:", summary)
        }
        guard let description = event.description, sink.textLine("DESCRIPTION:", description) else { return }
        if let html = event.htmlDescription { sink.textLine("X-ALT-DESC;FMTTYPE=text/html:", html) }
    }

    private static func writePlaces(_ event: borrowing CalendarEvent, into sink: inout ByteSink) {
        if let location = event.location { sink.textLine("LOCATION:", location) }
        if let position = event.position {
            sink.put("GEO:")
            sink.putDegrees(position.latitude)
            sink.put(0x3B)
            sink.putDegrees(position.longitude)
            sink.endLine()
        }
        if let url = event.url { sink.rawLine("URL:", url) }
        for conference in event.conferences {
            sink.put("CONFERENCE;VALUE=URI")
            for (index, feature) in conference.features.enumerated() {
                sink.put(index == 0 ? ";FEATURE=" : ",")
                sink.putParameterValue(feature)
            }
            sink.parameter(";LABEL=", conference.label)
            sink.rawLine(":", conference.uri)
        }
    }

    private static func writeStanding(_ event: borrowing CalendarEvent, into sink: inout ByteSink) {
        if !event.categories.isEmpty {
            sink.put("CATEGORIES:")
            let mark = sink.count
            for category in event.categories where !category.isEmpty {
                if sink.count > mark { sink.put(0x2C) }
                sink.putText(category, lineEnd: .space)
            }
            sink.endLine(ifLongerThan: mark)
        }
        if let visibility = event.visibility { sink.rawLine("CLASS:", visibility.rawValue) }
        let isFree =
            event.transparency.map { $0 == .free } ?? (event.start.isDate || event.status == .cancelled)
        sink.line(isFree ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE")
        if let colour = event.colour { sink.rawLine("COLOR:", colour.name) }
    }
}
