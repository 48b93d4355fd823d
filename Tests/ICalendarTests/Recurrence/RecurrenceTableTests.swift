import Foundation
import ICalendar
import Testing

@Suite struct RecurrenceTableTests {
    @Test("Rules make the dates that an independent implementation makes", arguments: RecurrenceTable.cases)
    func expansion(of item: RecurrenceTable.Case) throws {
        let start = try time(item.start)
        let rule = try RecurrenceRule(parsing: item.rule)
        // Past its last instance a rule that ends must give nothing more.
        let limit = item.expected.count + (item.isWhole ? 3 : 0)
        let found = try rule.starts(from: .utc(start), limit: limit)
        #expect(try found == item.expected.map { .utc(try time($0, like: item.start)) })
    }

    @Test("Rules print what they read", arguments: RecurrenceTable.cases)
    func printing(of item: RecurrenceTable.Case) throws {
        let rule = try RecurrenceRule(parsing: item.rule)
        let text = rule.text(startingAt: .utc(try time(item.start)))
        #expect(try RecurrenceRule(parsing: text) == rule)
    }

    @Test("The first Wednesday of every month of 2018 at 09:30 in London")
    func firstWednesdays() throws {
        let rule = try RecurrenceRule(parsing: "FREQ=MONTHLY;BYDAY=1WE")
        let starts = try rule.starts(from: london("2018-01-03 09:30"), limit: 12)
        let days = [
            "2018-01-03", "2018-02-07", "2018-03-07", "2018-04-04", "2018-05-02", "2018-06-06", "2018-07-04",
            "2018-08-01", "2018-09-05", "2018-10-03", "2018-11-07", "2018-12-05",
        ]
        #expect(try starts == days.map { try london($0 + " 09:30") })
        #expect(starts[2].instant == (try utc("2018-03-07 09:30")))
        #expect(starts[3].instant == (try utc("2018-04-04 08:30")))
    }

    /// `20180103T093000`, or `20180103` with the clock of another.
    private func time(_ text: String, like start: String = "") throws -> Date {
        let full = text.contains("T") ? text : text + start.dropFirst(8)
        let digits = full.compactMap { $0.wholeNumberValue }
        try #require(digits.count == 14)
        func number(_ range: Range<Int>) -> String { digits[range].map(String.init).joined() }
        let date = [number(0..<4), number(4..<6), number(6..<8)].joined(separator: "-")
        return try utc(date + " " + [number(8..<10), number(10..<12), number(12..<14)].joined(separator: ":"))
    }
}
