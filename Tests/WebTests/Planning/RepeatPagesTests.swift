import Domain
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Repeating a session, on the pages")
struct RepeatPagesTests {
    @Test("Each date is shown with what it would meet before anything is added, and one undo takes all back")
    func previews() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let first = try await week.session(
                "Drop-in", room: "Corbyn Road/Room 1", facilitators: ["lead@example.org"])
            try await week.session(
                "In the way", starts: "2018-01-31 09:00", room: "Corbyn Road/Room 1", release: false)
            let path = "/staff/sessions/\(first.reference)/repeats"
            let client = try await RouteClient.officer(house)
            #expect(try await client.get("/staff/sessions/\(first.reference)").body.contains("href=\"\(path)\""))
            let page = try await client.get("\(path)?dates=every+weekday+until+5+Feb")
            #expect(page.words.contains("4 dates: untick what you do not want"))
            #expect(
                page.words.contains(
                    "Wednesday 31 January 2018, 9:30am to 10:30am Corbyn Road/Room 1 is also needed by “In the way”"))
            #expect(page.words.contains("Monday 5 February 2018: outside Practice Week 2018"))
            #expect(try await programme.drafts(event: "week", by: week.staff).count == 2)
            let key = page.field("idempotency_key") ?? ""
            func send() async throws -> RouteClient.Answer {
                let token = page.field("csrf") ?? ""
                return try await client.send(
                    .post, path, headers: [.contentType: "application/x-www-form-urlencoded"],
                    body: "csrf=\(token)&idempotency_key=\(key)&dates=x&day=2018-01-30&day=2018-02-01")
            }
            let added = try await send()
            #expect(added.status == 303)
            #expect(try await send().location == added.location)
            #expect(try await programme.drafts(event: "week", by: week.staff).count == 4)
            let list = try await client.get(added.location ?? "")
            #expect(list.words.contains("The dates are added to the draft"))
            #expect(try await client.submit("/staff/undo", list).status == 303)
            #expect(
                try await programme.drafts(event: "week", by: week.staff).map(\.title) == ["Drop-in", "In the way"])
        }
    }

    @Test("A bank holiday, and a date on which it is already, are not ticked; every other one is")
    func ticks() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            _ = try await house.services.people.loadHolidays(
                [Holiday(day: day("2018-03-30"), title: "Good Friday", status: "published", source: "")],
                by: house.operating)
            _ = try await programme.addEvent(
                "year", title: "The year", from: day("2018-01-01"), to: day("2018-12-31"), by: week.staff)
            let first = try await programme.addSession(
                NewSession(
                    event: "year", title: "Friday", startsAt: moment("2018-03-23 10:00"),
                    endsAt: moment("2018-03-23 11:00")), by: week.staff)
            let client = try await RouteClient.officer(house)
            let page = try await client.get(
                "/staff/sessions/\(first.reference)/repeats?dates=every+Friday+until+6+April%0A23+March+2018")
            #expect(page.words.contains("Friday 30 March 2018, 10am to 11am Bank holiday: Good Friday."))
            #expect(page.words.contains("Friday 23 March 2018: it is there already at that time."))
            #expect(page.body.contains("value=\"2018-04-06\" checked"))
            #expect(!page.body.contains("value=\"2018-03-30\" checked"))
        }
    }

    @Test("What cannot be read is named with what was typed kept, and nothing ticked is said")
    func refuses() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session()
            let path = "/staff/sessions/\(first.reference)/repeats"
            let client = try await RouteClient.officer(house)
            let wrong = try await client.get("\(path)?dates=some+day")
            #expect(wrong.status == 422 && wrong.body.contains("<title>Error: "))
            #expect(wrong.body.contains("some day</textarea>") && wrong.body.contains("id=\"dates-error\""))
            let page = try await client.get("\(path)?dates=30+Jan")
            let none = try await client.post(path, from: page, ["dates": "30 Jan"])
            #expect(none.status == 422 && none.words.contains("Tick at least one date."))
            #expect(none.body.contains("30 Jan</textarea>"))
        }
    }
}
