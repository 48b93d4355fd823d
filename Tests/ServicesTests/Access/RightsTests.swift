import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("Who may do what")
struct RightsTests {
    private struct World {
        let house: TestHouse
        let week: TestWeek
        /// Led by lead@; p1 and p2 have places, p3 waits.
        let released: Session
        let draft: Session

        func trial(_ actor: Actor, in work: Work? = nil) -> UseCase.Trial {
            UseCase.Trial(
                services: house.services, actor: actor, work: work, released: released.reference, draft: draft.reference
            )
        }
    }

    /// Beside the two sessions there is the series `hidden`, whose one occurrence is a draft.
    private func with(_ body: (World) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            _ = try await house.services.people.addSite("Spare", by: week.staff)
            _ = try await house.services.people.addTeam(TeamDetails(name: "Spare team"), by: week.staff)
            let released = try await week.session(
                capacity: 2, online: "https://meet.example.org/1", facilitators: ["lead@example.org"])
            let draft = try await week.session("Still secret", starts: "2018-01-31 09:30", release: false)
            _ = try await house.services.programme.addSeries(
                NewSeries(
                    event: "week", slug: "hidden", title: "Still secret", rule: "FREQ=DAILY",
                    startsAt: LocalTime(day("2018-01-31"), ClockTime(minutes: 780)), minutes: 30, count: 1),
                by: week.staff)
            for email in ["p1@example.org", "p2@example.org", "p3@example.org"] { try await week.book(released, email) }
            _ = try await house.services.access.createToken(
                for: "p9@example.org", by: try await week.actor("p9@example.org"))
            try await body(World(house: house, week: week, released: released, draft: draft))
        }
    }

    private func code(_ error: any Error) -> String { (error as? any Refusal)?.code ?? "\(error)" }

    @Test(
        "Whoever neither schedules nor runs the house changes nothing for others",
        arguments: ["p2@example.org", "manager@example.org", "lead@example.org", nil])
    func refused(_ email: String?) async throws {
        try await with { world async throws in
            var actor = Actor(.visitor, channel: .web)
            if let email { actor = try await world.week.actor(email) }
            let before = try await world.house.database.read(AuditCount())
            for useCase in UseCase.all {
                do {
                    try await useCase.run(world.trial(actor))
                    Issue.record("\(useCase) was let through")
                } catch {
                    // A visitor is asked in before anything is looked up, except where a draft's existence is secret.
                    let expected = email == nil ? ["sign_in_first"] : ["not_allowed", "not_found"]
                    #expect(
                        expected.contains(code(error))
                            || useCase.description == "see the draft" && code(error) == "not_found", "\(useCase)")
                    #expect(error is AccessRefusal, "\(useCase)")
                }
            }
            #expect(try await world.house.database.read(AuditCount()) == before)
        }
    }

    @Test("Staff may do all but grant roles, end access and act for others' access")
    func staff() async throws {
        try await with { world async throws in
            for useCase in UseCase.all {
                do {
                    try await world.house.services.work(dryRun: true) {
                        try await useCase.run(world.trial(world.week.staff, in: $0))
                    }
                    #expect(useCase.allowed == .schedulers, "\(useCase)")
                } catch {
                    #expect(useCase.allowed == .adminsOnly, "\(useCase): \(error)")
                    #expect(["not_allowed", "not_found"].contains(code(error)), "\(useCase): \(error)")
                }
            }
        }
    }

    @Test("Admins may do all of it")
    func admins() async throws {
        try await with { world async throws in
            for useCase in UseCase.all {
                do {
                    try await world.house.services.work(dryRun: true) {
                        try await useCase.run(world.trial(world.week.admin, in: $0))
                    }
                } catch {
                    Issue.record("\(useCase): \(error)")
                }
            }
        }
    }

    @Test("Whatever pages show is heard of by all when it is changed")
    func heard() async throws {
        let changing: Set = ["add", "change", "remove", "move", "skip", "cancel", "set", "release", "give", "grant"]
        try await with { world async throws in
            for useCase in UseCase.all where changing.contains(String(useCase.description.prefix { $0 != " " })) {
                try await world.house.services.work(dryRun: true) { work in
                    try await useCase.run(world.trial(world.week.admin, in: work))
                    #expect(work.isTouched, "\(useCase)")
                }
            }
            try await world.house.services.work(dryRun: true) { work in
                _ = try await world.house.services.access.createToken(
                    for: "p8@example.org", by: world.week.admin, in: work)
                #expect(!work.isTouched)
            }
        }
    }

    @Test("Nobody changes their own roles, and the last admin stays one")
    func ownRoles() async throws {
        try await with { world async throws in
            let people = world.house.services.people
            await #expect(throws: PeopleRefusal.notToYourself) {
                try await people.changePerson(
                    PersonDetails(email: "admin@example.org", roles: [.admin, .staff]), by: world.week.admin)
            }
            await #expect(throws: PeopleRefusal.lastAdmin) {
                try await people.changePerson(
                    PersonDetails(email: "admin@example.org", roles: [.staff]), by: world.house.operating)
            }
            await #expect(throws: PeopleRefusal.lastAdmin) {
                try await people.leave("admin@example.org", by: world.week.admin)
            }
        }
    }

    @Test("Two admins who take the role from each other at once leave one", arguments: [true, false])
    func eachOther(leaving: Bool) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 1)
            let people = house.services.people
            var admin = "admin@example.org"
            for round in 0..<12 {
                let rival = "rival\(round)@example.org"
                _ = try await people.addPerson(
                    PersonDetails(email: rival, name: "Name", roles: [.admin]), by: house.operating)
                let (one, other) = (try await week.actor(admin), try await week.actor(rival))
                let (first, second) = (admin, rival)
                async let a = outcome { try await Self.end(second, leaving, by: one, people) }
                async let b = outcome { try await Self.end(first, leaving, by: other, people) }
                let outcomes = [await a, await b]
                #expect(outcomes.filter { (try? $0.get()) != nil }.count == 1)
                #expect(Set(outcomes.compactMap(\.refusal?.code)).isSubset(of: ["last_admin", "not_allowed"]))
                let left = try await people.people(by: house.operating).filter { $0.roles.contains(.admin) }.map(
                    \.email)
                #expect(left.count == 1)
                admin = left.first ?? admin
            }
        }
    }

    private static func end(_ email: String, _ leaving: Bool, by actor: Actor, _ people: PeopleService) async throws {
        if leaving {
            _ = try await people.leave(email, by: actor)
        } else {
            _ = try await people.changePerson(PersonDetails(email: email, roles: [.practitioner]), by: actor)
        }
    }

    @Test("A role that was taken away is gone with the next call")
    func takenAway() async throws {
        try await with { world async throws in
            _ = try await world.house.services.programme.moveSession(
                world.released.reference, starts: moment("2018-01-30 09:30"), by: world.week.staff)
            _ = try await world.house.services.people.changePerson(
                PersonDetails(email: "officer@example.org", roles: [.practitioner]), by: world.week.admin)
            await #expect(throws: AccessRefusal.notAllowed("add sites")) {
                try await world.house.services.people.addSite("Saltwells", by: world.week.staff)
            }
            await #expect(throws: AccessRefusal.notFound("session")) {
                try await world.house.services.programme.draft(world.draft.reference, by: world.week.staff)
            }
            await #expect(throws: AccessRefusal.notAllowed("change sessions")) {
                try await world.house.services.undo.undo(by: world.week.staff)
            }
            #expect(try await world.house.services.people.people(by: world.week.staff).count == 1)
        }
    }

    @Test("Tokens and sessions stand for nobody once the person has left")
    func left() async throws {
        try await with { world async throws in
            let actor = try await world.week.actor("p9@example.org")
            let token = try await world.house.services.access.createToken(for: "p9@example.org", by: actor).token
            #expect(try await world.house.services.access.person(ofToken: token).email == "p9@example.org")
            _ = try await world.house.services.people.leave("p9@example.org", by: world.week.admin)
            await #expect(throws: AccessRefusal.unknownToken) {
                try await world.house.services.access.person(ofToken: token)
            }
            await #expect(throws: AccessRefusal.self) {
                try await world.house.services.booking.book(world.released.reference, by: actor)
            }
        }
    }
}

/// How many audit entries there are: what was refused leaves none.
private struct AuditCount: Statement {
    static let sql = "select count(*) from audit_entry"

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
