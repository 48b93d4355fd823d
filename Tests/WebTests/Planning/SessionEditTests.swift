import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Adding and changing a session, on the pages")
struct SessionEditTests {
    private static let new = "/staff/events/week/sessions/new"
    private static let add = "/staff/events/week/sessions"

    @Test("A session is added as it was typed, with half past in words and a date without its year")
    func adds() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = try await RouteClient.officer(house)
            let page = try await client.get(Self.new)
            let answer = try await client.submit(
                Self.add, page,
                [
                    "title": "Voice of the child", "date": "30 Jan", "starts": "10.30am", "ends": "12:00",
                    "room": "Corbyn Road/Room 1", "leads": "Lena Lead",
                ])
            #expect(answer.status == 303)
            let session = try #require(
                try await house.services.programme.drafts(event: "week", by: week.staff).first)
            #expect(session.startsAt == (try moment("2018-01-30 10:30")))
            #expect(session.endsAt == (try moment("2018-01-30 12:00")))
            #expect(session.capacity == 12)
            #expect(session.facilitators == ["Lena Lead"])
            #expect(answer.location == "/staff/sessions/\(session.reference)?done=added&about=\(session.reference)")
        }
    }

    @Test("The next form follows the last session added: same room, same length, right after it")
    func follows() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("First", minutes: 90, room: "Corbyn Road/Room 2", capacity: 20)
            let page = try await RouteClient.officer(house).get(Self.new)
            let fields = page.formFields(of: Self.add)
            #expect(fields["date"] == "29 January 2018")
            #expect(fields["starts"] == "11:00")
            #expect(fields["minutes"] == "90")
            #expect(fields["room"] == "Corbyn Road/Room 2")
            #expect(fields["capacity"] == "")
            #expect(fields["title"] == "")
        }
    }

    @Test(
        "The next form is of the kind that most are, unless the last two were of another",
        arguments: [
            (["workshop", "ceremony"], "workshop"), (["workshop", "workshop", "ceremony"], "workshop"),
            (["workshop", "workshop", "webinar", "webinar"], "webinar"), (["ceremony"], "workshop"), ([], "workshop"),
        ])
    func nextKind(_ kinds: [String], _ expected: String) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            for (number, kind) in kinds.enumerated() {
                _ = try await house.services.programme.addSession(
                    NewSession(event: "week", title: "Number \(number)", kind: kind), by: week.staff)
            }
            let page = try await RouteClient.officer(house).get(Self.new)
            #expect(page.body.contains("<option value=\"\(expected)\" selected>"))
        }
    }

    @Test("Repeating takes everything over, on the next day")
    func repeats() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First", room: "Corbyn Road/Room 2", facilitators: ["lead@example.org"])
            let page = try await RouteClient.officer(house).get("\(Self.new)?like=\(first.reference)")
            let fields = page.formFields(of: Self.add)
            #expect(fields["title"] == "First")
            #expect(fields["date"] == "30 January 2018")
            #expect(fields["starts"] == "09:30")
            #expect(fields["minutes"] == "60")
            #expect(fields["leads"] == "lead@example.org")
        }
    }

    @Test("Without a start and an end it waits without a time, with its minutes")
    func unplaced() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = try await RouteClient.officer(house)
            let answer = try await client.submit(
                Self.add, try await client.get(Self.new),
                ["title": "Later", "starts": "", "ends": "", "minutes": "45"])
            #expect(answer.status == 303)
            let session = try await house.services.programme.drafts(event: "week", by: week.staff).first
            #expect(session?.startsAt == nil && session?.draft?.minutes == 45)
        }
    }

    @Test("Everything wrong is named at once, beside its field and in the summary, and what was typed is kept")
    func wrong() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = try await RouteClient.officer(house)
            let answer = try await client.submit(
                Self.add, try await client.get(Self.new),
                [
                    "title": " ", "date": "03/02/2018", "starts": "half", "ends": "12:00", "capacity": "many",
                    "leads": "Lena Leed", "description": "Kept <as> typed",
                ])
            #expect(answer.status == 422)
            #expect(answer.body.contains("<title>Error: "))
            for field in ["title", "date", "starts", "capacity", "leads"] {
                #expect(answer.body.contains("href=\"#\(field)\""), "\(field)")
                #expect(answer.body.contains("id=\"\(field)-error\""), "\(field)")
            }
            #expect(answer.words.contains("3 February 2018 or 2 March 2018"))
            #expect(answer.words.contains("Did you mean “Lena Lead”?"))
            #expect(answer.formFields(of: Self.add)["description"] == "Kept <as> typed")
            #expect(try await house.services.programme.drafts(event: "week", by: week.staff).isEmpty)
        }
    }

    @Test("A date in three boxes counts instead of the one above, and is kept as typed where it is refused")
    func boxes() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = try await RouteClient.officer(house)
            let page = try await client.get(Self.new)
            let fields = ["title": "Boxed", "date": "29 Jan 2018", "starts": "10:00", "minutes": "60"]
            let wrong = try await client.submit(
                Self.add, page, fields.merging(["on-day": "31", "on-month": "2"]) { $1 })
            #expect(wrong.status == 422 && wrong.body.contains("href=\"#on\"") && wrong.words.contains("“31 2” is not"))
            #expect(wrong.formFields(of: Self.add)["on-day"] == "31" && wrong.body.contains("<details"))
            let added = try await client.submit(Self.add, wrong, ["on-day": "1", "on-month": "feb"])
            #expect(added.status == 303)
            let session = try #require(try await house.services.programme.drafts(event: "week", by: week.staff).first)
            #expect(session.startsAt == (try moment("2018-02-01 10:00")))
            let move = "/staff/sessions/\(session.reference)/move"
            let moved = try await client.submit(
                move, try await client.get(move), ["on-day": "2", "on-month": "2", "on-year": "2018"])
            #expect(moved.status == 303)
            let after = try await house.services.programme.draft(session.reference, by: week.staff)
            #expect(after.startsAt == (try moment("2018-02-02 10:00")))
        }
    }

    @Test("The same form sent twice adds one session")
    func twice() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = try await RouteClient.officer(house)
            let page = try await client.get(Self.new)
            let fields = ["title": "Once", "date": "29 Jan 2018", "starts": "10:00", "minutes": "60"]
            async let first = client.submit(Self.add, page, fields)
            async let second = client.submit(Self.add, page, fields)
            let answers = try await [first, second]
            #expect(answers.map(\.status) == [303, 303])
            #expect(answers[0].location == answers[1].location)
            #expect(try await house.services.programme.drafts(event: "week", by: week.staff).count == 1)
        }
    }

    @Test("A time that happens twice is asked, and the answer is kept; one that never happens is refused")
    func clocks() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            _ = try await house.services.programme.addEvent(
                "year", title: "The year", from: day("2018-01-01"), to: day("2018-12-31"), by: week.staff)
            let client = try await RouteClient.officer(house)
            let (new, add) = ("/staff/events/year/sessions/new", "/staff/events/year/sessions")
            let page = try await client.get(new)
            let asked = try await client.submit(
                add, page, ["title": "Night", "date": "28 Oct 2018", "starts": "01:30", "minutes": "30"])
            #expect(asked.status == 422)
            #expect(asked.words.contains("Which 1:30am?"))
            let answered = try await client.submit(add, asked, ["starts-offset": "+00:00"])
            #expect(answered.status == 303)
            let session = try await house.services.programme.drafts(event: "year", by: week.staff).first
            #expect(session?.startsAt == (try moment("2018-10-28 01:30+00:00")))
            let never = try await client.submit(
                add, page, ["title": "Night", "date": "25 Mar 2018", "starts": "01:30", "minutes": "30"])
            #expect(never.words.contains("does not exist in London"))
        }
    }

    @Test("The rooms say what they hold and what else is there that day, without saving anything")
    func rooms() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("First", room: "Corbyn Road/Room 1")
            let client = try await RouteClient.officer(house)
            let page = try await client.get(Self.new)
            let answer = try await client.submit(
                Self.add, page,
                ["title": "Second", "date": "mon", "starts": "10:00", "minutes": "60", "do": "rooms"])
            #expect(answer.status == 200)
            #expect(answer.words.contains("Corbyn Road, Room 1: holds 12 Busy then: 9:30am to 10:30am First"))
            #expect(answer.words.contains("Corbyn Road, Room 2: holds 30 Free all day."))
            #expect(try await house.services.programme.drafts(event: "week", by: week.staff).count == 1)
        }
    }

    @Test("A change saves what was changed, leaves the rest, and can be undone in the browser")
    func changesAndUndoes() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(
                "First", room: "Corbyn Road/Room 1", facilitators: ["lead@example.org"])
            let path = "/staff/sessions/\(session.reference)"
            let client = try await RouteClient.officer(house)
            let saved = try await client.submit(
                path, try await client.get(path), ["title": "Renamed", "minutes": "90"])
            #expect(saved.status == 303)
            let after = try await house.services.programme.draft(session.reference, by: week.staff)
            #expect(after.title == "Renamed")
            #expect(after.endsAt == (try moment("2018-01-29 11:00")))
            #expect(after.facilitators == ["Lena Lead"] && after.room == "Room 1")
            let page = try await client.get(saved.location ?? "")
            #expect(page.words.contains("\(session.reference) is saved"))
            let undone = try await client.submit("/staff/undo", page)
            #expect(undone.location == "\(path)?done=undone")
            let back = try await house.services.programme.draft(session.reference, by: week.staff)
            #expect(back.title == "First" && back.endsAt == session.endsAt)
            // The same page's button again, in a form of its own: it has been undone already.
            let again = try await client.post(
                "/staff/undo", from: page,
                ["entries": page.formFields(of: "/staff/undo")["entries"] ?? "", "idempotency_key": "another"])
            #expect(again.status == 409)
        }
    }

    @Test("Adding, removing and whom it is for can each be taken back in the browser")
    func takesBack() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let client = try await RouteClient.officer(house)
            func undo(_ answer: RouteClient.Answer) async throws -> String? {
                let page = try await client.get(answer.location ?? "")
                return try await client.submit("/staff/undo", page).location
            }
            let fields = ["title": "New", "date": "30 Jan", "starts": "10:00", "minutes": "60"]
            let added = try await client.submit(Self.add, try await client.get(Self.new), fields)
            #expect(try await undo(added) == "/staff/events/week/sessions?done=undone")
            #expect(try await programme.drafts(event: "week", by: week.staff).isEmpty)
            let session = try await week.session("Kept", release: false)
            let path = "/staff/sessions/\(session.reference)"
            let audience = try await client.submit(
                "\(path)/audience", try await client.get("\(path)/audience"), ["role": "manager"])
            #expect(try await programme.draft(session.reference, by: week.staff).draft?.audience == "role:manager")
            #expect(try await undo(audience) == "\(path)?done=undone")
            #expect(try await programme.draft(session.reference, by: week.staff).draft?.audience == "")
            let removed = try await client.submit("\(path)/removal", try await client.get("\(path)/cancellation"))
            #expect(try await programme.drafts(event: "week", by: week.staff).isEmpty)
            #expect(try await undo(removed) == "/staff/events/week/sessions?done=undone")
            #expect(try await programme.drafts(event: "week", by: week.staff).map(\.title) == ["Kept"])
        }
    }

    @Test("A form that is out of date shows both versions, keeps what was typed, and saves when sent again")
    func stale() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("First", room: "Corbyn Road/Room 1")
            let path = "/staff/sessions/\(session.reference)"
            let client = try await RouteClient.officer(house)
            let page = try await client.get(path)
            var change = SessionChange()
            change.title = .set("By a colleague")
            change.room = .set("Corbyn Road/Room 2")
            _ = try await house.services.programme.changeSession(session.reference, change, by: week.admin)
            let refused = try await client.submit(path, page, ["title": "Mine"])
            #expect(refused.status == 409)
            #expect(refused.words.contains("Title First By a colleague Mine"))
            #expect(refused.words.contains("Room Corbyn Road/Room 1 Corbyn Road/Room 2 Nothing else"))
            let fields = refused.formFields(of: path)
            #expect(fields["title"] == "Mine" && fields["room"] == "Corbyn Road/Room 2")
            #expect(
                try await house.services.programme.draft(session.reference, by: week.staff).title == "By a colleague")
            #expect(try await client.submit(path, refused).status == 303)
            let after = try await house.services.programme.draft(session.reference, by: week.staff)
            #expect(after.title == "Mine" && after.room == "Room 2")
        }
    }

    @Test("Fewer places than are taken is refused beside its field")
    func capacity() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 2)
            try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            let path = "/staff/sessions/\(session.reference)"
            let client = try await RouteClient.officer(house)
            let answer = try await client.submit(path, try await client.get(path), ["capacity": "1"])
            #expect(answer.status == 409)
            #expect(answer.body.contains("id=\"capacity-error\""))
            #expect(answer.formFields(of: path)["capacity"] == "1")
        }
    }

    @Test("Ticking who it is for sets the audience")
    func audience() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First")
            let session = try await week.session("Second", starts: "2018-01-30 10:00")
            let path = "/staff/sessions/\(session.reference)/audience"
            let client = try await RouteClient.officer(house)
            let answer = try await client.submit(
                path, try await client.get(path), ["team": "MASH Assessment", "after": first.reference.lowercased()])
            #expect(answer.status == 303)
            let after = try await house.services.programme.draft(session.reference, by: week.staff)
            #expect(after.draft?.audience == "after:\(first.reference); team:MASH Assessment")
            #expect(try await client.get(path).formFields(of: path)["team"] == "MASH Assessment")
            let wrong = try await client.submit(path, try await client.get(path), ["after": "XX18-999"])
            #expect(wrong.status == 422 && wrong.words.contains("No session 'XX18-999'"))
        }
    }
}
