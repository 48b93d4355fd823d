import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("Nominating")
struct NominatingTests {
    @Test("Several who nominate one person are several voices for one candidate")
    func voices() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let one = try await stars.candidate("p2@example.org", by: "p1@example.org")
            let other = try await stars.candidate("p2@example.org", by: "p3@example.org")
            #expect(one == other)
            let candidates = try await stars.awards.candidates(of: TestAwards.path("heart"), by: stars.week.staff)
            #expect(candidates.map(\.voices) == [2])
            #expect(candidates.first?.nominee == "p2@example.org")
        }
    }

    @Test("The same words again are the same nomination, and other words are refused")
    func twice() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let first = try await stars.nominate("p2@example.org", by: "p1@example.org")
            let again = try await stars.nominate("p2@example.org", by: "p1@example.org")
            #expect(first == again)
            await #expect(throws: AwardsRefusal.nominatedAlreadyByThem) {
                try await stars.nominate("p2@example.org", by: "p1@example.org", "Something else.")
            }
            await #expect(throws: AwardsRefusal.nominatedAlready) {
                try await stars.awards.nominate(
                    NewNomination(
                        category: TestAwards.path("heart"), nominee: .person("p2@example.org"),
                        statement: "Something else."), by: try await stars.week.actor("p1@example.org"))
            }
            #expect(try await stars.awards.nominations(of: "stars", by: stars.week.staff).count == 1)
        }
    }

    @Test("Staff type for somebody whom nobody knows when they give a name, and for nobody without one")
    func onPaper() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            var new = NewNomination(
                category: TestAwards.path("heart"), nominator: "Carer@Example.org", nominee: .person("p2@example.org"),
                statement: "She rang every evening.")
            await #expect(throws: AwardsRefusal.unknownNominator("carer@example.org")) {
                try await stars.awards.nominate(new, by: stars.week.staff)
            }
            new.nominatorName = "A Carer"
            #expect(try await stars.awards.nominate(new, by: stars.week.staff).nominator == "carer@example.org")
            let known = try await house.services.people.people(email: "carer@example.org", by: stars.week.staff).first
            #expect(known?.name == "A Carer" && known?.roles == [.nominator])
        }
    }

    @Test("A young person nominated twice in the same words by the same person is there once")
    func youngTwice() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let first = try await stars.nominate("Zebedee Quill", by: "p1@example.org", in: "young")
            let again = try await stars.nominate("Zebedee Quill", by: "p1@example.org", in: "young")
            #expect(first == again)
            #expect(first.nominee.wholeMatch(of: /Nominee [2-9B-Z]{3,5}/) != nil)
            let kept = try await house.asOwner { owner in
                try await owner.transaction { try await $0.first(KeptNames()) }
            }
            #expect(kept == "Zebedee Quill")
        }
    }

    @Test("The same words for a young person of another name, or in another band, are about somebody else")
    func youngAnother() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let first = try await stars.nominate("Zebedee Quill", by: "p1@example.org", in: "young")
            let sister = try await stars.nominate("Zinnia Quill", by: "p1@example.org", in: "young")
            #expect(sister.id != first.id && sister.nominee != first.nominee)
            #expect(try await stars.nominate("zinnia quill", by: "p1@example.org", in: "young") == sister)
            #expect(try await stars.nominate("", by: "p1@example.org", in: "young") == first)
            let older = try await stars.awards.nominate(
                NewNomination(
                    category: TestAwards.path("young"), nominator: "p1@example.org",
                    nominee: .youngPerson(legalName: "Zinnia Quill"), band: "11+", statement: "Always there."),
                by: stars.week.staff)
            #expect(![first.id, sister.id].contains(older.id))
        }
    }

    @Test(
        "Nominations come in while the window is open by the database's clock, and fifteen minutes after it",
        arguments: [
            ("2017-12-31 23:59", false), ("2018-01-01 00:00", true), ("2018-02-01 00:14", true),
            ("2018-02-01 00:16", false),
        ])
    func window(_ now: String, _ isIn: Bool) async throws {
        let house = try await TestHouse.open(now: "2017-12-01 09:00")
        let stars = try await TestAwards.make(in: house)
        try await house.beside(now: now) { later in
            let new = NewNomination(
                category: TestAwards.path("heart"), nominator: "p1@example.org", nominee: .person("p2@example.org"),
                statement: "Always there.")
            if isIn {
                _ = try await later.services.awards.nominate(new, by: stars.week.staff)
            } else {
                await #expect(throws: AwardsRefusal.notOpen) {
                    try await later.services.awards.nominate(new, by: stars.week.staff)
                }
            }
        }
        await house.database.close()
    }

    @Test(
        "Case numbers and NHS numbers are refused",
        arguments: ["Her work on case 4711 was great", "See 943 476 5919 for it"])
    func caseData(_ statement: String) async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            await #expect(throws: TextProblem.caseData("why they deserve it")) {
                try await stars.nominate("p2@example.org", by: "p1@example.org", statement)
            }
        }
    }

    @Test("A statement of more words than the rules allow is refused with the count")
    func words() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let long = Array(repeating: "word", count: 501).joined(separator: " ")
            await #expect(throws: AwardsRefusal.tooManyWords(501, limit: 500)) {
                try await stars.nominate("p2@example.org", by: "p1@example.org", long)
            }
            try await stars.nominate("p2@example.org", by: "p1@example.org", String(long.dropLast(5)))
        }
    }

    @Test("Nobody nominates themselves, nor for a category that they judge")
    func notOwn() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            await #expect(throws: AwardsRefusal.nominatesOneself) {
                try await stars.nominate("p1@example.org", by: "p1@example.org")
            }
            try await stars.panel("p5@example.org")
            await #expect(throws: AwardsRefusal.ownPanel) {
                try await stars.nominate("p1@example.org", by: "p5@example.org")
            }
            await #expect(throws: AwardsRefusal.judgeIsNominee) {
                try await stars.nominate("p5@example.org", by: "p1@example.org")
            }
        }
    }

    @Test("Whoever nominated or is nominated cannot become a judge of that category")
    func notJudge() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            try await stars.nominate("p2@example.org", by: "p1@example.org")
            try await stars.panel()
            for person in ["p1@example.org", "p2@example.org"] {
                await #expect(throws: AwardsRefusal.judgeStandsInCategory) {
                    try await stars.awards.addJudge(
                        person, to: AwardPath(scheme: "stars", part: "main"), by: stars.week.staff)
                }
            }
        }
    }

    @Test("Nominated and made a judge at the same moment, one of the two is refused, whichever came second")
    func race() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            try await stars.panel()
            let people = ["p1", "p2", "p3", "p4", "p5", "p6"].map { "\($0)@example.org" }
            for person in people {
                let barrier = Barrier(parties: 2)
                async let nominated = Self.succeeds {
                    await barrier.arrive()
                    try await stars.nominate(person, by: "p9@example.org")
                }
                async let seated = Self.succeeds {
                    await barrier.arrive()
                    _ = try await stars.awards.addJudge(
                        person, to: AwardPath(scheme: "stars", part: "main"), by: stars.week.staff)
                }
                let both = try await [nominated, seated]
                #expect(both.count { $0 } == 1, "\(person)")
            }
        }
    }

    @Test("The control: without the rule of the two sides both would have gone through")
    func raceControl() async throws {
        let house = try await TestHouse.open()
        let stars = try await TestAwards.make(in: house)
        try await stars.panel()
        try await house.asOwner { owner in
            try await owner.execute(unsafe: "alter table app.category_side drop constraint category_sides_apart")
        }
        _ = try await stars.awards.addJudge(
            "p1@example.org", to: AwardPath(scheme: "stars", part: "main"), by: stars.week.staff)
        try await stars.nominate("p1@example.org", by: "p9@example.org")
        await house.database.close()
    }

    static func succeeds(_ body: () async throws -> Void) async throws -> Bool {
        do {
            try await body()
            return true
        } catch is AwardsRefusal {
            return false
        }
    }

    @Test("Merging is for one category, never twice, and leaves one candidate with every voice")
    func merging() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let one = try await stars.nominate("Zebedee Quill", by: "p1@example.org", in: "young", "Brave.")
            let two = try await stars.nominate("Zeb Quill", by: "p3@example.org", in: "young", "Kind.")
            let team = try await stars.nominate("MASH Assessment", by: "p1@example.org", in: "team")
            _ = try await stars.awards.accept(two.id, by: stars.week.staff)
            await #expect(throws: AwardsRefusal.differentCategories) {
                try await stars.awards.merge([one.id, team.id], by: stars.week.staff)
            }
            let merged = try await stars.awards.merge([one.id, two.id], by: stars.week.staff)
            #expect(Set(merged.map(\.nominee)) == [one.nominee])
            #expect(merged.map(\.state) == [.accepted, .accepted])
            #expect(merged.map(\.voices) == [2, 2])
            await #expect(throws: AwardsRefusal.mergesOneself) {
                try await stars.awards.merge([one.id, two.id], by: stars.week.staff)
            }
            let candidates = try await stars.awards.candidates(of: TestAwards.path("young"), by: stars.week.staff)
            #expect(candidates.map(\.state) == [.standing, .merged])
        }
    }

    @Test("Staff never find a nomination of themselves, and staff who judge find none of their category")
    func denials() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            try await stars.nominate("officer@example.org", by: "p1@example.org")
            try await stars.nominate("p2@example.org", by: "p1@example.org")
            let seen = try await stars.awards.nominations(of: "stars", by: stars.week.staff)
            #expect(seen.map(\.nominee) == ["p2@example.org"])
            try await stars.panel()
            _ = try await house.services.people.addPerson(
                PersonDetails(email: "second@example.org", name: "Second Officer", roles: [.staff]),
                by: stars.week.admin)
            let second = try await stars.week.actor("second@example.org")
            #expect(try await stars.awards.nominations(of: "stars", by: second).count == 2)
            _ = try await stars.awards.addJudge(
                "second@example.org", to: AwardPath(scheme: "stars", part: "main"), by: stars.week.staff)
            #expect(try await stars.awards.nominations(of: "stars", by: second).isEmpty)
            await #expect(throws: AccessRefusal.self) {
                try await stars.awards.nominations(of: "stars", by: stars.week.admin)
            }
        }
    }
}
