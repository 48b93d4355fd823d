import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("A request sent twice")
struct RepeatTests {
    @Test(
        "With one key at the same moment it has one effect: the other hears the answer, or that it is still being worked on"
    )
    func together() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 30)
            let session = try await week.session(capacity: 99)
            for (round, actor) in try await week.practitioners(30).enumerated() {
                let key = "key-\(round)"
                async let first = outcome {
                    try await house.services.booking.book(session.reference, key: key, by: actor)
                }
                async let second = outcome {
                    try await house.services.booking.book(session.reference, key: key, by: actor)
                }
                let outcomes = [await first, await second]
                #expect(Set(outcomes.compactMap { try? $0.get().id }).count == 1)
                #expect(outcomes.compactMap(\.refusal).allSatisfy { $0.code == "still_running" })
            }
            #expect(try await house.database.read(BookingsInTable(session: session.id)).count == 30)
        }
    }

    @Test("Through two programs both get the same answer")
    func twoPrograms() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 30)
            let session = try await week.session(capacity: 10)
            let people = try await week.practitioners(30)
            try await house.beside { other async throws in
                for (round, actor) in people.enumerated() {
                    let key = "key-\(round)"
                    async let first = house.services.booking.book(session.reference, key: key, by: actor)
                    async let second = other.services.booking.book(session.reference, key: key, by: actor)
                    let receipts = [try await first, try await second]
                    #expect(receipts[0] == receipts[1])
                }
            }
            #expect(try await house.database.read(BookingsInTable(session: session.id)).count == 30)
        }
    }

    @Test("A cancelling with its key is done once and answered alike")
    func cancelling() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1)
            let mine = try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            let actor = try await week.actor("p1@example.org")
            async let first = house.services.booking.cancel(mine.id, key: "key", by: actor)
            async let second = house.services.booking.cancel(mine.id, key: "key", by: actor)
            #expect([try await first.state, try await second.state] == [.cancelled, .cancelled])
            let other = try await week.book(session, "p1@example.org")
            await #expect(throws: AccessRefusal.keyReused) {
                try await house.services.booking.cancel(other.id, key: "key", by: actor)
            }
        }
    }

    @Test(
        "Connections are cut all the while: what was acknowledged is there, and every request repeated has one booking")
    func cut() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 40)
            var sessions: [Session] = []
            for day in 29...31 {
                for hour in [9, 11, 13, 15] {
                    sessions.append(
                        try await week.session(
                            "Session \(day) \(hour)", starts: "2018-01-\(day) \(hour < 10 ? "0" : "")\(hour):00",
                            capacity: 25, release: false))
                }
            }
            _ = try await house.services.programme.publishRelease("week", by: week.staff)
            let references = sessions.map(\.reference)
            let people = try await week.practitioners(40)
            let (acknowledged, failures, cuts) = try await cutWhileBooking(house, people, references)
            #expect(cuts > 10)
            #expect(
                failures.allSatisfy {
                    ($0 as? ServiceFailure).map { [.unavailable, .outcomeUnknown].contains($0.code) } == true
                })

            var repeated: [String: UUID] = [:]
            for (number, actor) in people.enumerated() {
                for session in references {
                    let key = "\(session) \(number)"
                    repeated[key] = try await Self.askAgain {
                        try await house.services.booking.book(session, key: key, by: actor).id
                    }
                }
            }
            #expect(acknowledged.allSatisfy { repeated[$0.key] == $0.value })
            for session in sessions {
                let rows = try await house.database.read(BookingsInTable(session: session.id))
                #expect(rows.count == people.count)
                #expect(Set(rows.map(\.person)).count == people.count)
                #expect(Set(rows.map(\.id)).isSubset(of: Set(repeated.values.map { $0.uuidString.lowercased() })))
                #expect(rows.filter { $0.state == "confirmed" }.count == 25)
            }
        }
    }

    /// As whoever is told to try again in a moment does, a few times.
    private static func askAgain<Answer>(_ ask: () async throws -> Answer) async throws -> Answer {
        for _ in 1...5 {
            do { return try await ask() } catch let failure as ServiceFailure where failure.code == .unavailable {
                try await Task.sleep(for: .milliseconds(200))
            }
        }
        return try await ask()
    }

    private enum Told: Sendable {
        case booked(String, UUID)
        case failed(any Error)
    }

    /// Everybody asks for every session once, with a key, while the connections are cut again and again.
    private func cutWhileBooking(
        _ house: TestHouse, _ people: [Actor], _ references: [String]
    ) async throws -> (acknowledged: [String: UUID], failures: [any Error], cuts: Int) {
        try await house.asOwner { owner in
            await withTaskGroup(of: [Told].self) { group in
                for (number, actor) in people.enumerated() {
                    group.addTask { await Self.askForAll(house, actor, number, references) }
                }
                let cutter = Task { await Self.cutting(owner) }
                var (acknowledged, failures): ([String: UUID], [any Error]) = ([:], [])
                for await told in group {
                    for one in told {
                        switch one {
                        case .booked(let key, let id): acknowledged[key] = id
                        case .failed(let error): failures.append(error)
                        }
                    }
                }
                cutter.cancel()
                return (acknowledged, failures, await cutter.value)
            }
        }
    }

    private static func askForAll(_ house: TestHouse, _ actor: Actor, _ number: Int, _ references: [String]) async
        -> [Told]
    {
        var told: [Told] = []
        for session in references {
            let key = "\(session) \(number)"
            do {
                told.append(.booked(key, try await house.services.booking.book(session, key: key, by: actor).id))
            } catch {
                told.append(.failed(error))
            }
        }
        return told
    }

    private static func cutting(_ owner: PostgresClient) async -> Int {
        var cuts = 0
        while !Task.isCancelled {
            cuts += (try? await owner.read(CutConnections()).first) ?? 0
            try? await Task.sleep(for: .milliseconds(25))
        }
        return cuts
    }
}
