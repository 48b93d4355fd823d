extension ICalendarWriter {
    /// A VTIMEZONE for every TZID that is used (rule 4.1), before the events (rule 4.6). A calendar with nothing in it
    /// gets London's, as a file needs one component (rule 2.5).
    static func zones(of calendar: ICalendarObject, into sink: inout ByteSink) {
        var zones = ZoneList()
        for zone in calendar.timeZones { zones.add(zone) }
        calendar.events.withUnsafeBufferPointer { events in
            for index in events.indices { zones.add(timesOf: events[index]) }
        }
        if zones.usesLondon
            || (zones.foreign.isEmpty && calendar.events.isEmpty && !calendar.components.contains(where: isWritten))
        {
            sink.block(londonDefinition)
        }
        for zone in zones.foreign { sink.component(zone.definition) }
    }

    /// Whether a kept component of the calendar may stand in the file.
    static func isWritten(_ component: ICalendarComponent) -> Bool {
        PropertyName.isName(component.name) && !PropertyName.componentsNotInCalendar.contains(component.name)
    }

    /// Rule 4.4: rules without an end, not a list. Onsets are local time before the change (rule 4.3).
    private static let londonDefinition: StaticString = """
        BEGIN:VTIMEZONE\r
        TZID:Europe/London\r
        BEGIN:DAYLIGHT\r
        DTSTART:19810329T010000\r
        TZOFFSETFROM:+0000\r
        TZOFFSETTO:+0100\r
        TZNAME:BST\r
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r
        END:DAYLIGHT\r
        BEGIN:STANDARD\r
        DTSTART:19961027T020000\r
        TZOFFSETFROM:+0100\r
        TZOFFSETTO:+0000\r
        TZNAME:GMT\r
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r
        END:STANDARD\r
        END:VTIMEZONE\r

        """

    /// The zones met so far, foreign ones once by their TZID and in the order of meeting.
    private struct ZoneList {
        var usesLondon = false
        var foreign: [ForeignZone] = []

        mutating func add(_ zone: CalendarZone) {
            switch zone {
            case .london: usesLondon = true
            case .foreign(let zone):
                if !foreign.contains(where: { $0.id == zone.id }) { foreign.append(zone) }
            }
        }

        mutating func add(_ time: CalendarTime) {
            if case .zoned(_, let zone) = time { add(zone) }
        }

        mutating func add(timesOf event: borrowing CalendarEvent) {
            add(event.start)
            // EXDATE, RDATE and RECURRENCE-ID are written in the zone of the start.
            if case .at(let time) = event.end { add(time) }
        }
    }
}
