import ArgumentParser
import Exchange
import Foundation

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes in a CSV file: all of it, or nothing.",
        discussion: "Example: practiceweek import sessions sessions.csv --event practice-week-2018 --dry-run")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "sites, rooms, teams, people, events, strands, sessions, series or bookings.") var kind: String
    @Argument(help: "The file.") var file: String
    @Option(help: "The event that the rows belong to, if they do not say.") var event: String?
    @Flag(help: "Check everything and change nothing.") var dryRun = false
    @Option(help: "text or json.") var format = "text"

    func run() async throws {
        let kind = try CSVKind.asked(kind)
        guard format == "text" || format == "json" else { throw ProgramFailure.usage("--format is text or json.") }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ProgramFailure.usage("There is no file \(file).")
        }
        try await Installation.with(options, say: tell) { installation in
            let report = try await CSVImport(services: installation.services).run(
                kind, Array(data), event: event, by: installation.operating, dryRun: dryRun)
            print(try format == "json" ? report.json() : report.words(dryRun: dryRun))
            guard report.isGood else { throw ExitCode(1) }
        }
    }
}
