import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The API, reading")
struct ReadingTests {
    private static let members: Set = [
        "reference", "title", "kind", "starts_at", "ends_at", "site", "room", "online", "capacity", "taken", "waiting",
        "state", "facilitators",
        "summary",
    ]

    @Test("A visitor reads the released sessions, with exactly the members that are promised")
    func lists() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(
                "Life \"story\" work", room: "Corbyn Road/Room 1", online: "https://meet.example.org/secret",
                facilitators: ["lead@example.org"])
            try await week.book(session, "p1@example.org")
            try await week.session("Not yet", starts: "2018-01-30 09:30", release: false)
            let answer = try await RouteClient(house).call(.get, "/events/week/sessions")
            #expect(answer.status == 200 && answer.headers[.contentType] == "application/json")
            #expect(answer.items.count == 1)
            let item = try #require(answer.items.first)
            #expect(Set(item.keys) == Self.members)
            #expect(item["reference"] as? String == session.reference)
            #expect(item["title"] as? String == "Life \"story\" work")
            #expect(item["starts_at"] as? String == "2018-01-29T09:30:00+00:00")
            #expect(item["site"] as? String == "Corbyn Road" && item["room"] as? String == "Room 1")
            #expect(item["online"] as? Bool == true)
            #expect(item["taken"] as? Int == 1 && item["capacity"] as? Int == 2 && item["waiting"] as? Int == 0)
            #expect(item["facilitators"] as? [String] == ["Lena Lead"])
            #expect(answer.object["next"] is NSNull)
            #expect(!answer.body.contains("meet.example.org"))
        }
    }

    @Test("Summer times carry summer's offset")
    func summer() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            _ = try await house.services.programme.addEvent(
                "summer", title: "Summer", from: day("2018-07-01"), to: day("2018-07-31"), by: week.staff)
            _ = try await house.services.programme.addSession(
                .init(event: "summer", title: "July", startsAt: try moment("2018-07-04 09:30"), minutes: 60),
                by: week.staff)
            _ = try await house.services.programme.publishRelease("summer", by: week.staff)
            let answer = try await RouteClient(house).call(.get, "/events/summer/sessions")
            #expect(answer.items.first?["starts_at"] as? String == "2018-07-04T09:30:00+01:00")
        }
    }

    @Test("The joining link is in nobody's answer but that of whoever has a place")
    func joiningLink() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(
                capacity: 1, online: "https://meet.example.org/secret", facilitators: ["lead@example.org"])
            try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            let client = RouteClient(house)
            let booked = try await client.call(
                .get, "/sessions/\(session.reference)", token: house.token("p1@example.org"))
            let own = try #require(booked.object["my_booking"] as? [String: Any])
            #expect(
                own["joining_link"] as? String == "https://meet.example.org/secret"
                    && own["state"] as? String == "confirmed")
            let waiting = try await client.call(
                .get, "/sessions/\(session.reference)", token: house.token("p2@example.org"))
            #expect((waiting.object["my_booking"] as? [String: Any])?["position"] as? Int == 1)
            for other in [
                "p2@example.org", "p3@example.org", "lead@example.org", "officer@example.org", "admin@example.org",
            ] {
                let token = try await house.token(other)
                for path in ["/sessions/\(session.reference)", "/events/week/sessions", "/me/bookings"] {
                    #expect(
                        try await !client.call(.get, path, token: token).body.contains("meet.example.org"),
                        "\(other) \(path)")
                }
            }
            #expect(try await client.call(.get, "/sessions/\(session.reference)").object["my_booking"] is NSNull)
        }
    }

    @Test("What a visitor reads may be kept and asked for again; what a token reads may not be kept")
    func caching() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            for path in [
                "/events", "/events/week", "/events/week/sessions", "/sessions/\(session.reference)", "/openapi.json",
            ] {
                let first = try await client.call(.get, path)
                let tag = try #require(first.headers[.eTag])
                #expect(
                    first.headers[.cacheControl] == "public, no-cache"
                        && first.headers[.vary]?.hasPrefix("Authorization") == true)
                let again = try await client.call(.get, path, headers: [.ifNoneMatch: tag])
                #expect(again.status == 304 && again.body.isEmpty && again.headers[.eTag] == tag, "\(path)")
            }
            let before = try await client.call(.get, "/sessions/\(session.reference)").headers[.eTag]
            try await week.book(session, "p1@example.org")
            #expect(try await client.call(.get, "/sessions/\(session.reference)").headers[.eTag] != before)
            let mine = try await client.call(
                .get, "/sessions/\(session.reference)", token: house.token("p1@example.org"))
            #expect(mine.headers[.cacheControl] == "no-store" && mine.headers[.eTag] != nil)
        }
    }

    @Test("Nobody but staff learns from the tag that the draft was changed")
    func quietTag() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            let practitioner = try await house.token("p1@example.org")
            let staff = try await house.token("officer@example.org")
            func tags() async throws -> [String?] {
                let path = "/sessions/\(session.reference)"
                return [
                    try await client.call(.get, path).headers[.eTag],
                    try await client.call(.get, path, token: practitioner).headers[.eTag],
                    try await client.call(.get, path, token: staff).headers[.eTag],
                ]
            }
            let before = try await tags()
            var change = SessionChange()
            change.title = .set("A new title")
            _ = try await house.services.programme.changeSession(session.reference, change, by: week.staff)
            let after = try await tags()
            #expect(before[0] == after[0] && before[1] == after[1] && before[2] != after[2])
        }
    }

    @Test("HEAD is answered as GET, without its body")
    func head() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            for path in ["/events/week/sessions", "/openapi.json", "/sessions/NONE-1", "/nothing"] {
                let get = try await client.call(.get, path)
                let head = try await client.call(.head, path)
                #expect(head.status == get.status && head.body.isEmpty && !get.body.isEmpty)
                #expect(head.headers[.contentLength] == String(get.body.utf8.count))
            }
        }
    }

    @Test("A long list comes in pages")
    func pages() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            for number in 0..<5 {
                try await week.session("S\(number)", starts: "2018-01-29 1\(number):00", release: number == 4)
            }
            let client = RouteClient(house)
            let first = try await client.call(.get, "/events/week/sessions?limit=2")
            let second = try await client.call(.get, "/events/week/sessions?limit=2&cursor=\(first.text("next") ?? "")")
            let third = try await client.call(.get, "/events/week/sessions?limit=2&cursor=\(second.text("next") ?? "")")
            #expect(
                [first, second, third].flatMap(\.items).compactMap { $0["title"] as? String } == [
                    "S0", "S1", "S2", "S3", "S4",
                ])
            #expect(third.object["next"] is NSNull)
            #expect(try await client.call(.get, "/events/week/sessions?limit=0").code == "limit_out_of_range")
        }
    }

    @Test("Who is booked: all of them for staff, the confirmed ones for whoever leads it")
    func sessionBookings() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1, facilitators: ["lead@example.org"])
            try await week.book(session, "p3@example.org")
            try await week.book(session, "p2@example.org")
            let client = RouteClient(house)
            let path = "/sessions/\(session.reference)/bookings"
            let staff = try await client.call(.get, path, token: house.token("officer@example.org"))
            #expect(staff.items.compactMap { $0["person"] as? String } == ["p3@example.org", "p2@example.org"])
            #expect(staff.items.first?["employer"] as? String == "Black Country Health Trust")
            let lead = try await client.call(.get, path, token: house.token("lead@example.org"))
            #expect(lead.items.compactMap { $0["name"] as? String } == ["Person 3"])
            #expect(lead.items.first?["employer"] as? String == "Black Country Health Trust")
            #expect(!lead.body.contains("@") && lead.items.first?.keys.contains("person") == true)
            #expect(lead.headers[.cacheControl] == "no-store")
        }
    }

    @Test("A browser's session is nobody here, so that no other site can act through it")
    func cookies() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            #expect(try await client.get("/me").status == 200)
            #expect(try await client.call(.get, "/me/bookings").status == 401)
            #expect(try await client.call(.post, "/sessions/\(session.reference)/bookings", "{}").status == 401)
        }
    }

    @Test(
        "A token that is none is refused, everywhere but for the description",
        arguments: ["Bearer nonsense", "bearer", "Bearer", "Basic cDE6cHc=", "Bearer a b", "Token x"])
    func badToken(field: String) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            let answer = try await client.call(.get, "/events", headers: [.authorization: field])
            #expect(answer.status == 401 && answer.code == "unknown_token")
            #expect(answer.headers[.wwwAuthenticate] == "Bearer realm=\"practiceweek\", error=\"invalid_token\"")
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(try await client.call(.get, "/openapi.json", headers: [.authorization: field]).status == 200)
        }
    }

    @Test("A revoked token ends at once")
    func revoked() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let made = try await house.services.access.createToken(for: "p1@example.org", by: house.operating)
            let client = RouteClient(house)
            #expect(try await client.call(.get, "/me/bookings", token: made.token).status == 200)
            try await house.services.access.revokeToken(made.id, by: house.operating)
            #expect(try await client.call(.get, "/me/bookings", token: made.token).status == 401)
        }
    }

    @Test("Where the programme is not public, a visitor is asked who they are")
    func closed() async throws {
        try await TestHouse.with(isPublic: false) { house in
            let session = try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            for path in ["/events", "/events/week", "/events/week/sessions", "/sessions/\(session.reference)"] {
                let answer = try await client.call(.get, path)
                #expect(
                    answer.status == 401 && answer.code == "sign_in_first"
                        && answer.headers[.wwwAuthenticate] == "Bearer realm=\"practiceweek\"")
                #expect(try await client.call(.get, path, token: house.token("p1@example.org")).status == 200)
            }
            #expect(try await client.call(.get, "/openapi.json").status == 200)
        }
    }

    @Test("A draft and a session that never was are told the same")
    func secretDraft() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let draft = try await week.session(release: false)
            let client = RouteClient(house)
            let token = try await house.token("p1@example.org")
            for path in ["", "/bookings"] {
                let secret = try await client.call(.get, "/sessions/\(draft.reference)\(path)", token: token)
                let nothing = try await client.call(.get, "/sessions/PW18-999\(path)", token: token)
                #expect(secret.status == 404 && secret.body == nothing.body)
            }
            #expect(try await client.call(.get, "/events/week", token: token).status == 404)
            #expect(try await client.call(.get, "/events", token: token).items.isEmpty)
        }
    }

    @Test("A known path says what it takes, an unknown one that it is none")
    func methods() async throws {
        try await TestHouse.with { house in
            let client = RouteClient(house)
            let wrong = try await client.call(.delete, "/sessions/PW18-001")
            #expect(
                wrong.status == 405 && wrong.code == "method_not_allowed" && wrong.headers[.allow] == "GET, PATCH, HEAD"
            )
            #expect(try await client.call(.post, "/openapi.json", "{}").headers[.allow] == "GET, HEAD")
            #expect(try await client.call(.get, "/bookings/x/cancellation").headers[.allow] == "POST")
            for path in ["/nothing", "", "/events/week/nothing", "/sessions/%00", "/sessions/a%2Fb/c"] {
                let answer = try await client.call(.get, path)
                #expect(
                    answer.headers[.contentType] == "application/problem+json" && (400..<500).contains(answer.status),
                    "\(path)")
            }
        }
    }

    @Test("A problem says what, why and with which code")
    func problem() async throws {
        try await TestHouse.with { house in
            let answer = try await RouteClient(house).call(.get, "/sessions/PW18-001")
            #expect(Set(answer.object.keys) == ["type", "title", "status", "detail", "code"])
            #expect(
                answer.object["status"] as? Int == 404 && answer.text("title") == "Not Found"
                    && answer.code == "not_found")
        }
    }
}
