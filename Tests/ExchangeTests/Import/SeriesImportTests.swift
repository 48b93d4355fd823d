import Domain
import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite("Importing series")
struct SeriesImportTests {
    private let header = "slug,event,title,rule,starts_at,minutes,site,room,until,count"

    @Test("lays out the first Wednesdays of 2018")
    func briefing() async throws {
        try await ImportBench.with { bench in
            try await bench.load(.events, "slug,title,from,to", "briefings,Briefings,2018-01-01,2018-12-31")
            let report = try await bench.load(
                .series, header,
                "director,briefings,Director's briefing,FREQ=MONTHLY;BYDAY=1WE,2018-01-03 09:30,60,Mary Stevens Park,Main Hall,2018-12-31,"
            )
            #expect((report.errors, report.accepted) == ([], 1))
            let starts = try await bench.drafts().compactMap(\.startsAt).sorted().map { London.local($0).iso }
            #expect(starts == Made.firstWednesdays.map { "\($0) 09:30" })
        }
    }

    @Test("names what is wrong with a rule, its start and its end")
    func wrong() async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(
                .series, header, "a,week,A,FREQ=SOMETIMES,2018-01-29 09:30,60,,,,2",
                "b,week,B,FREQ=WEEKLY;BYDAY=TU,2018-01-29 09:30,60,,,,2",
                "c,week,C,FREQ=DAILY,2018-01-29 09:30,60,,,2018-01-31,2", "d,week,D,FREQ=DAILY,2018-01-29 09:30,0,,,,2",
                "e,week,E,FREQ=DAILY,2018-01-29 09:30,60,,,,50")
            #expect(report.places == ["1 rule", "2 starts_at", "3 until", "4 minutes", "5 starts_at"])
            #expect(try await bench.drafts().isEmpty)
        }
    }

    @Test("does not change a series that is there, and says in what it differs")
    func differs() async throws {
        try await ImportBench.with { bench in
            let row = "daily,week,Daily,FREQ=DAILY,2018-01-29 09:30,60,,,,2"
            try await bench.load(.series, header, row)
            let again = try await bench.load(.series, header, row)
            #expect((again.accepted, again.unchanged) == (0, 1))
            let other = try await bench.load(.series, header, row.replacing("09:30", with: "10:30"))
            #expect(other.places == ["1 starts_at"])
        }
    }
}
