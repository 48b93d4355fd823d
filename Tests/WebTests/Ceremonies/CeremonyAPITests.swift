import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Ceremonies over the API")
struct CeremonyAPITests {
    @Test("A ceremony is planned, compiled, staffed and held by calls, each answered in the shape that is described")
    func whole() async throws {
        try await TestHouse.with { house in
            _ = try await TestCeremony.make(in: house)
            let client = RouteClient(house)
            let (staff, presenter, stage) = (
                try await house.token("officer@example.org"), try await house.token("p1@example.org"),
                try await house.token("p3@example.org")
            )
            let document = try await client.call(.get, "/openapi.json").object
            let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]] ?? [:]
            func check(_ name: String, _ object: [String: Any]?) {
                #expect(Set(object?.keys.map(\.self) ?? []) == Set(schemas[name]?["required"] as? [String] ?? ["?"]))
            }
            func post(_ path: String, _ json: String = "{}", as token: String? = nil, is status: Int = 200) async throws
                -> RouteClient.Answer
            {
                let answer = try await client.call(.post, "/ceremonies\(path)", token: token ?? staff, json)
                #expect(answer.status == status, "\(path): \(answer.body)")
                return answer
            }
            check(
                "Ceremony",
                try await post(
                    "",
                    #"{"slug":"gala","title":"Gala","room":"Mary Stevens Park/Main Hall","starts_at":"2018-02-03T19:00:00Z","schemes":["stars"]}"#,
                    is: 201
                ).object)
            check("Ceremony", try await post("/gala/compilation").object)
            let crew = try await post("/gala/crew", #"{"part":"reader","person":"p5@example.org"}"#)
            check("CrewMember", crew.items.first)
            #expect(
                try await post("/gala/crew", #"{"part":"reader","person":"p5@example.org","leaves":true}"#).items
                    .isEmpty)
            check("Ceremony", try await client.call(.get, "/ceremonies/gala", token: staff).object)
            let order = try await client.call(.get, "/ceremonies/night/order", token: presenter)
            check("RunningOrderItem", order.items.first)
            #expect(order.items.compactMap { $0["kind"] as? String } == ["welcome", "category", "close"])
            // Held by its crew, on another day when they say so; who won is in no answer.
            #expect(try await post("/night/next", as: stage, is: 409).text("code") == "not_its_day")
            for _ in 0..<4 { check("Cue", try await post("/night/next", #"{"any_day":true}"#, as: stage).object) }
            check("Cue", try await post("/night/confirmations", #"{"order":1}"#, as: presenter).object)
            #expect(try await post("/night/next", as: stage, is: 409).text("code") == "not_confirmed")
            let both = try await post("/night/confirmations", #"{"order":1}"#, as: stage)
            #expect(!both.body.contains("Person"))
            let seen = try #require(both.object["sequence"] as? Int)
            #expect(
                try await post("/night/next", #"{"seen":\#(seen - 1)}"#, as: stage, is: 409).text("code") == "moved_on")
            #expect(
                try await post("/night/next", #"{"seen":\#(seen)}"#, as: stage).object["state"] as? String == "winner")
            check("Cue", try await post("/night/back", as: stage).object)
            _ = try await post("/gala/next", as: presenter, is: 404)
        }
    }

    @Test("Guests, tables, wishes and seats go by calls; a practitioner gets none of them")
    func guests() async throws {
        try await TestHouse.with { house in
            _ = try await TestCeremony.make(in: house)
            let client = RouteClient(house)
            let staff = try await house.token("officer@example.org")
            func post(_ path: String, _ json: String, is status: Int) async throws -> RouteClient.Answer {
                let answer = try await client.call(.post, "/ceremonies/night\(path)", token: staff, json)
                #expect(answer.status == status, "\(path): \(answer.body)")
                return answer
            }
            var ids: [String] = []
            for name in ["Ida", "Una"] {
                let made = try await post(
                    "/guests", #"{"name":"\#(name)","party":2,"diet":"vegetarian"}"#, is: 201)
                ids.append(made.text("id") ?? "")
                #expect(made.text("diet")?.contains("egetarian") == true)
            }
            _ = try await post("/guests", #"{"name":"Ida","party":51}"#, is: 422)
            for name in ["Oak", "Elm"] { _ = try await post("/tables", #"{"name":"\#(name)","seats":4}"#, is: 201) }
            let wish = #""one":"\#(ids[0])","other":"\#(ids[1])""#
            _ = try await post("/wishes", "{\(wish),\"wish\":\"beside\"}", is: 422)
            _ = try await post("/wishes", #"{"one":"\#(ids[0])","other":"x","wish":"apart"}"#, is: 422)
            _ = try await post("/wishes", "{\(wish),\"wish\":\"apart\"}", is: 200)
            let seats = try await post("/seats", #"{"seed":3}"#, is: 200)
            #expect(seats.items.count == 4 && Set(seats.items.compactMap { $0["table"] as? String }).count == 2)
            let tables = try await client.call(.get, "/ceremonies/night/tables", token: staff)
            #expect(tables.items.compactMap { $0["taken"] as? Int } == [2, 2])
            let page = try await client.call(.get, "/ceremonies/night/seats?limit=3", token: staff)
            let next = try #require(page.object["next"] as? String)
            let rest = try await client.call(.get, "/ceremonies/night/seats?limit=3&cursor=\(next)", token: staff)
            #expect(page.items.count == 3 && rest.items.count == 1)
            let crew = try await house.token("p1@example.org")
            for path in ["guests", "tables", "seats"] {
                #expect(try await client.call(.get, "/ceremonies/night/\(path)", token: crew).status == 403)
            }
        }
    }
}
