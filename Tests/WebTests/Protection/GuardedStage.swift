import Domain
import Foundation
import Postgres
import Services
import TestSupport

@testable import Web

/// A young candidate with a name that is nowhere else, whom p5 judges, and two people of the staff: one named for safeguarding.
struct GuardedStage: Sendable {
    static let name = "Zebedee Canaryquill"

    let house: TestHouse
    let stars: TestAwards
    let young: AwardPath
    let nomination: Nomination
    let adult: AwardPath

    init(_ house: TestHouse) async throws {
        self.house = house
        stars = try await TestAwards.make(in: house)
        let week = stars.week
        _ = try await house.services.people.changePerson(
            PersonDetails(email: "p5@example.org", team: "", employer: ""), by: week.admin)
        _ = try await house.services.people.addPerson(
            PersonDetails(email: "guard@example.org", name: "Gwen Guard", roles: [.staff, .safeguarding]),
            by: week.admin)
        _ = try await house.services.people.addPerson(
            PersonDetails(email: "second@example.org", name: "Second Admin", roles: [.admin]), by: week.admin)
        nomination = try await stars.nominate(Self.name, by: "p1@example.org", in: "young", "Brave and kind to all.")
        let accepted = try await stars.awards.accept(nomination.id, by: week.staff)
        young = try AwardPath(candidate: accepted.candidate ?? "")
        adult = try await stars.candidate("p2@example.org", by: "p1@example.org")
        try await stars.panel("p5@example.org")
        _ = try await stars.awards.assign("stars", by: week.staff)
        _ = try await stars.awards.openRound("stars", by: week.staff)
    }

    func browser(_ email: String) async throws -> RouteClient {
        let client = RouteClient(house)
        try await client.signIn(email, house)
        return client
    }

    func actor(_ email: String) async throws -> Actor { try await stars.week.actor(email) }

    /// A picture with the young person's nomination, as if it had been added in time. Nobody has passed it.
    func file() async throws -> UUID {
        let id = nomination.id
        func make(_ sql: String) async throws {
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        set session_replication_role = replica; update nomination set \(sql) where public_id = '\(id)'
                        """)
            }
        }
        try await make("state = 'draft', candidate_id = null")
        let file = try await stars.awards.addEvidence(
            stars.awards.prepare(TestPicture.photograph(TestPicture.jpeg())), caption: "The bridge that they built",
            to: id, by: actor("p1@example.org"))
        try await make(
            "state = 'accepted', candidate_id = (select k.id from candidate k where k.nominee_id = nomination.nominee_id)"
        )
        return file
    }

    /// The words that the panel may read, checked, with consent. Answers the consent.
    @discardableResult
    func readable() async throws -> NewConsent {
        let protection = house.services.protection
        _ = try await protection.write(.panel, "They were brave.", of: young, by: stars.week.staff)
        try await protection.check(young, by: actor("guard@example.org"))
        let yes = NewConsent(use: .panel, channel: .words, agrees: true, giver: "Hidden Giver", capacity: .carer)
        _ = try await protection.record(yes, of: young, by: stars.week.staff)
        return yes
    }

    /// The key of the form that goes there.
    static func key(_ page: RouteClient.Answer, _ end: String) -> String {
        let rest = page.body.components(separatedBy: "\(end)\"").dropFirst().first ?? ""
        return rest.firstMatch(of: /name="idempotency_key" value="([^"]*)"/).map { String($0.output.1) } ?? ""
    }
}
