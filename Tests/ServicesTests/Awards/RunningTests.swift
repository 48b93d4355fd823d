import Domain
import Foundation
import Mail
import Services
import TestSupport
import Testing

@Suite("Running a scheme of awards")
struct RunningTests {
    @Test("A draft's scheme, awards and criteria change and go; published ones stay as they are")
    func drafting() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house, published: false)
            let (awards, staff) = (stars.awards, stars.week.staff)
            let renamed = try await awards.changeScheme(
                "stars",
                to: NewScheme(
                    slug: "ignored", title: "Stars again", kind: .tiered, opensAt: try moment("2018-01-01 00:00"),
                    closesAt: try moment("2018-02-03 00:00"), quorum: 3, mostAwards: 2), by: staff)
            #expect(renamed.slug == "stars" && renamed.title == "Stars again" && renamed.mostAwards == 2)
            let category = try await awards.changeCategory(
                TestAwards.path("young"),
                to: NewCategory(slug: "young", title: "Youngest", nomineeKind: .youngPerson, bands: ["8-10"]),
                by: staff)
            #expect(category.title == "Youngest" && category.bands == ["8-10"])
            let criteria = try await awards.criteria(of: TestAwards.path("heart"), by: staff)
            let first = try #require(criteria.first)
            _ = try await awards.changeCriterion(
                first.id, of: TestAwards.path("heart"), name: "Lasting", weight: 4, lowest: 1, highest: 5, scale: "",
                by: staff)
            let last = try #require(criteria.last)
            try await awards.removeCriterion(last.id, of: TestAwards.path("heart"), by: staff)
            #expect(try await awards.criteria(of: TestAwards.path("heart"), by: staff).map(\.name) == ["Lasting"])
            try await awards.removeCategory(TestAwards.path("team"), by: staff)
            #expect(try await awards.categories(of: "stars", by: staff).map(\.slug) == ["heart", "young"])
            _ = try await awards.publish("stars", by: staff)
            await #expect(throws: AwardsRefusal.rulesAreFrozen) {
                try await awards.removeCategory(TestAwards.path("heart"), by: staff)
            }
            await #expect(throws: AwardsRefusal.rulesAreFrozen) {
                try await awards.removeCriterion(first.id, of: TestAwards.path("heart"), by: staff)
            }
        }
    }

    @Test("A copy has the rules of the old scheme, 52 weeks later and with the new year, and nobody of it")
    func copying() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            _ = try await stars.candidate("p2@example.org", by: "p1@example.org")
            let made = try await stars.awards.copyScheme("stars", to: "stars-2019", by: stars.week.staff)
            #expect(made.title == "Stars 2018" && made.state == .draft)
            #expect(made.opensAt == (try moment("2018-12-31 00:00")))
            #expect(made.closesAt == (try moment("2019-01-31 00:00")))
            let later = try await stars.awards.copyScheme(
                "stars", to: "stars-2020", opens: day("2020-01-06"), by: stars.week.staff)
            #expect(later.title == "Stars 2020")
            let (old, new) = (
                try await stars.awards.allCriteria(of: "stars", by: stars.week.staff),
                try await stars.awards.allCriteria(of: "stars-2020", by: stars.week.staff)
            )
            #expect(old.map(\.name) == new.map(\.name) && old.map(\.weight) == new.map(\.weight))
            #expect(try await stars.awards.nominations(of: "stars-2020", by: stars.week.staff).isEmpty)
            await #expect(throws: AwardsRefusal.taken("The scheme stars-2020")) {
                try await stars.awards.copyScheme("stars", to: "stars-2020", by: stars.week.staff)
            }
            await #expect(throws: AccessRefusal.self) {
                try await stars.awards.copyScheme(
                    "stars", to: "mine", by: try await stars.week.actor("p1@example.org"))
            }
        }
    }

    @Test("A nominee stands in no more awards than the rules allow, whoever nominated them")
    func limits() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house, published: false)
            let (awards, staff) = (stars.awards, stars.week.staff)
            _ = try await awards.addCategory(NewCategory(slug: "care", title: "Care"), to: "stars", by: staff)
            _ = try await awards.addCriterion("Care", to: TestAwards.path("care"), by: staff)
            _ = try await awards.changeScheme(
                "stars",
                to: NewScheme(
                    slug: "stars", title: "Stars", kind: .competitive, opensAt: try moment("2018-01-01 00:00"),
                    closesAt: try moment("2018-02-01 00:00"), mostAwards: 1), by: staff)
            _ = try await awards.publish("stars", by: staff)
            let first = try await stars.nominate("p2@example.org", by: "p1@example.org")
            let voice = try await stars.nominate("p2@example.org", by: "p3@example.org")
            let other = try await stars.nominate("p2@example.org", by: "p4@example.org", in: "care")
            _ = try await awards.accept(first.id, by: staff)
            _ = try await awards.accept(voice.id, by: staff)
            await #expect(throws: AwardsRefusal.standsEnough(1)) { try await awards.accept(other.id, by: staff) }
            _ = try await awards.withdraw(first.id, by: staff)
            _ = try await awards.withdraw(voice.id, by: staff)
            #expect(try await awards.accept(other.id, by: staff).state == .accepted)
        }
    }

    @Test("What was turned away goes back among those to screen, and what was withdrawn does not")
    func reconsidering() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let made = try await stars.nominate("p2@example.org", by: "p1@example.org")
            _ = try await stars.awards.ineligible(made.id, reason: "Left in 2016", by: stars.week.staff)
            let again = try await stars.awards.reconsider(made.id, by: stars.week.staff)
            #expect(again.state == .submitted && again.reason == nil)
            #expect(try await stars.awards.withdraw(made.id, by: stars.week.staff).state == .withdrawn)
            await #expect(throws: AwardsRefusal.decidedAlready) {
                try await stars.awards.reconsider(made.id, by: stars.week.staff)
            }
        }
    }

    @Test(
        "Young people whose names are alike are found without anybody being told the names, and teams and people by theirs"
    )
    func duplicates() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let one = try await stars.nominate("Jaden Rudge", by: "p1@example.org", in: "young", "Kept at it.")
            let other = try await stars.nominate("J. Rudge", by: "p2@example.org", in: "young", "Never gave up.")
            _ = try await stars.nominate("Keira Danks", by: "p3@example.org", in: "young", "Kind to all.")
            _ = try await stars.nominate("p2@example.org", by: "p1@example.org")
            let pairs = try await stars.awards.duplicates(in: "stars", by: stars.week.staff)
            #expect(pairs.map(\.one.id) == [one.id] && pairs.map(\.other.id) == [other.id])
            #expect(!"\(pairs)".contains("Rudge"))
            _ = try await stars.awards.merge([one.id, other.id], by: stars.week.staff)
            #expect(try await stars.awards.duplicates(in: "stars", by: stars.week.staff).isEmpty)
            await #expect(throws: AccessRefusal.self) {
                try await stars.awards.duplicates(in: "stars", by: stars.week.admin)
            }
        }
    }

    /// Two candidates, a panel of the lead, p5 and p7, who share nothing with them.
    private func panel(_ house: TestHouse) async throws -> (TestAwards, first: AwardPath, second: AwardPath) {
        let stars = try await TestAwards.make(in: house)
        for number in [5, 7] {
            _ = try await house.services.people.changePerson(
                PersonDetails(email: "p\(number)@example.org", team: "", employer: ""), by: stars.week.admin)
        }
        let first = try await stars.candidate("p2@example.org", by: "p1@example.org")
        let second = try await stars.candidate("p4@example.org", by: "p1@example.org")
        try await stars.panel("p5@example.org", "p7@example.org")
        return (stars, first, second)
    }

    @Test("Somebody is taken off a panel until they begin a ballot, and an award from it")
    func seats() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await panel(house)
            let (awards, staff) = (stars.awards, stars.week.staff)
            let main = AwardPath(scheme: "stars", part: "main")
            _ = try await awards.assign("stars", by: staff)
            try await awards.removeMember("p7@example.org", from: main, by: staff)
            #expect(
                try await awards.panels(of: "stars", by: staff).map(\.member) == ["lead@example.org", "p5@example.org"])
            try await awards.takeCategory("team", from: main, by: staff)
            #expect(try await awards.panels(of: "stars", by: staff).first?.categories == ["heart", "young"])
            try await awards.giveCategory("team", to: main, by: staff)
            await #expect(throws: AwardsRefusal.judgedElsewhere("Team")) {
                try await awards.giveCategory("team", to: main, by: staff)
            }
            _ = try await awards.openRound("stars", by: staff)
            try await stars.score(first, "p5@example.org", 5, 5)
            await #expect(throws: AwardsRefusal.hasBallots) {
                try await awards.removeMember("p5@example.org", from: main, by: staff)
            }
            await #expect(throws: AwardsRefusal.hasBallots) {
                try await awards.takeCategory("heart", from: main, by: staff)
            }
            #expect(second.code != nil)
        }
    }

    @Test(
        "A conflict that is imposed takes the judge's ballot out of the figures, and only staff and the chair impose one"
    )
    func imposing() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await panel(house)
            let (awards, staff) = (stars.awards, stars.week.staff)
            _ = try await awards.assign("stars", by: staff)
            _ = try await awards.openRound("stars", by: staff)
            try await stars.score(first, "p5@example.org", 10, 10)
            let judge = try await stars.week.actor("p7@example.org")
            for other in [judge, stars.week.admin] {
                await #expect(throws: AwardsRefusal.notAssigned) {
                    try await awards.imposeConflict(first, judge: "p5@example.org", reason: "Cousins", by: other)
                }
            }
            try await awards.imposeConflict(
                first, judge: "p5@example.org", reason: "Cousins", by: try await stars.week.actor("lead@example.org"))
            let hidden = try await awards.candidates(
                of: TestAwards.path("heart"), by: try await stars.week.actor("p5@example.org"))
            #expect(!hidden.contains { $0.name == first.text })
            let found = try await awards.conflicts(of: "stars", by: staff)
            #expect(found.map(\.kind) == [.imposed])
            #expect(try await awards.figures(by: staff).first?.ballots == 0)
        }
    }

    @Test("A preview of sharing out changes nothing and says what it would come to, or what is short")
    func preview() async throws {
        try await TestHouse.with { house in
            let (stars, _, _) = try await panel(house)
            let preview = try await stars.awards.previewAssignment("stars", by: stars.week.staff)
            #expect(preview.added == 6 && preview.kept == 0 && preview.dropped == 0)
            #expect(preview.loads.map(\.after) == [2, 2, 2] && preview.loads.map(\.before) == [0, 0, 0])
            #expect(preview.checks.map(\.check.isConnected) == [true])
            #expect(try await stars.awards.figures(by: stars.week.staff).first?.assigned == 0)
            _ = try await stars.awards.assign("stars", by: stars.week.staff)
            let after = try await stars.awards.previewAssignment("stars", judges: 2, by: stars.week.staff)
            #expect(after.kept + after.dropped == 6 && after.kept == 4)
            #expect(
                (after.checks.first?.check.reliabilityWithOneMore ?? 0) > (after.checks.first?.check.reliability ?? 1))
            await #expect(throws: AwardsRefusal.self) {
                try await stars.awards.previewAssignment("stars", judges: 9, by: stars.week.staff)
            }
        }
    }

    @Test(
        "The board shows means, decisions and whose absence would change the winner, to the chair and staff and nobody else"
    )
    func board() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await panel(house)
            let (awards, staff) = (stars.awards, stars.week.staff)
            let path = TestAwards.path("heart")
            let chair = try await stars.week.actor("lead@example.org")
            _ = try await awards.assign("stars", by: staff)
            _ = try await awards.openRound("stars", by: staff)
            await #expect(throws: AwardsRefusal.resultsClosed) { try await awards.board(of: path, by: chair) }
            for (judge, high, low) in [("lead", 9, 2), ("p5", 5, 6), ("p7", 5, 6)] {
                try await stars.score(first, "\(judge)@example.org", high, high)
                try await stars.score(second, "\(judge)@example.org", low, low)
            }
            _ = try await awards.closeRound("stars", by: staff)
            let (board, standing) = try await awards.board(of: path, by: chair)
            let lines = try #require(board.bands.first?.lines)
            #expect(standing.leads && lines.map(\.code) == [first.code, second.code])
            #expect(lines.map(\.result.judges) == [3, 3] && lines.map(\.nominee) == ["Person 2", "Person 4"])
            #expect(board.bands.first?.dependence.map(\.judge) == ["Lena Lead"])
            #expect(board.bands.first?.dependence.map(\.winners) == [[second.code ?? ""]])
            _ = try await awards.decide(first, .winner, reason: "The panel agreed", by: chair)
            let decided = try await awards.board(of: path, by: staff)
            #expect(decided.board.bands.first?.lines.first?.decision?.outcome == .winner)
            #expect(!decided.standing.leads)
            for email in ["p5@example.org", "admin@example.org", "p1@example.org"] {
                await #expect(throws: AwardsRefusal.resultsClosed) {
                    try await awards.board(of: path, by: try await stars.week.actor(email))
                }
            }
        }
    }

    @Test(
        "Judges whose ballots are missing are reminded once a day, and not when they are in; nominators are thanked once"
    )
    func mail() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await panel(house)
            let (awards, staff) = (stars.awards, stars.week.staff)
            func sent(_ subject: String) async throws -> [String] {
                try await MessageWorker(house: house.services.house, renderer: Subjects()).sendDue()
                return house.mail.messages.filter { $0.subject == subject }.map(\.to.address).sorted()
            }
            #expect(try await sent("nomination_thanks") == ["p1@example.org", "p1@example.org"])
            _ = try await awards.assign("stars", by: staff)
            await #expect(throws: AwardsRefusal.roundNotOpen) { try await awards.remindJudges(of: "stars", by: staff) }
            _ = try await awards.openRound("stars", by: staff)
            for candidate in [first, second] { try await stars.score(candidate, "p5@example.org", 5, 5) }
            #expect(try await awards.remindJudges(of: "stars", by: staff) == 2)
            #expect(try await awards.remindJudges(of: "stars", by: staff) == 2)
            // Whoever hands in before the mail goes out gets none.
            for candidate in [first, second] { try await stars.score(candidate, "p7@example.org", 5, 5) }
            #expect(try await sent("judging_reminder") == ["lead@example.org"])
        }
    }

    private struct Subjects: MessageRenderer {
        func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter {
            guard case .notice(let template) = letter else { return RenderedLetter(subject: "other", text: "") }
            return RenderedLetter(subject: template.rawValue, text: "")
        }
    }

    @Test(
        "Nominees of whom much the same is said are put side by side with the reason, within an award and a band alone")
    func sameWords() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let words =
                "She stayed on the phone all through the storm night until every single family had somewhere warm to sleep."
            let first = try await stars.nominate("p2@example.org", by: "p1@example.org", words)
            let second = try await stars.nominate("p4@example.org", by: "p3@example.org", words + " Thank you.")
            _ = try await stars.nominate(
                "p7@example.org", by: "p3@example.org",
                "He taught the new team how to listen, week after week, with endless patience and biscuits.")
            _ = try await stars.nominate("", by: "p5@example.org", in: "young", words)
            let pairs = try await stars.awards.duplicates(in: "stars", by: stars.week.staff)
            // By their names alone everybody here is alike.
            let alike = pairs.filter { $0.words != nil }
            #expect(alike.map { Set([$0.one.id, $0.other.id]) } == [Set([first.id, second.id])])
            #expect(alike.allSatisfy { ($0.words ?? 0) > 0.8 && ($0.words ?? 2) < 1 })
            _ = try await stars.awards.merge([first.id, second.id], isSure: true, by: stars.week.staff)
            #expect(try await stars.awards.duplicates(in: "stars", by: stars.week.staff).allSatisfy { $0.words == nil })
        }
    }

    @Test(
        "Two who are known as themselves are made one only by somebody who is sure, and told apart for good by a word")
    func known() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let one = try await stars.nominate("p2@example.org", by: "p1@example.org")
            let other = try await stars.nominate("p4@example.org", by: "p3@example.org")
            let staff = stars.week.staff
            await #expect(
                throws: AwardsRefusal.mergesTwoKnown("Person 2 (p2@example.org)", "Person 4 (p4@example.org)")
            ) {
                try await stars.awards.merge([one.id, other.id], by: staff)
            }
            let before = try await stars.awards.duplicates(in: "stars", by: staff)
            #expect(before.count == 1 && before.allSatisfy(\.areKnown))
            await #expect(throws: AccessRefusal.self) {
                try await stars.awards.sayTwo(one.id, other.id, by: stars.week.admin)
            }
            for _ in 1...2 { try await stars.awards.sayTwo(other.id, one.id, by: staff) }
            #expect(try await stars.awards.duplicates(in: "stars", by: staff).isEmpty)
            let merged = try await stars.awards.merge([one.id, other.id], isSure: true, by: staff)
            #expect(Set(merged.map(\.nominee)) == ["p2@example.org"])
        }
    }

    @Test(
        "A round waits for every nomination to be looked at, also for one that its officer may not see, and tells the others"
    )
    func unscreened() async throws {
        try await TestHouse.with { house in
            let (stars, _, _) = try await panel(house)
            let (awards, staff) = (stars.awards, stars.week.staff)
            _ = try await awards.assign("stars", by: staff)
            _ = try await awards.nominate(
                NewNomination(
                    category: TestAwards.path("heart"), nominator: nil, nominee: .person("officer@example.org"),
                    statement: "Always there."), by: stars.week.actor("p1@example.org"))
            _ = try await house.services.people.addPerson(
                PersonDetails(email: "second@example.org", name: "Second Officer", roles: [.staff]),
                by: stars.week.admin)
            #expect(try await awards.figures(by: staff, scheme: "stars").first?.waiting == 0)
            await #expect(throws: AwardsRefusal.unscreened) { try await awards.openRound("stars", by: staff) }
            #expect(try await awards.askScreeners(of: "stars", by: staff) == 1)
            #expect(
                try await house.holds(
                    "1 = (select count(*) from app.outbox o join app.person p on p.id = o.person_id where o.template = 'nominations_wait' and p.email = 'second@example.org')"
                ))
            let second = try await stars.week.actor("second@example.org")
            let waiting = try #require(
                try await awards.nominations(of: "stars", by: second).first { $0.state == .submitted })
            _ = try await awards.ineligible(waiting.id, reason: "Runs the awards", by: second)
            _ = try await awards.openRound("stars", by: staff)
        }
    }

    @Test("Once judges have begun nobody new stands, and another voice for who stands is taken still")
    func late() async throws {
        try await TestHouse.with { house in
            let (stars, _, _) = try await panel(house)
            let (awards, staff) = (stars.awards, stars.week.staff)
            let new = try await stars.nominate("p6@example.org", by: "p1@example.org")
            let voice = try await stars.nominate("p2@example.org", by: "p3@example.org")
            for nomination in [new, voice] {
                _ = try await awards.ineligible(nomination.id, reason: "Left in 2016", by: staff)
            }
            _ = try await awards.assign("stars", by: staff)
            _ = try await awards.openRound("stars", by: staff)
            for nomination in [new, voice] { _ = try await awards.reconsider(nomination.id, by: staff) }
            await #expect(throws: AwardsRefusal.tooLateToStand) { try await awards.accept(new.id, by: staff) }
            #expect(try await awards.accept(voice.id, by: staff).voices == 2)
        }
    }
}
