import CSV
package import Domain
package import Services

/// A guest list from a CSV file: `name,email,party,diet,access`, with `ceremony` where there is more than one. All of it or nothing.
///
/// Somebody is found again by address, or without one by name and party, in the file and on the list; a row about somebody who is
/// there already is said so, and nobody is there twice.
package struct GuestImport: Sendable {
    /// As the export writes them; `coming`, `arrived` and `table` are read past.
    package static let columns = ["ceremony", "name", "email", "party", "diet", "access", "coming", "arrived", "table"]
    package static let required = ["name"]

    private static var expectation: CSVExpectation {
        CSVExpectation(required: required, optional: columns.filter { !required.contains($0) })
    }

    /// As for other files: that this one is too large, and what to do.
    package static func excess(_ bytes: [UInt8]) -> String? {
        CSVLimits.standard.excess(bytes, expecting: expectation).map {
            "\($0) Repeat the row that names the columns at the top of each. Nothing was kept."
        }
    }

    let services: Services

    package init(services: Services) {
        self.services = services
    }

    /// - Parameters:
    ///   - ceremony: what the rows are about that do not say.
    ///   - skipping: whether rows about a ceremony that is not there are left out, as a demonstration's are.
    package func run(
        _ bytes: [UInt8], ceremony: String? = nil, skipping: Bool = false, by actor: Actor, in work: Work
    ) async throws -> ImportReport {
        let document = CSVDocument.read(bytes, expecting: Self.expectation)
        var table = ImportTable(document, shift: 0, isSeed: false)
        guard !document.problems.contains(where: { $0.row == nil }) else { return table.finished }
        do {
            try await work.allOrNothing {
                table.restart()
                try await take(&table, ceremony, skipping, actor, work)
                if !table.report.isGood { throw NotGood() }
            }
        } catch is NotGood {}
        return table.finished
    }

    private struct NotGood: Error {}

    private struct Line {
        let row: ImportRow
        let guest: NewGuest
    }

    private func take(
        _ table: inout ImportTable, _ ceremony: String?, _ skipping: Bool, _ actor: Actor, _ work: Work
    ) async throws {
        let known = try await services.guests.ceremonies(by: actor, in: work)
        let meant = try ceremony.map { try Self.find($0, known) }
        // With one ceremony ahead there is nothing to say.
        let ahead = known.filter { !$0.hasBegun }
        let only = meant ?? (ahead.count == 1 ? ahead.first?.slug : nil)
        var lists: [(slug: String, lines: [Line])] = []
        for record in table.records {
            var row = table.begin(record)
            var slug = only
            if let named = row.text("ceremony") {
                slug = try? Self.find(named, known)
                if slug == nil {
                    if skipping { continue }
                    row.refuse("ceremony", "There is no ceremony of that name.")
                }
            } else if slug == nil {
                row.refuse("ceremony", "Say which ceremony this guest is asked to.")
            }
            guard let guest = Self.guest(&row), row.isGood, let slug else {
                table.finish(row, nil)
                continue
            }
            if let place = lists.firstIndex(where: { $0.slug == slug }) {
                lists[place].lines.append(Line(row: row, guest: guest))
            } else {
                lists.append((slug, [Line(row: row, guest: guest)]))
            }
        }
        for (slug, lines) in lists { try await add(lines, to: slug, &table, actor, work) }
    }

    /// Exactly, or by a beginning that is unique.
    private static func find(_ typed: String, _ known: [GuestCeremony]) throws -> String {
        try NameMatch.find(typed.lowercased(), kind: "ceremony", among: known.map { ($0.slug, $0.slug) })
    }

    private static func guest(_ row: inout ImportRow) -> NewGuest? {
        let party = row.has("party") && row.text("party") != nil ? row.number("party", in: NewGuest.parties) : 1
        guard let party else { return nil }
        do {
            let needs = try GuestNeeds(diet: row.text("diet"), access: row.text("access"), party: party)
            return try NewGuest(name: row.text("name") ?? "", email: row.text("email"), party: party, needs: needs)
        } catch {
            row.refuse(column(of: error), error.message)
            return nil
        }
    }

    private static func column(of refusal: GuestRefusal) -> String? {
        switch refusal {
        case .emailMalformed: "email"
        case .partyOutOfRange: "party"
        case .moreThanParty: "diet"
        default: "name"
        }
    }

    private func add(
        _ lines: [Line], to slug: String, _ table: inout ImportTable, _ actor: Actor, _ work: Work
    ) async throws {
        // The first row about somebody counts; the others are said.
        var (first, kept): ([String: Int], [Line]) = ([:], [])
        for line in lines {
            let guest = line.guest
            let key = guest.email.map { "@\($0)" } ?? "\(guest.party) \(guest.name.lowercased())"
            if let earlier = first[key] {
                table.warn(
                    line.row, guest.email == nil ? "name" : "email",
                    "They are in row \(earlier) already. This row was left out.")
                table.finish(line.row, .unchanged)
            } else {
                first[key] = line.row.record.row
                kept.append(line)
            }
        }
        let answers = try await services.guests.importGuests(kept.map(\.guest), to: slug, by: actor, in: work)
        for (line, answer) in zip(kept, answers) {
            switch answer {
            case .added: table.finish(line.row, .added)
            case .changed: table.finish(line.row, .changed)
            case .unchanged: table.finish(line.row, .unchanged)
            case .failure(let refusal):
                var row = line.row
                row.refuse("name", refusal.message)
                table.finish(row, nil)
            }
        }
    }
}
