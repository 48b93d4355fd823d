import Foundation
import ICalendar
import Testing

@Suite struct LondonTimeTests {
    private let system: TimeZone

    init() throws {
        system = try #require(TimeZone(identifier: "Europe/London"))
    }

    /// Every change of the clock from 1997 to 2037, as the system knows them.
    private var changes: [Date] {
        var result: [Date] = []
        var cursor = Date(timeIntervalSince1970: 852_076_800)
        while let next = system.nextDaylightSavingTimeTransition(after: cursor), result.count < 82 {
            result.append(next)
            cursor = next
        }
        return result
    }

    @Test(
        "Instants become the same clock as the system's, every hour of four days around each change from 1997 to 2037")
    func offsets() {
        #expect(changes.count == 82)
        for change in changes {
            for hour in -48...48 {
                let instant = change + Double(hour) * 3600
                #expect(CalendarZone.london.offset(at: instant) == system.secondsFromGMT(for: instant))
            }
        }
    }

    @Test("The offset changes in the very second of each change")
    func exactSecond() {
        for change in changes {
            for second in [-1.0, 0, 1] {
                let instant = change + second
                #expect(CalendarZone.london.offset(at: instant) == system.secondsFromGMT(for: instant))
            }
        }
    }

    @Test("Clock readings become once, twice or never, every half hour of two days around each change")
    func resolutions() throws {
        for change in changes {
            for step in -48...48 {
                let instant = change + Double(step) * 1800
                // Every reading that an instant shows leads back to that instant, or to its twin an hour away.
                switch LondonTime.resolve(LondonTime.local(at: instant)) {
                case .once(let date): #expect(date == instant)
                case .twice(let first, let second):
                    #expect(second == first + 3600 && (instant == first || instant == second))
                    #expect(instant >= change - 3600 && instant < change + 3600)
                case .never: Issue.record("A reading that is shown was said never to be.")
                }
            }
        }
    }

    @Test("The hour that spring skips is never, and moves past the gap", arguments: [0, 30, 59])
    func never(minute: Int) throws {
        for year in 1997...2037 {
            for number in 25...31 {
                let day = try #require(CalendarDay(year: year, month: 3, day: number))
                let reading = try #require(CalendarDateTime(day: day, hour: 1, minute: minute))
                let isGap = day.weekday == .sunday
                if case .never(let after) = LondonTime.resolve(reading) {
                    #expect(isGap)
                    #expect(LondonTime.local(at: after) == CalendarDateTime(day: day, hour: 2, minute: minute))
                } else {
                    #expect(!isGap)
                }
            }
        }
    }

    @Test("The last minute before the gap and the first after it are once")
    func edgesOfTheGap() throws {
        #expect(LondonTime.resolve(try clock("2026-03-29 00:59")) == .once(try utc("2026-03-29 00:59")))
        #expect(LondonTime.resolve(try clock("2026-03-29 02:00")) == .once(try utc("2026-03-29 01:00")))
    }

    @Test("The hour that autumn repeats is twice, its neighbours are once")
    func repeatedHour() throws {
        #expect(
            LondonTime.resolve(try clock("2026-10-25 01:30"))
                == .twice(first: try utc("2026-10-25 00:30"), second: try utc("2026-10-25 01:30")))
        #expect(LondonTime.resolve(try clock("2026-10-25 00:59")) == .once(try utc("2026-10-24 23:59")))
        #expect(LondonTime.resolve(try clock("2026-10-25 02:00")) == .once(try utc("2026-10-25 02:00")))
    }
}
