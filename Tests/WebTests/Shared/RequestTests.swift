import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Requests, before anybody is asked")
struct RequestTests {
    @Test(
        "A foreign host is told that it is in the wrong place",
        arguments: ["evil.example", "127.0.0.1.evil.example", "localhost@evil"])
    func foreignHost(host: String) async throws {
        try await TestHouse.with { house in
            let answer = try await RouteClient(house).send(.get, "/", host: host, headers: [:], body: nil)
            #expect(answer.status == 421)
        }
    }

    @Test(
        "On a loopback listener the machine's own names are ours, on any port",
        arguments: ["localhost", "127.0.0.1:9", "[::1]:8080"])
    func loopbackNames(host: String) async throws {
        try await TestHouse.with { house in
            let status = try await RouteClient(house).send(.get, "/health/live", host: host, headers: [:], body: nil)
                .status
            #expect(status == 200)
        }
    }

    @Test("Elsewhere only the base address's host is ours")
    func publicListener() {
        let hosts = AcceptedHosts(baseURL: "https://week.example.org", isLoopback: false)
        #expect(hosts.accepts("week.example.org") && hosts.accepts("WEEK.example.org:8443"))
        #expect(!hosts.accepts("localhost") && !hosts.accepts("example.org") && !hosts.accepts(""))
        #expect(!hosts.isPlain("localhost"))
    }

    @Test("A second Host is refused")
    func twoHosts() async throws {
        let host = try #require(HTTPField.Name("Host"))
        try await TestHouse.with { house in
            let status = try await RouteClient(house).get("/", headers: [host: "evil.example"]).status
            #expect(status == 400)
        }
    }

    @Test(
        "A path that is no text is refused and asks nothing",
        arguments: ["/sessions/%00", "/sessions/%ff", "/sessions/%zz", "/%", "/a b", "/é", "x", "/?day=%00", "/?a=%ff"])
    func unreadablePath(path: String) async throws {
        try await TestHouse.with { house in
            let status = try await RouteClient(house).get(path).status
            #expect(status == 400)
        }
    }

    @Test(
        "Any path of odd shape gets an answer",
        arguments: [
            "//", "///x", "/sessions//x", "/events/.ics", "/sessions/.ics", "/..", "/calendars/.ics",
            "/sessions/a/b/c/d",
        ])
    func oddPath(path: String) async throws {
        try await TestHouse.with { house in
            let status = try await RouteClient(house).get(path).status
            #expect(status == 200 || status == 404)
        }
    }

    @Test("A body over the limit is refused")
    func tooLarge() async throws {
        try await TestHouse.with { house in
            var settings = WebSettings()
            settings.mostBodyBytes = 1000
            let client = RouteClient(house, settings: settings)
            let answer = try await client.post("/sign-in", ["email": String(repeating: "a", count: 2000)])
            #expect(answer.status == 413)
        }
    }

    @Test("A page that is not there is a page with a way on")
    func notFound() async throws {
        try await TestHouse.with { house in
            let answer = try await RouteClient(house).get("/no-such-page")
            #expect(answer.status == 404)
            #expect(answer.words.contains("Page not found"))
            #expect(answer.body.contains("href=\"/\""))
        }
    }

    @Test(
        "Every answer carries the headers that keep a browser in bounds",
        arguments: ["/", "/nope", "/sign-in", "/health/live", "/events/week.ics"])
    func securityHeaders(path: String) async throws {
        try await TestHouse.with { house in
            let headers = try await RouteClient(house).get(path).headers
            #expect(headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[SecurityHeaders.referrerPolicy] != nil)
        }
    }

    @Test("Assets are kept for ever under a name that changes with them")
    func assets() async throws {
        try await TestHouse.with { house in
            let client = RouteClient(house)
            let answer = try await client.get(Asset.stylesheet.address.text)
            #expect(answer.status == 200)
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(try await client.get("/assets/style-0.css").status == 404)
        }
    }

    @Test("Readiness is the database's")
    func ready() async throws {
        let house = try await TestHouse.open()
        let client = RouteClient(house)
        #expect(try await client.get("/health/ready").status == 200)
        await house.database.close()
        #expect(try await client.get("/health/ready").status == 503)
        #expect(try await client.get("/health/live").status == 200)
    }

    @Test("With the database away a page says so and when to come back")
    func unavailable() async throws {
        let house = try await TestHouse.open()
        let client = RouteClient(house)
        await house.database.close()
        let answer = try await client.get("/")
        #expect(answer.status == 503)
        #expect(answer.headers[.retryAfter] != nil)
    }
}
