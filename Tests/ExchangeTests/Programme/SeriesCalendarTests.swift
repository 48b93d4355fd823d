import Domain
import Foundation
import ICalendar
import TestSupport
import Testing

@testable import Exchange

@Suite("A series in a calendar")
struct SeriesCalendarTests {
    private func events(_ entry: ReleasedSeries, where isWanted: (Session) -> Bool = { _ in true }) throws
        -> [CalendarEvent]
    {
        let maker = try Made.events()
        let events = maker.events(of: entry.occurrences, series: [entry], where: isWanted)
        #expect(ICalendarProblems.inBytes(maker.feed(name: "Briefings", events)) == [])
        return events
    }

    private func starts(_ events: [CalendarEvent]) throws -> [Date] {
        let all = try CalendarSeries.grouping(events).flatMap {
            try $0.occurrences(from: moment("2017-01-01 00:00"), until: moment("2020-01-01 00:00"), limit: 1000)
        }
        return all.compactMap(\.start.instant).sorted()
    }

    @Test("is one event whose rule gives the first Wednesdays of 2018 and nothing else")
    func firstWednesdays() throws {
        let events = try events(Made.released())
        #expect(events.count == 1)
        #expect(events.first?.uid == "\(Made.uuid(900).uuidString.lowercased())@uid.example.org")
        #expect(try starts(events).map { London.local($0).iso } == Made.firstWednesdays.map { "\($0) 09:30" })
    }

    @Test("is at 09:30Z on 7 March and at 08:30Z on 4 April")
    func clockChange() throws {
        let starts = try starts(events(Made.released()))
        #expect(starts.contains(try moment("2018-03-07 09:30Z")))
        #expect(starts.contains(try moment("2018-04-04 08:30Z")))
    }

    @Test("ends with the last start in UTC, or with its count")
    func ends() throws {
        let maker = try Made.events()
        let until = try Made.released()
        let counted = try Made.released(count: 4)
        let first = maker.feed(name: "x", maker.events(of: until.occurrences, series: [until])).lines
        let second = maker.feed(name: "x", maker.events(of: counted.occurrences, series: [counted])).lines
        #expect(first.contains("RRULE:FREQ=MONTHLY;UNTIL=20181205T093000Z;BYDAY=1WE"))
        #expect(second.contains("RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=1WE"))
    }

    @Test("leaves a cancelled occurrence out by EXDATE, without an event of its own")
    func cancelled() throws {
        let events = try events(Made.released { index, session in if index == 3 { session.state = .cancelled } })
        #expect(events.count == 1)
        #expect(try events.first?.exceptions.compactMap(\.instant) == [moment("2018-04-04 09:30")])
    }

    @Test("leaves out what the release does not have, the first date too")
    func absent() throws {
        var entry = try Made.released()
        entry = ReleasedSeries(
            series: entry.series, expected: entry.expected, occurrences: Array(entry.occurrences.dropFirst()))
        let events = try events(entry)
        #expect(try events.first?.start.instant == moment("2018-01-03 09:30"))
        #expect(try events.first?.exceptions.compactMap(\.instant) == [moment("2018-01-03 09:30")])
    }

    @Test("overrides a moved occurrence under its original start, also after a second move")
    func moved() throws {
        let events = try events(
            Made.released { index, session in
                guard index == 4 else { return }
                session.startsAt = try moment("2018-05-09 14:00")
                session.endsAt = try moment("2018-05-09 15:00")
            })
        #expect(events.count == 2)
        let override = try #require(events.first { $0.recurrenceID != nil })
        #expect(try override.recurrenceID?.instant == moment("2018-05-02 09:30"))
        #expect(try override.start.instant == moment("2018-05-09 14:00"))
        #expect(events.first?.exceptions == [])
    }

    @Test(
        "overrides an occurrence with another title, room or description", arguments: ["title", "room", "description"])
    func reworded(what: String) throws {
        let events = try events(
            Made.released { index, session in
                guard index == 2 else { return }
                switch what {
                case "title": session.title = "Director's briefing, with questions"
                case "room": session.room = "Garden Room"
                default: session.description = "Bring a question."
                }
            })
        #expect(events.compactMap(\.recurrenceID?.instant) == [try moment("2018-03-07 09:30")])
    }

    @Test("keeps its own words when as many occurrences have others")
    func tie() throws {
        let events = try events(
            Made.released(count: 2) { index, session in if index == 0 { session.title = "Special" } })
        #expect(events.first { $0.recurrenceID == nil }?.summary == "Director's briefing")
        #expect(events.first { $0.recurrenceID != nil }?.summary == "Special")
    }

    @Test(
        "has the greatest SEQUENCE and the newest change of all its occurrences, the skipped included, and so have its overrides"
    )
    func sequence() throws {
        let events = try events(
            Made.released { index, session in
                if index == 1 {
                    session.state = .cancelled
                    session.sequence = 6
                    session.changedAt = try moment("2018-01-12 08:00")
                }
                if index == 5 { session.title = "Another" }
            })
        #expect(events.map(\.sequence) == [6, 6])
        #expect(try events.first?.lastModified == moment("2018-01-12 08:00"))
    }

    @Test("leaves out the occurrences that a site's feed is not about, and keeps their SEQUENCE")
    func elsewhere() throws {
        let events = try events(
            Made.released { index, session in
                guard index == 6 else { return }
                session.site = "Corbyn Road"
                session.sequence = 2
            }, where: { $0.site == "Mary Stevens Park" })
        #expect(events.count == 1)
        #expect(try events.first?.exceptions.compactMap(\.instant) == [moment("2018-07-04 09:30")])
        #expect(events.first?.sequence == 2)
    }

    @Test("of which nothing is left shows its cancelled dates singly")
    func allCancelled() throws {
        let events = try events(Made.released(count: 2) { _, session in session.state = .cancelled })
        #expect(events.count == 2)
        #expect(events.allSatisfy { $0.recurrence == nil && $0.status == .cancelled })
    }
}
