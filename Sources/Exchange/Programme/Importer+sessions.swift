import CSV
import Domain
import Foundation
import Services

extension Importer {
    static let cancelReason = "Cancelled before the import"

    func sessions(_ table: inout ImportTable) async throws {
        let drafts = try await services.programme.drafts(by: actor, in: work)
        var reader = try await sessionReader(table.records, drafts)
        var known = KnownSessions(drafts)
        var toRelease = 0
        var plan = SessionPlan()
        // Rows that name their reference come first, so that no number is given away that another row asks for.
        let named = table.records.filter { !($0["reference"] ?? "").isEmpty }
        let unnamed = table.records.filter { ($0["reference"] ?? "").isEmpty }
        try await table.each(named + unnamed) { row, _ in
            let read = reader.read(&row, of: self)
            guard let read else { return nil }
            known.claim(read, &row)
            let existing = known.find(read, &row)
            guard row.isGood else { return nil }
            let outcome = try plan.take(row.record, read, existing)
            if read.state == .scheduled || read.state == .completed, existing?.state ?? .draft == .draft {
                toRelease += 1
            }
            return outcome
        }
        try await write(plan, &table)
        if toRelease > 0, table.report.isGood, !table.isSeed {
            table.warn(
                nil, nil,
                "\(toRelease == 1 ? "1 session says" : "\(toRelease) sessions say") that it is scheduled, and is still a draft. Release the event to publish it."
            )
        }
    }

    /// Writes what the good rows ask for, each kind of change in one go; what the use cases refuse is put to its row.
    private func write(_ plan: SessionPlan, _ table: inout ImportTable) async throws {
        let programme = services.programme
        var refused = Set<Int>()
        var references: [Int: String] = [:]
        func refuse(_ record: CSVRecord, _ refusal: any Refusal, _ column: String? = nil) {
            var row = table.begin(record)
            if let column { row.refuse(column, refusal.message) } else { row.refuse(refusal) }
            table.finish(row, nil)
            refused.insert(record.row)
        }
        let changes = try await programme.changeSessions(
            plan.changes.map { ($0.reference, $0.change) }, by: actor, in: work)
        for (change, refusal) in zip(plan.changes, changes) {
            if let refusal { refuse(change.record, refusal) }
        }
        let added = try await programme.addSessions(plan.additions.map(\.session), by: actor, in: work)
        for (addition, outcome) in zip(plan.additions, added) {
            switch outcome {
            case .added(let reference): references[addition.record.row] = reference
            case .refused(let refusal): refuse(addition.record, refusal)
            }
        }
        for (record, reference) in plan.cancellations where !refused.contains(record.row) {
            guard let reference = reference ?? references[record.row] else { continue }
            do { _ = try await cancel(reference) } catch let refusal as any Refusal { refuse(record, refusal) }
        }
        // All sessions are there now, so that one may ask for another that stands below it.
        let audiences = plan.audiences.compactMap { audience in
            (audience.reference ?? references[audience.record.row]).map { (audience.record, $0, audience.rules) }
        }.filter { !refused.contains($0.0.row) }
        let set = try await programme.setAudiences(audiences.map { ($0.1, $0.2) }, by: actor, in: work)
        for (audience, refusal) in zip(audiences, set) {
            if let refusal { refuse(audience.0, refusal, "audience") }
        }
    }

    private func cancel(_ reference: String) async throws -> Session {
        try await services.programme.cancelSession(reference, reason: Self.cancelReason, by: actor, in: work)
    }

    private func sessionReader(_ records: [CSVRecord], _ drafts: [Session]) async throws -> SessionRowReader {
        let teams = try await services.people.teams(in: work)
        var strands: [String: NameIndex<String>] = [:]
        for strand in try await services.programme.strands(in: work) {
            var names = strands[strand.event] ?? NameIndex("strand", [])
            names.add(strand.slug, strand.slug)
            if !names.has(strand.name) { names.add(strand.name, strand.slug) }
            strands[strand.event] = names
        }
        let given = records.compactMap { $0["reference"]?.uppercased() }
        return SessionRowReader(
            events: try await eventNames(), strands: strands,
            sites: NameIndex("site", try await services.people.sites(in: work).map { ($0.name, $0.name) }),
            rooms: NameIndex("room", try await services.people.rooms(in: work).map { ($0.printed, $0.printed) }),
            emails: try await emails(), teams: NameIndex("team", teams.map { ($0.name, $0.name) }),
            services: NameIndex("service", Set(teams.map(\.service)).filter { !$0.isEmpty }.sorted().map { ($0, $0) }),
            employers: NameIndex("employer", try await services.people.employers(in: work).map { ($0, $0) }),
            references: Set(drafts.map(\.reference)).union(given))
    }
}

/// The sessions that exist, and which of them and of the new ones the file has spoken of.
struct KnownSessions {
    private let byReference: [String: Session]
    private var byIdentity: [String: Session] = [:]
    private var references: [String: Int] = [:]
    private var identities: [String: (row: Int, isNamed: Bool)] = [:]

    init(_ sessions: [Session]) {
        byReference = Dictionary(sessions.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        for session in sessions {
            let identity = SessionRow.identity(of: session)
            if let other = byIdentity[identity], other.state != .cancelled { continue }
            byIdentity[identity] = session
        }
    }

    /// Refuses a second row about the same session. Two that each name a reference are two sessions, whatever they look like.
    mutating func claim(_ read: SessionRow, _ row: inout ImportRow) {
        if let reference = read.reference { row.claim(reference, "reference", in: &references, reference) }
        if let first = identities[read.identity], read.reference == nil || !first.isNamed {
            let what =
                read.startsAt == nil ? "A session without a time and with this title" : "This title, start and room"
            row.refuse(
                "title",
                "\(what) stands in row \(first.row) already. Keep one of the two, or give both their reference.")
        } else if identities[read.identity] == nil {
            identities[read.identity] = (row.record.row, read.reference != nil)
        }
    }

    /// The session that the row is about; nil for a new one.
    mutating func find(_ read: SessionRow, _ row: inout ImportRow) -> Session? {
        guard let reference = read.reference else {
            guard let session = byIdentity[read.identity] else { return nil }
            row.claim(session.reference, "title", in: &references, session.reference)
            return session
        }
        guard let session = byReference[reference] else { return nil }
        if session.event != read.event.slug {
            row.refuse("event", "\(reference) belongs to \(session.event), and a session does not change its event.")
        }
        return session
    }
}
