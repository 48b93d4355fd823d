import Domain
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("Figures for whoever watches the server")
struct MetricsTests {
    @Test("Requests are counted by the pattern of their route, never by what was asked for")
    func patterns() async throws {
        try await TestHouse.with { house async throws in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            try await week.book(session, "p1@example.org")
            let client = RouteClient(house)
            _ = try await client.get("/sessions/\(session.reference)?to=p1@example.org")
            _ = try await client.get("/sessions/NO-001")
            let text = try await client.get("/metrics").body
            #expect(
                text.contains(
                    "practiceweek_requests_total{method=\"GET\",route=\"/sessions/{reference}\",status=\"200\"} 1\n"))
            #expect(
                text.contains(
                    "practiceweek_requests_total{method=\"GET\",route=\"/sessions/{reference}\",status=\"404\"} 1\n"))
            #expect(text.contains("practiceweek_request_seconds_count{route=\"/sessions/{reference}\"} 2\n"))
            #expect(text.contains("practiceweek_bookings{state=\"confirmed\"} 1\n"))
            #expect(text.contains("practiceweek_pool_leases_waiting 0\n"))
            #expect(text.contains("practiceweek_database_up 1\n"))
            #expect(text.contains("practiceweek_resident_memory_bytes "))
            for secret in [session.reference, "NO-001", "example.org", session.title] {
                #expect(!text.contains(secret))
            }
        }
    }

    @Test("Every line is of the text format, and every family is announced before it")
    func format() async throws {
        try await TestHouse.with { house async throws in
            let client = RouteClient(house)
            _ = try await client.get("/health/live")
            let answer = try await client.get("/metrics")
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            var known: Set<Substring> = []
            for line in answer.body.split(separator: "\n") {
                if let family = line.firstMatch(of: /^# TYPE (\w+) (?:counter|gauge|histogram)$/) {
                    known.insert(family.output.1)
                } else if !line.hasPrefix("# HELP ") {
                    let sample = try #require(
                        line.firstMatch(of: /^(\w+?)(_bucket|_sum|_count)?(?:\{[^}]*\})? [0-9.e+-]+$/))
                    #expect(known.contains(sample.output.1) || known.contains(line.prefix { $0 != "{" && $0 != " " }))
                }
            }
            #expect(!known.isEmpty)
        }
    }

    @Test("With a port of their own they are not among the pages")
    func apart() async throws {
        try await TestHouse.with { house async throws in
            let client = RouteClient(house, settings: WebSettings(metricsPort: 9100))
            #expect(try await client.get("/metrics").status == 404)
        }
    }

    @Test("What a client makes up counts as one method and one route")
    func madeUp() {
        let metrics = Metrics()
        for word in ["BREW", "SPILL"] {
            if let method = HTTPRequest.Method(word) { metrics.note(method, route: nil, status: 404, seconds: 99) }
        }
        #expect(metrics.snapshot.answers == [Metrics.Answered(method: "other", route: "none", status: 404): 2])
        #expect(metrics.snapshot.times["none"]?.counts.last == 2)
    }

    @Test("A label's value cannot leave its quotation marks")
    func escaping() {
        #expect(MetricsText.escaped("a\"b\\c\nd") == "a\\\"b\\\\c\\nd")
    }
}
