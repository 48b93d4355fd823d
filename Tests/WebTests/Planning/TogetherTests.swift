import Domain
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Several sessions at once, on the pages")
struct TogetherTests {
    private static let page = "/staff/events/week/sessions/together"

    private static func chosen(_ sessions: [Session]) -> String {
        sessions.map { "session=\($0.reference).\($0.revision)" }.joined(separator: "&")
    }

    private static func body(_ sessions: [Session], _ more: String, _ page: RouteClient.Answer) -> String {
        let key = page.field("idempotency_key") ?? ""
        return "csrf=\(page.field("csrf") ?? "")&idempotency_key=\(key)&\(chosen(sessions))&\(more)"
    }

    private func post(_ client: RouteClient, _ path: String, _ body: String) async throws -> RouteClient.Answer {
        try await client.send(
            .post, "/staff/events/week/sessions/\(path)",
            headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
    }

    @Test("The page says what would happen and to whom, and changes nothing")
    func preview() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First", room: "Corbyn Road/Room 1")
            try await week.book(first, "p1@example.org")
            let second = try await week.session("Second", starts: "2018-01-29 11:00", room: "Corbyn Road/Room 2")
            try await week.session("In the way", starts: "2018-01-29 10:30", room: "Corbyn Road/Room 1")
            let client = try await RouteClient.officer(house)
            let answer = try await client.get(
                "\(Self.page)?do=move&minutes=45&\(Self.chosen([first, second]))")
            #expect(answer.status == 200)
            #expect(answer.words.contains("Move 2 sessions"))
            #expect(answer.words.contains("With 1 place booked or waited for."))
            #expect(answer.words.contains("Mon 29 Jan, 10:15am to 11:15am"))
            #expect(answer.words.contains("Corbyn Road/Room 1 is also needed by In the way"))
            #expect(
                try await house.services.programme.draft(first.reference, by: week.staff).startsAt == first.startsAt)
        }
    }

    @Test("All of them move or none, once the number was typed, and one press takes all back")
    func moves() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let sessions = [
                try await week.session("First", release: false),
                try await week.session("Second", starts: "2018-01-30 11:00", release: false),
            ]
            let client = try await RouteClient.officer(house)
            let page = try await client.get("\(Self.page)?do=move&minutes=-30&\(Self.chosen(sessions))")
            let unconfirmed = try await post(client, "moves", Self.body(sessions, "minutes=-30&word=1", page))
            #expect(unconfirmed.status == 422 && unconfirmed.body.contains("href=\"#word\""))
            let done = try await post(client, "moves", Self.body(sessions, "minutes=-30&word=2", page))
            #expect(done.location == "/staff/events/week/sessions?done=moved-together")
            func starts() async throws -> [String] {
                try await house.services.programme.drafts(event: "week", by: week.staff).map {
                    $0.startsAt.map { London.local($0).iso } ?? ""
                }
            }
            #expect(try await starts() == ["2018-01-29 09:00", "2018-01-30 10:30"])
            let undone = try await client.submit("/staff/undo", try await client.get(done.location ?? ""))
            #expect(undone.status == 303)
            #expect(try await starts() == ["2018-01-29 09:30", "2018-01-30 11:00"])
        }
    }

    @Test("One that would leave the event keeps all where they are")
    func allOrNone() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let sessions = [
                try await week.session("First", release: false),
                try await week.session("Late", starts: "2018-02-02 22:30", release: false),
            ]
            let client = try await RouteClient.officer(house)
            let asked = try await client.get("\(Self.page)?do=move&minutes=60&\(Self.chosen(sessions))")
            #expect(asked.status == 422 && asked.words.contains("lies outside the days"))
            let answer = try await post(client, "moves", Self.body(sessions, "minutes=60&word=2", asked))
            #expect(answer.status == 422)
            #expect(
                try await house.services.programme.draft(sessions[0].reference, by: week.staff).startsAt
                    == sessions[0].startsAt)
        }
    }

    @Test("Several are cancelled with one reason, and those booked are told")
    func cancels() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First")
            try await week.session("Second", starts: "2018-01-30 11:00")
            try await week.book(first, "p1@example.org")
            let sessions = try await house.services.programme.drafts(event: "week", by: week.staff)
            let client = try await RouteClient.officer(house)
            let page = try await client.get("\(Self.page)?do=cancel&\(Self.chosen(sessions))")
            #expect(
                page.words.contains("Cancel 2 sessions") && page.words.contains("With 1 place booked or waited for."))
            let refused = try await post(client, "cancellations", Self.body(sessions, "reason=&word=2", page))
            #expect(refused.status == 422 && refused.body.contains("id=\"reason-error\""))
            let done = try await post(client, "cancellations", Self.body(sessions, "reason=Snow&word=2", page))
            #expect(done.status == 303)
            let after = try await house.services.programme.drafts(event: "week", by: week.staff)
            #expect(after.map(\.state) == [.cancelled, .cancelled])
            let undone = try await client.submit("/staff/undo", try await client.get(done.location ?? ""))
            #expect(undone.status == 303)
            let back = try await house.services.programme.drafts(event: "week", by: week.staff)
            #expect(back.map(\.state) == [.scheduled, .scheduled])
        }
    }

    @Test("One changed meanwhile by somebody else keeps all where they are")
    func stale() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let sessions = [
                try await week.session("First", release: false),
                try await week.session("Second", starts: "2018-01-30 11:00", release: false),
            ]
            let client = try await RouteClient.officer(house)
            let page = try await client.get("\(Self.page)?do=move&minutes=30&\(Self.chosen(sessions))")
            var change = SessionChange()
            change.title = .set("By a colleague")
            _ = try await house.services.programme.changeSession(sessions[1].reference, change, by: week.admin)
            let answer = try await post(client, "moves", Self.body(sessions, "minutes=30&word=2", page))
            #expect(answer.status == 409 && answer.words.contains("changed meanwhile"))
            #expect(
                try await house.services.programme.draft(sessions[0].reference, by: week.staff).startsAt
                    == sessions[0].startsAt)
        }
    }

    @Test("Nothing ticked says so", arguments: ["move", "cancel"])
    func nothing(action: String) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = try await RouteClient.officer(house)
            let answer = try await client.get("\(Self.page)?do=\(action)")
            #expect(answer.words.contains("No session is ticked"))
        }
    }
}
