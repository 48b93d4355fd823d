import CSV
import Domain
import Foundation
import Services

/// Awards from a seed directory's `awards` folder: schemes with their categories and criteria, published; while they are open
/// nominations with what screening made of them, panels, conflicts, and where the round is open the ballots that are in. A scheme
/// that is there already stays as it is.
struct AwardsSeed {
    static let files = [
        "schemes.csv", "categories.csv", "criteria.csv", "nominations.csv", "panels.csv", "conflicts.csv",
        "ballots.csv",
    ]

    let services: Services
    let actor: Actor
    /// Days by which every date moves.
    let shift: Int
    private let tables: [String: [CSVRecord]]

    /// Nil where the directory has no awards.
    init?(directory: String, shift: Int, services: Services, by actor: Actor) throws(ExchangeRefusal) {
        let folder = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent("awards")
        guard FileManager.default.fileExists(atPath: folder.path) else { return nil }
        var tables: [String: [CSVRecord]] = [:]
        for file in Self.files {
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(file)) else { throw .unreadable(file) }
            tables[file] = CSVDocument.read(Array(data)).records
        }
        self.tables = tables
        self.shift = shift
        self.services = services
        self.actor = actor
    }

    /// - Returns: how many nominations were made, and how many schemes were there before.
    func load() async throws -> ImportReport {
        var report = ImportReport()
        let known = Set(try await services.awards.schemes(by: actor).map(\.slug))
        for record in records("schemes.csv") {
            guard let slug = record["slug"] else { continue }
            if known.contains(slug) {
                report.unchanged += 1
                continue
            }
            report.accepted += try await services.work { work in try await add(record, slug, work) }
        }
        return report
    }

    func records(_ file: String) -> [CSVRecord] { tables[file] ?? [] }

    private func add(_ record: CSVRecord, _ slug: String, _ work: Work) async throws -> Int {
        let awards = services.awards
        let scheme = NewScheme(
            slug: slug, title: record["title"] ?? "",
            kind: record["kind"].flatMap(Scheme.Kind.init(rawValue:)) ?? .competitive,
            ranking: record["ranking"].flatMap(Scheme.Ranking.init(rawValue:)) ?? .raw,
            opensAt: try midnight(record["opens"], after: 0), closesAt: try midnight(record["closes"], after: 1))
        _ = try await awards.addScheme(scheme, by: actor, in: work)
        for category in records("categories.csv") where category["scheme"] == slug {
            let bands = (category["bands"] ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            _ = try await awards.addCategory(
                NewCategory(
                    slug: category["slug"] ?? "", title: category["title"] ?? "",
                    nomineeKind: AwardCategory.NomineeKind(word: category["for"] ?? "") ?? .person,
                    eligibility: category["eligibility"] ?? "", bands: bands),
                to: slug, by: actor, in: work)
        }
        for criterion in records("criteria.csv") where criterion["scheme"] == slug {
            _ = try await awards.addCriterion(
                criterion["name"] ?? "", to: AwardPath(scheme: slug, part: criterion["category"] ?? ""),
                weight: Double(criterion["weight"] ?? "") ?? 1, lowest: Int(criterion["min"] ?? "") ?? 0,
                highest: Int(criterion["max"] ?? "") ?? 10, scale: criterion["scale"] ?? "", by: actor, in: work)
        }
        let published = try await awards.publish(slug, by: actor, in: work)
        guard published.isOpen else { return 0 }
        let made = try await nominate(in: slug, work)
        try await judge(record, slug, made.candidates, work)
        return made.count
    }

    /// - Returns: how many there are, and the candidates by category and nominee.
    private func nominate(
        in slug: String, _ work: Work
    ) async throws -> (count: Int, candidates: [String: AwardPath]) {
        var count = 0
        var candidates: [String: AwardPath] = [:]
        for record in records("nominations.csv") {
            let category = record["category"] ?? ""
            let path = try AwardPath(pair: category, "SCHEME/CATEGORY")
            guard path.scheme == slug else { continue }
            let nominee = record["nominee"] ?? ""
            let entry: NomineeEntry =
                nominee.isEmpty
                ? .youngPerson(legalName: filled(record["young_person"]))
                : nominee.contains("@") ? .person(nominee) : .team(nominee)
            let nomination = try await services.awards.nominate(
                NewNomination(
                    category: path, nominator: record["nominator_email"], nominee: entry, band: filled(record["band"]),
                    statement: record["statement"] ?? ""),
                by: actor, in: work)
            count += 1
            switch record["screening"] {
            case "accepted":
                let accepted = try await services.awards.accept(nomination.id, by: actor, in: work)
                if let name = accepted.candidate {
                    candidates["\(category) \(nominee)"] = try AwardPath(candidate: name)
                }
            case "ineligible":
                _ = try await services.awards.ineligible(
                    nomination.id, reason: record["reason"] ?? "", by: actor, in: work)
            default: break
            }
        }
        return (count, candidates)
    }

    func filled(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func midnight(_ text: String?, after days: Int) throws -> Date {
        guard let day = Day(iso: text ?? "") else {
            throw ProgrammeRefusal.dateUnreadable(String((text ?? "").prefix(60)))
        }
        return try DateEntry.moment(LocalTime(day.adding(days: shift + days), ClockTime(minutes: 0)))
    }
}
