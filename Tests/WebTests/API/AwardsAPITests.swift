import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Awards over the API")
struct AwardsAPITests {
    @Test("A scheme goes by calls from its rules to a frozen result, each answered in the shape that is described")
    func whole() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            for number in [5, 7] {
                _ = try await house.services.people.changePerson(
                    PersonDetails(email: "p\(number)@example.org", team: "", employer: ""), by: house.operating)
            }
            let client = RouteClient(house)
            let staff = try await house.token("officer@example.org")
            let chair = try await house.token("lead@example.org")
            let document = try await client.call(.get, "/openapi.json").object
            let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]] ?? [:]
            let paths = document["paths"] as? [String: [String: Any]] ?? [:]
            /// The statuses that the description has for a POST to this path.
            func described(_ path: String) -> [Int] {
                let parts = path.split(separator: "/")
                let route = paths.first { template, calls in
                    let names = template.split(separator: "/")
                    return calls["post"] != nil && names.count == parts.count
                        && zip(names, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
                }
                let answers = (route?.value["post"] as? [String: Any])?["responses"] as? [String: Any]
                return (answers ?? [:]).keys.compactMap { Int($0) }
            }
            func check(_ name: String, _ object: [String: Any]) {
                #expect(Set(object.keys) == Set(schemas[name]?["required"] as? [String] ?? []), "\(name): \(object)")
            }
            func post(_ path: String, _ json: String = "{}", as token: String? = nil, is status: Int = 201) async throws
                -> RouteClient.Answer
            {
                let answer = try await client.call(.post, path, token: token ?? staff, json)
                #expect(described(path).contains(status), "\(path) is not said to answer \(status)")
                #expect(answer.status == status, "\(path): \(answer.body)")
                return answer
            }
            check(
                "Scheme",
                try await post(
                    "/schemes",
                    #"{"slug":"stars","title":"Stars 2018","kind":"competitive","opens_at":"2018-01-01T00:00:00Z","closes_at":"2018-02-01T00:00:00Z"}"#
                ).object)
            check("Award", try await post("/schemes/stars/categories", #"{"slug":"heart","title":"Heart"}"#).object)
            check(
                "Criterion",
                try await post("/schemes/stars/categories/heart/criteria", #"{"name":"Care","weight":2}"#).object)
            _ = try await post("/schemes/stars/publication", "{}", is: 200)
            for nominee in ["p2", "p4"] {
                let made = try await post(
                    "/schemes/stars/categories/heart/nominations",
                    #"{"nominator":"p1@example.org","nominee":"\#(nominee)@example.org","statement":"Always there."}"#)
                check("Nomination", made.object)
                _ = try await post("/nominations/\(made.text("id") ?? "")/acceptance", "{}", is: 200)
            }
            _ = try await post("/schemes/stars/panels", #"{"name":"main","chair":"lead@example.org"}"#)
            let seats = try await post("/schemes/stars/panels/main/members", #"{"judge":"p5@example.org"}"#)
            check("PanelSeat", try #require(seats.items.first))
            let shared = try await post("/schemes/stars/assignments", "{}", is: 200)
            check("Assignment", try #require(shared.items.first))
            check(
                "AssignmentCheck",
                try #require(try await client.call(.get, "/schemes/stars/assignments/check", token: staff).items.first))
            check("Round", try #require(try await post("/schemes/stars/rounds").items.first))
            let candidates = try await client.call(.get, "/schemes/stars/categories/heart/candidates", token: staff)
            let codes = candidates.items.compactMap { $0["candidate"] as? String }
            for (place, code) in codes.enumerated() {
                let path = "/schemes/\(code.replacing("stars/heart", with: "stars/categories/heart/candidates"))"
                for judge in [chair, try await house.token("p5@example.org")] {
                    check(
                        "Ballot",
                        try await post("\(path)/ballots", #"{"marks":{"Care":\#(9 - place)}}"#, as: judge, is: 200)
                            .object)
                }
            }
            _ = try await post("/schemes/stars/rounds/closing", "{}", is: 200)
            let results = try await client.call(.get, "/schemes/stars/categories/heart/results", token: chair)
            check("Result", try #require(results.items.first))
            #expect(results.items.compactMap { $0["rank"] as? Int } == [1, 2])
            for (place, code) in codes.enumerated() {
                let path = "/schemes/\(code.replacing("stars/heart", with: "stars/categories/heart/candidates"))"
                let outcome = place == 0 ? "winner" : "commended"
                check(
                    "Decision",
                    try await post(
                        "\(path)/decision", #"{"outcome":"\#(outcome)","reason":"As agreed"}"#, as: chair, is: 200
                    ).object)
            }
            let frozen = try await post("/schemes/stars/result")
            check("FrozenResult", frozen.object)
            #expect(frozen.object["holds"] as? Bool == true)
            check(
                "Embargo",
                try await post("/schemes/stars/embargo", #"{"until":"2018-03-23T21:00:00Z"}"#, is: 200).object)
        }
    }

    @Test("The same key with the same call has one effect and one answer")
    func once() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            _ = try await TestAwardsScheme.make(in: house)
            let client = RouteClient(house)
            let staff = try await house.token("officer@example.org")
            let headers: HTTPFields = [.idempotencyKey: "copy-1"]
            let first = try await client.call(
                .post, "/schemes/stars/copies", token: staff, #"{"slug":"next"}"#, headers: headers)
            let second = try await client.call(
                .post, "/schemes/stars/copies", token: staff, #"{"slug":"next"}"#, headers: headers)
            #expect(first.status == 201 && second.status == 201 && first.body == second.body)
            let other = try await client.call(
                .post, "/schemes/stars/copies", token: staff, #"{"slug":"other"}"#, headers: headers)
            #expect(other.status == 422)
            #expect(try await client.call(.get, "/schemes", token: staff).items.count == 2)
        }
    }

    @Test("A list goes on behind its cursor without leaving anything out")
    func pages() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let staff = try await TestAwardsScheme.make(in: house)
            for number in 2...9 {
                _ = try await house.services.awards.nominate(
                    NewNomination(
                        category: AwardPath(scheme: "stars", part: "heart"), nominator: "p1@example.org",
                        nominee: .person("p\(number)@example.org"), statement: "Always there."), by: staff)
            }
            let client = RouteClient(house)
            let token = try await house.token("officer@example.org")
            var seen: [String] = []
            var next: String? = ""
            while let cursor = next {
                let page = try await client.call(
                    .get, "/schemes/stars/nominations?limit=3" + (cursor.isEmpty ? "" : "&cursor=\(cursor)"),
                    token: token)
                seen += page.items.compactMap { $0["nominee"] as? String }
                next = page.text("next")
            }
            #expect(seen == (2...9).map { "p\($0)@example.org" })
        }
    }
}
