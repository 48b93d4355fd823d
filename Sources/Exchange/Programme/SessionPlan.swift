import CSV
import Domain

/// What the good rows of a file of sessions ask for, until all of it is written together.
struct SessionPlan {
    private(set) var additions: [(record: CSVRecord, session: NewSession)] = []
    private(set) var changes: [(record: CSVRecord, reference: String, change: SessionChange)] = []
    /// Without a reference: of the session that the row adds. Likewise the audiences.
    private(set) var cancellations: [(record: CSVRecord, reference: String?)] = []
    private(set) var audiences: [(record: CSVRecord, reference: String?, rules: [Audience.Rule])] = []

    /// Takes in what a row asks for.
    ///
    /// - Parameter existing: the session that it is about; nil for a new one.
    mutating func take(
        _ record: CSVRecord, _ row: SessionRow, _ existing: Session?
    ) throws(ProgrammeRefusal) -> ImportOutcome {
        if let existing, existing.state == .cancelled, let state = row.state, state != .cancelled {
            throw .cancelledAlready(existing.reference)
        }
        let changesAudience = row.changesAudience(of: existing)
        if changesAudience, let rules = row.audience { audiences.append((record, existing?.reference, rules)) }
        let isCancelling = row.state == .cancelled && existing?.state != .cancelled
        if isCancelling { cancellations.append((record, existing?.reference)) }
        guard let existing else {
            additions.append((record, row.new))
            return .added
        }
        let change = row.change(from: existing)
        if !change.isEmpty { changes.append((record, existing.reference, change)) }
        return change.isEmpty && !changesAudience && !isCancelling ? .unchanged : .changed
    }
}
