import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport

@testable import Web

/// A week with something of every kind in it, and whoever may do everything signed in: what attacks are tried on.
struct AttackStage: Sendable {
    let house: TestHouse
    let week: TestWeek
    let client: RouteClient
    /// What stands for the placeholders of addresses.
    let things: [String: [String]]

    static func with(_ body: (AttackStage) async throws -> Void) async throws {
        try await TestHouse.with { house in try await body(try await AttackStage(house)) }
    }

    private init(_ house: TestHouse) async throws {
        self.house = house
        week = try await TestWeek.make(in: house)
        let services = house.services
        let session = try await week.session(room: "Corbyn Road/Room 1", facilitators: ["lead@example.org"])
        let booking = try await week.book(session, "p2@example.org")
        let invitation = try await services.proposals.invite(
            to: "week", closingOn: day("2018-01-31"), today: day("2018-01-15"), by: week.staff)
        let kept = try await services.files.keep(
            kind: "sites", event: nil, name: "sites.csv", content: Array("name\nA site\n".utf8), by: week.admin)
        let post = try await services.posts.add(
            "Director", holder: "manager@example.org", from: day("2018-01-01"), by: week.admin)
        let person = try await services.people.people(email: "p1@example.org", by: week.admin).first
        things = [
            "slug": ["week"], "reference": [session.reference], "token": [invitation], "name": ["none"],
            "id": [booking.id.uuidString, kept.uuidString, post.uuidString, person?.publicID.uuidString ?? "", "1"],
        ]
        client = RouteClient(house)
        try await client.signIn("admin@example.org", house)
    }

    var token: String { house.services.access.formToken(of: client.cookie("pw_session") ?? "") }

    /// Every address that takes a form.
    var forms: [String] { EveryPath.of(client.site, things, method: .post).filter { !$0.hasPrefix("/api/") } }
    /// Every address that is read.
    var paths: [String] { EveryPath.of(client.site, things).filter { !$0.hasSuffix("/live") } }

    /// Sends every form, and answers where one was taken. Where no such thing can be, that is said first.
    func taken(by send: (String) async throws -> RouteClient.Answer) async throws -> [String] {
        var taken: [String] = []
        var refused = 0
        for path in forms {
            let status = try await send(path).status
            if status == 403 { refused += 1 }
            if status != 403, status != 404 { taken.append("\(path): \(status)") }
        }
        return refused > 40 ? taken : ["only \(refused) forms were refused"]
    }

    /// What was done so far, in words.
    func deeds() async throws -> String { try await client.get("/admin/audit").words }

    /// The forms of a page: where each goes, and the fields that somebody fills in.
    static func forms(on page: RouteClient.Answer) -> [(action: String, names: Set<String>)] {
        page.body.matches(of: /(?s)<form [^>]*method="post"[^>]*>.*?<\/form>/).compactMap { form in
            guard let action = form.output.firstMatch(of: /action="([^"]*)"/)?.output.1 else { return nil }
            let names = form.output.matches(of: /<(?:input|textarea|select) [^>]*name="([^"]*)"/).map {
                String($0.output.1)
            }
            return (String(action), Set(names).subtracting(["csrf", "idempotency_key"]))
        }
    }
}
