import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Running awards on pages")
struct AwardsPagesTests {
    private func with(
        _ who: String = "officer@example.org", _ body: (TestHouse, RouteClient) async throws -> Void
    ) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn(who, house)
            try await body(house, client)
        }
    }

    /// Opens a page and sends its form.
    @discardableResult
    private func send(
        _ client: RouteClient, _ page: String, to address: String? = nil, _ fields: [String: String]
    ) async throws -> RouteClient.Answer {
        try await client.post(address ?? page, from: try await client.get(page), fields)
    }

    @Test("A scheme goes by page from its rules to a frozen result, with a panel, a conflict, a round and a decision")
    func whole() async throws {
        try await with { house, client in
            for number in [5, 7] {
                _ = try await house.services.people.changePerson(
                    PersonDetails(email: "p\(number)@example.org", team: "", employer: ""), by: house.operating)
            }
            let scheme = "/awards/schemes/stars"
            let added = try await send(
                client, "/awards/new",
                [
                    "slug": "stars", "title": "Stars 2018", "kind": "competitive", "ranking": "raw",
                    "opens": "1 January 2018", "closes": "31 January 2018",
                ])
            #expect(added.location == "\(scheme)/rules?done=added")
            try await send(
                client, "\(scheme)/new-category", to: "\(scheme)/categories",
                ["slug": "heart", "title": "Heart", "for": "person", "winners": "1"])
            try await send(
                client, "\(scheme)/categories/heart/new-criterion", to: "\(scheme)/categories/heart/criteria",
                ["name": "Care", "weight": "1", "lowest": "0", "highest": "10"])
            let refused = try await send(client, "\(scheme)/rules", to: "\(scheme)/publication", ["word": "star"])
            #expect(refused.status == 422 && refused.words.contains("Type stars to say that you mean it."))
            try await send(client, "\(scheme)/rules", to: "\(scheme)/publication", ["word": "stars"])
            #expect(try await client.get("\(scheme)/rules").words.contains("SHA-256"))
            let staff = try await house.services.access.person(
                ofToken: try await house.token("officer@example.org")
            ).actor(.web)
            for nominee in ["p2@example.org", "p4@example.org"] {
                let made = try await house.services.awards.nominate(
                    NewNomination(
                        category: AwardPath(scheme: "stars", part: "heart"), nominator: "p1@example.org",
                        nominee: .person(nominee), statement: "Always there."), by: staff)
                let page = "\(scheme)/nominations/\(made.id.uuidString.lowercased())"
                #expect(try await client.get("\(scheme)/nominations").words.contains("left to screen"))
                let screened = try await send(client, page, to: "\(page)/screening", ["decision": "accepted"])
                #expect(screened.location?.contains("done=accepted") == true)
            }
            try await send(client, "\(scheme)/panels", ["panel": "main", "chair": "lead@example.org"])
            for judge in ["p5@example.org", "p7@example.org"] {
                try await send(
                    client, "\(scheme)/panels", to: "\(scheme)/panels/main/members", ["judge": judge, "part": "judge"])
            }
            for judge in ["lead@example.org", "p5@example.org", "p7@example.org"] {
                let asked = RouteClient(house)
                try await asked.signIn(judge, house)
                try await send(asked, "/judging/terms", ["panel": "stars/main", "do": "accept"])
            }
            #expect(
                try await client.get("\(scheme)/round?preview=yes").words.contains("6 pairs of a judge and a candidate")
            )
            try await send(client, "\(scheme)/round", to: "\(scheme)/assignment", [:])
            try await send(client, "\(scheme)/round", [:])
            let candidates = try await house.services.awards.candidates(
                of: AwardPath(scheme: "stars", part: "heart"), by: staff)
            for (place, candidate) in candidates.sorted(by: { ($0.nominee ?? "") < ($1.nominee ?? "") }).enumerated() {
                for judge in ["lead@example.org", "p5@example.org"] {
                    let actor = try await house.services.access.person(ofToken: try await house.token(judge)).actor(
                        .web)
                    _ = try await house.services.awards.submitBallot(
                        try AwardPath(candidate: candidate.name),
                        marks: [.init(criterion: "Care", mark: place == 0 ? 9 : 4)], by: actor)
                }
            }
            let missing = try await send(client, "\(scheme)/round", to: "\(scheme)/round/closing", [:])
            #expect(missing.status == 409 && missing.words.contains("2 ballots are missing"))
            try await send(client, "\(scheme)/round", to: "\(scheme)/round/closing", ["reason": "One judge is ill"])
            let board = try await client.get("\(scheme)/results/heart")
            #expect(board.words.contains("Person 2 is ahead with 90.0, 50.0 before Person 4."))
            #expect(board.body.contains("<svg"))
            #expect(!board.body.contains("Decide"))
            try await decide(house, scheme, candidates)
            let late = try await send(client, "\(scheme)/results", to: "\(scheme)/freeze", ["word": "stars"])
            #expect(late.location == "\(scheme)/results?done=frozen")
            #expect(try await client.get("\(scheme)/results").words.contains("Holds Computed again just now"))
        }
    }

    private func decide(_ house: TestHouse, _ scheme: String, _ candidates: [Candidate]) async throws {
        let chair = RouteClient(house)
        try await chair.signIn("lead@example.org", house)
        #expect(try await chair.get("/awards").words.contains("These are yours to decide: Heart"))
        for candidate in candidates {
            let path = try AwardPath(candidate: candidate.name)
            let page = "\(scheme)/results/heart/\(path.code ?? "")"
            let wins = candidate.nominee == "p2@example.org"
            if !wins {
                let refused = try await send(
                    chair, page, ["outcome": "winner", "reason": "We prefer them"])
                #expect(refused.status == 422 && refused.words.contains("This goes against the ranking."))
                #expect(refused.body.contains("value=\"We prefer them\""))
            }
            let answer = try await send(
                chair, page, ["outcome": wins ? "winner" : "commended", "reason": "As the panel agreed"])
            #expect(answer.location == "\(scheme)/results/heart?done=decided")
        }
    }

    @Test("An embargo is set by one person, and shortened when a second one sets the same time")
    func embargo() async throws {
        try await with { house, client in
            _ = try await TestAwardsScheme.make(in: house)
            let page = "/awards/schemes/stars/results"
            let embargo = "/awards/schemes/stars/embargo"
            try await send(client, page, to: embargo, ["until": "23 March 2018 21:00"])
            #expect(try await client.get(page).words.contains("before 23 Mar 2018, 9pm"))
            let asked = try await send(client, page, to: embargo, ["until": "20 March 2018 21:00"])
            #expect(asked.location == "\(page)?done=asked")
            #expect(try await client.get(page).words.contains("before 23 Mar 2018, 9pm"))
            let admin = RouteClient(house)
            try await admin.signIn("admin@example.org", house)
            #expect(try await admin.get(page).words.contains("Olive Officer asked to shorten it to 20 Mar 2018, 9pm"))
            try await send(admin, page, to: embargo, ["until": "20 March 2018 21:00"])
            #expect(try await client.get(page).words.contains("before 20 Mar 2018, 9pm"))
            let wrong = try await send(client, page, to: embargo, ["until": "soon"])
            #expect(
                wrong.status == 422 && wrong.body.contains("href=\"#until\"") && wrong.body.contains("value=\"soon\""))
        }
    }

    @Test("Administrators run a scheme and see no nomination, no candidate and no figure of them")
    func administrators() async throws {
        try await with("admin@example.org") { house, client in
            let officer = try await TestAwardsScheme.make(in: house)
            _ = try await house.services.awards.nominate(
                NewNomination(
                    category: AwardPath(scheme: "stars", part: "heart"), nominator: "p1@example.org",
                    nominee: .person("p2@example.org"), statement: "Always there."), by: officer)
            for path in ["", "/nominations", "/conflicts", "/round", "/results", "/panels"] {
                let answer = try await client.get("/awards/schemes/stars\(path)")
                #expect(!answer.words.contains("Person 2") && !answer.words.contains("p2@example.org"), "\(path)")
                #expect(!answer.words.contains("1 nomination"), "\(path)")
            }
            #expect(try await client.get("/awards").words.contains("Find a panel for 1 award"))
        }
    }

    @Test("What is wrong in a form is said beside its field, and what was typed stays")
    func refusals() async throws {
        try await with { house, client in
            _ = try await TestAwardsScheme.make(in: house)
            let answer = try await send(
                client, "/awards/new",
                [
                    "slug": "Not a slug", "title": "T", "kind": "competitive", "opens": "1 January 2018",
                    "closes": "31/31/2018",
                ])
            #expect(answer.status == 422 && answer.body.contains("href=\"#closes\""))
            #expect(answer.body.contains("<title>Error: ") && answer.body.contains("value=\"Not a slug\""))
            let taken = try await send(
                client, "/awards/new",
                [
                    "slug": "stars", "title": "T", "kind": "competitive", "opens": "1 January 2018",
                    "closes": "3 January 2018",
                ])
            #expect(taken.status == 409 && taken.body.contains("href=\"#slug\""))
            let nobody = try await send(
                client, "/awards/schemes/stars/panels", ["panel": "main", "chair": "nobody@example.org"])
            #expect(nobody.status == 422 && nobody.body.contains("value=\"nobody@example.org\""))
        }
    }
}

/// A published scheme `stars` with one award.
enum TestAwardsScheme {
    /// - Returns: who set it up.
    static func make(in house: TestHouse) async throws -> Actor {
        let staff = try await house.services.access.person(
            ofToken: try await house.token("officer@example.org")
        ).actor(.web)
        let awards = house.services.awards
        _ = try await awards.addScheme(
            NewScheme(
                slug: "stars", title: "Stars 2018", kind: .competitive, opensAt: try moment("2018-01-01 00:00"),
                closesAt: try moment("2018-02-01 00:00")), by: staff)
        _ = try await awards.addCategory(NewCategory(slug: "heart", title: "Heart"), to: "stars", by: staff)
        _ = try await awards.addCriterion("Care", to: AwardPath(scheme: "stars", part: "heart"), by: staff)
        _ = try await awards.publish("stars", by: staff)
        return staff
    }
}
