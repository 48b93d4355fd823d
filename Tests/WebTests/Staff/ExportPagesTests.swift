import Domain
import HTML
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Exporting, on the pages")
struct ExportPagesTests {
    private func with(_ body: (TestHouse, TestWeek, RouteClient) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("officer@example.org", house)
            try await body(house, week, client)
        }
    }

    @Test("The first five rows are shown before anything is fetched")
    func preview() async throws {
        try await with { _, _, client in
            let page = try await client.get("/staff/exports?kind=people")
            #expect(page.words.contains("People: 13 rows"))
            #expect(page.body.contains("p1@example.org"))
            #expect(!page.body.contains("p9@example.org"))
        }
    }

    @Test("The file comes with a reason, and the audit says who took it and what for")
    func download() async throws {
        try await with { house, week, client in
            let session = try await week.session("Voice")
            try await week.book(session, "p1@example.org")
            let page = try await client.get("/staff/exports?kind=bookings&event=week")
            let file = try await client.post(
                "/staff/exports/file", from: page, ["kind": "bookings", "event": "week", "reason": "Door lists"])
            #expect(file.status == 200)
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"week-bookings.csv\"")
            #expect(file.body.contains("p1@example.org"))
            let entry = try await house.services.audit.newest(1, by: week.admin).first
            #expect(entry?.action == "export.csv")
            #expect(entry?.actor == "officer@example.org")
            #expect(entry?.object == "export:bookings")
            #expect(entry?.reason == "Door lists")
        }
    }

    @Test(
        "A calendar of an event, a site, a room or a person is looked at, and fetched with a reason that is recorded",
        arguments: [
            ("event:week", "", "event:week", "week.ics"),
            ("site:corbyn-road", "", "site:corbyn-road", "site-corbyn-road.ics"),
            ("room:Corbyn Road/Room 1", "", "room:Corbyn Road/Room 1", "room-corbyn-road-room-1.ics"),
            ("", "Person 1", "person:", "my-week.ics"), ("event:week", "p1@example.org", "person:", "my-week.ics"),
        ])
    func calendars(_ of: String, _ person: String, _ key: String, _ name: String) async throws {
        try await with { house, week, client in
            let session = try await week.session("Voice", room: "Corbyn Road/Room 1")
            try await week.book(session, "p1@example.org")
            let page = try await client.get(
                SiteURL.staffCalendarExports.address.adding("of", of).adding("person", person).text)
            #expect(
                page.status == 200 && page.words.contains("1 entry") && page.words.contains("Voice 29 Jan 2018, 9:30am")
            )
            let path = "/staff/exports/calendars/file"
            let fields = page.formFields(of: path)
            let refused = try await client.post(path, from: page, fields)
            #expect(refused.status == 422 && refused.words.contains("Enter a reason."))
            let file = try await client.post(path, from: page, fields.merging(["reason": "The wall"]) { $1 })
            #expect(file.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"\(name)\"")
            #expect(file.body.contains("SUMMARY:Voice"))
            let entry = try #require(try await house.services.audit.newest(1, by: week.admin).first)
            #expect(entry.action == "export.calendar" && entry.reason == "The wall")
            #expect(entry.after?.contains("\"of\": \"\(key)") == true && entry.after?.contains("@") == false)
            let record = try await house.services.people.record(by: week.actor("p1@example.org"))
            #expect(record.exports.map(\.kind) == (key == "person:" ? ["calendar"] : []))
        }
    }

    @Test("A calendar of somebody unknown, or of several, is refused beside the box, and what was typed stays")
    func nobodysCalendar() async throws {
        try await with { _, _, client in
            for (typed, words) in [
                ("Nobody Here", "No person 'Nobody Here'"), ("Person", "could be more than one person"),
            ] {
                let page = try await client.get(
                    SiteURL.staffCalendarExports.address.adding("person", typed).text)
                #expect(page.status == 422 && page.words.contains(words))
                #expect(page.body.contains("href=\"#person\"") && page.body.contains("value=\"\(typed)\""))
            }
            let room = try await client.get(
                SiteURL.staffCalendarExports.address.adding("of", "room:No/Where").text)
            #expect(room.status == 422 && room.body.contains("href=\"#of\""))
        }
    }

    @Test("Without a reason there is no file, and nothing is recorded")
    func noReason() async throws {
        try await with { house, week, client in
            let page = try await client.get("/staff/exports?kind=people")
            let answer = try await client.post("/staff/exports/file", from: page, ["kind": "people"])
            #expect(answer.status == 422)
            #expect(answer.words.contains("Enter a reason."))
            #expect(!(try await house.services.audit.newest(5, by: week.admin).contains { $0.action == "export.csv" }))
        }
    }

    @Test("A choice is kept under a name, for everybody who schedules, until it is removed")
    func recipes() async throws {
        try await with { house, week, client in
            let page = try await client.get("/staff/exports?kind=sessions&event=week")
            let fields = ["kind": "sessions", "event": "week", "name": "Monday's list"]
            let saved = try await client.post("/staff/exports/recipes", from: page, fields)
            #expect(saved.status == 303)
            let taken = try await client.post(
                "/staff/exports/recipes", from: try await client.get("/staff/exports"), fields)
            #expect(taken.status == 409)
            let other = RouteClient(house)
            try await other.signIn("admin@example.org", house)
            let list = try await other.get("/staff/exports")
            #expect(list.words.contains("Monday's list Sessions Practice Week 2018 Olive Officer"))
            let recipe = try #require(try await house.services.files.recipes(by: week.staff).first)
            _ = try await other.post("/staff/exports/recipes/\(recipe.id)/removal", from: list)
            #expect(try await house.services.files.recipes(by: week.staff).isEmpty)
        }
    }
}
