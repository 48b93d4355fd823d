import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The API, roles and leaving")
struct RoleAPITests {
    private let roles = "/people/p1@example.org/roles"
    private let leaving = "/people/p1@example.org/leaving"

    private func with(_ body: (TestHouse, TestWeek, RouteClient, String) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await body(house, week, RouteClient(house), try await house.token("admin@example.org"))
        }
    }

    @Test("A role is given from a day to a day, listed, and given another last day")
    func grants() async throws {
        try await with { _, _, client, token in
            let given = try await client.call(
                .post, roles, token: token, #"{"role":"staff","from":"2018-02-01","until":"2018-02-28"}"#)
            #expect(given.status == 201 && given.text("person") == "p1@example.org")
            #expect(given.text("standing") == "coming" && given.text("from") == "2018-02-01")
            let listed = try await client.call(.get, roles, token: token)
            #expect(listed.items.compactMap { $0["role"] as? String } == ["staff", "practitioner"])
            #expect(Set(listed.items.first?.keys.map(\.self) ?? []) == Set(given.object.keys))
            let end = "/roles/\(given.text("id") ?? "")/end"
            let ended = try await client.call(.post, end, token: token, #"{"until":"2018-02-10"}"#)
            #expect(ended.status == 200 && ended.text("until") == "2018-02-10")
            let never = try await client.call(.post, end, token: token, "{}")
            #expect(never.status == 200 && never.text("standing") == "withdrawn")
            #expect(try await client.call(.get, roles, token: token).items.count == 1)
            let again = try await client.call(.post, end, token: token, "{}")
            #expect(again.status == 404 && again.code == "not_found")
        }
    }

    @Test("The same key gives one role and one answer; with another request it is refused")
    func sameKey() async throws {
        try await with { _, _, client, token in
            let headers: HTTPFields = [.idempotencyKey: "k-1"]
            let body = #"{"role":"manager"}"#
            let first = try await client.call(.post, roles, token: token, body, headers: headers)
            let second = try await client.call(.post, roles, token: token, body, headers: headers)
            #expect(first.status == 201 && second.status == 201 && first.body == second.body)
            let other = try await client.call(.post, roles, token: token, #"{"role":"staff"}"#, headers: headers)
            #expect(other.status == 422 && other.code == "idempotency_key_reused")
        }
    }

    @Test(
        "Every no about a role has its code",
        arguments: [
            (#"{"role":"king"}"#, 422, "unknown_role"), ("{}", 422, "unknown_role"),
            (#"{"role":"staff","from":"2017-02-01"}"#, 422, "day_is_past"),
            (#"{"role":"staff","from":"2018-03-02","until":"2018-03-01"}"#, 422, "dates_in_wrong_order"),
            (#"{"role":"staff","from":"1 March"}"#, 422, "day_unreadable"),
            (#"{"role":"staff","until":7}"#, 422, "wrong_type"),
            (#"{"role":"practitioner","from":"2018-02-01"}"#, 409, "role_held_then"),
        ])
    func refusals(_ body: String, _ status: Int, _ code: String) async throws {
        try await with { _, _, client, token in
            let answer = try await client.call(.post, roles, token: token, body)
            #expect(answer.status == status && answer.code == code)
            #expect(try await client.call(.get, roles, token: token).items.count == 1)
        }
    }

    @Test("Nobody changes their own roles, and nobody but an admin learns who there is")
    func rights() async throws {
        try await with { house, _, client, token in
            let own = try await client.call(
                .post, "/people/admin@example.org/roles", token: token, #"{"role":"staff"}"#)
            #expect(own.status == 403 && own.code == "not_to_yourself")
            let officer = try await house.token("officer@example.org")
            for path in ["roles", "leaving"] {
                let known = try await client.call(.get, "/people/p1@example.org/\(path)", token: officer)
                let nobody = try await client.call(.get, "/people/nobody@example.org/\(path)", token: officer)
                #expect(known.status == 403 && known.body == nobody.body)
            }
            #expect(try await client.call(.get, "/people/nobody@example.org/roles", token: token).status == 404)
            #expect(try await client.call(.get, "/people/nonsense/roles", token: token).status == 404)
        }
    }

    @Test("A day to leave is set and taken back")
    func leaves() async throws {
        try await with { _, _, client, token in
            let none = try await client.call(.get, leaving, token: token)
            #expect(none.object["has_left"] as? Bool == false && none.object["on"] is NSNull)
            let set = try await client.call(.post, leaving, token: token, #"{"on":"2018-02-01"}"#)
            #expect(set.status == 200 && set.text("on") == "2018-02-01" && set.object["given_up"] is NSNull)
            #expect(try await client.call(.get, leaving, token: token).text("on") == "2018-02-01")
            let kept = try await client.call(.post, "\(leaving)/withdrawal", token: token, "{}")
            #expect(kept.status == 200 && kept.object["on"] is NSNull)
            let again = try await client.call(.post, "\(leaving)/withdrawal", token: token, "{}")
            #expect(again.status == 409 && again.code == "not_leaving")
            let past = try await client.call(.post, leaving, token: token, #"{"on":"2018-01-15"}"#)
            #expect(past.status == 422 && past.code == "leaves_in_the_past")
        }
    }

    @Test("Leaving at once gives places up, names what needs a lead, and is told again under its key")
    func leavesNow() async throws {
        try await with { house, week, client, token in
            let session = try await week.session(capacity: 1)
            try await week.book(session, "p1@example.org")
            let led = try await week.session("Led", starts: "2018-01-30 09:30", facilitators: ["p1@example.org"])
            let own = try await house.token("p1@example.org")
            let headers: HTTPFields = [.idempotencyKey: "gone"]
            for _ in 0..<2 {
                let left = try await client.call(.post, leaving, token: token, "{}", headers: headers)
                #expect(left.status == 200 && left.object["has_left"] as? Bool == true)
                #expect(left.object["given_up"] as? Int == 1)
                #expect(left.object["sessions_to_lead"] as? [String] == [led.reference])
            }
            #expect(try await client.call(.get, "/me/bookings", token: own).status == 401)
            let twice = try await client.call(.post, leaving, token: token, "{}")
            #expect(twice.status == 409 && twice.code == "has_left")
            let only = try await client.call(.post, "/people/admin@example.org/leaving", token: token, "{}")
            #expect(only.status == 409 && only.code == "last_admin")
        }
    }
}
