package import Foundation

/// One VEVENT: a single event, the master of a series, or the override of one of its instances.
package struct CalendarEvent: Hashable, Sendable {
    /// Stable for the life of what it stands for, at most 255 octets, holding no name or address (rule 3.2).
    package var uid: String
    /// When this state was made: DTSTAMP. A file without METHOD writes `lastModified` in its place (rule 3.5).
    package var stamp: Date
    package var start: CalendarTime
    /// An end that is not after the start, or is of another form, is not written (rule 3.8).
    package var end: CalendarEnd?
    package var recurrence: RecurrenceRule?
    /// Starts that the series leaves out: EXDATE. Written in the form of `start` (rule 5.3).
    package var exceptions: [CalendarTime] = []
    /// Starts besides those of the rule: RDATE.
    package var additions: [CalendarTime] = []
    /// In an override, the original start of the instance it replaces, for ever (rule 5.4).
    package var recurrenceID: CalendarTime?
    /// Never falls; from a counter (rule 3.6). Below zero is written as zero.
    package var sequence = 0
    package var status: CalendarStatus?
    package var created: Date?
    package var lastModified: Date?
    /// One line of at most 255 characters when written (rule 3.14). Unlike the other texts it is written even when empty.
    package var summary: String
    /// Plain text; lines end in `\n` (rule 1.14).
    package var description: String?
    /// Written only beside a description (rule 1.14).
    package var htmlDescription: String?
    package var location: String?
    package var position: CalendarPosition?
    /// Absolute.
    package var url: String?
    package var conferences: [CalendarConference] = []
    package var categories: [String] = []
    package var visibility: CalendarVisibility?
    /// When nil, all-day and cancelled events are written as free and the others as busy (rule 3.12).
    package var transparency: CalendarTransparency?
    package var organiser: CalendarOrganiser?
    /// Not written with METHOD:PUBLISH (rule 2.4).
    package var attendees: [CalendarAttendee] = []
    package var colour: CalendarColour?
    package var alarms: [CalendarAlarm] = []
    /// Unknown properties, as read.
    package var extras: [CalendarProperty] = []
    /// Parts that are not alarms we know, as read.
    package var components: [ICalendarComponent] = []

    package init(uid: String, stamp: Date, start: CalendarTime, end: CalendarEnd? = nil, summary: String) {
        self.uid = uid
        self.stamp = stamp
        self.start = start
        self.end = end
        self.summary = summary
    }

    /// When it ends, exclusive for whole days; nil when the file does not say.
    package var endTime: CalendarTime? {
        switch end {
        case nil: nil
        case .at(let time): time
        case .after(let duration): start.adding(duration)
        }
    }
}
