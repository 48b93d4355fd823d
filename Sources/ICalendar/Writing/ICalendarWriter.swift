/// Turns a calendar into the bytes of an `.ics` file that meets sections 1 to 4 of the calendar rules.
///
/// It never fails: what a file may not hold is left out or put right, as each property of the model says. The same
/// calendar always gives the same bytes; nothing is read from a clock, a locale or time zone data.
package enum ICalendarWriter {
    package static func bytes(of calendar: ICalendarObject) -> [UInt8] {
        var sink = ByteSink(capacity: 2048 + calendar.events.count * 1024)
        sink.line("BEGIN:VCALENDAR")
        header(of: calendar, into: &sink)
        zones(of: calendar, into: &sink)
        let context = EventContext(calendar)
        calendar.events.withUnsafeBufferPointer { events in
            for index in events.indices { write(events[index], context, into: &sink) }
        }
        for component in calendar.components where isWritten(component) {
            sink.component(component)
        }
        sink.line("END:VCALENDAR")
        return sink.bytes()
    }

    private static func header(of calendar: ICalendarObject, into sink: inout ByteSink) {
        sink.line("VERSION:2.0")
        sink.requiredLine("PRODID:", calendar.productID)
        sink.line("CALSCALE:GREGORIAN")
        if let method = calendar.method { sink.rawLine("METHOD:", method.rawValue) }
        if let name = calendar.name {
            sink.textLine("NAME:", name)
            sink.textLine("X-WR-CALNAME:", name)
        }
        if let description = calendar.description {
            sink.textLine("DESCRIPTION:", description)
            sink.textLine("X-WR-CALDESC:", description)
        }
        if calendar.showsLondonTime { sink.line("X-WR-TIMEZONE:Europe/London") }
        if let interval = calendar.refreshInterval {
            sink.rawLine("REFRESH-INTERVAL;VALUE=DURATION:", interval.text)
            sink.rawLine("X-PUBLISHED-TTL:", interval.text)
        }
        if let date = calendar.lastModified { sink.utcLine("LAST-MODIFIED:", date) }
        if let colour = calendar.colour { sink.rawLine("COLOR:", colour.name) }
        for property in calendar.extras where !PropertyName.ofCalendar.contains(property.name) {
            sink.propertyLine(property)
        }
    }
}
