package import Foundation

/// One calendar: the whole of an `.ics` file, be it a feed, a download or the body of a scheduling message.
package struct ICalendarObject: Hashable, Sendable {
    /// Stable for the product, as some clients de-duplicate by it (rule 2.1).
    package var productID: String
    /// Nil in feeds (rule 2.4).
    package var method: CalendarMethod?
    /// Written as NAME and X-WR-CALNAME (rule 2.6).
    package var name: String?
    /// Written as DESCRIPTION and X-WR-CALDESC.
    package var description: String?
    /// Writes X-WR-TIMEZONE:Europe/London, the zone in which a client may show UTC times.
    package var showsLondonTime = false
    /// Written as REFRESH-INTERVAL and X-PUBLISHED-TTL (rule 2.7).
    package var refreshInterval: CalendarDuration?
    package var lastModified: Date?
    package var colour: CalendarColour?
    /// Zones to define besides those that the events use. A reader puts every VTIMEZONE of the file here.
    package var timeZones: [CalendarZone] = []
    package var events: [CalendarEvent]
    /// Unknown properties, as read.
    package var extras: [CalendarProperty] = []
    /// Components that are neither events nor time zones, as read.
    package var components: [ICalendarComponent] = []

    package init(
        productID: String, method: CalendarMethod? = nil, name: String? = nil, events: [CalendarEvent] = []
    ) {
        self.productID = productID
        self.method = method
        self.name = name
        self.events = events
    }
}
