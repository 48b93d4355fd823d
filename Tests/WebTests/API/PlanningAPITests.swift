import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The API, scheduling")
struct PlanningAPITests {
    @Test("A session is added, changed, released and called off")
    func wholeLife() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            let token = try await house.token("officer@example.org")
            let added = try await client.call(
                .post, "/events/week/sessions", token: token,
                """
                {"title":"Life story work","starts_at":"2018-01-29T09:30:00+00:00","ends_at":"2018-01-29T11:00:00+00:00","site":"Corbyn Road",\
                "room":"Room 1","facilitators":["lead@example.org"],"description":"First.\\n\\nSecond."}
                """)
            #expect(added.status == 201 && added.text("state") == "draft" && added.text("summary") == "First.")
            #expect(added.object["capacity"] as? Int == 12)
            let reference = try #require(added.text("reference"))
            #expect(added.headers[.location] == "/api/v1/sessions/\(reference)")
            let tag = try #require(added.headers[.eTag])
            #expect(try await client.call(.get, "/sessions/\(reference)", token: token).headers[.eTag] == tag)
            let changed = try await client.call(
                .patch, "/sessions/\(reference)", token: token, #"{"capacity":3,"title":"Life stories"}"#,
                headers: [.ifMatch: tag])
            #expect(
                changed.status == 200 && changed.text("title") == "Life stories"
                    && changed.object["capacity"] as? Int == 3)
            #expect(changed.text("ends_at") == "2018-01-29T11:00:00+00:00" && changed.headers[.eTag] != tag)
            let released = try await client.call(.post, "/events/week/releases", token: token, #"{"note":"First"}"#)
            #expect(
                released.status == 201 && released.object["number"] as? Int == 1 && released.text("note") == "First")
            #expect(try await client.call(.get, "/sessions/\(reference)").text("state") == "scheduled")
            let again = try await client.call(.post, "/events/week/releases", token: token, "{}")
            #expect(again.status == 409 && again.code == "nothing_to_release")
            let off = try await client.call(
                .post, "/sessions/\(reference)/cancellation", token: token, #"{"reason":"The boiler has failed"}"#)
            #expect(off.status == 200 && off.text("state") == "cancelled")
            #expect(try await client.call(.get, "/sessions/\(reference)").text("state") == "cancelled")
            let twice = try await client.call(
                .post, "/sessions/\(reference)/cancellation", token: token, #"{"reason":"Again"}"#)
            #expect(twice.status == 409 && twice.code == "session_cancelled")
        }
    }

    @Test("A change made from an old version is refused, one made from no version too")
    func stale() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            let token = try await house.token("officer@example.org")
            let path = "/sessions/\(session.reference)"
            let tag = try #require(try await client.call(.get, path, token: token).headers[.eTag])
            #expect(
                try await client.call(.patch, path, token: token, #"{"title":"One"}"#, headers: [.ifMatch: tag]).status
                    == 200)
            let stale = try await client.call(.patch, path, token: token, #"{"title":"Two"}"#, headers: [.ifMatch: tag])
            #expect(stale.status == 412 && stale.code == "stale")
            #expect(stale.object["changed"] as? [String] == ["title"])
            #expect(stale.text("detail")?.contains("(title)") == true)
            let without = try await client.call(.patch, path, token: token, #"{"title":"Three"}"#)
            #expect(without.status == 428 && without.code == "precondition_required")
            for nonsense in ["W/\(tag)", "x", "\"\"", "\"r99999999999999999999-a\""] {
                #expect(
                    try await client.call(
                        .patch, path, token: token, #"{"title":"Four"}"#, headers: [.ifMatch: nonsense]
                    ).status == 412)
            }
            #expect(try await client.call(.get, path, token: token).text("title") == "One")
            #expect(
                try await client.call(.patch, path, token: token, #"{"title":"Five"}"#, headers: [.ifMatch: "*"]).status
                    == 200)
        }
    }

    @Test("A place taken meanwhile does not make a change stale")
    func bookedMeanwhile() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            let token = try await house.token("officer@example.org")
            let path = "/sessions/\(session.reference)"
            let tag = try #require(try await client.call(.get, path, token: token).headers[.eTag])
            try await week.book(session, "p1@example.org")
            #expect(
                try await client.call(.patch, path, token: token, #"{"capacity":9}"#, headers: [.ifMatch: tag]).status
                    == 200)
        }
    }

    @Test("Sent twice with one key, a session is added once, and a release made once")
    func sameKey() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            let token = try await house.token("officer@example.org")
            let body = #"{"title":"Once","starts_at":"2018-01-29T09:30:00Z","minutes":60}"#
            let add: HTTPFields = [.idempotencyKey: "add"]
            let first = try await client.call(.post, "/events/week/sessions", token: token, body, headers: add)
            let second = try await client.call(.post, "/events/week/sessions", token: token, body, headers: add)
            #expect(first.status == 201 && second.status == 201 && first.text("reference") == second.text("reference"))
            let other = try await client.call(
                .post, "/events/week/sessions", token: token, #"{"title":"Else"}"#, headers: add)
            #expect(other.status == 422 && other.code == "idempotency_key_reused")
            #expect(try await house.services.programme.drafts(event: "week", by: week.staff).count == 1)
            _ = try await client.call(
                .patch, "/sessions/\(first.text("reference") ?? "")", token: token, #"{"title":"Since"}"#,
                headers: [.ifMatch: "*"])
            let third = try await client.call(.post, "/events/week/sessions", token: token, body, headers: add)
            #expect(third.body == first.body && third.headers == first.headers)
            for (path, sent, status) in [
                ("/events/week/releases", "{}", 201),
                ("/sessions/\(first.text("reference") ?? "")/cancellation", #"{"reason":"Ill"}"#, 200),
            ] {
                let headers: HTTPFields = [.idempotencyKey: path]
                let once = try await client.call(.post, path, token: token, sent, headers: headers)
                let twice = try await client.call(.post, path, token: token, sent, headers: headers)
                #expect(once.status == status && twice.status == status && once.body == twice.body)
            }
        }
    }

    @Test("Capacity below the places taken is refused")
    func capacityBelowTaken() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            let answer = try await RouteClient(house).call(
                .patch, "/sessions/\(session.reference)", token: house.token("officer@example.org"), #"{"capacity":1}"#,
                headers: [.ifMatch: "*"])
            #expect(answer.status == 409 && answer.code == "capacity_below_taken")
        }
    }

    @Test("A release says what its sessions lack, and is refused for it where it is to be complete")
    func lacking() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Alone", online: "https://meet.example.org/x", release: false)
            let client = RouteClient(house)
            let token = try await house.token("officer@example.org")
            let sentence = "“Alone” (\(session.reference), Monday 29 January, 9:30am to 10:30am): Nobody leads it yet."
            let refused = try await client.call(.post, "/events/week/releases", token: token, #"{"complete":true}"#)
            #expect(refused.status == 409 && refused.code == "incomplete")
            #expect(refused.text("detail")?.hasSuffix(sentence) == true)
            let wrong = try await client.call(.post, "/events/week/releases", token: token, #"{"complete":"yes"}"#)
            #expect(wrong.status == 422 && wrong.code == "wrong_type")
            let released = try await client.call(.post, "/events/week/releases", token: token, "{}")
            #expect(released.status == 201 && released.object["lacking"] as? [String] == [sentence])
        }
    }

    @Test("A release that would double-book a room names both sessions")
    func clash() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let one = try await week.session(room: "Corbyn Road/Room 1", release: false)
            let two = try await week.session(
                "Other", starts: "2018-01-29 10:00", room: "Corbyn Road/Room 1", release: false)
            let answer = try await RouteClient(house).call(
                .post, "/events/week/releases", token: house.token("officer@example.org"), "{}")
            #expect(answer.status == 409 && answer.code == "cannot_release")
            #expect(
                answer.text("detail")
                    == "Nothing was released. “Motivational Interviewing” (\(one.reference), Monday 29 January, 9:30am to 10:30am) and “Other” (\(two.reference), Monday 29 January, 10am to 11am) both need Corbyn Road/Room 1."
            )
            #expect(
                answer.text("detail")?.contains(one.reference) == true
                    && answer.text("detail")?.contains(two.reference) == true)
        }
    }
}
