import Foundation
import ICalendar
import Testing

/// Short ways to say times: `"2026-10-12"` and `"2026-10-12 09:30"`.
func day(_ text: String) throws -> CalendarDay {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    try #require(parts.count == 3)
    return try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
}

func clock(_ text: String) throws -> CalendarDateTime {
    let parts = text.split(whereSeparator: { "- :".contains($0) }).compactMap { Int($0) }
    try #require(parts.count >= 5)
    return try #require(
        CalendarDateTime(
            year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4],
            second: parts.count > 5 ? parts[5] : 0))
}

func london(_ text: String) throws -> CalendarTime {
    .london(try clock(text))
}

/// An instant by the clock of Greenwich.
func utc(_ text: String) throws -> Date {
    let local = try clock(text)
    return Date(timeIntervalSince1970: Double(local.day.epochDay) * 86_400 + Double(local.secondOfDay))
}

enum Samples {
    static let productID = "-//Council//Practice Week 1.0//EN"

    static func event(_ uid: String = "8f1c2a34-0001@practiceweek.example") throws -> CalendarEvent {
        var event = CalendarEvent(
            uid: uid, stamp: try utc("2026-09-01 08:15"), start: try london("2026-10-12 09:30"),
            end: .at(try london("2026-10-12 11:30")), summary: "Voice of the child")
        event.created = try utc("2026-08-01 10:00")
        event.lastModified = try utc("2026-09-01 08:15")
        event.status = .confirmed
        return event
    }

    static func calendar(_ events: [CalendarEvent]) -> ICalendarObject {
        ICalendarObject(productID: productID, events: events)
    }

    /// One event with one change, in a calendar.
    static func calendar(_ change: (inout CalendarEvent) throws -> Void) throws -> ICalendarObject {
        var event = try event()
        try change(&event)
        return calendar([event])
    }
}
