import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The API, booking")
struct BookingAPITests {
    @Test("A place is booked, then waited for, and told in the promised shape")
    func books() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session(capacity: 1)
            let client = RouteClient(house)
            let path = "/sessions/\(session.reference)/bookings"
            let first = try await client.call(.post, path, token: house.token("p1@example.org"), "{}")
            #expect(first.status == 201 && Set(first.object.keys) == ["id", "session", "person", "state", "position"])
            #expect(first.text("session") == session.reference && first.text("person") == "p1@example.org")
            #expect(first.text("state") == "confirmed" && first.object["position"] is NSNull)
            #expect(UUID(uuidString: first.text("id") ?? "") != nil)
            let second = try await client.call(.post, path, token: house.token("p2@example.org"))
            #expect(second.status == 201 && second.text("state") == "waiting" && second.object["position"] as? Int == 1)
        }
    }

    @Test("A place given back is told as it has become, and goes to the first who waits")
    func cancels() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session(capacity: 1)
            let client = RouteClient(house)
            let (one, two) = (try await house.token("p1@example.org"), try await house.token("p2@example.org"))
            let id =
                try await client.call(.post, "/sessions/\(session.reference)/bookings", token: one, "{}").text("id")
                ?? ""
            _ = try await client.call(.post, "/sessions/\(session.reference)/bookings", token: two, "{}")
            let given = try await client.call(
                .post, "/bookings/\(id)/cancellation", token: one, #"{"reason":"Court moved"}"#)
            #expect(given.status == 200 && given.text("state") == "cancelled" && given.text("id") == id)
            #expect(Set(given.object.keys) == ["id", "session", "person", "state", "position"])
            let mine = try await client.call(.get, "/me/bookings", token: two)
            #expect(mine.items.compactMap { $0["state"] as? String } == ["confirmed"])
            #expect(Set(mine.items.first?.keys.map(\.self) ?? []) == ["id", "session", "person", "state", "position"])
            #expect(try await client.call(.get, "/me/bookings", token: one).items.isEmpty)
            let again = try await client.call(.post, "/bookings/\(id)/cancellation", token: one, "{}")
            #expect(again.status == 409 && again.code == "not_booked")
        }
    }

    @Test("Staff book for others; others may not, and learn nothing about whose address it is")
    func forOthers() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            let path = "/sessions/\(session.reference)/bookings"
            let staff = try await house.token("officer@example.org")
            let booked = try await client.call(
                .post, path, token: staff, #"{"person":"P2@example.org","reason":"asked by phone"}"#)
            #expect(booked.status == 201 && booked.text("person") == "p2@example.org")
            let unknown = try await client.call(.post, path, token: staff, #"{"person":"nobody@example.org"}"#)
            #expect(unknown.status == 422 && unknown.code == "not_found")
            let practitioner = try await house.token("p1@example.org")
            let known = try await client.call(.post, path, token: practitioner, #"{"person":"p3@example.org"}"#)
            let nobody = try await client.call(.post, path, token: practitioner, #"{"person":"nobody@example.org"}"#)
            #expect(known.status == 403 && known.code == "not_allowed" && known.body == nobody.body)
        }
    }

    @Test(
        "Every no has its code",
        arguments: [
            "already_booked", "session_cancelled", "booking_closed", "not_for_you", "clashes", "not_found",
        ])
    func refusals(code: String) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let token = try await house.token("p1@example.org")
            var reference = "PW18-999"
            switch code {
            case "already_booked":
                let session = try await week.session()
                try await week.book(session, "p1@example.org")
                reference = session.reference
            case "session_cancelled":
                reference = try await week.session().reference
                _ = try await house.services.programme.cancelSession(
                    reference, reason: "The trainer is ill", by: week.staff)
            case "booking_closed":
                reference = try await week.session().reference
                try await house.beside(now: "2018-01-29 09:31") { later in
                    let answer = try await RouteClient(later).call(
                        .post, "/sessions/\(reference)/bookings", token: token, "{}")
                    #expect(answer.status == 409 && answer.code == code)
                }
                return
            case "not_for_you": reference = try await week.session(audience: [.role(.manager)]).reference
            case "clashes":
                try await week.book(try await week.session(), "p1@example.org")
                reference = try await week.session("Same time", starts: "2018-01-29 10:00").reference
            default: break
            }
            let answer = try await RouteClient(house).call(.post, "/sessions/\(reference)/bookings", token: token, "{}")
            #expect(answer.status == (code == "not_found" ? 404 : 409) && answer.code == code)
            if code == "clashes" {
                #expect(answer.text("detail")?.contains("“Motivational Interviewing” (") == true)
            }
            #expect(answer.text("detail")?.isEmpty == false && !answer.body.lowercased().contains("select"))
        }
    }

    @Test("The same key gives the same booking; with another request it is refused")
    func sameKey() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            let token = try await house.token("officer@example.org")
            let path = "/sessions/\(session.reference)/bookings"
            let headers: HTTPFields = [.idempotencyKey: "k-1"]
            let first = try await client.call(.post, path, token: token, "{}", headers: headers)
            let second = try await client.call(.post, path, token: token, "{}", headers: headers)
            #expect(first.status == 201 && second.status == 201 && first.body == second.body)
            let other = try await client.call(
                .post, path, token: token, #"{"person":"p1@example.org"}"#, headers: headers)
            #expect(other.status == 422 && other.code == "idempotency_key_reused")
            #expect(try await house.services.booking.bookings(of: session.reference, by: week.staff).count == 1)
            let id = first.text("id") ?? ""
            let cancelKey: HTTPFields = [.idempotencyKey: "k-2"]
            for _ in 0..<2 {
                #expect(
                    try await client.call(.post, "/bookings/\(id)/cancellation", token: token, "{}", headers: cancelKey)
                        .status == 200)
            }
            let reason = try await client.call(
                .post, "/bookings/\(id)/cancellation", token: token, #"{"reason":"else"}"#, headers: cancelKey)
            #expect(reason.status == 422 && reason.code == "idempotency_key_reused")
        }
    }

    @Test("The same request at the same moment has one effect")
    func doublePost() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            let token = try await house.token("p1@example.org")
            let answers = try await withThrowingTaskGroup(of: RouteClient.Answer.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await client.call(
                            .post, "/sessions/\(session.reference)/bookings", token: token, "{}",
                            headers: [.idempotencyKey: "once"])
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let made = answers.filter { $0.status == 201 }
            #expect(!made.isEmpty && Set(made.map(\.body)).count == 1)
            #expect(answers.filter { $0.status != 201 }.allSatisfy { $0.status == 409 && $0.code == "still_running" })
            #expect(try await house.services.booking.bookings(of: session.reference, by: week.staff).count == 1)
        }
    }

    @Test("A key that could not be kept is refused", arguments: ["", String(repeating: "k", count: 201), "é"])
    func badKey(key: String) async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session()
            let answer = try await RouteClient(house).call(
                .post, "/sessions/\(session.reference)/bookings", token: house.token("p1@example.org"), "{}",
                headers: [.idempotencyKey: key])
            #expect(answer.status == 422 && answer.code == "key_unreadable")
        }
    }

    @Test("Somebody else's booking is not there, and neither is one that never was")
    func othersBooking() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let receipt = try await week.book(try await week.session(), "p1@example.org")
            let client = RouteClient(house)
            let token = try await house.token("p2@example.org")
            for id in [receipt.id.uuidString, UUID().uuidString, "nonsense"] {
                let answer = try await client.call(.post, "/bookings/\(id)/cancellation", token: token, "{}")
                #expect(
                    answer.status == 404
                        && answer.text("detail") == "There is no such booking, or it is not open to you.")
            }
        }
    }
}
