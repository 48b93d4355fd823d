import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("A method that a page does not take")
struct WrongMethodTests {
    @Test(
        "It is answered 405, with the methods that it does take",
        arguments: [
            ("GET", "/sessions/W18-001/bookings", "POST"), ("DELETE", "/", "GET, HEAD"), ("PUT", "/me", "GET, HEAD"),
            ("POST", "/events/week.ics", "GET, HEAD"), ("POST", "/health/live", "GET, HEAD"),
            ("GET", "/sign-out", "POST"), ("POST", "/sessions/W18-001", "GET, HEAD"),
        ])
    func wrong(method: String, path: String, allowed: String) async throws {
        try await TestHouse.with { house async throws in
            let answer = try await RouteClient(house).get(path, method: try #require(HTTPRequest.Method(method)))
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] == allowed)
        }
    }

    @Test(
        "A path that no route knows stays a 404, whatever the method",
        arguments: ["/nowhere", "/a/b/c/d/e", "/events/"])
    func unknown(path: String) async throws {
        try await TestHouse.with { house async throws in
            #expect(try await RouteClient(house).post(path, [:]).status == 404)
        }
    }

    @Test("A part of a pattern may have words around its name")
    func patterns() {
        #expect(RouteTable.isMatch("{slug}.ics", "week.ics"))
        #expect(!RouteTable.isMatch("{slug}.ics", ".ics"))
        #expect(!RouteTable.isMatch("{slug}.ics", "week"))
        #expect(RouteTable.isMatch("{id}", "7"))
        #expect(!RouteTable.isMatch("events", "sessions"))
    }
}
