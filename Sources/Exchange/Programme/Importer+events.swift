import Domain
import Services

extension Importer {
    func events(_ table: inout ImportTable) async throws {
        let known = Dictionary(
            try await services.programme.events(by: actor, in: work).map { ($0.slug, $0) },
            uniquingKeysWith: { first, _ in first })
        var seen: [String: Int] = [:]
        try await table.each { row, table in
            let slug = row.text("slug")?.lowercased()
            if slug == nil { row.refuse("slug", "This field must not be blank.") }
            let title = row.line("title", "a title", upTo: 200, required: true)
            let (from, to) = (row.day("from", required: true), row.day("to", required: true))
            if let from, let to, to < from { row.refuse("to", ProgrammeRefusal.datesInWrongOrder.message) }
            let state = state(&row)
            if let slug { row.claim(slug, "slug", in: &seen, "This event") }
            guard row.isGood, let slug, let title, let from, let to else { return nil }
            if let state { remark(on: state, before: known[slug]?.state ?? .draft, slug, row, &table) }
            guard let event = known[slug] else {
                _ = try await services.programme.addEvent(slug, title: title, from: from, to: to, by: actor, in: work)
                return .added
            }
            guard (title, from, to) != (event.title, event.from, event.to) else { return .unchanged }
            _ = try await services.programme.changeEvent(slug, title: title, from: from, to: to, by: actor, in: work)
            return .changed
        }
    }

    func strands(_ table: inout ImportTable) async throws {
        var events = try await eventNames()
        var known: [String: Strand] = [:]
        for strand in try await services.programme.strands(in: work) {
            known["\(strand.event)/\(strand.slug)"] = strand
        }
        var seen: [String: Int] = [:]
        try await table.each { row, _ in
            let event = event(&row, among: &events)
            let slug = row.text("slug")?.lowercased()
            if slug == nil { row.refuse("slug", "This field must not be blank.") }
            let name = row.line("name", "a name for the strand", upTo: 100, required: true)
            guard let event, let slug else { return nil }
            row.claim("\(event.slug)/\(slug)", "slug", in: &seen, "This strand")
            if let strand = known["\(event.slug)/\(slug)"], let name, strand.name != name {
                row.refuse(
                    "name",
                    "The strand \(slug) is called '\(strand.name)' already, and an import cannot rename it. Choose another slug."
                )
            }
            guard row.isGood, let name else { return nil }
            guard known["\(event.slug)/\(slug)"] == nil else { return .unchanged }
            _ = try await services.programme.addStrand(event: event.slug, strand: slug, name: name, by: actor, in: work)
            return .added
        }
    }

    private func state(_ row: inout ImportRow) -> Event.State? {
        guard let text = row.text("state") else { return nil }
        guard let state = Event.State(rawValue: text.lowercased()) else {
            row.refuse("state", "An event is draft, published, closed or archived.")
            return nil
        }
        return state
    }

    /// The state comes from what is done, not from a file.
    private func remark(
        on state: Event.State, before: Event.State, _ slug: String, _ row: ImportRow, _ table: inout ImportTable
    ) {
        guard state != before else { return }
        switch state {
        case .published where table.isSeed: break
        case .published:
            table.warn(row, "state", "\(slug) is not released by this import. Import its sessions, then release it.")
        case .draft, .closed, .archived:
            table.warn(row, "state", "\(slug) stays \(before.rawValue): an import does not change this.")
        }
    }
}
