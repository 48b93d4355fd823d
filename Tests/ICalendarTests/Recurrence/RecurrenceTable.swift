import Foundation
import ICalendar
import Testing

/// Rules with the dates that an independent implementation, python-dateutil 2.9, gives for them.
///
/// A case is a start and a rule, then on indented lines the expected dates, with the clock where it is not that of the
/// start; a full stop says that the rule ends there. Left out are rules on which that implementation departs from RFC
/// 5545: BYDAY lists that mix days with and without ordinals, and week numbers that straddle the end of a year.
enum RecurrenceTable {
    struct Case: Sendable, CustomTestStringConvertible {
        let start: String
        let rule: String
        let expected: [String]
        let isWhole: Bool

        var testDescription: String { "\(start) \(rule)" }
    }

    static let cases = read(chosen) + read(random)

    private static func read(_ table: String) -> [Case] {
        var blocks: [[Substring]] = []
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix(" "), !blocks.isEmpty {
                blocks[blocks.count - 1] += words
            } else {
                blocks.append(words)
            }
        }
        return blocks.map { words in
            let dates = words.dropFirst(2).filter { $0 != "." }.map(String.init)
            return Case(
                start: String(words[0]), rule: String(words[1]), expected: dates, isWhole: words.last == ".")
        }
    }
}
