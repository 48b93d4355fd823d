import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Terms, and ballots on paper, page by page")
struct PaperPagesTests {
    private func browser(_ email: String, _ house: TestHouse) async throws -> RouteClient {
        let client = RouteClient(house)
        try await client.signIn(email, house)
        return client
    }

    @Test("Staff type a ballot in beside the missing one, by the candidate's name, and mend what was mistyped")
    func typing() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let staff = try await browser("officer@example.org", house)
            let round = try await staff.get("/awards/schemes/stars/round")
            #expect(round.words.contains("Type in a paper ballot of Person 5"))
            let link = round.body.matches(of: /href="(\/awards\/schemes\/stars\/papers\?judge=[^"]*)"/)
                .map { String($0.output.1) }
            var typed = 0
            for address in link {
                let judge = try await staff.get(address)
                guard judge.words.contains("Paper ballots of Person 5") else { continue }
                let form = try await staff.get("\(address)&candidate=heart/\(first.code ?? "")")
                #expect(form.words.contains("Person 2 (\(first.code ?? ""))"))
                let id = address.components(separatedBy: "judge=").last ?? ""
                var fields = ["judge": id, "candidate": "heart/\(first.code ?? "")"]
                for (name, mark) in try await DeskTests.marks(house, "12", "5") { fields[name] = mark }
                let wrong = try await staff.post("/awards/schemes/stars/papers", from: form, fields)
                #expect(
                    wrong.status == 422 && wrong.words.contains("A mark for Impact is a whole number from 0 to 10."))
                for (name, mark) in try await DeskTests.marks(house, "7", "5") { fields[name] = mark }
                let right = try await staff.post("/awards/schemes/stars/papers", from: wrong, fields)
                #expect(right.location == "\(address)&done=typed")
                #expect(try await staff.get(address).words.contains("Typed in"))
                let blank = try await staff.get("/awards/schemes/stars/papers/blank?judge=\(id)")
                #expect(blank.words.contains("Ballots of Person 5") && !blank.words.contains("Person 2"))
                typed += 1
            }
            #expect(typed == 1)
            let judge = try await browser("p5@example.org", house)
            #expect(
                try await judge.get("/judging/\(first.text)").words.contains("Typed in from paper by Olive Officer."))
            try await stars.score(first, "p5@example.org", 9, 9)
            #expect(try await stars.awards.papersDue(of: "stars", by: stars.week.staff).count == 5)
        }
    }

    @Test("Whoever is seated by page reads the terms in place of every candidate, and accepts with one press")
    func terms() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            let staff = try await browser("officer@example.org", house)
            let panels = try await staff.get("/awards/schemes/stars/panels")
            let seated = try await staff.post(
                "/awards/schemes/stars/panels/main/members", from: panels,
                ["judge": "p9@example.org", "part": "judge"])
            #expect(seated.status == 303)
            #expect(try await staff.get("/awards/schemes/stars/panels").words.contains("3 of 4 have accepted."))
            let judge = try await browser("p9@example.org", house)
            #expect(try await judge.get("/judging").location == "/judging/terms")
            for code in [first.code ?? "", "ZZZZ"] {
                #expect(try await judge.get("/judging/stars/heart/\(code)").location == "/judging/terms")
            }
            let terms = try await judge.get("/judging/terms")
            #expect(
                terms.words.contains("Copy and photograph nothing.") && terms.words.contains("you would judge Heart"))
            let accepted = try await judge.post(
                "/judging/terms", from: terms, ["panel": "stars/main", "do": "accept"])
            #expect(accepted.location == "/judging?done=accepted")
            #expect(try await judge.get("/judging").status == 200)
            #expect(try await staff.get("/awards/schemes/stars/panels").words.contains("4 of 4 have accepted."))
            #expect(try await judge.get("/judging/stars/heart/ZZZZ").status == 404)
            #expect(try await stars.awards.invitations(of: stars.week.actor("p9@example.org")).count == 1)
        }
    }

    @Test("A young judge reads the terms in plain words")
    func young() async throws {
        try await TestHouse.with { house in
            let (stars, _, _) = try await TestAwards.judged(in: house)
            let panel = AwardPath(scheme: "stars", part: "main")
            let card = try await stars.awards.addYoungJudge(
                "Comet", to: panel, supporter: "p9@example.org", agreedBy: .carer, asks: true, by: stars.week.staff)
            let pin = try await stars.awards.newPIN(for: panel, by: stars.week.staff)
            let client = RouteClient(house)
            let page = try await client.get("/judging/card")
            _ = try await client.post("/judging/card", from: page, ["card": card, "pin": pin])
            #expect(try await client.get("/judging").location == "/judging/terms")
            let terms = try await client.get("/judging/terms")
            #expect(terms.words.contains("Will you help to choose?") && terms.words.contains("Keep it secret."))
        }
    }
}
