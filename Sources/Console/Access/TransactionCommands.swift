import ArgumentParser

/// `begin`, `commit` and `rollback` are carried out by whoever runs the statements; here they are only words.
struct BeginCommand: ConsoleCommand {
    static let example = "begin"
    static let configuration = CommandConfiguration.verb(
        "begin", "Begin a transaction of several commands.", "An error rolls all of them back.", example: example)

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        throw ConsoleProblem.usage("A transaction is under way. Say commit or rollback first.")
    }
}

struct CommitCommand: ConsoleCommand {
    static let example = "commit"
    static let configuration = CommandConfiguration.verb("commit", "Keep what was done since begin.", example: example)

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        throw ConsoleProblem.usage("There is nothing to commit: no transaction was begun.")
    }
}

struct RollbackCommand: ConsoleCommand {
    static let example = "rollback"
    static let configuration = CommandConfiguration.verb(
        "rollback", "Take back what was done since begin.", example: example)

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        throw ConsoleProblem.usage("There is nothing to roll back: no transaction was begun.")
    }
}

struct QuitCommand: ConsoleCommand {
    static let example = "quit"
    static let configuration = CommandConfiguration(
        commandName: "quit", abstract: "Leave the console.", discussion: "Example:\n  " + example, aliases: ["exit"])

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        var output = ConsoleOutput()
        output.ends = true
        return output
    }
}
