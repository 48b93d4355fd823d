import Domain
import Foundation
import Services
import TestSupport
import Testing

@Suite("Series")
struct SeriesTests {
    private func firstWednesdays(_ house: TestHouse, until: String) async throws -> [Occurrence] {
        _ = try await house.services.programme.addEvent(
            "briefings", title: "Briefings", from: day("2018-01-01"), to: day("2020-02-29"), by: house.operating)
        return try await house.services.programme.addSeries(
            NewSeries(
                event: "briefings", slug: "directors-briefing", title: "Director's briefing",
                rule: "FREQ=MONTHLY;BYDAY=1WE",
                startsAt: LocalTime(day("2018-01-03"), ClockTime(minutes: 570)), minutes: 60, until: day(until)),
            by: house.operating
        ).occurrences
    }

    @Test("The first Wednesday of every month of 2018 is twelve dates")
    func dates() async throws {
        try await TestHouse.with { house in
            let dates = try await firstWednesdays(house, until: "2018-12-31").map {
                London.local($0.startsAt).day.short
            }
            #expect(
                dates == [
                    "3 Jan 2018", "7 Feb 2018", "7 Mar 2018", "4 Apr 2018", "2 May 2018", "6 Jun 2018", "4 Jul 2018",
                    "1 Aug 2018",
                    "5 Sep 2018", "3 Oct 2018", "7 Nov 2018", "5 Dec 2018",
                ])
        }
    }

    @Test("Half past nine stays half past nine over the clock change")
    func clockChange() async throws {
        try await TestHouse.with { house in
            let starts = try await firstWednesdays(house, until: "2018-12-31").map(\.startsAt)
            #expect(starts[2] == Date(timeIntervalSince1970: 1_520_415_000))
            #expect(starts[3] == Date(timeIntervalSince1970: 1_522_830_600))
        }
    }

    @Test("A bank holiday among the dates is flagged with the next free week")
    func holiday() async throws {
        try await TestHouse.with { house in
            try await house.services.people.loadHolidays(
                [Holiday(day: day("2020-01-01"), title: "New Year's Day", status: "published", source: "GOV.UK")],
                by: house.operating)
            let last = try await firstWednesdays(house, until: "2020-01-31").last
            #expect(last?.holiday == "New Year's Day")
            #expect(last?.suggestion == day("2020-01-08"))
        }
    }

    @Test("Skipping one date leaves the others and says why")
    func skip() async throws {
        try await TestHouse.with { house in
            _ = try await firstWednesdays(house, until: "2018-12-31")
            _ = try await house.services.programme.skipOccurrence(
                "directors-briefing", on: day("2018-08-01"), reason: "Summer break", by: house.operating)
            let dates = try await house.services.programme.seriesDates("directors-briefing", by: house.operating)
            #expect(dates.filter { $0.state == .cancelled }.map(\.notes) == ["skipped: Summer break"])
            #expect(dates.count == 12)
        }
    }

    @Test("A first date that the rule does not give is refused")
    func missesStart() async throws {
        try await TestHouse.with { house in
            _ = try await house.services.programme.addEvent(
                "briefings", title: "Briefings", from: day("2018-01-01"), to: day("2018-12-31"), by: house.operating)
            let start = LocalTime(day("2018-01-04"), ClockTime(minutes: 570))
            await #expect(throws: ProgrammeRefusal.ruleMissesStart(start)) {
                try await house.services.programme.addSeries(
                    NewSeries(
                        event: "briefings", slug: "x", title: "X", rule: "FREQ=MONTHLY;BYDAY=1WE", startsAt: start,
                        minutes: 60, count: 3),
                    by: house.operating)
            }
        }
    }
}
