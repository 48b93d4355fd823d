import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("A storm of booking and cancelling")
struct StormTests {
    private struct Tally {
        var booked = 0
        var cancelled = 0
        var refused: [String: Int] = [:]
        var failures: [String] = []

        mutating func add(_ other: Tally) {
            booked += other.booked
            cancelled += other.cancelled
            refused.merge(other.refused, uniquingKeysWith: +)
            failures += other.failures
        }
    }

    private static func rounds(
        _ count: Int, seed: UInt64, _ house: TestHouse, _ people: [Actor], _ sessions: [String]
    ) async -> Tally {
        var random = SeededGenerator(seed: seed)
        var tally = Tally()
        for _ in 0..<count {
            guard let actor = people.randomElement(using: &random), let session = sessions.randomElement(using: &random)
            else { break }
            do {
                if let live = try await house.services.booking.mine(session, by: actor).first?.booking {
                    _ = try await house.services.booking.cancel(live.id, by: actor)
                    tally.cancelled += 1
                } else {
                    _ = try await house.services.booking.book(session, by: actor)
                    tally.booked += 1
                }
            } catch let refusal as any Refusal {
                tally.refused[refusal.code, default: 0] += 1
            } catch let failure as ServiceFailure where failure.code == .unavailable {
                // On a busy machine somebody is told to try again, and nothing was done.
                tally.refused["busy", default: 0] += 1
            } catch {
                tally.failures.append("\((error as? ServiceFailure)?.cause.map { "\($0)" } ?? "\(error)")")
            }
        }
        return tally
    }

    @Test(
        "Thirty-two tasks, five sessions, thousands of changes: every count right, and nobody waits beside a free place"
    )
    func storm() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 60)
            var sessions: [Session] = []
            for (title, start) in [
                ("One", "2018-01-29 09:30"), ("Two", "2018-01-29 10:00"), ("Three", "2018-01-30 09:30"),
                ("Four", "2018-01-31 09:30"),
                ("Five", "2018-01-31 10:00"),
            ] { sessions.append(try await week.session(title, starts: start, capacity: 12)) }
            let references = sessions.map(\.reference)
            let people = try await week.practitioners(60)
            let total = await withTaskGroup(of: Tally.self) { group in
                for task in 0..<32 {
                    group.addTask { await Self.rounds(100, seed: UInt64(task) + 2018, house, people, references) }
                }
                return await group.reduce(into: Tally()) { $0.add($1) }
            }
            #expect(total.failures == [])
            #expect(total.booked > 500)
            #expect(total.cancelled > 500)
            #expect(
                Set(total.refused.keys).isSubset(of: [
                    "clashes", "already_booked", "not_booked", "still_running", "busy",
                ]))
            for session in sessions {
                let rows = try await house.database.read(BookingsInTable(session: session.id))
                #expect(rows.filter { $0.state == "confirmed" }.count <= 12)
            }
            // Whoever waits beside a free place now must have a clash; the sweep finds nobody to promote twice.
            try await house.services.booking.sweepWaitingLists(by: Actor(.system, channel: .worker))
            for session in sessions {
                let now = try await house.services.programme.session(session.reference, by: week.staff)
                guard now.taken < now.capacity else { continue }
                let waiting = try await house.services.booking.waitingList(of: session.reference, by: week.staff)
                #expect(waiting.allSatisfy { $0.passedOver?.hasPrefix("clashes with") == true })
            }
        }
    }
}
