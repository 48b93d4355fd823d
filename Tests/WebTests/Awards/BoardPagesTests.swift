import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Boards of awards")
struct BoardPagesTests {
    private static let address = "/awards/schemes/stars/results/heart"

    /// A round that is over, with so many candidates and the ballots of three judges on each.
    static func filled(_ house: TestHouse, _ count: Int) async throws -> TestAwards {
        let stars = try await TestAwards.make(in: house)
        try await stars.panel("p5@example.org", "p7@example.org")
        try await house.asOwner { owner in
            try await owner.execute(
                unsafe: """
                    insert into nominee (scheme_id, pseudonym)
                    select s.id, 'Nominee ' || translate(lpad(n::text, 4, '0'), '0123456789', 'BCDFGHJKLM')
                    from scheme s, generate_series(1, \(count)) n;
                    insert into candidate (scheme_id, category_id, nominee_id, code)
                    select n.scheme_id, c.id, n.id, right(n.pseudonym, 4) from nominee n join category c on c.slug = 'heart';
                    insert into assignment (judge_id, candidate_id, category_id, panel_id, place)
                    select m.person_id, k.id, k.category_id, m.panel_id, k.id from candidate k, panel_member m;
                    insert into judging_round (scheme_id, panel_id, number) select scheme_id, id, 1 from panel;
                    insert into ballot (judge_id, candidate_id, category_id, panel_id, round_id, state, submitted_at)
                    select a.judge_id, a.candidate_id, a.category_id, a.panel_id, r.id, 'submitted', now()
                    from assignment a, judging_round r;
                    insert into ballot_mark (ballot_id, category_id, criterion_id, min_mark, max_mark, mark)
                    select b.id, b.category_id, r.id, r.min_mark, r.max_mark, abs(hashint8(b.id)) % 11
                    from ballot b join criterion r on r.category_id = b.category_id;
                    update judging_round set closed_at = now();
                    """)
        }
        return stars
    }

    @Test("A board of 200 candidates is in pages under 100 kB that together hold everybody once")
    func pages() async throws {
        try await TestHouse.with { house in
            _ = try await Self.filled(house, 200)
            let chair = RouteClient(house)
            try await chair.signIn("lead@example.org", house)
            var codes: [String] = []
            for page in 1...4 {
                let answer = try await chair.get("\(Self.address)?page=\(page)")
                #expect(answer.status == 200 && answer.body.utf8.count < 100_000, "\(answer.body.utf8.count)")
                #expect(answer.words.contains("Where the meeting should begin") == (page == 1))
                codes += answer.body.matches(of: /results\/heart\/([0-9A-Z]{4})"/).map { String($0.output.1) }
            }
            #expect(codes.count == 200 && Set(codes).count == 200)
            #expect(try await chair.get("\(Self.address)?page=99").words.contains("181 to 200 of 200"))
            let last = try #require(codes.last)
            let form = try await chair.get("\(Self.address)/\(last)")
            #expect(form.body.contains("\(Self.address)?page=4"))
            let decided = try await chair.post(
                "\(Self.address)/\(last)", from: form, ["outcome": "not_placed", "reason": "Not this year"])
            #expect(decided.location == "\(Self.address)?page=4&done=decided")
        }
    }

    @Test("A meeting about 200 candidates and its minutes are in pages under 100 kB too, with every step once")
    func meetings() async throws {
        try await TestHouse.with { house in
            let stars = try await Self.filled(house, 200)
            let (heart, chair) = (TestAwards.path("heart"), try await stars.week.actor("lead@example.org"))
            try await stars.awards.openMeeting(of: heart, by: chair)
            let codes = try await stars.awards.board(of: heart, by: chair).board.bands.flatMap(\.lines).map(\.code)
            for code in codes { try await stars.awards.show(code, at: heart, by: chair) }
            let client = RouteClient(house)
            try await client.signIn("lead@example.org", house)
            let page = "/awards/schemes/stars/meetings/heart"
            var shown: Set<String> = []
            for number in 1...7 {
                let answer = try await client.get("\(page)?page=\(number)")
                #expect(answer.status == 200 && answer.body.utf8.count < 100_000, "\(answer.body.utf8.count)")
                shown.formUnion(
                    answer.body.matches(of: /name="code" value="([0-9A-Z]{4})"/).map { String($0.output.1) })
            }
            #expect(shown.union([codes.last ?? ""]) == Set(codes))
            var told = 0
            for number in 1...2 {
                let answer = try await client.get("\(page)/minutes?page=\(number)")
                #expect(answer.status == 200 && answer.body.utf8.count < 100_000, "\(answer.body.utf8.count)")
                told += answer.words.matches(of: /The panel talked about/).count
            }
            #expect(told == 200)
        }
    }

    @Test("Staff who may not decide are refused alike, whether or not they stand in the award themselves")
    func refused() async throws {
        try await TestHouse.with { house in
            let stars = try await Self.filled(house, 3)
            let other = RouteClient(house)
            try await other.signIn("officer@example.org", house)
            let page = "\(Self.address)/BBBC"
            let before = try await other.get(page)
            _ = try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        insert into nominee (scheme_id, person_id) select s.id, p.id from scheme s, person p where p.email = 'officer@example.org';
                        insert into candidate (scheme_id, category_id, nominee_id, code)
                        select n.scheme_id, c.id, n.id, 'ZZZZ' from nominee n join category c on c.slug = 'heart' where n.person_id is not null;
                        """)
            }
            _ = try await house.services.people.addSite("Elsewhere", by: stars.week.staff)
            let after = try await other.get(page)
            #expect(before.status == 404 && after.status == before.status && after.words == before.words)
            // The test proves something only if standing there makes a difference elsewhere.
            #expect(try await other.get(Self.address).status == 403)
        }
    }
}
