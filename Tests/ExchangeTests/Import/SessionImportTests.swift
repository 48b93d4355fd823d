import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Exchange

@Suite("Importing sessions")
struct SessionImportTests {
    private let header = "event,title,starts_at,ends_at,site,room,facilitator_email,audience"

    @Test("adds them to the draft with all that the file says")
    func adds() async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(
                .sessions,
                "reference,event,title,kind,starts_at,ends_at,site,room,online_url,capacity,taken,waiting,state,facilitator_email,audience,description",
                "WEEK18-010,week,Shadowing,drop in,2018-01-29 09:30,29/01/2018 10:30,corbyn road,Room 1,https://meet.example.org/x,5,99,9,scheduled,lead@example.org;p1@example.org,role:manager; team:mash assessment,\"Two\nlines\""
            )
            #expect(report.errors == [])
            #expect((report.accepted, report.unchanged) == (1, 0))
            let session = try #require(try await bench.drafts().first)
            #expect(session.reference == "WEEK18-010")
            #expect(session.kind == "drop_in")
            #expect(try session.startsAt == moment("2018-01-29 09:30"))
            #expect(session.place == "Room 1, Corbyn Road")
            #expect(session.capacity == 5)
            #expect(session.taken == 0)
            #expect(session.state == .draft)
            #expect(session.draft?.facilitatorEmails == ["lead@example.org", "p1@example.org"])
            #expect(session.draft?.audience == "role:manager; team:MASH Assessment")
            #expect(session.description == "Two\nlines")
            #expect(report.warnings.count == 1)
        }
    }

    @Test("names everything that is wrong by row and column, and writes nothing")
    func allErrors() async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(
                .sessions, header,
                "week,Good,2018-01-29 09:30,2018-01-29 10:30,Corbyn Road,Room 1,,",
                "week,,2018-01-29 09:30,2018-01-29 09:30,Corbyn Road,Rom 1,nobody@example.org;p1@example.org,team:Nowhere",
                "weak,Title,31/02/2018 09:30,2018-01-29 10:30,Corbin Road,Room 1,,role:king",
                "week,Half,2018-01-29 09:30,,,,,")
            #expect(
                report.places == [
                    "2 title", "2 ends_at", "2 room", "2 facilitator_email", "2 audience", "3 event", "3 starts_at",
                    "3 site",
                    "3 audience", "4 ends_at",
                ])
            #expect(report.errors[2].value == "Rom 1")
            #expect(report.errors[2].line == 3)
            #expect(report.errors[2].message == "No room 'Corbyn Road/Rom 1'. Did you mean 'Corbyn Road/Room 1'?")
            #expect((report.accepted, report.unchanged) == (0, 0))
            #expect(try await bench.drafts().isEmpty)
        }
    }

    @Test("takes no prefix for a name, even from the console")
    func noPrefix() async throws {
        try await ImportBench.with { bench in
            let text = "event,title,starts_at,ends_at,site,room\nwee,T,2018-01-29 09:30,2018-01-29 10:30,Corbyn,Room\n"
            let console = Actor(.person(try #require(bench.week.staff.person)), channel: .console)
            let report = try await CSVImport(services: bench.house.services).run(
                .sessions, Array(text.utf8), by: console)
            #expect(report.places == ["1 event", "1 site"])
        }
    }

    @Test("takes both times blank as a draft without a time, and finds it again by its title")
    func unplaced() async throws {
        try await ImportBench.with { bench in
            try await bench.load(.sessions, "event,title,starts_at,ends_at", "week,Later,,")
            #expect(try await bench.drafts().first?.startsAt == nil)
            let again = try await bench.load(.sessions, "event,title,starts_at,ends_at", "week,Later,,")
            #expect((again.accepted, again.unchanged) == (0, 1))
        }
    }

    @Test("refuses a title, start and room twice in a file, and unplaced drafts with one title")
    func twice() async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(
                .sessions, header, "week,A,2018-01-29 09:30,2018-01-29 10:30,Corbyn Road,Room 1,,",
                "week,A,2018-01-29 09:30,2018-01-29 11:30,Corbyn Road,room 1,,",
                "week,A,2018-01-29 09:30,2018-01-29 10:30,Corbyn Road,Room 2,,",
                "week,B,,,,,,", "week,B,,,,,,")
            #expect(report.places == ["2 title", "5 title"])
        }
    }

    @Test("refuses London times that do not exist or happen twice, with a sentence; an offset settles it")
    func clocks() async throws {
        try await ImportBench.with { bench in
            _ = try await bench.house.services.programme.addEvent(
                "year", title: "Year", from: day("2018-01-01"), to: day("2018-12-31"), by: bench.house.operating)
            let report = try await bench.load(
                .sessions, "event,title,starts_at,ends_at", "year,A,2018-03-25 01:30,2018-03-25 03:00",
                "year,B,2018-10-28 01:30,2018-10-28 03:00")
            #expect(report.places == ["1 starts_at", "2 starts_at"])
            #expect(report.errors.first?.message.contains("does not exist in London") == true)
            #expect(report.errors.last?.message.contains("happens twice in London") == true)
            let settled = try await bench.load(
                .sessions, "event,title,starts_at,ends_at", "year,B,2018-10-28 01:30+00:00,2018-10-28 03:00")
            #expect(settled.accepted == 1)
            #expect(try await bench.drafts().first?.startsAt == moment("2018-10-28 01:30Z"))
            let export = try await bench.export(.sessions)
            #expect(export.text.contains("2018-10-28 01:30+00:00"))
            let again = try await CSVImport(services: bench.house.services).run(
                .sessions, export, by: bench.house.operating)
            #expect((again.errors, again.accepted, again.unchanged) == ([], 0, 1))
        }
    }

    @Test("changes what differs, keeps what has no column, and clears what is blank")
    func changes() async throws {
        try await ImportBench.with { bench in
            try await bench.load(
                .sessions, "reference,event,title,starts_at,ends_at,site,room,capacity,description",
                "WEEK18-001,week,Old,2018-01-29 09:30,2018-01-29 10:30,Corbyn Road,Room 1,7,Words")
            let report = try await bench.load(
                .sessions, "reference,event,title,starts_at,ends_at,site,room",
                "WEEK18-001,week,New,2018-01-29 09:30,2018-01-29 10:30,,")
            #expect((report.errors, report.accepted) == ([], 1))
            let session = try #require(try await bench.drafts().first)
            #expect(session.title == "New")
            #expect(session.room == nil)
            #expect(session.capacity == 7)
            #expect(session.description == "Words")
        }
    }

    @Test("asks for an earlier session that stands further down in the file")
    func after() async throws {
        try await ImportBench.with { bench in
            let lines = [
                "reference,event,title,starts_at,ends_at,audience",
                "WEEK18-002,week,Two,2018-01-30 09:30,2018-01-30 10:30,after:WEEK18-001",
                "WEEK18-001,week,One,2018-01-29 09:30,2018-01-29 10:30,",
            ]
            let report = try await bench.load(.sessions, lines[0], lines[1], lines[2])
            #expect((report.errors, report.accepted) == ([], 2))
            #expect(
                try await bench.drafts().first { $0.reference == "WEEK18-002" }?.draft?.audience == "after:WEEK18-001")
            let again = try await bench.load(.sessions, lines[0], lines[1], lines[2])
            #expect((again.accepted, again.unchanged) == (0, 2))
        }
    }

    @Test("cancels those that say so, once")
    func cancelled() async throws {
        try await ImportBench.with { bench in
            let lines = ["event,title,starts_at,ends_at,state", "week,Off,2018-01-29 09:30,2018-01-29 10:30,cancelled"]
            try await bench.load(.sessions, lines[0], lines[1])
            let session = try #require(try await bench.drafts().first)
            #expect(session.state == .cancelled)
            #expect(session.cancelReason == "Cancelled before the import")
            let again = try await bench.load(.sessions, lines[0], lines[1])
            #expect((again.errors, again.accepted, again.unchanged) == ([], 0, 1))
        }
    }

    @Test("takes the event named beside the file, and refuses a row that is about another")
    func eventBeside() async throws {
        try await ImportBench.with { bench in
            _ = try await bench.house.services.programme.addEvent(
                "other", title: "Other", from: day("2018-01-29"), to: day("2018-02-02"), by: bench.house.operating)
            let good = try await bench.load(.sessions, "title,starts_at,ends_at", "A,,", event: "week")
            #expect(good.accepted == 1)
            let bad = try await bench.load(.sessions, "event,title,starts_at,ends_at", "other,B,,", event: "week")
            #expect(bad.places == ["1 event"])
            let missing = try await bench.load(.sessions, "title,starts_at,ends_at", "A,,")
            #expect(missing.errors.map(\.column) == ["event"])
        }
    }

    @Test("refuses a session outside the days of its event, at its start")
    func outside() async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(
                .sessions, "event,title,starts_at,ends_at", "week,Early,2018-01-22 09:30,2018-01-22 10:30")
            #expect(report.places == ["1 starts_at"])
        }
    }

    @Test("gives no number away that a row further down asks for")
    func numbers() async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(
                .sessions, "reference,event,title,starts_at,ends_at", ",week,First,,", "WEEK18-001,week,Second,,",
                ",week,Third,,")
            #expect((report.errors, report.accepted) == ([], 3))
            #expect(try await bench.drafts().map(\.reference).sorted() == ["WEEK18-001", "WEEK18-002", "WEEK18-003"])
        }
    }

    @Test("as a dry run says what would happen and does nothing")
    func dryRun() async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(.sessions, "event,title,starts_at,ends_at", "week,Later,,", dryRun: true)
            #expect((report.errors, report.accepted) == ([], 1))
            #expect(try await bench.drafts().isEmpty)
        }
    }

    @Test("into an open transaction leaves nothing of a refused file, and the rest stands")
    func insideWork() async throws {
        try await ImportBench.with { bench in
            let importer = CSVImport(services: bench.house.services)
            try await bench.house.services.work { work in
                _ = try await bench.house.services.people.addSite("New site", by: bench.house.operating, in: work)
                let text = "event,title,starts_at,ends_at\nweek,Good,,\nweek,Bad,2018-01-29 09:30,\n"
                let report = try await importer.run(.sessions, Array(text.utf8), by: bench.house.operating, in: work)
                #expect(!report.isGood)
            }
            #expect(try await bench.drafts().isEmpty)
            #expect(try await bench.house.services.people.sites().contains { $0.name == "New site" })
        }
    }

    @Test("is for those who schedule")
    func rights() async throws {
        try await ImportBench.with { bench in
            let importer = CSVImport(services: bench.house.services)
            let bytes = Array("event,title,starts_at,ends_at\nweek,A,,\n".utf8)
            await #expect(throws: AccessRefusal.self) {
                try await importer.run(.sessions, bytes, by: try await bench.week.actor("p1@example.org"))
            }
            await #expect(throws: AccessRefusal.signInFirst) {
                try await importer.run(.sessions, bytes, by: Actor(.visitor, channel: .web))
            }
            let report = try await importer.run(.sessions, bytes, by: bench.week.staff)
            #expect(report.accepted == 1)
        }
    }
}
