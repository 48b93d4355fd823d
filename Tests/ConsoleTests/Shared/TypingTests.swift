import Domain
import Services
import TestSupport
import Testing

@testable import Console

@Suite("Somebody at a terminal")
struct TypingTests {
    @Test("An error does not end the console")
    func goesOn() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = try await Ran.typing(
                house, FakeLines("sit list", "site add \"Corbyn Road\"", "site list", "quit", "site list"))
            #expect(ran.code == 0)
            #expect(
                ran.error == "There is no 'sit'. Did you mean 'site'?\nThere is already a site called 'Corbyn Road'.\n")
            #expect(ran.out.contains("Mary Stevens Park"))
        }
    }

    @Test("The prompt shows that a transaction is under way; a slip keeps it, an error ends it")
    func block() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let lines = FakeLines("begin", "site add Tipton", "sit list", "site add Tipton", "site list")
            let ran = try await Ran.typing(house, lines)
            #expect(lines.prompts.map { $0.contains("begun") } == [false, true, true, true, false, false])
            #expect(ran.error.contains("What was done since begin was rolled back: nothing was changed."))
            #expect(try await house.services.people.sites().count == 2)
        }
    }

    @Test("Ctrl-D inside a transaction rolls it back and says so")
    func leaves() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let ran = try await Ran.typing(house, FakeLines("begin", "site add Tipton"))
            #expect(ran.code == 0)
            #expect(ran.error.contains("begin without commit"))
            #expect(try await house.services.people.sites().count == 2)
        }
    }

    @Test("A release is asked about, with what it changes, and its slug must be typed")
    func release() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session(release: false)
            let lines = FakeLines(
                .line("release publish week"), .line("no"), .line("release publish week"), .interrupted,
                .line("release publish wee --note first"), .line("week"))
            let ran = try await Ran.typing(house, lines)
            #expect(ran.error.contains("1 new; 0 booked or waiting in them."))
            #expect(ran.error.contains("That was not week. Nothing was released."))
            #expect(ran.error.contains("Interrupted; nothing was changed."))
            #expect(try await house.services.programme.releases("week", by: week.staff).map(\.note) == ["first"])
        }
    }

    @Test("Dates on bank holidays are asked about, one by one, before anything is written")
    func holidays() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await SeriesFixture.holidays(house)
            let lines = FakeLines(SeriesFixture.add, "perhaps", "move", "skip", "series dates mondays")
            let ran = try await Ran.typing(house, lines)
            #expect(ran.error.contains("2 of the dates are bank holidays:"))
            #expect(lines.prompts.filter { $0.contains("skip or keep?") }.count == 3)
            let dates = try await house.services.programme.seriesDates("mondays", by: week.admin)
            #expect(
                dates.filter { $0.state == .cancelled }.map(\.cancelReason) == ["Bank holiday: Spring bank holiday"])
            #expect(dates.contains { $0.startsAt != $0.recurrenceID })
        }
    }

    @Test("Ctrl-C at a question leaves everything as it was")
    func interrupted() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await SeriesFixture.holidays(house)
            let ran = try await Ran.typing(house, FakeLines(.line(SeriesFixture.add), .line("move"), .interrupted))
            #expect(ran.error.contains("Interrupted; nothing was changed."))
            #expect(try await house.services.programme.series(by: week.admin).isEmpty)
        }
    }
}
