import Foundation
import ICalendar
import Testing

@Suite struct CalendarTimeTests {
    @Test("Days count as the system's calendar counts them, from the year 1 to 9999")
    func days() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for number in stride(from: -140_000, through: 2_932_896, by: 997) {
            let day = try #require(CalendarDay(epochDay: number))
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            #expect(day.year == parts.year && day.month == parts.month && day.day == parts.day)
            #expect(day.epochDay == number)
            #expect(parts.weekday.map { ($0 + 5) % 7 } == day.weekday.rawValue)
        }
    }

    @Test(
        "A day that no calendar has cannot be made",
        arguments: [(2025, 2, 29), (2024, 4, 31), (2024, 13, 1), (0, 1, 1)])
    func noSuchDay(year: Int, month: Int, number: Int) {
        #expect(CalendarDay(year: year, month: month, day: number) == nil)
    }

    @Test("The calendar ends at both ends without a trap")
    func ends() throws {
        let last = try day("9999-12-31")
        #expect(last.adding(days: 1) == nil)
        #expect(last.adding(days: .max) == nil)
        #expect(try day("0001-01-01").adding(days: .min) == nil)
        #expect(CalendarTime.date(last).adding(.days(1_000_000_000)) == .date(last))
    }

    @Test(
        "Instants beyond the calendar are written as its ends",
        arguments: [Double.infinity, -.infinity, .nan, .greatestFiniteMagnitude, -1e18])
    func extremeInstants(seconds: Double) throws {
        let calendar = try Samples.calendar { $0.start = .utc(Date(timeIntervalSince1970: seconds)) }
        #expect(Written(calendar).value("DTSTART:")?.utf8.count == 16)
    }

    @Test("Fractions of a second are dropped downwards, before 1970 too")
    func fractions() throws {
        let calendar = try Samples.calendar { $0.start = .utc(Date(timeIntervalSince1970: -0.5)) }
        #expect(Written(calendar).value("DTSTART:") == "19691231T235959Z")
    }

    @Test(
        "Durations are printed and read",
        arguments: [
            ("PT1H", 0, 3600, false), ("P1D", 1, 0, false), ("P2W", 14, 0, false), ("-PT15M", 0, 900, true),
            ("P1DT30M", 1, 1800, false), ("PT1H0M5S", 0, 3605, false), ("PT0S", 0, 0, false), ("-P1W", 7, 0, true),
        ])
    func durations(text: String, days: Int, seconds: Int, isNegative: Bool) {
        let duration = CalendarDuration(days: days, seconds: seconds, isNegative: isNegative)
        #expect(duration.text == text)
        #expect(CalendarDuration(text: text) == duration)
    }

    @Test(
        "What is no duration is refused",
        arguments: ["", "P", "1H", "PT", "PT1", "P1H", "PTH", "P9999999999D", "PT1M2"])
    func badDurations(text: String) {
        #expect(CalendarDuration(text: text) == nil)
    }

    @Test("Adding a day keeps the clock over a change, adding 24 hours keeps the length")
    func nominalDays() throws {
        let start = try london("2026-10-24 09:00")
        #expect(start.adding(.days(1)) == (try london("2026-10-25 09:00")))
        #expect(start.adding(.hours(24)) == (try london("2026-10-25 08:00")))
    }

    @Test("A London reading and its instant are turned into each other")
    func matching() throws {
        let local = try london("2026-07-01 09:30")
        let instant = CalendarTime.utc(try utc("2026-07-01 08:30"))
        #expect(local.matching(instant) == instant)
        #expect(instant.matching(local) == local)
        #expect(local.matching(.date(try day("2026-01-01"))) == .date(try day("2026-07-01")))
    }
}
