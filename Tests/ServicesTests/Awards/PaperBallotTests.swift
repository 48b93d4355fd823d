import Domain
import Foundation
import Mail
import Postgres
import Services
import TestSupport
import Testing

@Suite("Ballots from paper, and words for the panel")
struct PaperBallotTests {
    private static func marks(_ impact: Int, _ care: Int) -> [AwardsService.NamedMark] {
        [.init(criterion: "Impact", mark: impact), .init(criterion: "Care", mark: care)]
    }

    @discardableResult
    private func type(
        _ stars: TestAwards, _ candidate: AwardPath, _ judge: String, _ impact: Int, _ care: Int
    ) async throws -> AwardsService.BallotReceipt {
        try await stars.awards.typeBallot(
            candidate, judge: "\(judge)@example.org", marks: Self.marks(impact, care), by: stars.week.staff)
    }

    @Test("One that a judge handed in is never written over from paper, nor is an abstention")
    func kept() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await TestAwards.judged(in: house)
            let judge = try await stars.week.actor("p5@example.org")
            try await stars.score(first, "p5@example.org", 8, 4)
            try await stars.awards.abstain(second, reason: "Too close", by: judge)
            for candidate in [first, second] {
                await #expect {
                    try await type(stars, candidate, "p5", 7, 4)
                } throws: { error in
                    guard case AwardsRefusal.ballotOfJudge(let who, let when) = error else { return false }
                    return who == "Person 5" && when.contains("2018")
                }
            }
            let kept = try await stars.awards.deskCandidate(first, by: judge)
            #expect(Set(kept.marks.compactMap(\.mark)) == [8, 4] && kept.candidate.words.typist == nil)
        }
    }

    @Test("Typed in, it says so to its judge on the desk and by mail, and the judge may still change it")
    func told() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let judge = try await stars.week.actor("p5@example.org")
            try await stars.awards.saveBallot(
                first, marks: [], comment: "My own words", by: judge)
            #expect(try await type(stars, first, "p5", 7, 4).outcome == .added)
            #expect(try await type(stars, first, "p5", 7, 4).outcome == .unchanged)
            #expect(try await type(stars, first, "p5", 9, 4).outcome == .changed)
            let words = try await stars.awards.deskCandidate(first, by: judge).candidate.words
            #expect(words.typist == "Olive Officer" && words.comment == "My own words")
            try await MessageWorker(house: house.services.house, renderer: Templates()).sendDue()
            #expect(house.mail.messages.filter { $0.subject == "ballot_typed" }.map(\.to.address) == ["p5@example.org"])
            try await stars.score(first, "p5@example.org", 5, 5)
            #expect(try await stars.awards.deskCandidate(first, by: judge).candidate.words.typist == nil)
        }
    }

    @Test("Staff who type a ballot in for a judge who is not to score that candidate are told so")
    func notTheirs() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            try await stars.awards.declareConflict(
                first, reason: "We are friends", by: try await stars.week.actor("p7@example.org"))
            await #expect(throws: AwardsRefusal.notTheirs) { try await type(stars, first, "p7", 7, 4) }
            await #expect(throws: AwardsRefusal.notTheirs) { try await type(stars, first, "p9", 7, 4) }
        }
    }

    @Test(
        "A comment for the panel is read after the round by whoever leads, with a name only where its judge is no young judge"
    )
    func comments() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await TestAwards.judged(in: house)
            let (lead, other) = (
                try await stars.week.actor("lead@example.org"), try await stars.week.actor("p7@example.org")
            )
            for judge in ["p5@example.org", "p7@example.org"] {
                _ = try await stars.awards.submitBallot(
                    first, marks: Self.marks(5, 5), comment: "Words of \(judge)", by: try await stars.week.actor(judge))
            }
            // As a young judge has a card; that a person has one is what leaves the name out.
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        insert into app.young_judge (person_id, panel_id, card_hash, supporter_id, agreed_by)
                        select p.id, n.id, sha256('c'), o.id, 'carer' from app.person p, app.panel n, app.person o
                        where p.email = 'p7@example.org' and o.email = 'officer@example.org'
                        """)
            }
            #expect(try await stars.awards.comments(on: first, by: lead).isEmpty)
            _ = try await stars.awards.closeRound("stars", withMissing: "Snow", by: stars.week.staff)
            let read = try await stars.awards.comments(on: first, by: lead)
            #expect(read.map(\.judge) == ["Person 5", nil])
            #expect(read.map(\.words) == ["Words of p5@example.org", "Words of p7@example.org"])
            #expect(try await stars.awards.comments(on: second, by: lead).isEmpty)
            for reader in [other, stars.week.staff, stars.week.admin] {
                #expect(try await stars.awards.comments(on: first, by: reader).isEmpty)
            }
            // With a conflict even whoever chairs reads none.
            try await stars.awards.declareConflict(first, reason: "A cousin", by: lead)
            #expect(try await stars.awards.comments(on: first, by: lead).isEmpty)
        }
    }

    @Test("Neither warnings nor the table of severity speak of a young judge, whose ballots count all the same")
    func young() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await TestAwards.judged(in: house)
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        insert into app.young_judge (person_id, panel_id, card_hash, supporter_id, agreed_by)
                        select p.id, n.id, sha256('c'), o.id, 'carer' from app.person p, app.panel n, app.person o
                        where p.email = 'p7@example.org' and o.email = 'officer@example.org'
                        """)
            }
            for (judge, high, low) in [("lead", 5, 6), ("p5", 5, 6), ("p7", 9, 2)] {
                try await stars.score(first, "\(judge)@example.org", high, high)
                try await stars.score(second, "\(judge)@example.org", low, low)
            }
            _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
            let board = try await stars.awards.board(of: TestAwards.path("heart"), by: stars.week.staff).board
            // Only without that judge the other one would win.
            #expect(board.bands.flatMap(\.lines).first?.code == first.code)
            #expect(board.bands.flatMap(\.dependence).isEmpty)
            #expect(board.severity.map(\.judge) == ["Lena Lead", "Person 5"])
            #expect(board.ballots == 6)
        }
    }

    @Test(
        "A judge takes \"I know this person\" back until they hand in another ballot, and never over somebody else's word"
    )
    func takenBack() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await TestAwards.judged(in: house)
            let (judge, other) = (
                try await stars.week.actor("p5@example.org"), try await stars.week.actor("p7@example.org")
            )
            try await stars.awards.declareConflict(first, reason: "I know this person", by: judge)
            await #expect(throws: AwardsRefusal.notAssigned) {
                try await stars.awards.takeBackConflict(first, by: other)
            }
            try await stars.awards.takeBackConflict(first, by: judge)
            #expect(try await stars.awards.desk(by: judge).count == 2)
            try await stars.awards.declareConflict(first, reason: "I know this person", by: judge)
            try await stars.awards.imposeConflict(
                first, judge: "p5@example.org", reason: "They live together", by: stars.week.staff)
            await #expect(throws: AwardsRefusal.conflictStays) {
                try await stars.awards.takeBackConflict(first, by: judge)
            }
            try await stars.awards.declareConflict(second, reason: "I know this person", by: other)
            try await stars.score(first, "p7@example.org", 5, 5)
            await #expect(throws: AwardsRefusal.conflictStays) {
                try await stars.awards.takeBackConflict(second, by: other)
            }
            let lead = try await stars.week.actor("lead@example.org")
            try await stars.score(first, "lead@example.org", 5, 5)
            try await stars.awards.declareConflict(first, reason: "I know this person", by: lead)
            await #expect(throws: AwardsRefusal.conflictStays) {
                try await stars.awards.takeBackConflict(first, by: lead)
            }
        }
    }

    private struct Templates: MessageRenderer {
        func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter {
            guard case .notice(let template) = letter else { return RenderedLetter(subject: "other", text: "") }
            return RenderedLetter(subject: template.rawValue, text: "")
        }
    }
}
