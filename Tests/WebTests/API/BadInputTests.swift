import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The API, given what is no use")
struct BadInputTests {
    struct Sent: Sendable, CustomTestStringConvertible {
        var body: String
        var status: Int
        var code: String
        var testDescription: String { String(body.prefix(40)) }
    }

    static let bookings: [Sent] = [
        Sent(body: "{", status: 422, code: "malformed_json"), Sent(body: "{}{}", status: 422, code: "malformed_json"),
        Sent(body: "person=p1", status: 422, code: "malformed_json"),
        Sent(body: "[]", status: 422, code: "not_an_object"),
        Sent(body: "null", status: 422, code: "not_an_object"),
        Sent(body: #"{"person":5}"#, status: 422, code: "wrong_type"),
        Sent(body: #"{"person":{}}"#, status: 422, code: "wrong_type"),
        Sent(body: #"{"person":""}"#, status: 422, code: "email_malformed"),
        Sent(body: #"{"person":"not an address"}"#, status: 422, code: "email_malformed"),
        Sent(body: #"{"person":"p1@example.org\u0000"}"#, status: 422, code: "control_character"),
        Sent(body: #"{"else":"\u0000"}"#, status: 422, code: "control_character"),
        Sent(body: #"{"person":"\ud800@example.org"}"#, status: 422, code: "lone_surrogate"),
        Sent(
            body: "{\"person\":\"\(String(repeating: "a", count: 1_000_000))@example.org\"}", status: 422,
            code: "email_malformed"),
        Sent(body: "{\"reason\":\"\(String(repeating: "x", count: 1_000_000))\"}", status: 422, code: "too_long"),
        Sent(body: #"{"reason":"see \u202Etxt"}"#, status: 422, code: "hidden_direction"),
        Sent(body: #"{"reason":"two\nlines"}"#, status: 422, code: "control_character"),
        Sent(body: #"{"reason":"case no 12345"}"#, status: 422, code: "case_data"),
        Sent(
            body: String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000), status: 422,
            code: "too_deep"),
        Sent(
            body: #"{"a":"# + String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000) + "}",
            status: 422, code: "too_deep"),
        Sent(body: String(repeating: "[", count: 500_000), status: 422, code: "too_deep"),
        Sent(body: "{\"person\":\"\(String(repeating: " ", count: 2_200_000))\"}", status: 413, code: "too_large"),
    ]

    @Test("A booking's body that is no use is told so, and books nothing")
    func booking() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            let token = try await house.token("officer@example.org")
            let path = "/sessions/\(session.reference)/bookings"
            for sent in Self.bookings {
                let answer = try await client.call(.post, path, token: token, sent.body)
                #expect(
                    answer.status == sent.status && answer.code == sent.code,
                    "\(sent.testDescription): \(answer.body.prefix(300))")
                #expect(answer.body.utf8.count < 1000)
            }
            #expect(try await house.services.booking.bookings(of: session.reference, by: week.staff).isEmpty)
            #expect(
                try await client.call(
                    .post, path, token: token, #"{"person":null,"unknown":[1],"person":"p1@example.org"}"#
                ).status == 201)
        }
    }

    @Test(
        "A body is JSON or is not taken",
        arguments: ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "application/jsonx"])
    func mediaType(type: String) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            let token = try await house.token("p1@example.org")
            let path = "/sessions/\(session.reference)/bookings"
            let answer = try await client.call(.post, path, token: token, "{}", headers: [.contentType: type])
            #expect(answer.status == 415 && answer.code == "unsupported_media_type")
            #expect(try await house.services.booking.bookings(of: session.reference, by: week.staff).isEmpty)
            let good = try await client.call(
                .post, path, token: token, "{}", headers: [.contentType: "Application/JSON; charset=utf-8"])
            #expect(good.status == 201)
        }
    }

    static let sessions: [Sent] = [
        Sent(body: "{}", status: 422, code: "missing"), Sent(body: #"{"title":""}"#, status: 422, code: "missing"),
        Sent(body: #"{"title":5}"#, status: 422, code: "wrong_type"),
        Sent(body: #"{"title":"A\u0007"}"#, status: 422, code: "control_character"),
        Sent(body: "{\"title\":\"\(String(repeating: "é", count: 500_000))\"}", status: 422, code: "too_long"),
        Sent(body: #"{"title":"A","capacity":0}"#, status: 422, code: "capacity_out_of_range"),
        Sent(body: #"{"title":"A","capacity":10001}"#, status: 422, code: "capacity_out_of_range"),
        Sent(body: #"{"title":"A","capacity":-9223372036854775808}"#, status: 422, code: "capacity_out_of_range"),
        Sent(body: #"{"title":"A","capacity":1e99}"#, status: 422, code: "wrong_type"),
        Sent(body: #"{"title":"A","capacity":2.5}"#, status: 422, code: "wrong_type"),
        Sent(body: #"{"title":"A","minutes":9223372036854775807}"#, status: 422, code: "minutes_out_of_range"),
        Sent(body: #"{"title":"A","starts_at":"2018-01-29T09:30:00Z","minutes":60}"#, status: 201, code: ""),
        Sent(body: #"{"title":"A","ends_at":"2018-01-29T09:30:00Z"}"#, status: 422, code: "half_a_time"),
        Sent(
            body: #"{"title":"A","starts_at":"2018-01-29T10:00:00Z","ends_at":"2018-01-29T09:00:00Z"}"#, status: 422,
            code: "end_not_after_start"),
        Sent(body: #"{"title":"A","starts_at":"2018-03-25T01:30:00","minutes":60}"#, status: 422, code: "time_never"),
        Sent(body: #"{"title":"A","starts_at":"2018-10-28T01:30:00","minutes":60}"#, status: 422, code: "time_twice"),
        Sent(body: #"{"title":"A","starts_at":"tomorrow 09:30"}"#, status: 422, code: "time_unreadable"),
        Sent(body: #"{"title":"A","starts_at":"2018-01-29T09:30:00+99:99"}"#, status: 422, code: "time_unreadable"),
        Sent(body: #"{"title":"A","starts_at":"2018-13-45T09:30:00Z"}"#, status: 422, code: "time_unreadable"),
        Sent(
            body: #"{"title":"A","starts_at":"2019-01-29T09:30:00Z","minutes":60}"#, status: 422, code: "outside_event"),
        Sent(body: #"{"title":"A","room":"Nowhere/Room 9"}"#, status: 422, code: "not_found"),
        Sent(body: #"{"title":"A","strand":"nothing"}"#, status: 422, code: "not_found"),
        Sent(body: #"{"title":"A","facilitators":["nobody@example.org"]}"#, status: 422, code: "not_found"),
        Sent(body: #"{"title":"A","facilitators":"lead@example.org"}"#, status: 422, code: "wrong_type"),
        Sent(body: #"{"title":"A","online_url":"javascript:alert(1)"}"#, status: 422, code: "url_malformed"),
    ]

    @Test("A session's body that is no use is told so, and adds nothing")
    func session() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            let token = try await house.token("officer@example.org")
            for sent in Self.sessions {
                let answer = try await client.call(.post, "/events/week/sessions", token: token, sent.body)
                #expect(
                    answer.status == sent.status && answer.code ?? "" == sent.code,
                    "\(sent.body.prefix(90)): \(answer.body.prefix(300))")
            }
            #expect(try await house.services.programme.drafts(event: "week", by: week.staff).count == 1)
        }
    }

    @Test(
        "Whatever is sent to any call gets a clear answer",
        arguments: ["", "{}", "[[[[", "{\"reason\":\"\\u0000\"}", "\u{0}", "\"\\ud800\"", "1e999"])
    func everywhere(body: String) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            let token = try await house.token("p1@example.org")
            for route in API.routes(client.site) {
                let path = route.url.template.replacing("{slug}", with: "week").replacing(
                    "{reference}", with: session.reference
                )
                .replacing("{id}", with: "00000000-0000-4000-8000-000000000000")
                let answer = try await client.call(route.method, path, token: token, body)
                #expect(answer.status < 500, "\(route.method) \(path)")
                #expect(answer.json != nil)
            }
            #expect(try await client.call(.get, "/events/week/sessions").items.count == 1)
        }
    }

    @Test(
        "Addresses of no use are answered, and nothing falls over",
        arguments: [
            "/sessions/\u{25}00", "/sessions/%ff", "/sessions/%E2%80%AEx", "/sessions/..%2f..%2fetc",
            "/events/%27%3B--", "/events/a?limit=%00", "/events?cursor=AAAA", "/events?limit=1e9",
            "/sessions/" + String(repeating: "a", count: 5000),
        ])
    func addresses(path: String) async throws {
        try await TestHouse.with { house in
            let client = RouteClient(house)
            let answer = try await client.call(.get, path)
            #expect((400..<500).contains(answer.status) && answer.headers[.contentType] == "application/problem+json")
            #expect(try await client.call(.get, "/events").status == 200)
        }
    }
}
