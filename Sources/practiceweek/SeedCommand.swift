import ArgumentParser
import Domain
import Exchange
import Services

struct SeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed", abstract: "Loads a directory of CSV files with the ordinary importer.",
        discussion: "Example: practiceweek seed seed/demo --starting 2027-02-01")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The directory; the demo week if left out.") var directory: String?
    @Option(help: "A Monday: shifts all dates by whole weeks so that the week starts then.") var starting: String?

    func run() async throws {
        try await Installation.with(options, say: tell) { installation in
            let monday = try starting.map {
                try DateEntry.day($0, today: London.local(installation.services.outside.now()).day)
            }
            if let monday, monday.weekday != .monday {
                throw ProgramFailure.usage("\(monday.long) is a \(monday.weekday.name). Give a Monday.")
            }
            let path = try directory ?? "\(Places.seed())/demo"
            let report = try await Seed.load(
                directory: path, starting: monday, services: installation.services, by: installation.operating)
            for line in report.lines { print(line) }
            guard report.isGood else { throw ExitCode(1) }
        }
    }
}
