import ArgumentParser

/// From words to a command, and what the parser has to say as text.
enum ConsoleGrammar {
    /// A help text that was asked for.
    struct Help: Error {
        let text: String
    }

    /// - Throws: `Help`, or a `ConsoleProblem` about the usage.
    static func parse(_ words: [String]) throws -> any ConsoleCommand {
        // The parser keeps words like these for completion scripts of a shell.
        if words.contains(where: { $0.hasPrefix("---") || $0.hasPrefix("--generate-completion-script") }) {
            throw ConsoleProblem.usage("There is no such option.")
        }
        let parsed: any ParsableCommand
        do {
            parsed = try ConsoleCommands.parseAsRoot(words)
        } catch {
            let text = withoutRoot(ConsoleCommands.fullMessage(for: error, columns: 100))
            if ConsoleCommands.exitCode(for: error) == .success { throw Help(text: text) }
            throw ConsoleProblem.usage(text.hasPrefix("Error: ") ? String(text.dropFirst(7)) : text)
        }
        if let command = parsed as? any ConsoleCommand { return command }
        if let help = help(from: parsed) { throw help }
        let noun = words.first ?? ""
        let verbs = type(of: parsed).configuration.subcommands.compactMap { $0.configuration.commandName }
        throw ConsoleProblem.usage("\(noun) wants a verb: \(verbs.joined(separator: ", ")). Type help \(noun) for more.")
    }

    /// The parser answers `help …` with a command of its own, which throws the text when run.
    private static func help(from command: any ParsableCommand) -> Help? {
        guard ConsoleCommands.configuration.subcommands.allSatisfy({ $0 != type(of: command) }) else { return nil }
        var command = command
        do {
            try command.run()
        } catch {
            return Help(text: withoutRoot(ConsoleCommands.fullMessage(for: error, columns: 100)))
        }
        return nil
    }

    /// The nouns are typed bare, so help shows them bare.
    private static func withoutRoot(_ text: String) -> String {
        let root = ConsoleCommands.rootName
        return text.replacing("USAGE: \(root) ", with: "USAGE: ").replacing("Usage: \(root) ", with: "Usage: ")
            .replacing("'\(root) ", with: "'")
    }

    /// The whole grammar as the parser describes it, in JSON; completion reads it.
    static func description() -> String {
        ConsoleCommands._dumpHelp()
    }
}
