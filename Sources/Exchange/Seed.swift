import CSV
package import Domain
import Foundation
package import Services

/// What was loaded from a directory.
package struct SeedReport: Sendable {
    /// Each file that was there, in the order of loading; the last one may hold the errors that ended it.
    package var files: [(name: String, report: ImportReport)] = []
    /// Events released.
    package var released: [String] = []
    /// What kept an event from being released, or the bank holidays from being read.
    package var problems: [String] = []
    package var holidays = 0

    package init() {}

    package var isGood: Bool { problems.isEmpty && files.allSatisfy(\.report.isGood) }
}

/// Loads a directory of CSV files with the ordinary importer, and releases the events that say that they are published.
/// Loading it again changes nothing. No message goes out.
package enum Seed {
    /// - Parameter starting: the Monday on which the week is to start: everything dated moves by whole weeks.
    package static func load(
        directory: String, starting: Day? = nil, services: Services, by actor: Actor
    ) async throws -> SeedReport {
        let files = try SeedFiles(directory: directory)
        let shift = try files.shift(to: starting)
        let importer = CSVImport(services: services)
        var report = SeedReport()
        try await loadHolidays(files, services, actor, &report)
        var changed: Set<CSVKind> = []
        for kind in CSVKind.allCases {
            if kind == .bookings { try await release(files, changed, services, actor, &report) }
            guard report.isGood else { return report }
            guard let bytes = try files.bytes(of: kind) else { continue }
            let read = try await importer.run(kind, bytes, by: actor, dryRun: false, shift: shift, isSeed: true)
            if read.accepted > 0 { changed.insert(kind) }
            report.files.append(("\(kind.rawValue).csv", read))
        }
        if report.isGood,
            let awards = try AwardsSeed(directory: directory, shift: shift, services: services, by: actor)
        {
            report.files.append(("awards/nominations.csv", try await awards.load()))
        }
        if report.isGood,
            let ceremonies = try CeremoniesSeed(directory: directory, shift: shift, services: services, by: actor)
        {
            report.files.append(("ceremonies/ceremonies.csv", try await ceremonies.load()))
        }
        if report.isGood, let guests = GuestSeed(directory: directory, services: services, by: actor) {
            report.files.append(("ceremonies/guests.csv", try await guests.load()))
        }
        if report.isGood, let wall = ThankYouSeed(directory: directory, services: services, by: actor) {
            report.files.append(("thank-you.csv", try await wall.load()))
        }
        return report
    }

    /// An event is released when it never was, or when this load changed the programme; not for what staff have drafted since.
    private static func release(
        _ files: SeedFiles, _ changed: Set<CSVKind>, _ services: Services, _ actor: Actor, _ report: inout SeedReport
    ) async throws {
        guard report.isGood else { return }
        let hasChanged = changed.contains(.sessions) || changed.contains(.series)
        for slug in try files.publishedEvents() {
            let event = try await services.programme.event(slug, by: actor)
            guard event.latestRelease == 0 || hasChanged else { continue }
            do {
                _ = try await services.programme.publishRelease(slug, by: actor)
                report.released.append(slug)
            } catch ProgrammeRefusal.nothingToRelease {
            } catch let refusal as ProgrammeRefusal {
                report.problems.append("\(slug): \(refusal.message)")
            }
        }
    }

    private static func loadHolidays(
        _ files: SeedFiles, _ services: Services, _ actor: Actor, _ report: inout SeedReport
    ) async throws {
        guard let bytes = try files.holidays() else { return }
        let document = CSVDocument.read(
            bytes, expecting: CSVExpectation(required: ["date", "title"], optional: ["status", "source"]))
        var problems = document.problems.map(ImportProblem.init)
        var holidays: [Holiday] = []
        for record in document.records {
            var row = ImportRow(record, shift: 0)
            let day = row.day("date", required: true)
            let title = row.line("title", "a title", upTo: 120, required: true)
            if let day, let title {
                holidays.append(
                    Holiday(
                        day: day, title: title, status: row.text("status") ?? "published",
                        source: row.text("source") ?? ""))
            }
            problems += row.problems
        }
        guard problems.isEmpty else {
            report.problems += problems.map { "holidays.csv, \($0.sentence)" }
            return
        }
        try await services.people.loadHolidays(holidays, by: actor)
        report.holidays = holidays.count
    }
}
