import CSV
package import Domain
package import Services

/// CSV in: every row is checked first, everything that is wrong is said at once by row and column, and nothing is written
/// unless all is good. The rows go through the ordinary use cases in one transaction.
package struct CSVImport: Sendable {
    let services: Services

    package init(services: Services) {
        self.services = services
    }

    /// - Parameters:
    ///   - event: stands in for an `event` column, and must agree with one that is there.
    ///   - work: an open transaction to be part of; what a refused import did in it is taken back.
    /// - Throws: refusals of the whole (nobody signed in, not allowed, no such event) and failures of the database. What is
    ///   wrong with the file stands in the report.
    package func run(
        _ kind: CSVKind, _ bytes: [UInt8], event: String? = nil, by actor: Actor, dryRun: Bool = false,
        in work: Work? = nil
    ) async throws -> ImportReport {
        try await run(kind, bytes, event: event, by: actor, dryRun: dryRun, in: work, shift: 0, isSeed: false)
    }

    /// - Parameters:
    ///   - shift: days by which every date of the file moves.
    ///   - isSeed: whether what is loaded is released in the same go.
    func run(
        _ kind: CSVKind, _ bytes: [UInt8], event: String? = nil, by actor: Actor, dryRun: Bool, in work: Work? = nil,
        shift: Int,
        isSeed: Bool
    ) async throws -> ImportReport {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        guard try await services.programme.schedules(actor, in: work) else {
            throw AccessRefusal.notAllowed("import files")
        }
        let slug = try await slug(event, actor, work)
        let document = CSVDocument.read(bytes, expecting: kind.expectation(withEvent: slug != nil))
        var table = ImportTable(document, shift: shift, isSeed: isSeed)
        // Without its columns a file has no rows to look at.
        guard !document.problems.contains(where: { $0.row == nil }) else { return table.finished }
        do {
            if let work {
                try await work.allOrNothing {
                    try await take(kind, &table, slug, actor, work)
                    if dryRun { throw Rollback() }
                }
            } else {
                try await services.work(dryRun: dryRun) { work in try await take(kind, &table, slug, actor, work) }
            }
        } catch is Rollback {
        } catch let failure as ServiceFailure where failure.code == .conflict {
            table.fail(failure.message)
        }
        return table.finished
    }

    /// Ends a transaction whose effects nobody wants.
    private struct Rollback: Error {}

    private func take(_ kind: CSVKind, _ table: inout ImportTable, _ event: String?, _ actor: Actor, _ work: Work)
        async throws
    {
        table.restart()
        let importer = Importer(services: services, actor: actor, work: work, event: event)
        switch kind {
        case .sites: try await importer.sites(&table)
        case .rooms: try await importer.rooms(&table)
        case .teams: try await importer.teams(&table)
        case .people: try await importer.people(&table)
        case .events: try await importer.events(&table)
        case .strands: try await importer.strands(&table)
        case .sessions: try await importer.sessions(&table)
        case .series: try await importer.series(&table)
        case .bookings: try await importer.bookings(&table)
        }
        if !table.report.isGood { throw Rollback() }
    }

    private func slug(_ event: String?, _ actor: Actor, _ work: Work?) async throws -> String? {
        guard let event else { return nil }
        let events = try await services.programme.events(by: actor, in: work)
        return try NameMatch.find(
            event, kind: "event", among: events.map { ($0.slug, $0.slug) }, prefixes: actor.channel == .console)
    }
}

/// What the import of each kind works with.
struct Importer {
    let services: Services
    let actor: Actor
    let work: Work
    /// The event named beside the file.
    let event: String?

    /// The event of a row: its own field, else the one named beside the file. The two must agree.
    func event(_ row: inout ImportRow, among events: inout NameIndex<Event>) -> Event? {
        guard row.text("event") != nil || event != nil else {
            row.refuse("event", "Say which event this belongs to.")
            return nil
        }
        if let named = row.known("event", in: &events) {
            if let event, named.slug != event {
                row.refuse("event", "This row is about \(named.slug), but the import was started for \(event).")
            }
            return named
        }
        guard row.text("event") == nil, let event else { return nil }
        return try? events.find(event)
    }

    func eventNames() async throws -> NameIndex<Event> {
        NameIndex("event", try await services.programme.events(by: actor, in: work).map { ($0.slug, $0) })
    }

    func emails() async throws -> NameIndex<String> {
        NameIndex("person", try await services.people.people(by: actor, in: work).map { ($0.email, $0.email) })
    }

    func sameText(_ one: String?, _ other: String?) -> Bool {
        (one ?? "").lowercased() == (other ?? "").lowercased()
    }
}
