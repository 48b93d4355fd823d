package import Domain
import Foundation
import ICalendar
package import Services

/// A ceremony for a guest's own calendar.
package enum GuestCalendar {
    private static let assumed: TimeInterval = 3 * 3600

    package static func file(of ceremony: GuestCeremony, settings: ServiceSettings) -> CalendarFile {
        let ends = ceremony.finishAt ?? ceremony.startsAt.addingTimeInterval(assumed)
        let times = WallClock.calendarTimes(ceremony.startsAt, ends)
        var event = CalendarEvent(
            uid: "ceremony-\(ceremony.slug)@\(settings.uidDomain)", stamp: ceremony.startsAt, start: times.start,
            end: .at(times.end), summary: ceremony.title)
        event.status = .confirmed
        event.location = ceremony.place
        if let doors = ceremony.doorsAt { event.description = "Doors open at \(London.local(doors).time.spoken)." }
        var calendar = ICalendarObject(productID: SessionEvents.productID, name: ceremony.title, events: [event])
        calendar.timeZones = [.london]
        calendar.showsLondonTime = true
        return CalendarFile(
            bytes: ICalendarWriter.bytes(of: calendar), lastModified: nil, filename: "\(ceremony.slug).ics")
    }
}
