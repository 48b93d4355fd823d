import ArgumentParser
import Domain

/// From words to a command, and what the parser has to say as text.
enum ConsoleGrammar {
    /// A help text that was asked for.
    struct Help: Error {
        let text: String
    }

    static let mostWords = 500

    /// - Throws: `Help`, or a `ConsoleProblem` about the usage.
    static func parse(_ words: [String]) throws -> any ConsoleCommand {
        // The parser keeps words like these for completion scripts of a shell.
        if words.contains(where: { $0.hasPrefix("---") || $0.hasPrefix("--generate-completion-script") }) {
            throw ConsoleProblem.usage("There is no such option.")
        }
        guard words.count <= mostWords else {
            throw ConsoleProblem.usage("No command takes more than \(mostWords) words.")
        }
        try checkNames(words)
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
        throw ConsoleProblem.usage(
            "\(noun) wants a verb: \(verbs.joined(separator: ", ")). Type help \(noun) for more.")
    }

    /// The parser takes an unknown noun or verb for a surplus word; what is near says more.
    private static func checkNames(_ words: [String]) throws {
        var level: any ParsableCommand.Type = ConsoleCommands.self
        var said: [String] = []
        for word in words.first == "help" ? words.dropFirst() : words[...] {
            let known = level.configuration.subcommands
            guard !known.isEmpty, !word.hasPrefix("-") else { return }
            let names = known.compactMap { $0.configuration.commandName }
            guard
                let next = known.first(where: {
                    ([$0.configuration.commandName] + $0.configuration.aliases).contains(word)
                })
            else {
                if said.isEmpty, word == "help" { return }
                // A noun that does something of its own, such as freeze, takes any other word for what it is about.
                if level.configuration.defaultSubcommand != nil { return }
                let near = NameMatch.near(word, names).map { "'\($0)'" }.joined(separator: " or ")
                let shown = (said + [String(word.prefix(40))]).joined(separator: " ")
                let hint =
                    near.isEmpty
                    ? "Type help\(said.map { " " + $0 }.joined()) for what there is." : "Did you mean \(near)?"
                throw ConsoleProblem.usage("There is no '\(shown)'. \(hint)")
            }
            said.append(word)
            level = next
        }
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
            .replacing("'\(root) ", with: "'").replacing("See '--help'", with: "See 'help'")
    }

    /// The whole grammar as the parser describes it, in JSON; completion reads it.
    static func description() -> String {
        ConsoleCommands._dumpHelp()
    }
}
