import Domain
import Foundation
import Mail
import Services
import TestSupport
import Testing

@Suite("Being asked to judge")
struct InvitationTests {
    private static let panel = AwardPath(scheme: "stars", part: "main")
    private static let heart = TestAwards.path("heart")

    /// A candidate, a panel that the lead chairs, and p5, who is asked by mail and has not answered.
    private func asked(_ house: TestHouse) async throws -> (TestAwards, AwardPath, Actor) {
        let stars = try await TestAwards.make(in: house)
        for number in [5, 7] {
            _ = try await house.services.people.changePerson(
                PersonDetails(email: "p\(number)@example.org", team: "", employer: ""), by: stars.week.admin)
        }
        let candidate = try await stars.candidate("p2@example.org", by: "p1@example.org")
        try await stars.panel("p7@example.org")
        _ = try await stars.awards.addJudge(
            "p5@example.org", to: Self.panel, asks: true, by: stars.week.staff)
        return (stars, candidate, try await stars.week.actor("p5@example.org"))
    }

    private func sent(_ template: String, _ house: TestHouse) async throws -> [String] {
        try await MessageWorker(house: house.services.house, renderer: Templates()).sendDue()
        return house.mail.messages.filter { $0.subject == template }.map(\.to.address).sorted()
    }

    @Test("Who has not accepted reads no candidate, scores none, and counts as missing; accepting opens it all")
    func reading() async throws {
        try await TestHouse.with { house in
            let (stars, candidate, judge) = try await asked(house)
            #expect(try await sent("judge_invited", house) == ["p5@example.org"])
            _ = try await stars.awards.assign("stars", by: stars.week.staff)
            let before = try await stars.awards.checkAssignment("stars", by: stars.week.staff)
            #expect(before.first { $0.category == "heart" }?.judges == 2)
            _ = try await stars.awards.openRound("stars", by: stars.week.staff)
            #expect(try await sent("round_opened", house) == ["lead@example.org", "p7@example.org"])
            #expect(try await stars.awards.desk(by: judge).isEmpty)
            await #expect(throws: AwardsRefusal.notAssigned) {
                try await stars.awards.deskCandidate(candidate, by: judge)
            }
            await #expect(throws: AwardsRefusal.notAssigned) {
                try await stars.score(candidate, "p5@example.org", 5, 5)
            }
            #expect(try await stars.awards.leftToJudge(by: judge) == 0)
            try await stars.awards.answer(Self.panel, accepts: true, by: judge)
            #expect(try await stars.awards.desk(by: judge).map(\.path) == [candidate])
            try await stars.score(candidate, "p5@example.org", 5, 5)
            #expect(
                try await stars.awards.checkAssignment("stars", by: stars.week.staff)
                    .first { $0.category == "heart" }?.judges == 3)
            await #expect(throws: AwardsRefusal.noInvitation) {
                try await stars.awards.answer(Self.panel, accepts: false, by: judge)
            }
        }
    }

    @Test("Who declines is to score nobody, gets no letter of it, and may think again")
    func declined() async throws {
        try await TestHouse.with { house in
            let (stars, candidate, judge) = try await asked(house)
            _ = try await stars.awards.assign("stars", by: stars.week.staff)
            try await stars.awards.answer(Self.panel, accepts: false, by: judge)
            #expect(try await sent("judge_invited", house).isEmpty)
            let again = try await stars.awards.assign("stars", by: stars.week.staff)
            #expect(again.map(\.judge) == ["lead@example.org", "p7@example.org"])
            try await stars.awards.answer(Self.panel, accepts: true, by: judge)
            _ = try await stars.awards.assign("stars", by: stars.week.staff)
            _ = try await stars.awards.openRound("stars", by: stars.week.staff)
            #expect(try await stars.awards.desk(by: judge).map(\.path) == [candidate])
        }
    }

    @Test("Staff keep that somebody accepted on paper, and nobody else answers for another")
    func onPaper() async throws {
        try await TestHouse.with { house in
            let (stars, _, judge) = try await asked(house)
            let other = try await stars.week.actor("p7@example.org")
            await #expect(throws: AccessRefusal.self) {
                try await stars.awards.acceptOnPaper("p5@example.org", on: Self.panel, by: other)
            }
            await #expect(throws: AwardsRefusal.noInvitation) {
                try await stars.awards.answer(
                    Self.panel, accepts: true, by: try await stars.week.actor("p9@example.org"))
            }
            try await stars.awards.acceptOnPaper("p5@example.org", on: Self.panel, by: stars.week.staff)
            #expect(try await stars.awards.invitations(of: judge).map(\.answer) == [.paper])
            await #expect(throws: AccessRefusal.notFound("member")) {
                try await stars.awards.acceptOnPaper("p5@example.org", on: Self.panel, by: stars.week.staff)
            }
        }
    }

    @Test("A chair who has not accepted leads nothing and is in no meeting")
    func chair() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            _ = try await stars.awards.addPanel(Self.panel, chair: "lead@example.org", asks: true, by: stars.week.staff)
            let chair = try await stars.week.actor("lead@example.org")
            #expect(try await !stars.awards.leads(Self.heart, by: chair))
            await #expect(throws: AwardsRefusal.notAssigned) {
                try await stars.awards.meeting(of: Self.heart, by: chair)
            }
            try await stars.awards.answer(Self.panel, accepts: true, by: chair)
            #expect(try await stars.awards.leads(Self.heart, by: chair))
            #expect(try await stars.awards.meeting(of: Self.heart, by: chair).leads)
        }
    }

    private struct Templates: MessageRenderer {
        func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter {
            guard case .notice(let template) = letter else { return RenderedLetter(subject: "other", text: "") }
            return RenderedLetter(subject: template.rawValue, text: "")
        }
    }
}
