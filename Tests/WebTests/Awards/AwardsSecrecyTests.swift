import Domain
import Foundation
import HTTPTypes
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("What somebody must not know about awards")
struct AwardsSecrecyTests {
    private struct Secret: Sendable {
        let name: String
        let knownTo: String
        /// To whom nothing may change. Whoever is neither sees what is theirs to see.
        let hiddenFrom: [String]
        let sql: String
    }

    private static let everybody = [
        "", "p1@example.org", "p2@example.org", "p5@example.org", "p9@example.org", "manager@example.org",
        "admin@example.org", "lead@example.org",
    ]

    private static func but(_ others: String...) -> [String] { everybody.filter { !others.contains($0) } }

    /// p2 and p4 stand, p1 and p3 nominated them; the lead chairs, p5 and p7 judge and p7 has a conflict with p2; all else watch.
    private static let secrets = [
        Secret(
            name: "who nominated", knownTo: "officer@example.org", hiddenFrom: but("p1@example.org"),
            sql: """
                update nomination set nominator_id = (select id from person where email = 'p8@example.org')
                where nominator_id = (select id from person where email = 'p3@example.org')
                """),
        Secret(
            // Those who scored the same candidate may know when the round is over; p7, who has a conflict with them, never.
            name: "what a judge gave", knownTo: "lead@example.org",
            hiddenFrom: but("lead@example.org", "p5@example.org"),
            sql: "update ballot_mark set mark = 1 where ballot_id = (select min(id) from ballot)"),
        Secret(
            name: "the winner", knownTo: "lead@example.org",
            hiddenFrom: but("lead@example.org"),
            sql: """
                update decision set outcome = case outcome when 'winner' then 'commended' else 'winner' end,
                    slot = case outcome when 'winner' then null else 1 end
                """),
        Secret(
            name: "why somebody was decided on", knownTo: "lead@example.org", hiddenFrom: but("lead@example.org"),
            sql: "update decision set reason = 'Another reason'"),
        Secret(
            // Judges read what is written for whom they judge.
            name: "what was written for somebody", knownTo: "officer@example.org",
            hiddenFrom: but("p1@example.org", "p5@example.org", "p7@example.org", "lead@example.org"),
            sql:
                "update nomination set statement = 'Other words' where nominator_id <> (select id from person where email = 'p1@example.org')"
        ),
    ]

    private func answers(
        _ house: TestHouse, _ cookie: String?, _ token: String?, _ things: [String: [String]]
    ) async throws -> [String: String] {
        let client = RouteClient(house)
        client.setCookie("pw_session", cookie)
        var answers: [String: String] = [:]
        for path in EveryPath.of(client.site, things)
        where path.contains("award") || path.contains("scheme")
            || path.contains("nominat") || path.hasPrefix("/judging")
        {
            let isAPI = path.hasPrefix("/api/")
            let headers: HTTPFields = isAPI ? token.map { [.authorization: "Bearer \($0)"] } ?? [:] : [:]
            let answer = try await client.get(path, headers: headers)
            let told = answer.headers.filter { $0.name != .setCookie }.map { "\($0.name): \($0.value)" }.sorted()
            let body = answer.body.replacing(/name="(csrf|idempotency_key)" value="[^"]*"/, with: "")
            answers[path] = "\(answer.status)\n\(told.joined(separator: "\n"))\n\n\(body)"
        }
        return answers
    }

    private func judged(_ house: TestHouse) async throws -> (TestAwards, first: AwardPath, second: AwardPath) {
        let stars = try await TestAwards.make(in: house)
        for number in [5, 7] {
            _ = try await house.services.people.changePerson(
                PersonDetails(email: "p\(number)@example.org", team: "", employer: ""), by: stars.week.admin)
        }
        let first = try await stars.candidate("p2@example.org", by: "p1@example.org")
        let second = try await stars.candidate("p4@example.org", by: "p3@example.org")
        try await stars.panel("p5@example.org", "p7@example.org")
        _ = try await stars.awards.assign("stars", by: stars.week.staff)
        try await stars.awards.declareConflict(
            first, reason: "We are friends", by: try await stars.week.actor("p7@example.org"))
        _ = try await stars.awards.openRound("stars", by: stars.week.staff)
        for judge in ["lead", "p5"] {
            try await stars.score(first, "\(judge)@example.org", 8, 8)
            try await stars.score(second, "\(judge)@example.org", 5, 5)
        }
        try await stars.score(second, "p7@example.org", 5, 5)
        _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
        let chair = try await stars.week.actor("lead@example.org")
        _ = try await stars.awards.decide(first, .winner, reason: "First on everything", by: chair)
        _ = try await stars.awards.decide(second, .commended, reason: "Close behind", by: chair)
        return (stars, first, second)
    }

    private func things(
        _ stars: TestAwards, _ codes: [String]
    ) async throws -> [String: [String]] {
        [
            "scheme": ["stars"], "order": ["1"], "view": ["audience", "stage", "presenter"],
            "category": ["heart"], "panel": ["main"], "code": codes, "criterion": ["1"],
            "nomination": try await stars.awards.nominations(of: "stars", by: stars.week.staff).map {
                $0.id.uuidString.lowercased()
            },
            "slug": ["week"], "reference": ["PW18-001"], "id": ["00000000-0000-4000-8000-000000000000"],
            "name": [Asset.all.first?.fileName ?? ""], "token": ["never"],
        ]
    }

    @Test("No answer to those who must not know it changes by a byte, and some answer to those who may does")
    func secrecy() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await judged(house)
            let things = try await things(stars, [first.code ?? "", second.code ?? ""])
            var cookies: [String: String] = [:]
            var tokens: [String: String] = [:]
            let readers = Self.everybody + ["officer@example.org"]
            for reader in readers where !reader.isEmpty {
                let browser = RouteClient(house)
                try await browser.signIn(reader, house)
                cookies[reader] = browser.cookie("pw_session")
                tokens[reader] = try await house.token(reader)
            }
            func everything() async throws -> [String: [String: String]] {
                var all: [String: [String: String]] = [:]
                for reader in readers {
                    all[reader] = try await answers(house, cookies[reader], tokens[reader], things)
                }
                return all
            }
            var before = try await everything()
            #expect((before["lead@example.org"]?.count ?? 0) > 30)
            for secret in Self.secrets {
                try await house.asOwner { owner in
                    try await owner.execute(unsafe: "set session_replication_role = replica; \(secret.sql)")
                }
                // What was done past the program is heard of by nobody, until something is done that is.
                _ = try await house.services.people.addSite("Site of \(secret.name)", by: house.operating)
                let after = try await everything()
                func changed(_ reader: String) -> [String] {
                    after[reader, default: [:]].filter { before[reader]?[$0.key] != $0.value }.keys.sorted()
                }
                #expect(
                    !changed(secret.knownTo).isEmpty,
                    "\(secret.knownTo) does not see \(secret.name): the test proves nothing")
                for reader in secret.hiddenFrom {
                    #expect(changed(reader) == [], "\(reader.isEmpty ? "a visitor" : reader) can tell \(secret.name)")
                }
                before = after
            }
        }
    }

    @Test("A judge with a conflict finds nothing of the candidate anywhere, and a nominee nothing of themselves")
    func absent() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await judged(house)
            let things = try await things(stars, [first.code ?? "", second.code ?? ""])
            for (email, hidden) in [
                ("p7@example.org", [first.code ?? "-", "Person 2"]), ("p2@example.org", [first.code ?? "-"]),
            ] {
                let browser = RouteClient(house)
                try await browser.signIn(email, house)
                let found = try await answers(
                    house, browser.cookie("pw_session"), try await house.token(email), things)
                for (path, answer) in found where !path.contains(first.code ?? "-") {
                    for word in hidden where email != "p2@example.org" || word != "Person 2" {
                        #expect(!answer.contains(word), "\(email) reads \(word) at \(path)")
                    }
                }
                for path in found.keys where path.contains(first.code ?? "-") {
                    let other = path.replacing(first.code ?? "-", with: "7777")
                    let client = RouteClient(house)
                    client.setCookie("pw_session", browser.cookie("pw_session"))
                    guard !path.hasPrefix("/api/") else { continue }
                    #expect(try await client.get(path).status == client.get(other).status, "\(email) at \(path)")
                }
            }
        }
    }

    @Test("A chair with a conflict finds the award with the deputy, and the candidate nowhere")
    func deputy() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            for email in ["p5@example.org", "p7@example.org"] {
                _ = try await house.services.people.changePerson(
                    PersonDetails(email: email, team: "", employer: ""), by: stars.week.admin)
            }
            let first = try await stars.candidate("p2@example.org", by: "p1@example.org")
            try await stars.panel("p7@example.org")
            _ = try await stars.awards.addJudge(
                "p5@example.org", to: AwardPath(scheme: "stars", part: "main"), part: .deputy, by: stars.week.staff)
            _ = try await stars.awards.assign("stars", by: stars.week.staff)
            let chair = RouteClient(house)
            try await chair.signIn("lead@example.org", house)
            let deputy = RouteClient(house)
            try await deputy.signIn("p5@example.org", house)
            try await stars.awards.declareConflict(
                first, reason: "We are friends", by: try await stars.week.actor("lead@example.org"))
            _ = try await stars.awards.openRound("stars", by: stars.week.staff)
            for judge in ["p5", "p7"] { try await stars.score(first, "\(judge)@example.org", 8, 8) }
            _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
            let page = "/awards/schemes/stars/results/heart"
            #expect(try await chair.get(page).status == 403)
            #expect(try await !chair.get("/awards/schemes/stars/conflicts").body.contains(first.code ?? "-"))
            #expect(try await !chair.get("/awards/schemes/stars/results").words.contains("Heart"))
            let board = try await deputy.get(page)
            #expect(board.status == 200 && board.words.contains("Person 2"))
            #expect(try await deputy.get("\(page)/\(first.code ?? "-")").status == 200)
        }
    }
}
