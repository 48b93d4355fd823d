import Domain
import Foundation
import ICalendar
import Services
import TestSupport
import Testing

@testable import Exchange

@Suite("Calendars of the programme")
struct ProgrammeCalendarTests {
    private let visitor = Actor(.visitor, channel: .web)

    @Test("show the release, not the draft, and no joining link")
    func release() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Online hour", online: "https://meet.example.org/x")
            var change = SessionChange()
            change.title = .set("Draft title")
            _ = try await house.services.programme.changeSession(session.reference, change, by: week.staff)
            let calendar = ProgrammeCalendar(services: house.services)
            for file in [
                try await calendar.event("week", by: visitor),
                try await calendar.session(session.reference, by: visitor),
            ] {
                #expect(file.bytes.lines.contains("SUMMARY:Online hour"))
                #expect(!file.bytes.text.contains("meet.example.org"))
                #expect(ICalendarProblems.inBytes(file.bytes) == [])
            }
        }
    }

    @Test("of one session carry METHOD:PUBLISH and an organiser; feeds carry no METHOD")
    func method() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let calendar = ProgrammeCalendar(services: house.services)
            let single = try await calendar.session(session.reference, by: visitor)
            #expect(single.bytes.lines.contains("METHOD:PUBLISH"))
            #expect(
                single.bytes.lines.contains { $0.hasPrefix("ORGANIZER;CN=Centre for Professional Practice:mailto:") })
            #expect(single.filename == "\(session.reference.lowercased()).ics")
            #expect(try await !calendar.event("week", by: visitor).bytes.text.contains("METHOD"))
        }
    }

    @Test("of a draft event do not exist for a visitor")
    func draft() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let calendar = ProgrammeCalendar(services: house.services)
            await #expect(throws: PeopleRefusal.self) { try await calendar.event("week", by: visitor) }
            await #expect(throws: AccessRefusal.notFound("site")) { try await calendar.site("nowhere", by: visitor) }
        }
    }

    @Test("of a site and of a room hold what is there")
    func places() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("Here", room: "Corbyn Road/Room 1", release: false)
            try await week.session("There", room: "Mary Stevens Park/Main Hall")
            let calendar = ProgrammeCalendar(services: house.services)
            let site = try await calendar.site("corbyn-road", by: visitor)
            let room = try await calendar.room("Mary Stevens Park/Main Hall", by: visitor)
            #expect(site.bytes.lines.filter { $0.hasPrefix("SUMMARY") } == ["SUMMARY:Here"])
            #expect(room.bytes.lines.filter { $0.hasPrefix("SUMMARY") } == ["SUMMARY:There"])
        }
    }

    @Test("change their ETag with what they show, and only then")
    func etag() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let calendar = ProgrammeCalendar(services: house.services)
            let before = try await calendar.event("week", by: visitor)
            #expect(try await calendar.event("week", by: visitor) == before)
            _ = try await house.services.programme.cancelSession(session.reference, reason: "Snow", by: week.staff)
            let after = try await calendar.event("week", by: visitor)
            #expect(after.etag != before.etag)
            #expect(after.bytes.lines.contains("SUMMARY:CANCELLED: Motivational Interviewing"))
            #expect(try #require(after.lastModified) > #require(before.lastModified))
        }
    }

    @Test("tell a real series once, with a skipped and a moved date")
    func series() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            _ = try await programme.addEvent(
                "briefings", title: "Briefings", from: day("2018-01-01"), to: day("2018-12-31"), by: week.staff)
            _ = try await programme.addSeries(
                NewSeries(
                    event: "briefings", slug: "director", title: "Director's briefing", rule: "FREQ=MONTHLY;BYDAY=1WE",
                    startsAt: London.local(try moment("2018-01-03 09:30")), minutes: 60,
                    room: "Mary Stevens Park/Main Hall",
                    until: day("2018-12-31")), by: week.staff)
            _ = try await programme.skipOccurrence("director", on: day("2018-08-01"), reason: "Summer", by: week.staff)
            _ = try await programme.moveOccurrence(
                "director", on: day("2018-04-04"), starts: try moment("2018-04-11 09:30"), by: week.staff)
            _ = try await programme.publishRelease("briefings", by: week.staff)
            let file = try await ProgrammeCalendar(services: house.services).event("briefings", by: visitor)
            #expect(ICalendarProblems.inBytes(file.bytes) == [])
            #expect(file.bytes.lines.count { $0 == "BEGIN:VEVENT" } == 2)
            #expect(file.bytes.lines.contains("EXDATE;TZID=Europe/London:20180801T093000"))
            #expect(file.bytes.lines.contains("RECURRENCE-ID;TZID=Europe/London:20180404T093000"))
            #expect(file.bytes.lines.contains("DTSTART;TZID=Europe/London:20180411T093000"))
        }
    }

    @Test("are exported by the selectors of the console, a site also by its slug")
    func selectors() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(room: "Corbyn Road/Room 1")
            try await week.book(session, "p1@example.org")
            let export = CalendarExport(services: house.services)
            let console = Actor(.person(try #require(week.staff.person)), channel: .console)
            let selectors: [CalendarSelector] = [
                .event("we"), .session(session.reference.lowercased()), .room("corbyn road/room 1"), .site("Corb"),
                .site("corbyn-road"), .person("p1@example.org"),
            ]
            for selector in selectors {
                let file = try await export.file(selector, by: console)
                #expect(file.bytes.lines.contains("SUMMARY:Motivational Interviewing"), "\(selector)")
            }
            await #expect(throws: PeopleRefusal.self) {
                try await export.file(.person("p1@example.org"), by: try await week.actor("p2@example.org"))
            }
        }
    }
}
