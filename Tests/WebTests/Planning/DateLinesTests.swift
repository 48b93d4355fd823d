import Domain
import TestSupport
import Testing

@testable import Web

@Suite("Dates typed as people type them")
struct DateLinesTests {
    private static let monday = day("2018-01-29")

    private func read(_ text: String) -> DateLines {
        DateLines(text, after: Self.monday, countingFrom: Self.monday)
    }

    @Test(
        "A line is a date, several dates, or a rule with an end",
        arguments: [
            ("7 Feb\nWed 14 February 2018", ["2018-02-07", "2018-02-14"]),
            ("7 Feb, 9 Feb; 8 Feb", ["2018-02-07", "2018-02-08", "2018-02-09"]),
            ("Wednesday, 7 February", ["2018-02-07"]),
            ("every Wednesday until 14 Feb", ["2018-01-31", "2018-02-07", "2018-02-14"]),
            ("Every wed and fri until 7 Feb", ["2018-01-31", "2018-02-02", "2018-02-07"]),
            ("every week until 12 Feb", ["2018-02-05", "2018-02-12"]),
            ("every other Monday until 28 Feb", ["2018-02-12", "2018-02-26"]),
            ("every 3 weeks until 20 Mar", ["2018-02-19", "2018-03-12"]),
            ("every weekday until 2 Feb", ["2018-01-30", "2018-01-31", "2018-02-01", "2018-02-02"]),
            ("every day until 31 Jan", ["2018-01-30", "2018-01-31"]),
            ("first Wednesday of every month until 1 May", ["2018-02-07", "2018-03-07", "2018-04-04"]),
            ("last Friday of the month until 31 Mar", ["2018-02-23", "2018-03-30"]),
            ("every Tuesday 2 times", ["2018-01-30", "2018-02-06"]),
            ("\n 7 Feb \n\n7 Feb", ["2018-02-07"]),
        ])
    func reads(_ text: String, _ days: [String]) {
        let lines = read(text)
        #expect(lines.days.map(\.iso) == days)
        #expect(lines.problems.isEmpty)
    }

    @Test(
        "What cannot be read is said in words, and what can be is kept",
        arguments: [
            ("every Wednesday", "Say when “every Wednesday” ends"),
            ("every full moon until 14 Feb", "“every full moon until 14 Feb” is not a rule that is known."),
            ("03/02/2018", "3 February 2018 or 2 March 2018"),
            ("31 Feb", "“31 Feb” is not a date."),
            ("every Wednesday until 1 Jan 2018", "gives no date after Monday 29 January 2018."),
            ("every Wednesday until never", "“never” is not a date."),
            ("every 0 weeks until 14 Feb", "is not a rule that is known."),
        ])
    func refuses(_ text: String, _ words: String) {
        let lines = read("9 Feb\n\(text)")
        #expect(lines.days == [day("2018-02-09")])
        #expect(lines.problems.count == 1)
        #expect(lines.problems.first?.contains(words) == true, "\(lines.problems)")
    }

    @Test("More dates than can be looked at are refused as too many")
    func tooMany() {
        let lines = read("every day until 31 Dec 2019")
        #expect(lines.problems.count == 1 && lines.problems.first?.contains("up to 100 at a time") == true)
    }
}
