import ArgumentParser
import Exchange
import Foundation
import Services

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes in a CSV file: all of it, or nothing.",
        discussion: "Example: practiceweek import sessions sessions.csv --event practice-week-2018 --dry-run")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "sites, rooms, teams, people, events, strands, sessions, series, bookings, ballots or guests.")
    var kind: String
    @Argument(help: "The file.") var file: String
    @Option(help: "The event that the rows belong to, if they do not say.") var event: String?
    @Option(help: "The ceremony that guests are asked to, if the rows do not say.") var ceremony: String?
    @Flag(help: "Check everything and change nothing.") var dryRun = false
    @Option(help: "text or json.") var format = "text"

    func run() async throws {
        let known = ["ballots", "guests"].contains(kind.lowercased()) ? nil : try CSVKind.asked(kind)
        guard format == "text" || format == "json" else { throw ProgramFailure.usage("--format is text or json.") }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ProgramFailure.usage("There is no file \(file).")
        }
        try await Installation.with(options, say: tell) { installation in
            let report =
                if let known {
                    try await CSVImport(services: installation.services).run(
                        known, Array(data), event: event, by: installation.operating, dryRun: dryRun)
                } else if kind.lowercased() == "guests" {
                    try await installation.services.work(dryRun: dryRun) {
                        try await GuestImport(services: installation.services).run(
                            Array(data), ceremony: ceremony, by: installation.operating, in: $0)
                    }
                } else {
                    try await installation.services.work(dryRun: dryRun) {
                        try await BallotImport(services: installation.services).run(
                            Array(data), by: installation.operating, in: $0)
                    }
                }
            print(try format == "json" ? report.json() : report.words(dryRun: dryRun))
            guard report.isGood else { throw ExitCode(1) }
        }
    }
}
