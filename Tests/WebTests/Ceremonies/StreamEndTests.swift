import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("A stream ends with the right to it")
struct StreamEndTests {
    /// What a stream said until it ended by itself; nil where it went on.
    private func heard(
        _ path: String, _ client: RouteClient, _ site: WebSite, _ house: TestHouse,
        until end: @escaping @Sendable () async throws -> Void
    ) async throws -> String? {
        try await withThrowingTaskGroup(of: String?.self) { group in
            group.addTask {
                await site.places.run(house.services)
                return nil
            }
            for _ in 0..<100 where !site.places.isTelling { try await Task.sleep(for: .milliseconds(20)) }
            group.addTask { try await client.get(path).body }
            group.addTask {
                try await Task.sleep(for: .seconds(60))
                return nil
            }
            try await Task.sleep(for: .milliseconds(300))
            try await end()
            let said = try await group.next() ?? nil
            group.cancelAll()
            return said
        }
    }

    private func with(_ body: (TestCeremony, WebSite, RouteClient) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            let site = WebSite(services: house.services, settings: WebSettings())
            let client = RouteClient(site: site)
            try await client.signIn("p1@example.org", house)
            try await body(night, site, client)
        }
    }

    @Test("A presenter who signs out hears nothing more")
    func signsOut() async throws {
        try await with { night, site, client async throws in
            let house = night.stars.week.house
            let session = try #require(client.cookie("pw_session"))
            let said = try await heard("/ceremonies/night/live/presenter", client, site, house) {
                try await house.services.access.signOut(session: session)
            }
            #expect(said?.contains("data: {") == true)
        }
    }

    @Test("Whoever is taken off the crew hears nothing more")
    func dismissed() async throws {
        try await with { night, site, client async throws in
            let (house, ceremonies, staff) = (night.stars.week.house, night.ceremonies, night.staff)
            let said = try await heard("/ceremonies/night/live/presenter", client, site, house) {
                try await ceremonies.dismiss("p1@example.org", .presenter, of: "night", by: staff)
            }
            #expect(said != nil)
        }
    }

    @Test("The wall in the hall ends with the session that it was opened in")
    func wall() async throws {
        try await with { night, site, client async throws in
            let house = night.stars.week.house
            let session = try #require(client.cookie("pw_session"))
            let said = try await heard("/thank-you/screen/live", client, site, house) {
                try await house.services.access.signOut(session: session)
            }
            #expect(said?.contains("data: {") == true)
        }
    }
}
