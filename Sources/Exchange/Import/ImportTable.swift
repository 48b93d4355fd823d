import CSV
import Domain

/// What became of one good row.
package enum ImportOutcome: Sendable, Equatable {
    case added, changed, unchanged
}

/// One good row of a file: what it is about, and what became of it.
package struct ImportedRow: Sendable, Equatable {
    package let row: Int
    package let name: String
    package let outcome: ImportOutcome
    /// What changes, in words, where that is known.
    package let change: String?
}

/// The records of one file and what has been found about them so far.
struct ImportTable {
    let records: [CSVRecord]
    /// Days by which every date of the file moves.
    let shift: Int
    /// Whether what was loaded is released in the same go, so that nobody need be reminded.
    let isSeed: Bool
    private let reading: ImportReport
    private(set) var report: ImportReport
    /// The record at hand, for what goes wrong without saying where.
    private var current: CSVRecord?

    init(_ document: CSVDocument, shift: Int, isSeed: Bool) {
        records = document.records
        self.shift = shift
        self.isSeed = isSeed
        var report = ImportReport()
        report.errors = document.problems.map(ImportProblem.init)
        report.warnings = document.notes.map { ImportProblem(message: $0) } + document.warnings.map(ImportProblem.init)
        reading = report
        self.report = report
    }

    /// Forgets all but what reading the file showed: a transaction may be run again.
    mutating func restart() {
        report = reading
        current = nil
    }

    mutating func begin(_ record: CSVRecord) -> ImportRow {
        current = record
        return ImportRow(record, shift: shift)
    }

    mutating func finish(_ row: ImportRow, _ outcome: ImportOutcome?) {
        report.errors += row.problems
        guard row.isGood else { return }
        guard let outcome else { return }
        switch outcome {
        case .added, .changed: report.accepted += 1
        case .unchanged: report.unchanged += 1
        }
        report.rows.append(ImportedRow(row: row.record.row, name: row.name, outcome: outcome, change: row.change))
    }

    mutating func warn(_ row: ImportRow? = nil, _ column: String? = nil, _ message: String) {
        let problem = row?.record.problem(column, message)
        report.warnings.append(
            ImportProblem(
                row: problem?.row, line: problem?.line, column: column, value: problem?.value, message: message))
    }

    /// Notes what went wrong at the record at hand, or with the file as a whole.
    mutating func fail(_ message: String) {
        report.errors.append(ImportProblem(row: current?.row, line: current?.line, message: message))
    }

    /// The report as it is handed out: in the order of the file, and with nothing accepted where anything is wrong.
    var finished: ImportReport {
        var finished = report
        func before(_ one: ImportProblem, _ other: ImportProblem) -> Bool {
            (one.row ?? 0, one.line ?? 0) < (other.row ?? 0, other.line ?? 0)
        }
        finished.errors.sort(by: before)
        finished.warnings.sort(by: before)
        finished.rows.sort { $0.row < $1.row }
        if !finished.isGood { (finished.accepted, finished.unchanged, finished.rows) = (0, 0, []) }
        return finished
    }

    /// Reads and takes each record; a refusal is a problem of its row, and the next row is looked at all the same.
    mutating func each(
        _ records: [CSVRecord]? = nil, _ take: (inout ImportRow, inout ImportTable) async throws -> ImportOutcome?
    ) async throws {
        for record in records ?? self.records {
            var row = begin(record)
            do {
                let outcome = try await take(&row, &self)
                finish(row, outcome)
            } catch let refusal as any Refusal {
                row.refuse(refusal)
                finish(row, nil)
            }
        }
        current = nil
    }
}

extension ImportProblem {
    init(_ problem: CSVProblem) {
        self.init(
            row: problem.row, line: problem.line, column: problem.column, value: problem.value, message: problem.message
        )
    }
}
