import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("Sharing candidates out beside an open round")
struct SharingTests {
    /// Two candidates, a panel of three, everybody shared out, and no round yet.
    private func shared(_ house: TestHouse) async throws -> TestAwards {
        let stars = try await TestAwards.make(in: house)
        for number in [5, 7] {
            _ = try await house.services.people.changePerson(
                PersonDetails(email: "p\(number)@example.org", team: "", employer: ""), by: stars.week.admin)
        }
        for nominee in ["p2", "p4"] { _ = try await stars.candidate("\(nominee)@example.org", by: "p1@example.org") }
        try await stars.panel("p5@example.org", "p7@example.org")
        #expect(try await stars.awards.assign("stars", by: stars.week.staff).count == 6)
        return stars
    }

    private func pairs(_ house: TestHouse) async throws -> Int? {
        try await house.asOwner { owner in try await owner.transaction { try await $0.first(Pairs()) } }
    }

    @Test("Once the round is open candidates stay shared out as they are, previewed or not")
    func refused() async throws {
        try await TestHouse.with { house in
            let stars = try await shared(house)
            _ = try await stars.awards.openRound("stars", by: stars.week.staff)
            await #expect(throws: AwardsRefusal.roundIsRunning) {
                try await stars.awards.assign("stars", judges: 1, by: stars.week.staff)
            }
            await #expect(throws: AwardsRefusal.roundIsRunning) {
                try await stars.awards.previewAssignment("stars", judges: 1, by: stars.week.staff)
            }
            #expect(try await pairs(house) == 6)
        }
    }

    @Test("Shared out and opened at the same moment, nothing is taken from a judge once the round is open")
    func race() async throws {
        try await TestHouse.with { house in
            let stars = try await shared(house)
            let barrier = Barrier(parties: 2)
            async let again = NominatingTests.succeeds {
                await barrier.arrive()
                _ = try await stars.awards.assign("stars", judges: 1, by: stars.week.staff)
            }
            async let opened = NominatingTests.succeeds {
                await barrier.arrive()
                _ = try await stars.awards.openRound("stars", by: stars.week.staff)
            }
            let (isShared, isOpen) = try await (again, opened)
            #expect(isOpen)
            #expect(try await pairs(house) == (isShared ? 2 : 6))
            let late = try await house.asOwner { owner in
                try await owner.transaction { try await $0.first(SharedAfterOpening()) }
            }
            #expect(late == 0)
        }
    }

    @Test("The control: while no round is open the same sharing takes four of the six pairs back")
    func control() async throws {
        try await TestHouse.with { house in
            let stars = try await shared(house)
            _ = try await stars.awards.assign("stars", judges: 1, by: stars.week.staff)
            #expect(try await pairs(house) == 2)
        }
    }
}

private struct Pairs: Statement {
    static let sql = "select count(*) from app.assignment"

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Sharings that the record has after the opening of a round.
private struct SharedAfterOpening: Statement {
    static let sql = """
        select count(*) from app.audit_entry s where s.action = 'scheme.assign'
            and exists (select from app.audit_entry o where o.action = 'round.open' and o.id < s.id)
        """

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
