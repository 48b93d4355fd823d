import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("Roles from one day to another")
struct RoleTests {
    private func person(_ email: String, _ house: TestHouse) async throws -> Person {
        try #require(try await house.services.people.people(email: email, by: house.operating).first)
    }

    /// The same database, some days later.
    private func later(_ house: TestHouse, _ now: String, _ body: (TestHouse) async throws -> Void) async throws {
        let other = try await TestHouse.open(conninfo: house.conninfo, now: now)
        do { try await body(other) } catch {
            await other.database.close()
            throw error
        }
        await other.database.close()
    }

    private func may(_ house: TestHouse, _ actor: Actor) async throws -> Bool {
        try await house.services.programme.schedules(actor)
    }

    @Test("A role acts from the midnight of its first day to the midnight after its last, with nothing run in between")
    func acts() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let actor = try await week.actor("p1@example.org")
            let secret = try await house.services.access.createToken(for: "p1@example.org", by: week.admin).token
            _ = try await house.services.roles.grant(
                .staff, to: try await person("p1@example.org", house), from: day("2018-01-20"),
                until: day("2018-01-22"), by: week.admin)
            #expect(try await may(house, actor) == false)
            try await later(house, "2018-01-19 23:59") { house async throws in
                let mayNow = try await may(house, actor)
                #expect(!mayNow)
            }
            try await later(house, "2018-01-20 00:00") { house async throws in
                #expect(try await may(house, actor))
                #expect(try await house.services.access.person(ofToken: secret).roles == [.practitioner, .staff])
            }
            try await later(house, "2018-01-22 23:59") { house async throws in
                let mayNow = try await may(house, actor)
                #expect(mayNow)
            }
            try await later(house, "2018-01-23 00:00") { house async throws in
                #expect(try await may(house, actor) == false)
                #expect(try await house.services.access.person(ofToken: secret).roles == [.practitioner])
            }
        }
    }

    @Test("What is given or taken away at once holds whatever the clock of the next program says")
    func atOnce() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let actor = try await week.actor("p1@example.org")
            let one = try await person("p1@example.org", house)
            let roles = house.services.roles
            let grant = try await roles.grant(.staff, to: one, by: week.admin)
            try await later(house, "2018-01-01 09:00") { house async throws in
                let mayEarlier = try await may(house, actor)
                #expect(mayEarlier)
            }
            try await roles.end(grant.id, on: nil, by: week.admin)
            try await later(house, "2018-01-01 09:00") { house async throws in
                let mayEarlier = try await may(house, actor)
                #expect(!mayEarlier)
            }
            _ = try await roles.grant(.staff, to: one, until: day("2018-01-20"), by: week.admin)
            try await later(house, "2018-02-01 09:00") { house async throws in
                let mayAfter = try await may(house, actor)
                #expect(!mayAfter)
                _ = try await house.services.roles.grant(.staff, to: one, by: week.admin)
                let mayAgain = try await may(house, actor)
                #expect(mayAgain)
            }
        }
    }

    @Test("Nobody gives a role to themselves, nor takes one from themselves")
    func notToOneself() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let admin = try await person("admin@example.org", house)
            await #expect(throws: PeopleRefusal.notToYourself) {
                _ = try await house.services.roles.grant(.staff, to: admin, by: week.admin)
            }
            let own = try #require(
                try await house.services.roles.grants(of: admin.publicID, by: week.admin).first)
            await #expect(throws: PeopleRefusal.notToYourself) {
                try await house.services.roles.end(own.id, on: day("2018-02-01"), by: week.admin)
            }
        }
    }

    @Test("A role is not given for a time in which it is held, nor for days that are past or the wrong way round")
    func refusals() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let one = try await person("p1@example.org", house)
            let roles = house.services.roles
            _ = try await roles.grant(
                .manager, to: one, from: day("2018-02-01"), until: day("2018-02-28"), by: week.admin)
            await #expect(throws: PeopleRefusal.roleHeldThen(.manager)) {
                _ = try await roles.grant(.manager, to: one, from: day("2018-02-28"), by: week.admin)
            }
            _ = try await roles.grant(.manager, to: one, from: day("2018-03-01"), by: week.admin)
            await #expect(throws: PeopleRefusal.dayIsPast(day("2018-01-14"))) {
                _ = try await roles.grant(.staff, to: one, from: day("2018-01-14"), by: week.admin)
            }
            await #expect(throws: PeopleRefusal.datesInWrongOrder) {
                _ = try await roles.grant(
                    .staff, to: one, from: day("2018-02-02"), until: day("2018-02-01"), by: week.admin)
            }
        }
    }

    @Test("A last day is moved, taken to this moment, or keeps a role from ever beginning")
    func ends() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let one = try await person("p1@example.org", house)
            let roles = house.services.roles
            let coming = try await roles.grant(.staff, to: one, from: day("2018-02-01"), by: week.admin)
            try await roles.end(coming.id, on: nil, by: week.admin)
            #expect(try await roles.grants(of: one.publicID, by: week.admin).map(\.role) == [.practitioner])
            let held = try await roles.grant(.manager, to: one, until: day("2018-03-31"), by: week.admin)
            #expect(try await person("p1@example.org", house).roles == [.manager, .practitioner])
            try await roles.end(held.id, on: day("2018-02-15"), by: week.admin)
            let shortened = try await roles.grants(of: one.publicID, by: week.admin).first { $0.role == .manager }
            #expect(shortened?.lastDay == day("2018-02-15"))
            try await roles.end(held.id, on: nil, by: week.admin)
            #expect(try await person("p1@example.org", house).roles == [.practitioner])
            let ended = try await roles.grants(of: one.publicID, by: week.admin).first { $0.role == .manager }
            #expect(ended?.standing == .over)
            await #expect(throws: AccessRefusal.notFound("role")) {
                try await roles.end(held.id, on: day("2018-02-15"), by: week.admin)
            }
        }
    }

    @Test("Somebody stays an admin without a last day")
    func lastAdmin() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let one = try await person("p1@example.org", house)
            _ = try await house.services.roles.grant(.admin, to: one, until: day("2018-02-01"), by: week.admin)
            let admin = try await person("admin@example.org", house)
            let own = try #require(
                try await house.services.roles.grants(of: admin.publicID, by: week.admin).first)
            let other = try await week.actor("p1@example.org")
            await #expect(throws: PeopleRefusal.lastAdmin) {
                try await house.services.roles.end(own.id, on: day("2018-06-01"), by: other)
            }
            await #expect(throws: PeopleRefusal.lastAdmin) {
                _ = try await house.services.people.changePerson(
                    PersonDetails(email: "admin@example.org", roles: [.practitioner]), by: other)
            }
        }
    }

    @Test("A role that was to come begins at once when a person's roles are set to hold it now")
    func forward() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let one = try await person("p1@example.org", house)
            _ = try await house.services.roles.grant(.manager, to: one, from: day("2018-02-01"), by: week.admin)
            let changed = try await house.services.people.changePerson(
                PersonDetails(email: "p1@example.org", roles: [.manager]), by: week.admin)
            #expect(changed.roles == [.manager])
            let grants = try await house.services.roles.grants(of: one.publicID, by: week.admin)
            #expect(grants.map { "\($0.role) \($0.standing)" }.sorted() == ["manager held", "practitioner over"])
        }
    }

    @Test("A councillor reads the programme, and books only what is for councillors (need 38)")
    func councillor() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let open = try await week.session("Open to all")
            let theirs = try await week.session(
                "For councillors", starts: "2018-01-30 09:30", audience: [.role(.councillor)])
            _ = try await house.services.people.addPerson(
                PersonDetails(email: "ward@example.org", name: "Wren Ward", roles: [.councillor]), by: week.admin)
            let actor = try await week.actor("ward@example.org")
            #expect(try await house.services.programme.session(open.reference, by: actor).title == "Open to all")
            await #expect(throws: BookingRefusal.onlyReads(open.reference)) {
                _ = try await house.services.booking.book(open.reference, by: actor)
            }
            #expect(try await house.services.booking.book(theirs.reference, by: actor).state == .confirmed)
            await #expect(throws: AccessRefusal.self) {
                _ = try await house.services.programme.standings(by: actor)
            }
        }
    }

    @Test("What was given and ended is in the audit, and only admins and oneself read it")
    func records() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let one = try await person("p1@example.org", house)
            let grant = try await house.services.roles.grant(
                .staff, to: one, from: day("2018-02-01"), until: day("2018-02-28"), by: week.admin)
            try await house.services.roles.end(grant.id, on: day("2018-02-10"), by: week.admin)
            let entries = try await house.services.audit.newest(2, by: week.admin)
            #expect(entries.map(\.action) == ["role.end", "role.grant"])
            #expect(entries.last?.after?.contains("\"until\": \"2018-02-28\"") == true)
            #expect(entries.first?.after?.contains("\"until\": \"2018-02-10\"") == true)
            let seen = try await house.services.audit.newest(50, by: week.staff)
            #expect(seen.filter { $0.action == "role.grant" }.isEmpty)
            let mine = try await house.services.roles.grants(
                of: one.publicID, by: try await week.actor("p1@example.org"))
            #expect(mine.count == 2)
            #expect(
                try await house.services.roles.grants(of: one.publicID, by: try await week.actor("p2@example.org"))
                    .isEmpty)
            #expect(
                try await house.services.roles.grants(of: one.publicID, by: week.staff).isEmpty)
        }
    }
}
