import ArgumentParser
import Domain
import Exchange
import Foundation
import Services

struct ExportCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "export", "Calendars and CSV files.", [Calendar.self, CSV.self])

    struct Calendar: ConsoleCommand {
        static let example = "export calendar --event practice-week-2018 --out week.ics"
        static let configuration = CommandConfiguration.verb(
            "calendar", "Write an iCalendar file of an event, a session, a room, a site or a person.", example: example)
        @Option(help: .of(.event, "An event's programme."))
        var event: String?
        @Option(help: .of(.reference, "One session."))
        var session: String?
        @Option(help: .of(.room, "What happens in a room."))
        var room: String?
        @Option(help: .of(.site, "What happens at a site."))
        var site: String?
        @Option(help: .of(.email, "A person's own places."))
        var person: String?
        @Option(help: .of(.file, "A file; standard output if left out."))
        var out: String?

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let wanted = [
                event.map(CalendarSelector.event), session.map(CalendarSelector.session),
                room.map(CalendarSelector.room),
                site.map(CalendarSelector.site), person.map(CalendarSelector.person),
            ].compactMap(\.self)
            guard wanted.count == 1, let selector = wanted.first else {
                throw ConsoleProblem.usage(
                    "Say whose calendar: one of --event, --session, --room, --site and --person.")
            }
            let file = try await CalendarExport(services: console.services).file(
                selector, by: console.actor, in: console.work)
            return try SavedFile.output(file.bytes, to: out, key: "calendar")
        }
    }

    struct CSV: ConsoleCommand {
        static let example = "export csv bookings --event practice-week-2018 --out bookings.csv"
        static let configuration = CommandConfiguration.verb(
            "csv", "Write a CSV file as a spreadsheet opens it.",
            "Kinds: \(CSVKind.allCases.map(\.rawValue).joined(separator: ", ")); with --ceremony \((GuestExport.Kind.allCases.map(\.rawValue) + CeremonyExport.Kind.allCases.map(\.rawValue)).joined(separator: ", ")).",
            example: example)
        @Argument(help: .of(.kind, "What to export."))
        var kind: String
        @Option(help: .of(.event, "Only what belongs to this event."))
        var event: String?
        @Option(help: .of("ceremony", "Only what belongs to this ceremony."))
        var ceremony: String?
        @Option(help: .of(.file, "A file; standard output if left out."))
        var out: String?

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            if let kind = GuestExport.Kind(rawValue: kind.lowercased()) {
                let bytes = try await GuestExport(services: console.services).bytes(
                    kind, of: ceremony, by: console.actor, byteOrderMark: true, in: console.work)
                return try SavedFile.output(bytes, to: out, key: "csv")
            }
            if let kind = CeremonyExport.Kind(rawValue: kind.lowercased()) {
                let bytes = try await CeremonyExport(services: console.services).bytes(
                    kind, of: ceremony, by: console.actor, byteOrderMark: true, in: console.work)
                return try SavedFile.output(bytes, to: out, key: "csv")
            }
            let bytes = try await CSVExport(services: console.services).bytes(
                try CSVKind(named: kind), event: event, by: console.actor, byteOrderMark: true, in: console.work)
            return try SavedFile.output(bytes, to: out, key: "csv")
        }
    }
}

struct ImportCommand: ChangingCommand {
    static let example = "import sessions sessions.csv --event practice-week-2018 --dry-run"
    static let configuration = CommandConfiguration.verb(
        "import", "Take in a CSV file: all of it, or nothing.",
        "Kinds: \(CSVKind.allCases.map(\.rawValue).joined(separator: ", ")), ballots, guests.", example: example)
    @Argument(help: .of(.kind, "What the file holds."))
    var kind: String
    @Argument(help: .of(.file, "The file."))
    var file: String
    @Option(help: .of(.event, "The event that the rows belong to, if they do not say."))
    var event: String?
    @Option(help: .of("ceremony", "The ceremony that guests are asked to, if the rows do not say."))
    var ceremony: String?
    @OptionGroup var trial: Trial

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        let isOther = ["ballots", "guests"].contains(kind.lowercased())
        let known = isOther ? nil : try CSVKind(named: kind)
        guard let data = FileManager.default.contents(atPath: file) else { throw ExchangeRefusal.unreadable(file) }
        let report =
            if let known {
                try await CSVImport(services: console.services).run(
                    known, Array(data), event: event, by: console.actor, in: console.work)
            } else if kind.lowercased() == "guests" {
                try await guests(Array(data), console)
            } else {
                try await BallotImport(services: console.services).run(
                    Array(data), by: console.actor, in: console.work)
            }
        let table = ConsoleTable([
            "accepted": .int(report.accepted), "unchanged": .int(report.unchanged),
            "errors": .rows(Self.rows(report.errors)),
            "warnings": .rows(Self.rows(report.warnings)),
        ])
        let messages = report.warnings.map { "Note: \($0.sentence)" } + report.errors.map(\.sentence)
        return ConsoleOutput(
            .table(table), messages: messages,
            failure: report.isGood ? nil : "\(file) is not right yet. Nothing was imported.")
    }

    private func guests(_ bytes: [UInt8], _ console: ConsoleSession) async throws -> ImportReport {
        let file = GuestImport(services: console.services)
        if let work = console.work {
            return try await file.run(bytes, ceremony: ceremony, by: console.actor, in: work)
        }
        return try await console.services.work { work in
            try await file.run(bytes, ceremony: ceremony, by: console.actor, in: work)
        }
    }

    private static func rows(_ problems: [ImportProblem]) -> ConsoleTable {
        ConsoleTable(
            ["row", "line", "column", "value", "message"],
            problems.map { [Cell($0.row), Cell($0.line), Cell($0.column), Cell($0.value), .text($0.message)] })
    }
}

/// A file that a command makes: saved whole or not at all, or on standard output.
enum SavedFile {
    static func output(_ bytes: [UInt8], to path: String?, key: String) throws -> ConsoleOutput {
        guard let path else { return ConsoleOutput(.text(String(decoding: bytes, as: UTF8.self), key: key)) }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw ConsoleProblem("\(path) cannot be written. Nothing was kept of it.")
        }
        return ConsoleOutput(["file": .text(path), "bytes": .int(bytes.count)])
    }
}
