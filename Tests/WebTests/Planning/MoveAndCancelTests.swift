import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Moving and cancelling, on the pages")
struct MoveAndCancelTests {
    @Test("A move keeps the length, warns of the clash it makes, leads back, and can be undone")
    func moves() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("Other", starts: "2018-01-30 10:00", room: "Corbyn Road/Room 2")
            let session = try await week.session("First", minutes: 90, room: "Corbyn Road/Room 1")
            let path = "/staff/sessions/\(session.reference)/move"
            let client = try await RouteClient.officer(house)
            let page = try await client.get("\(path)?to=/staff/events/week/sessions")
            let moved = try await client.submit(
                path, page, ["date": "tuesday", "starts": "10:30", "room": "Corbyn Road/Room 2"])
            #expect(moved.location == "/staff/events/week/sessions?done=moved&about=\(session.reference)")
            let after = try await house.services.programme.draft(session.reference, by: week.staff)
            #expect(after.startsAt == (try moment("2018-01-30 10:30")))
            #expect(after.endsAt == (try moment("2018-01-30 12:00")))
            #expect(after.room == "Room 2")
            let list = try await client.get(moved.location ?? "")
            #expect(list.words.contains("1 clash"))
            #expect(try await client.submit("/staff/undo", list).status == 303)
            let back = try await house.services.programme.draft(session.reference, by: week.staff)
            #expect(back.startsAt == session.startsAt && back.room == "Room 1")
        }
    }

    @Test("Dropping on a free place fills the move form in")
    func drops() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("First", room: "Corbyn Road/Room 1")
            let path = "/staff/sessions/\(session.reference)/move"
            let client = try await RouteClient.officer(house)
            let fields = try await client.get("\(path)?day=2018-01-31&starts=14:00&room=Corbyn%20Road%2FRoom%202")
                .formFields(of: path)
            #expect(fields["date"] == "31 January 2018" && fields["starts"] == "14:00")
            #expect(fields["room"] == "Corbyn Road/Room 2" && fields["minutes"] == "60" && fields["ends"] == "")
        }
    }

    @Test("A session without a time is given one")
    func places() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await house.services.programme.addSession(
                NewSession(event: "week", title: "Later", minutes: 45), by: week.staff)
            let path = "/staff/sessions/\(session.reference)/move"
            let client = try await RouteClient.officer(house)
            let moved = try await client.submit(
                path, try await client.get(path), ["date": "1 Feb", "starts": "0915"])
            #expect(moved.status == 303)
            let after = try await house.services.programme.draft(session.reference, by: week.staff)
            #expect(after.endsAt == (try moment("2018-02-01 10:00")))
        }
    }

    @Test("A day outside the event is refused beside the date, and nothing moves")
    func outside() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let path = "/staff/sessions/\(session.reference)/move"
            let client = try await RouteClient.officer(house)
            let answer = try await client.submit(path, try await client.get(path), ["date": "5 March 2018"])
            #expect(answer.status == 422 && answer.body.contains("id=\"date-error\""))
            #expect(answer.formFields(of: path)["date"] == "5 March 2018")
            #expect(
                try await house.services.programme.draft(session.reference, by: week.staff).startsAt
                    == session.startsAt)
        }
    }

    @Test("A move from an old page is refused with where the session is now")
    func stale() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let path = "/staff/sessions/\(session.reference)/move"
            let client = try await RouteClient.officer(house)
            let page = try await client.get(path)
            _ = try await house.services.programme.moveSession(
                session.reference, starts: try moment("2018-01-31 15:00"), by: week.admin)
            let answer = try await client.submit(path, page, ["starts": "11:00"])
            #expect(answer.status == 409)
            #expect(answer.words.contains("It is now Wed 31 Jan, 3pm to 4pm"))
            #expect(answer.formFields(of: path)["starts"] == "11:00")
            #expect(try await client.submit(path, answer).status == 303)
        }
    }

    @Test("Cancelling needs a reason, tells how many are touched, and can be undone")
    func cancels() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            try await week.book(session, "p1@example.org")
            let path = "/staff/sessions/\(session.reference)/cancellation"
            let client = try await RouteClient.officer(house)
            let page = try await client.get(path)
            #expect(page.words.contains("1 person is booked."))
            let refused = try await client.submit(path, page)
            #expect(refused.status == 422 && refused.body.contains("id=\"reason-error\""))
            let done = try await client.submit(path, page, ["reason": "The trainer is ill"])
            #expect(done.status == 303)
            #expect(
                try await house.services.programme.draft(session.reference, by: week.staff).cancelReason
                    == "The trainer is ill")
            let undone = try await client.submit("/staff/undo", try await client.get(done.location ?? ""))
            #expect(undone.location == "/staff/sessions/\(session.reference)?done=restored")
            #expect(
                try await house.services.programme.draft(session.reference, by: week.staff).state == .scheduled)
        }
    }

    @Test("What is cancelled or removed from the list leads back to the list as it was shown, with an undo")
    func backToList() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Called off")
            let draft = try await week.session("Removed", starts: "2018-01-29 13:00", release: false)
            let client = try await RouteClient.officer(house)
            let list = "/staff/events/week/sessions?day=2018-01-29"
            for (reference, act) in [(session.reference, "cancellation"), (draft.reference, "removal")] {
                let shown = try await client.get(list)
                let link = "/staff/sessions/\(reference)/cancellation?to="
                let start = try #require(shown.body.firstRange(of: link))
                let page = try await client.get(link + shown.body[start.upperBound...].prefix { $0 != "\"" })
                #expect(page.body.contains("href=\"\(list)\""))
                let done = try await client.submit(
                    "/staff/sessions/\(reference)/\(act)", page, ["reason": "The trainer is ill"])
                let notice = act == "removal" ? "removed" : "cancelled"
                #expect(done.location == "\(list)&done=\(notice)&about=\(reference)")
                let back = try await client.get(done.location ?? "")
                #expect(back.words.contains("\(reference) is \(notice)") && back.body.contains("/staff/undo"))
            }
        }
    }

    @Test("Moving begins in the form, and a refusal in what is wrong")
    func beginsInTheForm() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session()
            let client = try await RouteClient.officer(house)
            let path = "/staff/sessions/\(session.reference)/move"
            let page = try await client.get(path)
            #expect(
                page.body.split(separator: "<input ").contains {
                    $0.contains("id=\"date\"") && $0.contains("autofocus")
                })
            let refused = try await client.submit(path, page, ["starts": "soon"])
            #expect(refused.body.components(separatedBy: " autofocus").count == 2)
            #expect(refused.body.contains("role=\"alert\" tabindex=\"-1\" autofocus"))
        }
    }

    @Test("A draft that was never released is removed; a released session is kept")
    func removes() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let kept = try await week.session()
            let draft = try await week.session("Draft", starts: "2018-01-30 10:00", release: false)
            let client = try await RouteClient.officer(house)
            let page = try await client.get("/staff/sessions/\(draft.reference)/cancellation")
            let removed = try await client.post("/staff/sessions/\(draft.reference)/removal", from: page)
            #expect(removed.location == "/staff/events/week/sessions?done=removed&about=\(draft.reference)")
            #expect(try await client.get("/staff/sessions/\(draft.reference)").status == 404)
            let other = try await client.get("/staff/sessions/\(kept.reference)/cancellation")
            #expect(!other.body.contains("/removal"))
            #expect(try await client.post("/staff/sessions/\(kept.reference)/removal", from: other).status == 409)
        }
    }

    @Test("An undo never takes back something newer than the page that offers it")
    func undoIsNamed() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First")
            let second = try await week.session("Second", starts: "2018-01-30 10:00")
            let client = try await RouteClient.officer(house)
            let path = "/staff/sessions/\(first.reference)/move"
            let moved = try await client.submit(path, try await client.get(path), ["starts": "14:00"])
            let old = try await client.get(moved.location ?? "")
            let other = "/staff/sessions/\(second.reference)/move"
            _ = try await client.submit(other, try await client.get(other), ["starts": "15:00"])
            let answer = try await client.submit("/staff/undo", old)
            #expect(answer.status == 409)
            #expect(
                try await house.services.programme.draft(second.reference, by: week.staff).startsAt
                    == (try moment("2018-01-30 15:00")))
        }
    }
}
