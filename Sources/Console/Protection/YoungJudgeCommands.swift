import ArgumentParser
import Domain
import Foundation
import Services

struct YoungJudgeCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "youngjudge", "Young judges, who come with a card and the panel's PIN.", [Add.self, PIN.self])

    struct Add: ChangingCommand {
        static let example =
            "youngjudge add awards-2018/main --supporter ida.bright@example.org --agreed-by carer --name-file chosen.txt"
        static let configuration = CommandConfiguration.verb(
            "add", "Seat a young judge under the name they choose; prints the code of their card once.",
            "The chosen name is asked for, or read from a file, and never given as an argument.", example: example)
        @Argument(help: .of("scheme/panel", "The panel."))
        var panel: String
        @Option(help: .of(.email, "The adult beside them."))
        var supporter: String
        @Option(
            name: .customLong("agreed-by"),
            help: .of("capacity", "Who agreed: child, parent, carer, social-worker or other."))
        var agreedBy: String
        @Option(name: .customLong("name-file"), help: .of(.file, "A file that holds the chosen name alone."))
        var nameFile: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            guard let capacity = Consent.Capacity(word: agreedBy) else {
                throw ConsoleProblem.usage(
                    "Who agreed is one of \(Consent.Capacity.allCases.map(\.word).joined(separator: ", ")).")
            }
            let name = try await console.name(inFile: nameFile, orAsked: "The name they choose: ")
            guard let name, !name.isEmpty else {
                throw ConsoleProblem("Give the chosen name at the prompt or with --name-file.")
            }
            let card = try await console.services.awards.addYoungJudge(
                name, to: try await console.pair(panel, "SCHEME/PANEL"), supporter: try await console.email(supporter),
                agreedBy: capacity, by: console.actor, in: console.work)
            return ConsoleOutput(["panel": .text(panel), "card": .text(card)])
        }
    }

    struct PIN: ChangingCommand {
        static let example = "youngjudge pin awards-2018/main"
        static let configuration = CommandConfiguration.verb(
            "pin", "Make a panel's PIN for the next twelve hours; prints it once.", example: example)
        @Argument(help: .of("scheme/panel", "The panel."))
        var panel: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let pin = try await console.services.awards.newPIN(
                for: try await console.pair(panel, "SCHEME/PANEL"), by: console.actor, in: console.work)
            return ConsoleOutput(["panel": .text(panel), "pin": .text(pin)])
        }
    }
}
