import CSV
import Domain
import Foundation
import Services

/// Ceremonies from a seed directory's `ceremonies` folder, with their presenter and stage manager. A ceremony that is there already
/// stays as it is.
struct CeremoniesSeed {
    let services: Services
    let actor: Actor
    /// Days by which every date moves.
    let shift: Int
    private let records: [CSVRecord]

    /// Nil where the directory has no ceremonies.
    init?(directory: String, shift: Int, services: Services, by actor: Actor) throws(ExchangeRefusal) {
        let file = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent(
            "ceremonies/ceremonies.csv")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        guard let data = try? Data(contentsOf: file) else { throw .unreadable(file.lastPathComponent) }
        records = CSVDocument.read(Array(data)).records
        self.services = services
        self.actor = actor
        self.shift = shift
    }

    func load() async throws -> ImportReport {
        var report = ImportReport()
        let known = Set(try await services.ceremonies.ceremonies(by: actor).map(\.slug))
        for record in records {
            guard let slug = record["slug"] else { continue }
            if known.contains(slug) {
                report.unchanged += 1
                continue
            }
            try await services.work { work in try await add(record, slug, work) }
            report.accepted += 1
        }
        return report
    }

    private func add(_ record: CSVRecord, _ slug: String, _ work: Work) async throws {
        guard let starts = try moment(record["starts"]) else { return }
        _ = try await services.ceremonies.add(
            NewCeremony(
                slug: slug, title: record["title"] ?? "", room: record["room"] ?? "",
                doorsAt: try moment(record["doors"]), startsAt: starts, finishAt: try moment(record["finish"]),
                schemes: (record["schemes"] ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            ),
            by: actor, in: work)
        for (column, part) in [("presenter", CrewPart.presenter), ("stage_manager", .stageManager)] {
            guard let email = record[column], !email.isEmpty else { continue }
            try await services.ceremonies.appoint(email, part, of: slug, by: actor, in: work)
        }
    }

    private func moment(_ text: String?) throws -> Date? {
        guard let text, !text.isEmpty else { return nil }
        let local = London.local(try DateEntry.moment(text, today: Day(number: 0)))
        return try DateEntry.moment(LocalTime(local.day.adding(days: shift), local.time))
    }
}
