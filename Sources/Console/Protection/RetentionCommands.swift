import ArgumentParser
import Domain
import Exchange
import Foundation
import Services

struct RetentionCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "retention", "Young people's own record, and how long what is known of them is kept.",
        [List.self, Show.self, Sheet.self, Handed.self, Set.self, Run.self, Certificate.self])

    struct List: ConsoleCommand {
        static let example = "retention list"
        static let configuration = CommandConfiguration.verb(
            "list", "List the schemes with young people, and until when what is known of them is kept.",
            example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            ConsoleOutput(
                RetentionCommands.table(
                    try await console.services.retention.schemes(by: console.actor, in: console.work)))
        }
    }

    struct Show: ConsoleCommand {
        static let example = "retention show care-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "show", "Show who of a scheme has their own record, and when what is known of them is deleted.",
            example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let records = try await console.services.retention.records(
                of: try await console.scheme(scheme), by: console.actor, in: console.work)
            return ConsoleOutput(RetentionCommands.table(records))
        }
    }

    struct Sheet: ConsoleCommand {
        static let example = "retention sheet care-awards-2018/horizon/7Q4K --out records"
        static let configuration = CommandConfiguration.verb(
            "sheet", "Write a young person's citation and certificate to be given to them, named by code.",
            "It has the name that they chose and the words that they approved. Opening it is recorded.",
            example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(help: .of("directory", "Where the file goes; it is made if it is missing."))
        var out: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let sheet = try await console.services.retention.sheet(
                try console.candidate(candidate), by: console.actor, in: console.work)
            let directory = URL(fileURLWithPath: out, isDirectory: true)
            let name = "\(sheet.path.part)-\(sheet.path.code ?? "").html"
            do {
                try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
                try Data(Certificates.stylesheet.utf8).write(to: directory.appendingPathComponent("certificate.css"))
                try Data(Certificates.document(sheet)).write(to: directory.appendingPathComponent(name))
            } catch {
                throw ConsoleProblem("\(directory.path)/\(name) cannot be written.")
            }
            return ConsoleOutput(["candidate": .text(sheet.path.text), "file": .text(name)])
        }
    }

    struct Handed: ChangingCommand {
        static let example = "retention handed care-awards-2018/horizon/7Q4K --to child"
        static let configuration = CommandConfiguration.verb(
            "handed", "Say that a young person has their own record, or did not want it.",
            "Thirty days later what is known of them is deleted. Until then it can be taken back.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(help: .of("who", "Who took it: child, parent, carer, social_worker or other."))
        var to: String?
        @Flag(help: "They did not want it.")
        var refused = false
        @Flag(help: "Take back what was written.")
        var takeBack = false
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            let handOver: HandOver?
            switch (to, refused, takeBack) {
            case (let to?, false, false):
                guard let receiver = Consent.Capacity(rawValue: to) else {
                    throw ConsoleProblem.usage("--to is child, parent, carer, social_worker or other.")
                }
                handOver = .handedOver(to: receiver)
            case (nil, true, false): handOver = .refused
            case (nil, false, true): handOver = nil
            default: throw ConsoleProblem.usage("Say one of --to, --refused and --take-back.")
            }
            let retention = console.services.retention
            try await retention.handOver(path, handOver, by: console.actor, in: console.work)
            return ConsoleOutput(
                RetentionCommands.table([try await retention.record(path, by: console.actor, in: console.work)]))
        }
    }

    struct Set: ChangingCommand {
        static let example = "retention set care-awards-2018 --months 6"
        static let configuration = CommandConfiguration.verb(
            "set", "Say for how many months after the embargo what is known of young people is kept.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String
        @Option(help: .of("number", "From 1 to 120."))
        var months: Int
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.scheme(scheme)
            return ConsoleOutput(
                RetentionCommands.table([
                    try await console.services.retention.keep(
                        slug, months: months, by: console.actor, in: console.work)
                ]))
        }
    }

    struct Run: ChangingCommand {
        static let example = "retention run care-awards-2018 --dry-run"
        static let configuration = CommandConfiguration.verb(
            "run", "Delete for good what is due of a scheme's young people, with a certificate.",
            "With --dry-run it says what would go. Nothing brings back what is deleted.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let made = try await console.services.retention.purge(
                try await console.scheme(scheme), by: console.actor, in: console.work)
            return RetentionCommands.output(made)
        }
    }

    struct Certificate: ConsoleCommand {
        static let example = "retention certificate 6f1c2a9e-2f0b-4c1d-9a57-0d2f6a1b3c4d"
        static let configuration = CommandConfiguration.verb(
            "certificate", "Show a certificate of deletion.", example: example)
        @Argument(help: .of("id", "The certificate."))
        var id: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            guard let id = UUID(uuidString: id.trimmed) else { throw AccessRefusal.notFound("certificate") }
            return RetentionCommands.output(
                try await console.services.retention.certificate(id, by: console.actor, in: console.work))
        }
    }

    private static func table(_ schemes: [SchemeRetention]) -> ConsoleTable {
        ConsoleTable(
            ["scheme", "months", "kept_until", "young_people", "due"],
            schemes.map {
                [.text($0.scheme), .int($0.months), .time($0.keptUntil), .int($0.young), .int($0.due)]
            })
    }

    private static func table(_ records: [YoungRecord]) -> ConsoleTable {
        ConsoleTable(
            ["candidate", "nominee", "handed_over", "to", "recorded_at", "due_at", "rule", "deleted_at"],
            records.map {
                [
                    .text($0.path.text), .text($0.pseudonym), Cell($0.handOver?.outcome),
                    Cell($0.handOver?.receiver?.rawValue), Cell($0.recordedAt), Cell($0.dueAt), Cell($0.rule?.rawValue),
                    Cell($0.deletedAt),
                ]
            })
    }

    private static func output(_ made: DeletionCertificate) -> ConsoleOutput {
        let people = made.people.map { "\($0.pseudonym) (\($0.rule.rawValue))" }.joined(separator: ", ")
        return ConsoleOutput(
            .table(
                ConsoleTable(
                    ["certificate", "kind", "number", "keys_sha256"],
                    made.items.map {
                        [
                            .text(made.id.uuidString.lowercased()), .text($0.kind), .int($0.number), .text($0.keysHash),
                        ]
                    })),
            messages: [
                "\(London.rfc3339(made.at)), \(made.scheme), by \(made.by ?? "the job of the house"): \(people)."
            ])
    }
}
