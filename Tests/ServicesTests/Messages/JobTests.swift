import Domain
import Foundation
import TestSupport
import Testing

@testable import Services

@Suite("Jobs of the house")
struct JobTests {
    private struct Silent: MessageRenderer {
        func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter {
            RenderedLetter(subject: "s", text: "t")
        }
    }

    private func worker(_ house: TestHouse) -> MessageWorker {
        MessageWorker(house: house.services.house, renderer: Silent())
    }

    private func run(_ job: HouseJob, _ house: TestHouse, _ week: TestWeek) async throws -> HouseJobRun {
        try #require(try await house.services.jobs.runs(by: week.admin).first { $0.job == job })
    }

    @Test("Each notes when it ran and what it did")
    func notes() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let before = try await house.services.jobs.runs(by: week.admin)
            #expect(before.filter { $0.isLate && $0.ranAt == nil }.count == HouseJob.allCases.count)
            try await week.book(try await week.session(), "p1@example.org")
            try await worker(house).work(on: HouseJob.allCases)
            let runs = try await house.services.jobs.runs(by: week.admin)
            #expect(runs.map(\.job) == HouseJob.allCases)
            #expect(runs.filter { $0.ranAt != nil && !$0.isLate && !$0.isFailing }.count == runs.count)
            #expect(try await run(.mail, house, week).outcome == "1 message taken up")
            #expect(try await run(.departures, house, week).outcome == nil)
        }
    }

    @Test("One that is asked for runs at the next turn, and is asked for no longer")
    func asked() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await house.services.jobs.ask(for: .audit, by: week.admin)
            #expect(try await house.services.jobs.asked() == [.audit])
            try await worker(house).work(on: try await house.services.jobs.asked())
            #expect(try await house.services.jobs.asked().isEmpty)
            #expect(try await run(.audit, house, week).ranAt != nil)
            #expect(try await run(.files, house, week).ranAt == nil)
            #expect(try await house.services.audit.newest(1, by: week.admin).map(\.action) == ["job.ask"])
        }
    }

    @Test("A failure is kept in words without the database's own, until it runs again")
    func failure() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            struct Odd: Error {}
            await #expect(throws: Odd.self) { try await house.services.jobs.run(.files) { throw Odd() } }
            let failed = try await run(.files, house, week)
            #expect(failed.isFailing)
            #expect(failed.failure?.contains("the program's log") == true)
            await #expect(throws: PeopleRefusal.self) {
                try await house.services.jobs.run(.departures) { throw PeopleRefusal.lastAdmin }
            }
            #expect(try await run(.departures, house, week).failure == PeopleRefusal.lastAdmin.message)
            try await worker(house).work(on: [.files])
            #expect(try await run(.files, house, week).isFailing == false)
        }
    }

    @Test("Only admins see them and ask for them")
    func rights() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            await #expect(throws: AccessRefusal.self) { _ = try await house.services.jobs.runs(by: week.staff) }
            await #expect(throws: AccessRefusal.self) {
                try await house.services.jobs.ask(for: .mail, by: week.staff)
            }
        }
    }
}
