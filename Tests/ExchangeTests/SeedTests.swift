import Domain
import Foundation
import ICalendar
import Services
import TestSupport
import Testing

@testable import Exchange

@Suite("The demo week")
struct SeedTests {
    private let demo = "\(TestCluster.root)/seed/demo"

    private func load(_ house: TestHouse, starting: String? = nil) async throws -> SeedReport {
        try await Seed.load(directory: demo, starting: starting.map(day), services: house.services, by: house.operating)
    }

    private func accepted(_ report: SeedReport) -> [Int] { report.files.map(\.report.accepted) }

    @Test("loads whole, releases its two events, sends nothing, and loads again without effect")
    func whole() async throws {
        try await TestHouse.with(now: "2018-01-14 09:00") { house in
            let first = try await load(house)
            #expect(first.isGood)
            #expect(accepted(first) == [4, 11, 12, 320, 2, 6, 64, 2, 900, 200, 2, 60, 24])
            #expect(first.files.flatMap(\.report.warnings) == [])
            #expect(first.released == ["briefings-2018", "practice-week-2018"])
            #expect(first.holidays > 100)
            let second = try await load(house)
            #expect(second.isGood)
            #expect(accepted(second) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
            #expect(second.released == [])
            #expect(house.mail.messages.isEmpty)
            let file = try await ProgrammeCalendar(services: house.services).event(
                "briefings-2018", by: house.operating)
            #expect(ICalendarProblems.inBytes(file.bytes) == [])
        }
    }

    @Test("moves by whole weeks onto a Monday, its series to their rules' first dates, all inside their events")
    func starting() async throws {
        try await TestHouse.with(now: "2026-11-22 09:00") { house in
            #expect(
                accepted(try await load(house, starting: "2026-12-07")) == [
                    4, 11, 12, 320, 2, 6, 64, 2, 900, 200, 2, 60, 24,
                ])
            #expect(accepted(try await load(house, starting: "2026-12-07")) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
            let programme = house.services.programme
            let week = try await programme.event("practice-week-2018", by: house.operating)
            #expect((week.from, week.to) == (day("2026-12-07"), day("2026-12-11")))
            let first = try await programme.session("PW18-001", by: house.operating)
            #expect(try first.startsAt == moment("2026-12-07 09:00"))
            let dates = try await programme.seriesDates("directors-briefing", by: house.operating)
            #expect(
                dates.allSatisfy {
                    London.local($0.startsAt).day.day <= 7 && London.local($0.startsAt).day.weekday == .wednesday
                })
            #expect(try dates.first?.startsAt == moment("2026-12-02 09:30"))
            #expect(dates.count == 12)
        }
    }

    @Test("refuses a start that is not a Monday, and a directory without files")
    func refusals() async throws {
        try await TestHouse.with { house in
            await #expect(throws: ExchangeRefusal.notMonday(day("2026-12-08"))) {
                try await load(house, starting: "2026-12-08")
            }
            await #expect(throws: ExchangeRefusal.self) {
                try await Seed.load(directory: "\(demo)/nowhere", services: house.services, by: house.operating)
            }
            await #expect(throws: ExchangeRefusal.self) {
                try await Seed.load(
                    directory: "\(TestCluster.root)/seed", services: house.services, by: house.operating)
            }
        }
    }

    @Test("does not release what staff have drafted since")
    func laterDrafts() async throws {
        try await TestHouse.with(now: "2018-01-14 09:00") { house in
            _ = try await load(house)
            _ = try await house.services.programme.addSession(
                NewSession(
                    event: "practice-week-2018", title: "Not yet", startsAt: try moment("2018-01-31 12:00"),
                    endsAt: try moment("2018-01-31 12:30")), by: house.operating)
            #expect(try await load(house).released == [])
            #expect(
                try await !house.services.programme.released(event: "practice-week-2018").contains {
                    $0.title == "Not yet"
                })
        }
    }
}
