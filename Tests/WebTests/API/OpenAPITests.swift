import Domain
import Foundation
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite("The API's description")
struct OpenAPITests {
    private func described(_ body: ([String: Any], RouteClient) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let client = RouteClient(house)
            let answer = try await client.call(.get, "/openapi.json")
            #expect(answer.status == 200 && answer.headers[.contentType] == "application/json")
            try await body(answer.object, client)
        }
    }

    /// `get /events`, for every operation of the document.
    private func operations(_ document: [String: Any]) -> [String: [String: Any]] {
        var found: [String: [String: Any]] = [:]
        for (path, item) in document["paths"] as? [String: [String: [String: Any]]] ?? [:] {
            for (method, operation) in item { found["\(method) \(path)"] = operation }
        }
        return found
    }

    @Test("It describes every call that the router answers, and no other")
    func matchesRoutes() async throws {
        try await described { document, client in
            #expect(document["openapi"] as? String == "3.1.0")
            let routed = AppRouter.build(client.site).routes.filter {
                $0.path.description.hasPrefix("/api/v1") && $0.method != .head
            }
            let names = routed.map {
                "\($0.method.rawValue.lowercased()) \($0.path.description.dropFirst("/api/v1".count))"
            }
            #expect(Set(operations(document).keys) == Set(names))
            #expect(names.count == Set(names).count && !names.isEmpty)
        }
    }

    @Test("Every operation has a name of its own, answers, and its path's parameters")
    func isWhole() async throws {
        try await described { document, _ in
            let operations = operations(document)
            #expect(Set(operations.values.compactMap { $0["operationId"] as? String }).count == operations.count)
            for (name, operation) in operations {
                let declared = (operation["parameters"] as? [[String: Any]] ?? []).filter {
                    $0["in"] as? String == "path"
                }
                let inPath = name.matches(of: /\{([a-z]+)\}/).map { String($0.1) }
                #expect(Set(declared.compactMap { $0["name"] as? String }) == Set(inPath), "\(name)")
                #expect(declared.allSatisfy { $0["required"] as? Bool == true })
                let answers = operation["responses"] as? [String: Any] ?? [:]
                #expect(answers.keys.contains { $0.hasPrefix("2") }, "\(name)")
                #expect(name.hasPrefix("get") == (operation["requestBody"] == nil), "\(name)")
            }
        }
    }

    @Test("Every reference leads to a schema, and every schema is used")
    func references() async throws {
        try await TestHouse.with { house in
            let answer = try await RouteClient(house).call(.get, "/openapi.json")
            let components = answer.object["components"] as? [String: Any]
            let schemas = Set((components?["schemas"] as? [String: Any] ?? [:]).keys)
            let used = Set(answer.body.matches(of: /#\/components\/schemas\/([A-Za-z]+)/).map { String($0.1) })
            #expect(schemas == used)
        }
    }

    @Test("What is answered has the members that the schema requires")
    func answersMatch() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let client = RouteClient(house)
            let document = try await client.call(.get, "/openapi.json").object
            let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]] ?? [:]
            func properties(_ name: String) -> Set<String> {
                Set((schemas[name]?["properties"] as? [String: Any] ?? [:]).keys)
            }
            func required(_ name: String) -> Set<String> { Set(schemas[name]?["required"] as? [String] ?? []) }
            let listed = try await client.call(.get, "/events/week/sessions").items.first ?? [:]
            let event = try await client.call(.get, "/events").items.first ?? [:]
            let booking = try await client.call(
                .post, "/sessions/\(session.reference)/bookings", token: house.token("p1@example.org"), "{}"
            ).object
            let problem = try await client.call(.get, "/sessions/x").object
            for (name, object) in [("Session", listed), ("Event", event), ("Booking", booking)] {
                #expect(Set(object.keys) == properties(name) && properties(name) == required(name), "\(name)")
            }
            #expect(Set(problem.keys) == required("Problem"))
        }
    }
}
