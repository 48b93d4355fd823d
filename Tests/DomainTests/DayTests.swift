import Domain
import Foundation
import Testing

@Suite("Days")
struct DayTests {
    @Test("Every day from 1600 to 2400 survives the way to its parts and back, with the weekday going round")
    func roundTrip() throws {
        var number = try #require(Day(year: 1600, month: 1, day: 1)).number
        let last = try #require(Day(year: 2400, month: 12, day: 31)).number
        var weekday = Day(number: number).weekday
        while number <= last {
            let day = Day(number: number)
            let (year, month, date) = day.parts
            #expect(Day(year: year, month: month, day: date) == day)
            #expect(day.weekday == weekday)
            weekday = Weekday.allCases[(weekday.index + 1) % 7]
            number += 1
        }
    }

    @Test(
        "There is no 31 February, no month 13 and no year 0",
        arguments: [(2018, 2, 29), (2018, 13, 1), (0, 1, 1), (2018, 4, 31), (1900, 2, 29)])
    func impossible(_ parts: (Int, Int, Int)) {
        #expect(Day(year: parts.0, month: parts.1, day: parts.2) == nil)
    }

    @Test("29 January 2018 was a Monday")
    func monday() {
        #expect(Day(iso: "2018-01-29")?.weekday == .monday)
        #expect(Day(iso: "2018-01-29")?.spoken == "Monday 29 January")
        #expect(Day(iso: "2018-1-29") == nil)
    }

    @Test(
        "Numbers far outside are held at the calendar's ends and never trap",
        arguments: [Int.min, Int.max, -10_000_000, 10_000_000])
    func extremes(_ number: Int) {
        #expect((1...9999).contains(Day(number: number).year))
    }
}

@Suite("London")
struct LondonTests {
    @Test("Every hour around each change from 1996 to 2037 agrees with the system's zone")
    func agrees() throws {
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        for year in 1996...2037 {
            for month in [3, 10] {
                let start = try #require(Day(year: year, month: month, day: 24))
                for hour in 0..<(9 * 24) {
                    let instant = Date(
                        timeIntervalSince1970: Double(start.number) * 86_400 + Double(hour) * 3600 + 1800)
                    #expect(London.offset(at: instant) * 60 == zone.secondsFromGMT(for: instant))
                    #expect(
                        London.instant(of: London.local(instant)).map { abs($0.timeIntervalSince(instant)) <= 3600 }
                            == true)
                }
            }
        }
    }

    @Test("01:30 on the last Sunday of March never happens")
    func never() throws {
        let local = LocalTime(try #require(Day(iso: "2018-03-25")), ClockTime(minutes: 90))
        #expect(London.meaning(of: local) == .never)
        #expect(throws: ProgrammeRefusal.timeNever(local)) { try DateEntry.moment(local) }
    }

    @Test("01:30 on the last Sunday of October happens twice, and an offset says which")
    func twice() throws {
        let today = try #require(Day(iso: "2018-01-01"))
        let local = LocalTime(try #require(Day(iso: "2018-10-28")), ClockTime(minutes: 90))
        #expect(throws: ProgrammeRefusal.timeTwice(local)) { try DateEntry.moment("2018-10-28 01:30", today: today) }
        let first = try DateEntry.moment("2018-10-28 01:30+01:00", today: today)
        let second = try DateEntry.moment("2018-10-28 01:30+00:00", today: today)
        #expect(second.timeIntervalSince(first) == 3600)
        #expect(London.local(first) == London.local(second))
    }

    @Test("RFC 3339 carries the offset of the moment")
    func rfc3339() throws {
        let today = try #require(Day(iso: "2018-01-01"))
        #expect(London.rfc3339(try DateEntry.moment("2018-01-29 09:30", today: today)) == "2018-01-29T09:30:00+00:00")
        #expect(London.rfc3339(try DateEntry.moment("2018-06-06 09:30", today: today)) == "2018-06-06T09:30:00+01:00")
    }
}

@Suite("Dates as typed")
struct DateEntryTests {
    private let monday = Day(iso: "2018-01-15") ?? Day(number: 0)

    @Test(
        "Words and dates are read",
        arguments: [
            ("2018-01-29", "2018-01-29"), ("29 Jan 2018", "2018-01-29"), ("29 january 2018", "2018-01-29"),
            ("today", "2018-01-15"),
            ("tomorrow", "2018-01-16"), ("mon", "2018-01-15"), ("Wednesday", "2018-01-17"), ("sun", "2018-01-21"),
        ])
    func read(_ pair: (String, String)) throws {
        #expect(try DateEntry.day(pair.0, today: monday).iso == pair.1)
    }

    @Test("A date with slashes is refused with both readings")
    func slashes() {
        #expect {
            try DateEntry.day("03/04/2018", today: monday)
        } throws: { error in
            (error as? ProgrammeRefusal)?.message.contains("3 April 2018 or 4 March 2018") == true
        }
    }

    @Test(
        "Nonsense is refused with an example",
        arguments: ["", "soon", "2018-02-30", "32 Jan 2018", "99999999999999999999", "1/2", "mo"])
    func nonsense(_ text: String) {
        #expect(throws: ProgrammeRefusal.self) { try DateEntry.day(text, today: monday) }
    }

    @Test(
        "Times are read as people write them",
        arguments: [
            ("09:30", 570), ("9:30am", 570), ("12pm", 720), ("12am", 0), ("3pm", 900), ("15.45", 945),
        ])
    func times(_ pair: (String, Int)) {
        #expect(ClockTime(pair.0)?.minutes == pair.1)
    }

    @Test("Times that cannot be are not", arguments: ["24:00", "9", "13pm", "0am", "09:60", "9:3", ":30", "aa:bb", ""])
    func notTimes(_ text: String) {
        #expect(ClockTime(text) == nil)
    }
}
