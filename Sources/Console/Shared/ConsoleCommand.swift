import ArgumentParser

/// One verb of the console.
protocol ConsoleCommand: ParsableCommand {
    /// A line that shows how it is typed. Help prints it, and a test parses it.
    static var example: String { get }

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput
}

/// A verb that changes data, and can be tried out.
protocol ChangingCommand: ConsoleCommand {
    var trial: Trial { get }
}

/// `--dry-run`, for one command.
struct Trial: ParsableArguments {
    @Flag(name: .customLong("dry-run"), help: "Try it out: show what would happen, and change nothing.")
    var isDryRun = false
}

extension CommandConfiguration {
    /// A verb: its help ends with the example.
    static func verb(_ name: String, _ abstract: String, _ more: String = "", example: String) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name, abstract: abstract,
            discussion: (more.isEmpty ? "" : more + "\n\n") + "Example:\n  " + example)
    }

    static func noun(_ name: String, _ abstract: String, _ verbs: [any ParsableCommand.Type]) -> CommandConfiguration {
        CommandConfiguration(commandName: name, abstract: abstract, subcommands: verbs)
    }
}

extension ArgumentHelp {
    /// Help for a value that completion finds among the things that exist.
    static func of(_ value: ValueName, _ text: String) -> ArgumentHelp {
        ArgumentHelp(text, valueName: value.rawValue)
    }

    /// Help for a value, by its name in the usage line.
    static func of(_ value: String, _ text: String) -> ArgumentHelp {
        ArgumentHelp(text, valueName: value)
    }
}

/// Values whose names live in the database; what a usage line calls them.
enum ValueName: String, CaseIterable, Sendable {
    case event, reference, email, site, room = "site/room", team, series, kind, role, date, file
}
