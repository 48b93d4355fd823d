import Domain
import HTTPTypes
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("What a ceremony's screens do not tell before the time")
struct CeremonySecrecyTests {
    private static let paths = [
        "/staff/ceremonies", "/staff/ceremonies/night", "/staff/ceremonies/night/items/1",
        "/staff/ceremonies/night/script",
        "/ceremonies/night/audience", "/ceremonies/night/stage", "/ceremonies/night/presenter", "/schemes/stars/roll",
    ]

    /// Every page of the ceremony, for staff, an admin, the presenter, the stage manager, a judge and the winner.
    private func answers(_ house: TestHouse, _ cookies: [String: String]) async throws -> [String: String] {
        var answers: [String: String] = [:]
        for (reader, cookie) in cookies {
            let client = RouteClient(house)
            client.setCookie("pw_session", cookie)
            for path in Self.paths {
                let answer = try await client.get(path)
                let body = answer.body.replacing(/name="(csrf|idempotency_key)" value="[^"]*"/, with: "")
                    .replacing(/name="seen" value="[^"]*"/, with: "")
                let told = answer.headers.filter { $0.name != .setCookie }.map { "\($0.name): \($0.value)" }.sorted()
                answers["\(reader) \(path)"] = "\(answer.status)\n\(told.joined(separator: "\n"))\n\(body)"
            }
        }
        return answers
    }

    private func cookies(_ house: TestHouse) async throws -> [String: String] {
        var cookies: [String: String] = [:]
        for reader in ["officer", "admin", "p1", "p3", "p5", "p2"] {
            let browser = RouteClient(house)
            try await browser.signIn("\(reader)@example.org", house)
            cookies[reader] = browser.cookie("pw_session")
        }
        return cookies
    }

    /// The other of the two wins.
    private func swapWinner(_ house: TestHouse, _ round: String) async throws {
        try await house.asOwner { owner in
            try await owner.execute(
                unsafe: """
                    set session_replication_role = replica;
                    update ceremony_winner set outcome = case outcome when 'winner' then 'highly_commended' else 'winner' end
                    """)
        }
        // Something is done, so that nothing is kept of before.
        _ = try await house.services.people.addSite("Site of \(round)", by: house.operating)
    }

    @Test("Who won changes no byte of any page until the winner is shown, nor of the crew's before both have confirmed")
    func winner() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            let cookies = try await cookies(house)
            for state in [Cue.State.waiting, .holding, .category, .finalists, .drumRoll] {
                try await night.go(to: state)
                if state == .drumRoll { _ = try await night.ceremonies.confirm("night", item: 1, by: night.presenter) }
                let before = try await answers(house, cookies)
                try await swapWinner(house, state.rawValue)
                let after = try await answers(house, cookies)
                #expect(before.filter { after[$0.key] != $0.value }.keys.sorted() == [], "\(state)")
            }
            _ = try await night.ceremonies.confirm("night", item: 1, by: night.stageManager)
            var before = try await answers(house, cookies)
            try await swapWinner(house, "both")
            var after = try await answers(house, cookies)
            let crew = [
                "p1 /ceremonies/night/presenter", "p1 /ceremonies/night/stage", "p3 /ceremonies/night/presenter",
                "p3 /ceremonies/night/stage",
            ]
            #expect(before.filter { after[$0.key] != $0.value }.keys.sorted() == crew)
            _ = try await night.ceremonies.next("night", by: night.stageManager)
            before = try await answers(house, cookies)
            try await swapWinner(house, "shown")
            after = try await answers(house, cookies)
            #expect(before["officer /ceremonies/night/audience"] != after["officer /ceremonies/night/audience"])
            #expect(before["p5 /ceremonies/night/audience"] == after["p5 /ceremonies/night/audience"])
        }
    }

    @Test("The programme for the guests is the same to the last byte, whoever won")
    func programme() async throws {
        try await TestHouse.with { house in
            _ = try await TestCeremony.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("officer@example.org", house)
            let before = try await client.get("/staff/ceremonies/night/programme")
            #expect(before.words.contains("Person 2") && before.words.contains("Person 4"))
            try await swapWinner(house, "programme")
            let after = try await client.get("/staff/ceremonies/night/programme")
            #expect(after.body == before.body)
        }
    }

    @Test("A young person is named only where they agreed, and no longer as soon as that is withdrawn")
    func withdrawn() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            // The winner becomes a young person who chose a name, and agreed to it on the screens.
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        set session_replication_role = replica;
                        update nominee set person_id = null, pseudonym = 'Nominee 7Q4'
                        where id = (select k.nominee_id from candidate k join ceremony_winner w on w.candidate_id = k.id where w.outcome = 'winner');
                        insert into ceremony_name (nominee_id, name) select id, 'Zed the Brave' from nominee where pseudonym is not null;
                        insert into consent (nominee_id, use, channel, agrees, giver, capacity, from_at)
                        select id, 'screens', 'name', true, 'A', 'child', '2018-01-01' from nominee where pseudonym is not null;
                        """)
            }
            try await night.go(to: .drumRoll)
            try await night.confirmed()
            _ = try await night.ceremonies.next("night", by: night.presenter)
            let client = RouteClient(house)
            try await client.signIn("officer@example.org", house)
            #expect(try await client.get("/ceremonies/night/audience").body.contains("Zed the Brave"))
            #expect(try await !client.get("/ceremonies/night/stage").body.contains("Zed the Brave"))
            try await house.asOwner { owner in
                try await owner.execute(unsafe: "update consent set withdrawn_at = app_now()")
            }
            let room = try await client.get("/ceremonies/night/audience").body
            #expect(!room.contains("Zed the Brave") && room.contains("A young person"))
        }
    }
}
