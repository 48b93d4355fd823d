/// A master event with the overrides of its instances: all VEVENTs of one UID (rule 3.3).
package struct CalendarSeries: Hashable, Sendable {
    package var master: CalendarEvent
    package var overrides: [CalendarEvent]

    package init(master: CalendarEvent, overrides: [CalendarEvent] = []) {
        self.master = master
        self.overrides = overrides
    }

    /// Puts masters and overrides together by UID, in the order of the masters. Overrides without a master are left out.
    package static func grouping(_ events: [CalendarEvent]) -> [CalendarSeries] {
        let overrides = Dictionary(grouping: events.filter { $0.recurrenceID != nil }, by: \.uid)
        return events.filter { $0.recurrenceID == nil }.map { master in
            CalendarSeries(master: master, overrides: overrides[master.uid] ?? [])
        }
    }
}
