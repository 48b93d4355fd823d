import ArgumentParser
import Exchange
import Foundation

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes calendars and CSV files.",
        subcommands: [CalendarCommand.self, TableCommand.self])

    struct CalendarCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "calendar", abstract: "An iCalendar file.",
            discussion: "Example: practiceweek export calendar --event practice-week-2018 --out week.ics")

        @OptionGroup var options: GlobalOptions
        @Option var event: String?
        @Option var session: String?
        @Option var room: String?
        @Option var site: String?
        @Option var person: String?
        @Option(help: "A file; standard output if left out.") var out: String?

        func validate() throws {
            guard [event, session, room, site, person].compactMap(\.self).count == 1 else {
                throw ValidationError("Say one of --event, --session, --room, --site and --person.")
            }
        }

        private func selector() -> CalendarSelector {
            if let event { return .event(event) }
            if let session { return .session(session) }
            if let room { return .room(room) }
            if let site { return .site(site) }
            return .person(person ?? "")
        }

        func run() async throws {
            try await Installation.with(options, say: tell) { installation in
                let file = try await CalendarExport(services: installation.services).file(
                    selector(), by: installation.operating)
                try write(file.bytes, to: out)
            }
        }
    }

    struct TableCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "csv", abstract: "A CSV file, as a spreadsheet opens it.",
            discussion: "Example: practiceweek export csv bookings --event practice-week-2018 --out bookings.csv")

        @OptionGroup var options: GlobalOptions
        @Argument(
            help:
                "sites, rooms, teams, people, events, strands, sessions, series, bookings, guests, seating, running_order or engraving."
        ) var kind: String
        @Option var event: String?
        @Option(help: "The ceremony, for guests, seating, running_order and engraving.") var ceremony: String?
        @Option(help: "A file; standard output if left out.") var out: String?

        func run() async throws {
            let ofGuests = GuestExport.Kind(rawValue: kind.lowercased())
            let ofCeremony = CeremonyExport.Kind(rawValue: kind.lowercased())
            let kind = ofGuests == nil && ofCeremony == nil ? try CSVKind.asked(kind) : nil
            try await Installation.with(options, say: tell) { installation in
                if let ofGuests {
                    let bytes = try await GuestExport(services: installation.services).bytes(
                        ofGuests, of: ceremony, by: installation.operating, byteOrderMark: true)
                    return try write(bytes, to: out)
                }
                if let ofCeremony {
                    let bytes = try await CeremonyExport(services: installation.services).bytes(
                        ofCeremony, of: ceremony, by: installation.operating, byteOrderMark: true)
                    return try write(bytes, to: out)
                }
                guard let kind else { return }
                let bytes = try await CSVExport(services: installation.services).bytes(
                    kind, event: event, by: installation.operating, byteOrderMark: true)
                try write(bytes, to: out)
            }
        }
    }
}

/// To a file, whole or not at all, or to standard output.
func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path else { return FileHandle.standardOutput.write(Data(bytes)) }
    do {
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
        throw ProgramFailure(code: 1, message: "\(path) cannot be written. Nothing was kept of it.")
    }
}
