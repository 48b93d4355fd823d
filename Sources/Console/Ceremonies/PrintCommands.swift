import ArgumentParser
import Domain
import Foundation
import Services

extension CeremonyCommands {
    struct Prints: ConsoleCommand {
        static let example = "ceremony prints staff-night"
        static let configuration = CommandConfiguration.verb(
            "prints", "List what was opened to be printed, and what of it has to be destroyed.",
            "What was printed before a consent changed has an id: destroy it, and say so with ceremony destroyed.",
            example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await CeremonyCommands.prints(of: try await console.ceremony(ceremony), console)
        }
    }

    struct Destroyed: ChangingCommand {
        static let example = "ceremony destroyed staff-night 6f1c2a9e-2f0b-4c1d-9a57-0d2f6a1b3c4d"
        static let configuration = CommandConfiguration.verb(
            "destroyed", "Say that what was printed before a consent changed is destroyed.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("id", "The print, as ceremony prints lists it."))
        var print: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            guard let id = UUID(uuidString: print.trimmed) else { throw AccessRefusal.notFound("paper") }
            try await console.services.ceremonies.destroyed(id, of: slug, by: console.actor, in: console.work)
            return try await CeremonyCommands.prints(of: slug, console)
        }
    }

    fileprivate static func prints(of slug: String, _ console: ConsoleSession) async throws -> ConsoleOutput {
        let prints = try await console.services.ceremonies.prints(of: slug, by: console.actor, in: console.work)
        let outdated = prints.filter { $0.outdated != nil }.count
        return ConsoleOutput(
            .table(
                ConsoleTable(
                    ["paper", "printed_by", "printed_at", "times", "destroy"],
                    prints.map { print in
                        [
                            .text(print.paper.rawValue), Cell(print.by), .time(print.lastAt), .int(print.times),
                            Cell(print.outdated?.id.uuidString.lowercased()),
                        ]
                    })),
            messages: outdated == 0
                ? []
                : [
                    "Printed before a consent changed: destroy those that have an id in the last column, and print them anew."
                ])
    }
}
