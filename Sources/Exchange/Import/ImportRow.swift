import CSV
import Domain
import Foundation

/// Reads the fields of one record and gathers everything that is wrong with them. A reader that answers nil has either noted a
/// problem or found nothing; `isGood` tells.
struct ImportRow {
    let record: CSVRecord
    /// Days by which every date of the file moves.
    let shift: Int
    private(set) var problems: [ImportProblem] = []
    /// What the row changes, in words.
    var change: String?

    init(_ record: CSVRecord, shift: Int) {
        self.record = record
        self.shift = shift
    }

    var isGood: Bool { problems.isEmpty }

    /// What the row is about, from whichever of the naming columns its file has.
    var name: String {
        let columns = [
            "reference", "session", "event", "slug", "site", "email", "person_email", "title", "name", "candidate",
            "judge_email",
        ]
        return columns.compactMap { text($0) }.prefix(3).joined(separator: ", ")
    }

    /// Whether the file has that column at all. An absent column leaves what is there; a blank field clears it.
    func has(_ column: String) -> Bool { record[column] != nil }

    /// The field, trimmed and in NFC; nil when it is blank or its column absent.
    func text(_ column: String) -> String? {
        guard let text = record[column], !text.isEmpty else { return nil }
        return text.precomposedStringWithCanonicalMapping
    }

    mutating func refuse(_ column: String?, _ message: String) {
        let problem = record.problem(column, message)
        problems.append(
            ImportProblem(row: problem.row, line: problem.line, column: column, value: problem.value, message: message))
    }

    /// Puts a refusal of a use case to the column that it is about.
    mutating func refuse(_ refusal: any Refusal) {
        let column = RefusedColumn.of(refusal).flatMap { has($0) ? $0 : nil }
        refuse(column, refusal.message)
    }

    /// One line of text; empty when it is blank and may be.
    mutating func line(_ column: String, _ what: String, upTo most: Int, required: Bool = false) -> String? {
        guard let text = record[column] else { return nil }
        do {
            return try FreeText.line(text, what, longest: most, required: required)
        } catch {
            refuse(column, error.message)
            return nil
        }
    }

    /// Several lines of text; empty when it is blank.
    mutating func prose(_ column: String, _ what: String, upTo most: Int) -> String? {
        guard let text = record.raw(column) else { return nil }
        do {
            return try FreeText.prose(text, what, longest: most)
        } catch {
            refuse(column, error.message)
            return nil
        }
    }

    mutating func number(_ column: String, in range: ClosedRange<Int>, required: Bool = false) -> Int? {
        field(column, required: required) { text throws(CSVFieldError) in try CSVField.wholeNumber(text, in: range) }
    }

    mutating func day(_ column: String, required: Bool = false) -> Day? {
        field(column, required: required) { text throws(CSVFieldError) in try CSVField.date(text) }
            .flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }?.adding(days: shift)
    }

    /// A date and time on the wall in London, at a whole minute.
    mutating func wallTime(_ column: String, required: Bool = false) -> LocalTime? {
        dateTime(column, required: required).flatMap { local($0) }
    }

    /// The moment that a date and time on the wall mean. One that never happens, or happens twice, is a problem.
    mutating func moment(_ column: String, required: Bool = false, seconds: Bool = false) -> Date? {
        guard let read = dateTime(column, required: required), let local = local(read) else { return nil }
        guard seconds || read.time.second == 0 else {
            refuse(column, "Times go by the minute here. Leave the seconds out.")
            return nil
        }
        do {
            return try DateEntry.moment(local, offset: read.offsetMinutes).addingTimeInterval(Double(read.time.second))
        } catch {
            refuse(column, error.message)
            return nil
        }
    }

    mutating func email(_ column: String) -> String? {
        guard let text = record[column], !text.isEmpty else {
            refuse(column, CSVFieldError.blank.message)
            return nil
        }
        do {
            return try EmailAddress(text).text
        } catch {
            refuse(column, error.message)
            return nil
        }
    }

    /// A name that must be among the known ones.
    mutating func known<Value>(_ column: String, in names: inout NameIndex<Value>, required: Bool = false) -> Value? {
        guard let typed = text(column) else {
            if required { refuse(column, CSVFieldError.blank.message) }
            return nil
        }
        do {
            return try names.find(typed)
        } catch {
            refuse(column, error.message)
            return nil
        }
    }

    /// Several addresses with `;` between them, each of somebody known.
    mutating func people(_ column: String, in names: inout NameIndex<String>) -> [String] {
        var emails: [String] = []
        for part in (text(column) ?? "").split(separator: ";") {
            let typed = part.trimmingCharacters(in: .whitespaces)
            if typed.isEmpty { continue }
            do {
                let email = try names.find(typed)
                if !emails.contains(email) { emails.append(email) }
            } catch {
                refuse(column, error.message)
            }
        }
        return emails
    }

    /// Notes that this row is about `key`; a second row about the same is a problem.
    mutating func claim(_ key: String, _ column: String, in seen: inout [String: Int], _ what: String) {
        if let first = seen[key] {
            refuse(column, "\(what) is in row \(first) already. Keep one of the two.")
        } else {
            seen[key] = record.row
        }
    }

    private mutating func dateTime(_ column: String, required: Bool) -> CSVDateTime? {
        field(column, required: required) { text throws(CSVFieldError) in try CSVField.dateTime(text) }
    }

    private func local(_ read: CSVDateTime) -> LocalTime? {
        guard let day = Day(year: read.date.year, month: read.date.month, day: read.date.day),
            let time = ClockTime(hour: read.time.hour, minute: read.time.minute)
        else { return nil }
        return LocalTime(day.adding(days: shift), time)
    }

    private mutating func field<Value>(
        _ column: String, required: Bool, _ parse: (String) throws(CSVFieldError) -> Value
    ) -> Value? {
        guard let text = record[column], !text.isEmpty else {
            if required { refuse(column, CSVFieldError.blank.message) }
            return nil
        }
        do {
            return try parse(text)
        } catch {
            refuse(column, error.message)
            return nil
        }
    }
}
