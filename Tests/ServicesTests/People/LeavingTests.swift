import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("Leaving on a day to come")
struct LeavingTests {
    /// Sessions before and after Wednesday 31 January; p1 has a place in each and leads one after, p2 waits for both.
    private func with(_ body: (TestHouse, TestWeek, Person) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let before = try await week.session("Before", starts: "2018-01-30 09:30", capacity: 1)
            let after = try await week.session("After", starts: "2018-01-31 09:30", capacity: 1)
            try await week.session("Led", starts: "2018-02-01 09:30", facilitators: ["p1@example.org"])
            for session in [before, after] {
                try await week.book(session, "p1@example.org")
                try await week.book(session, "p2@example.org")
            }
            let person = try #require(
                try await house.services.people.people(email: "p1@example.org", by: week.admin).first)
            try await body(house, week, person)
        }
    }

    private func later(_ house: TestHouse, _ now: String, _ body: (TestHouse) async throws -> Void) async throws {
        let other = try await TestHouse.open(conninfo: house.conninfo, now: now)
        do { try await body(other) } catch {
            await other.database.close()
            throw error
        }
        await other.database.close()
    }

    private func states(_ house: TestHouse, _ week: TestWeek, _ email: String) async throws -> [String] {
        try await house.services.booking.mine(by: try await week.actor(email)).map {
            "\($0.booking.sessionTitle) \($0.booking.state)"
        }
    }

    private let day31 = day("2018-01-31")

    @Test("What would happen then is shown, and nothing is changed by looking")
    func preview() async throws {
        try await with { house, week, person async throws in
            let departure = try await house.services.people.departure(of: person, on: day31, by: week.admin)
            #expect(departure.bookings.map(\.sessionTitle) == ["After"])
            #expect(departure.leads == ["WEEK18-003"])
            #expect(try await states(house, week, "p1@example.org") == ["Before confirmed", "After confirmed"])
            #expect(try await house.services.people.leavingDay(of: person.publicID, by: week.admin) == nil)
        }
    }

    @Test("Access ends as the day begins, by the clock alone; the worker then releases what is still to come (need 50)")
    func acts() async throws {
        try await with { house, week, person async throws in
            let secret = try await house.services.access.createToken(for: person.email, by: week.admin).token
            try await house.services.people.setLeaving(person.email, on: day31, by: week.admin)
            #expect(try await house.services.people.leavingDay(of: person.publicID, by: week.admin) == day31)
            #expect(
                try await house.services.programme.sessionsLedByLeavers(by: week.staff).map(\.why)
                    == ["who leaves on 31 January 2018"])
            try await later(house, "2018-01-30 23:59") { house async throws in
                #expect(try await house.services.access.person(ofToken: secret).email == person.email)
                #expect(try await house.services.people.leaveDue() == 0)
            }
            try await later(house, "2018-01-31 00:00") { house async throws in
                await #expect(throws: AccessRefusal.self) {
                    _ = try await house.services.access.person(ofToken: secret)
                }
                #expect(try await states(house, week, "p2@example.org") == ["Before waiting", "After waiting"])
                #expect(try await house.services.people.leaveDue() == 1)
                #expect(try await house.services.people.leaveDue() == 0)
                #expect(try await states(house, week, "p2@example.org").contains("After confirmed"))
                #expect(
                    try await house.services.programme.sessionsLedByLeavers(by: week.staff).map(\.why)
                        == ["who has left"])
                let entry = try #require(
                    try await house.services.audit.newest(20, by: week.admin).first { $0.action == "person.leave" })
                #expect(entry.actor == "system" && entry.channel == "worker")
            }
        }
    }

    @Test("Until the day it can be taken back, and is in the audit")
    func takenBack() async throws {
        try await with { house, week, person async throws in
            let people = house.services.people
            await #expect(throws: PeopleRefusal.notLeaving(person.email)) {
                try await people.keep(person.email, by: week.admin)
            }
            try await people.setLeaving(person.email, on: day31, by: week.admin)
            try await people.keep(person.email, by: week.admin)
            #expect(
                try await house.services.audit.newest(2, by: week.admin).map(\.action)
                    == ["person.keep", "person.set_leaving"])
            try await later(house, "2018-02-01 09:00") { house async throws in
                let left = try await house.services.people.leaveDue()
                #expect(left == 0)
            }
        }
    }

    @Test("Once the day has begun it is not taken back")
    func tooLate() async throws {
        try await with { house, week, person async throws in
            try await house.services.people.setLeaving(person.email, on: day31, by: week.admin)
            try await later(house, "2018-01-31 09:00") { house async throws in
                await #expect(throws: PeopleRefusal.notLeaving(person.email)) {
                    try await house.services.people.keep(person.email, by: week.admin)
                }
                _ = try await house.services.people.leaveDue()
            }
        }
    }

    @Test("The only admin does not leave on a day to come, nor does a day that has begun count as one")
    func refusals() async throws {
        try await with { house, week, person async throws in
            let people = house.services.people
            await #expect(throws: PeopleRefusal.lastAdmin) {
                try await people.setLeaving("admin@example.org", on: day31, by: week.admin)
            }
            _ = try await house.services.roles.grant(.admin, to: person, by: week.admin)
            try await people.setLeaving("admin@example.org", on: day31, by: try await week.actor(person.email))
            await #expect(throws: PeopleRefusal.lastAdmin) {
                try await people.setLeaving(person.email, on: day("2018-03-01"), by: week.admin)
            }
            await #expect(throws: PeopleRefusal.leavesInThePast(day("2018-01-15"))) {
                try await people.setLeaving("p2@example.org", on: day("2018-01-15"), by: week.admin)
            }
            await #expect(throws: AccessRefusal.self) {
                try await people.setLeaving("p2@example.org", on: day31, by: week.staff)
            }
        }
    }
}
