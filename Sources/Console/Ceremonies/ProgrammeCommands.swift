import ArgumentParser
import Domain
import Exchange
import Foundation
import Services

extension CeremonyCommands {
    struct Programme: ConsoleCommand {
        static let example = "ceremony programme staff-night --out papers"
        static let configuration = CommandConfiguration.verb(
            "programme", "Write the programme for the guests: when, where, what, and who is in the running.",
            "No winner is in it. With --pdf it is PDF/UA, where WeasyPrint is installed. It is noted as printed.",
            example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Option(help: .of("directory", "Where the file goes; it is made if it is missing."))
        var out: String
        @Flag(help: "A PDF file beside the page.")
        var pdf = false

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let printer = try pdf ? CertificateCommand.printer(console) : nil
            let programme = try await console.services.ceremonies.programme(
                slug, by: console.actor, in: console.work)
            let directory = URL(fileURLWithPath: out, isDirectory: true)
            try CertificateCommand.write(Array(ProgrammePaper.stylesheet.utf8), "programme.css", to: directory)
            try CertificateCommand.write(ProgrammePaper(programme).document, "programme.html", to: directory)
            var file = "programme.html"
            if let printer {
                do {
                    file = try await printer.print(directory.appendingPathComponent(file)).lastPathComponent
                } catch is PrintingRefusal {
                    throw ConsoleProblem("WeasyPrint could not print programme.html.")
                }
            }
            return ConsoleOutput(
                .table(ConsoleTable(["ceremony", "file"], [[.text(slug), .text(file)]])),
                messages: programme.ceremony.version == nil
                    ? ["Nobody is named in it before the ceremony is compiled."] : [])
        }
    }

    struct Gaps: ConsoleCommand {
        static let example = "ceremony gaps staff-night"
        static let configuration = CommandConfiguration.verb(
            "gaps", "List what those whom it names still lack: a name, a text to be read, somebody to accept.",
            "Everybody who is placed is looked at alike. It is for those who read the results of all its awards.",
            example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let gaps = try await console.services.ceremonies.gaps(
                of: try await console.ceremony(ceremony), by: console.actor, in: console.work)
            return ConsoleOutput(
                .table(
                    ConsoleTable(
                        ["candidate", "name", "award", "lacks"],
                        gaps.map {
                            [
                                .text($0.candidate.text), .text($0.name), .text($0.award),
                                .text($0.lacks.map(\.rawValue).joined(separator: ";")),
                            ]
                        })),
                messages: CeremonyGap.counts(gaps))
        }
    }

    struct Thanks: ChangingCommand {
        static let example = #"ceremony thanks staff-night --text "To the steel band and everybody in the kitchen.""#
        static let configuration = CommandConfiguration.verb(
            "thanks", "Write the thanks at the end of the programme; an empty text is as always.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Option(parsing: .unconditional, help: .of("text", "The thanks."))
        var text: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            try await console.services.ceremonies.thank(slug, text, by: console.actor, in: console.work)
            let thanks = try await console.services.ceremonies.thanks(of: slug, by: console.actor, in: console.work)
            return ConsoleOutput(["ceremony": .text(slug), "thanks": Cell(thanks)])
        }
    }
}
