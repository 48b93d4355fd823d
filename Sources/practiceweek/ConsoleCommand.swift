import ArgumentParser
import Console
import Foundation

struct ConsoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "The admin console: commands by hand, from a file, or from a pipe.",
        discussion: "Example: practiceweek console --as kiran.bassi@example.org --command \"session list\"")

    @OptionGroup var options: GlobalOptions
    @Option(name: .customLong("as"), help: ArgumentHelp("Who acts.", valueName: "email")) var email: String?
    @Option(name: .customLong("command"), help: "A command to run; may be given several times.") var commands:
        [String] = []
    @Option(help: "A file of commands to run.") var file: String?
    @Option(help: "table, csv or json.") var format: ConsoleFormat = .table
    @Flag(help: "Say what would happen and change nothing.") var dryRun = false

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let code = try await Installation.with(options) { installation in
            await Console.run(
                services: installation.services,
                options: ConsoleOptions(
                    as: email ?? environment["PRACTICEWEEK_AS"], token: environment["PRACTICEWEEK_TOKEN"],
                    osUser: installation.osUser,
                    commands: commands, file: file, format: format, dryRun: dryRun,
                    stateDirectory: installation.configuration.state))
        }
        throw ExitCode(code)
    }
}

extension ConsoleFormat: ExpressibleByArgument {}
