import Foundation
import ICalendar

/// Calendars with everything in them that the model can say, each together with what a reader should give back.
struct RandomCalendar {
    private(set) var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func pair() -> (written: ICalendarObject, expected: ICalendarObject) {
        var written = ICalendarObject(productID: "-//Test//EN")
        written.name = maybe { $0.text() }
        written.description = maybe { $0.text() }
        written.showsLondonTime = generator.happens(oneIn: 2)
        written.refreshInterval = .hours(generator.number(1..<48))
        var expected = written
        expected.name = written.name.flatMap(RandomText.given)
        expected.description = written.description.flatMap(RandomText.given)
        for index in 0..<generator.number(0..<4) {
            let (event, back) = event(index)
            written.events.append(event)
            expected.events.append(back)
        }
        let usesLondon = expected.events.contains { $0.start.zone == .london }
        expected.timeZones = usesLondon || expected.events.isEmpty ? [.london] : []
        return (written, expected)
    }

    private mutating func event(_ index: Int) -> (CalendarEvent, CalendarEvent) {
        let (start, end) = span()
        let changed = instant()
        var event = CalendarEvent(
            uid: "\(index)@example.org", stamp: changed, start: start, end: end, summary: "s" + text())
        event.lastModified = changed
        event.sequence = generator.number(0..<100)
        event.status = generator.pick([nil, .confirmed, .tentative])
        event.transparency = start.isDate ? .free : .busy
        event.description = text()
        event.htmlDescription = maybe { $0.text() }
        event.location = maybe { $0.text() }
        event.categories = (0..<generator.number(0..<3)).map { _ in "c" + text() }
        event.organiser = maybe { $0.organiser() }
        event.attendees = (0..<generator.number(0..<2)).map { _ in attendee() }
        event.url = maybe { _ in "https://example.org/a,b;c" }
        var back = event
        back.summary = RandomText.oneLine(
            event.summary.count > 255 ? String(event.summary.prefix(254)) + "…" : event.summary)
        back.description = event.description.flatMap(RandomText.given)
        back.htmlDescription = back.description == nil ? nil : event.htmlDescription.flatMap(RandomText.given)
        back.location = event.location.flatMap(RandomText.given)
        back.categories = event.categories.map(RandomText.oneLine)
        back.organiser?.name = event.organiser?.name.map(RandomText.normalised)
        for index in back.attendees.indices {
            back.attendees[index].name = back.attendees[index].name.map(RandomText.normalised)
        }
        return (event, back)
    }

    private mutating func span() -> (CalendarTime, CalendarEnd) {
        let start = instant()
        let length = Double(generator.number(1..<200) * 900)
        switch generator.number(0..<3) {
        case 0: return (.utc(start), .at(.utc(start + length)))
        case 1:
            let first = LondonTime.local(at: start)
            return (.london(first), .after(.minutes(generator.number(1..<300))))
        default:
            let first = LondonTime.local(at: start).day
            return (.date(first), .at(.date(first.adding(days: generator.number(1..<5)) ?? first)))
        }
    }

    private mutating func instant() -> Date {
        Date(timeIntervalSince1970: Double(generator.number(0..<2_000_000) * 900))
    }

    private mutating func text() -> String {
        RandomText.make(&generator)
    }

    private mutating func organiser() -> CalendarOrganiser {
        CalendarOrganiser(email: "team@example.org", name: "n" + text())
    }

    private mutating func attendee() -> CalendarAttendee {
        CalendarAttendee(
            email: "one@example.org", name: "n" + text(), answer: generator.pick([.accepted, .needsAction]))
    }

    private mutating func maybe<Value>(_ make: (inout RandomCalendar) -> Value) -> Value? {
        generator.happens(oneIn: 2) ? make(&self) : nil
    }
}
