import ArgumentParser
import Testing

@testable import Console

@Suite("The grammar")
struct GrammarTests {
    /// Every verb, with the words that lead to it.
    static let verbs: [(path: [String], type: any ConsoleCommand.Type)] = leaves(of: ConsoleCommands.self, [])

    private static func leaves(of type: any ParsableCommand.Type, _ path: [String]) -> [(
        [String], any ConsoleCommand.Type
    )] {
        if let verb = type as? any ConsoleCommand.Type { return [(path, verb)] }
        return type.configuration.subcommands.flatMap { leaves(of: $0, path + [$0.configuration.commandName ?? "?"]) }
    }

    @Test("There is a verb for every form of the interface")
    func complete() {
        let forms = Set(Self.verbs.map { $0.path.joined(separator: " ") })
        let wanted = """
            site add|site change|site remove|site list|room add|room change|room remove|room list|team add|team change|team remove|\
            team list|person add|person change|person leave|person list|person link|token create|token revoke|event add|event list|\
            event show|strand add|session add|session change|session move|session cancel|session list|session show|series add|\
            series dates|series move|series skip|audience set|release diff|release publish|release list|book|booking list|\
            booking cancel|waitlist show|export calendar|export csv|import|holiday list|check|audit tail|undo|quit|begin|commit|rollback|\
            scheme add|scheme list|scheme publish|category add|criterion add|nominate|nomination list|nomination accept|\
            nomination ineligible|nomination merge|candidate list|panel add|panel judge|conflict list|conflict declare|\
            conflict dismiss|assign share|assign check|round open|round close|ballot submit|results|judge severity|agreement|decide|freeze result|\
            freeze verify|embargo set
            """.split(separator: "|").map(String.init)
        for form in wanted { #expect(forms.contains(form), "\(form)") }
    }

    @Test("Every example parses as the verb that it is an example of", arguments: verbs.indices)
    func example(_ index: Int) throws {
        let (path, type) = Self.verbs[index]
        let lines = try ShellWords.statements(in: type.example)
        let words = try #require(lines.first?.words)
        #expect(lines.count == 1)
        #expect(words.starts(with: path))
        let command = try ConsoleGrammar.parse(words)
        #expect(ObjectIdentifier(Swift.type(of: command)) == ObjectIdentifier(type))
    }

    @Test("Every verb's help says what it does, with its example and bare nouns", arguments: verbs.indices)
    func help(_ index: Int) throws {
        let (path, type) = Self.verbs[index]
        let text = try helpText(["help"] + path)
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(flat.contains("OVERVIEW: \(type.configuration.abstract)"))
        #expect(flat.contains(type.example.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
        #expect(flat.contains("USAGE: \(path.joined(separator: " "))"))
        #expect(!text.contains("console "))
        #expect(try helpText(path + ["--help"]) == text)
    }

    @Test("Whatever changes data can be tried out, and nothing else")
    func trials() {
        let reading: Set = [
            "list", "show", "dates", "diff", "tail", "calendar", "csv", "check", "begin", "commit", "rollback", "quit",
            "results", "verify", "severity", "agreement", "mine", "name", "read",
            "roll", "certificate", "prints", "programme", "gaps", "sheet", "motions", "minutes",
        ]
        for (path, type) in Self.verbs {
            #expect((type is any ChangingCommand.Type) != reading.contains(path.last ?? ""), "\(path)")
        }
    }

    @Test(
        "A slip is wrong usage, with what is near",
        arguments: [
            (["sesion", "list"], "There is no 'sesion'. Did you mean 'session'?"),
            (["session", "lst"], "There is no 'session lst'. Did you mean 'list'?"),
            (["help", "zzzzzz"], "There is no 'zzzzzz'. Type help for what there is."),
            (["session", "list", "--evnt", "x"], "Unknown option '--evnt'. Did you mean '--event'?"),
            (["book", "PW18-001"], "Missing expected argument '<email>'"),
            (["room", "add", "A/B", "--capacity", "many"], "The value 'many' is invalid for '--capacity <places>'"),
            (["site", "list", "more"], "Unexpected argument 'more'"),
            (
                ["session"],
                "session wants a verb: add, change, move, cancel, remove, list, show. Type help session for more."
            ),
            (["---completion", "site"], "There is no such option."),
            (["site", "list", "--generate-completion-script"], "There is no such option."),
            (Array(repeating: "x", count: 501), "No command takes more than 500 words."),
        ])
    func slips(_ words: [String], _ reason: String) {
        let problem = #expect(throws: ConsoleProblem.self) { try ConsoleGrammar.parse(words) }
        #expect(problem?.message.hasPrefix(reason) == true, "\(problem?.message ?? "")")
        #expect(problem?.exitCode == 2)
    }

    @Test("Free text may begin with a hyphen")
    func hyphens() throws {
        let command = try ConsoleGrammar.parse(["session", "cancel", "PW18-001", "--reason", "- ill"])
        #expect((command as? SessionCommands.Cancel)?.reason == "- ill")
    }

    @Test("Help itself lists every noun")
    func root() throws {
        let text = try helpText(["help"])
        for noun in ConsoleCommands.configuration.subcommands {
            #expect(text.contains("\n  \(noun.configuration.commandName ?? "?")"))
        }
    }

    private func helpText(_ words: [String]) throws -> String {
        do {
            _ = try ConsoleGrammar.parse(words)
        } catch let help as ConsoleGrammar.Help {
            return help.text
        }
        Issue.record("no help for \(words)")
        return ""
    }
}
