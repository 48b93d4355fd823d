import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("Many at once")
struct RaceTests {
    /// What a session's guards are worth: eight who have all looked before anybody takes the only place.
    private func eightForOne(_ house: TestHouse) async throws -> (taken: Int, refused: [PostgresError]) {
        let week = try await TestWeek.make(in: house, practitioners: 8)
        let session = try await week.session(capacity: 1)
        let people = try await week.practitioners(8).compactMap(\.person)
        let unguarded = Unguarded(
            database: house.database, session: session.id, barrier: Barrier(parties: people.count))
        let outcomes = await withTaskGroup(of: Result<Bool, any Error>.self) { group in
            for person in people {
                group.addTask {
                    do { return .success(try await unguarded.book(person)) } catch { return .failure(error) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let refused = outcomes.compactMap { outcome -> PostgresError? in
            if case .failure(let error) = outcome { error as? PostgresError } else { nil }
        }
        return (outcomes.filter { (try? $0.get()) == true }.count, refused)
    }

    @Test("The control: with the trigger and the rule switched off, looking first and taking then oversells")
    func control() async throws {
        let house = try await TestHouse.open()
        try await house.asOwner { owner in
            try await owner.execute(
                unsafe: """
                    drop trigger count_places_inserted on booking;
                    alter table session drop constraint session_never_oversold;
                    """)
        }
        let outcome = try await eightForOne(house)
        #expect(outcome.taken == 8)
        let broken = try await house.services.check.violations().map(\.invariant)
        #expect(broken.contains("I02_counters_agree"))
        await house.database.close()
    }

    @Test("The same with the trigger and the rule in place: one is let in, the others meet the rule by name")
    func guarded() async throws {
        let house = try await TestHouse.open()
        let outcome = try await eightForOne(house)
        #expect(outcome.taken == 1)
        #expect(outcome.refused.map(\.constraint) == Array(repeating: "session_never_oversold", count: 7))
        let broken = try await house.services.check.violations().map(\.invariant)
        #expect(!broken.contains("I01_never_oversold"))
        #expect(!broken.contains("I02_counters_agree"))
        await house.database.close()
    }

    @Test("An operator's SQL that would oversell is refused, one row or many at a time")
    func operatorsSQL() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 2)
            for sql in [
                "insert into booking (session_id, person_id, state) select \(session.id), id, 'confirmed' from person limit 3",
                "insert into booking (session_id, person_id, state) select \(session.id), id, 'offered' from person limit 3",
                """
                insert into booking (session_id, person_id, state) select \(session.id), id, 'waiting' from person limit 3;
                update booking set state = 'confirmed' where session_id = \(session.id)
                """,
            ] {
                do {
                    try await house.asOwner { owner in try await owner.execute(unsafe: sql) }
                    Issue.record("it was let through: \(sql)")
                } catch let error as PostgresError {
                    #expect(error.constraint == "session_never_oversold")
                }
            }
            #expect(try await house.database.read(BookingsInTable(session: session.id)).isEmpty)
        }
    }

    @Test(
        "Thirty places, five hundred callers: thirty confirmed, 1 to 470 waiting without a gap, in the order of the queue"
    )
    func fiveHundred() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 500)
            let session = try await week.session(capacity: 30)
            let people = try await week.practitioners(500)
            let receipts = try await withThrowingTaskGroup(of: BookingReceipt.self) { group in
                for actor in people {
                    group.addTask { try await house.services.booking.book(session.reference, by: actor) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(receipts.filter { $0.state == .confirmed }.count == 30)
            #expect(receipts.compactMap(\.position).sorted() == Array(1...470))
            let list = try await house.services.booking.waitingList(of: session.reference, by: week.staff)
            #expect(list.compactMap(\.position) == Array(1...470))
            let told = Dictionary(uniqueKeysWithValues: receipts.map { ($0.id, $0.position) })
            #expect(list.allSatisfy { told[$0.id] == $0.position })
        }
    }

    @Test("Two programs on one database share the places out as one would")
    func twoPrograms() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 80)
            let session = try await week.session(capacity: 20)
            let people = try await week.practitioners(80)
            let receipts = try await house.beside { other async throws in
                try await withThrowingTaskGroup(of: BookingReceipt.self) { group in
                    for (index, actor) in people.enumerated() {
                        let services = index.isMultiple(of: 2) ? house.services : other.services
                        group.addTask { try await services.booking.book(session.reference, by: actor) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            #expect(receipts.filter { $0.state == .confirmed }.count == 20)
            #expect(receipts.compactMap(\.position).sorted() == Array(1...60))
        }
    }

    @Test(
        "One person asking for two overlapping sessions at once gets one of them, every time, in one program or in two")
    func overlapping() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 40)
            let one = try await week.session(capacity: 99)
            let two = try await week.session("Same time", starts: "2018-01-29 10:00", capacity: 99)
            let people = try await week.practitioners(40)
            try await house.beside { other async throws in
                for (round, actor) in people.enumerated() {
                    let second = round.isMultiple(of: 2) ? house.services : other.services
                    async let first = outcome { try await house.services.booking.book(one.reference, by: actor) }
                    async let last = outcome { try await second.booking.book(two.reference, by: actor) }
                    let outcomes = [await first, await last]
                    #expect(outcomes.compactMap { try? $0.get() }.count == 1)
                    #expect(outcomes.compactMap(\.refusal).allSatisfy { $0.code == "clashes" })
                }
            }
        }
    }

    @Test("Two rivals for the last place who each wait for the other's: nobody hangs and both lists stay right")
    func crossed() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 2)
            let one = try await week.session(capacity: 1)
            let two = try await week.session("Another day", starts: "2018-01-30 09:30", capacity: 1)
            let people = try await week.practitioners(2)
            for _ in 0..<15 {
                async let a = house.services.booking.book(one.reference, by: people[0])
                async let b = house.services.booking.book(two.reference, by: people[1])
                let mine = [try await a, try await b]
                async let c = house.services.booking.book(two.reference, by: people[0])
                async let d = house.services.booking.book(one.reference, by: people[1])
                let wanted = [try await c, try await d]
                #expect(wanted.allSatisfy { $0.state == .waiting })
                async let e = house.services.booking.cancel(mine[0].id, by: people[0])
                async let f = house.services.booking.cancel(mine[1].id, by: people[1])
                _ = (try await e, try await f)
                for (index, receipt) in wanted.enumerated() {
                    #expect(try await house.services.booking.cancel(receipt.id, by: people[index]).state == .cancelled)
                }
            }
        }
    }
}

/// What came of a call.
func outcome<Answer: Sendable>(_ body: @Sendable () async throws -> Answer) async -> Result<Answer, any Error> {
    do { return .success(try await body()) } catch { return .failure(error) }
}

extension Result {
    /// The refusal that it failed with, if it is one.
    var refusal: (any Refusal)? {
        if case .failure(let error) = self { error as? any Refusal } else { nil }
    }
}
