import ArgumentParser
import Domain
import Foundation
import Services

struct ConsentCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "consent", "What may be shown of a young person, and who said so.", [List.self, Give.self, Withdraw.self])

    struct List: ConsoleCommand {
        static let example = "consent list awards-2018/horizon/7Q4K"
        static let configuration = CommandConfiguration.verb(
            "list", "List every answer about a candidate.", "A no that holds wins; without an answer nothing is shown.",
            example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.services.protection.candidate(
                try console.candidate(candidate), by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["id", "use", "channel", "agrees", "capacity", "from", "until", "withdrawn_at", "holds"],
                    found.consents.map {
                        [
                            .text($0.id.uuidString.lowercased()), .text($0.use.rawValue), .text($0.channel.rawValue),
                            .bool($0.agrees), .text($0.capacity.rawValue), Cell($0.from), Cell($0.until),
                            Cell($0.withdrawnAt), .bool($0.holds),
                        ]
                    }, spare: ["id", "from"]))
        }
    }

    struct Give: ChangingCommand {
        static let example =
            #"consent give awards-2018/horizon/7Q4K --use read-out --of words --capacity child --until 2018-12-31"#
        static let configuration = CommandConfiguration.verb(
            "give", "Record an answer, a yes or with --no a no.",
            "Who gave it is asked for, or read from a file, and never given as an argument.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(help: .of("use", "panel, programme, read-out, screens, photograph, press, web or certificate."))
        var use: String
        @Option(help: .of("channel", "words, name or picture."))
        var of: String
        @Option(help: .of("capacity", "child, parent, carer, social-worker or other."))
        var capacity: String
        @Flag(help: "The answer is no.")
        var no = false
        @Option(help: .of(.date, "The last day on which it holds."))
        var until: String?
        @Option(name: .customLong("giver-file"), help: .of(.file, "A file that holds the name of whoever answered."))
        var giverFile: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            guard let use = Consent.Use(word: use), let channel = Consent.Channel(rawValue: of.lowercased()),
                let capacity = Consent.Capacity(word: capacity)
            else {
                throw ConsoleProblem.usage(
                    "Uses: \(Consent.Use.allCases.map(\.word).joined(separator: ", ")). Of: words, name, picture. Capacities: \(Consent.Capacity.allCases.map(\.word).joined(separator: ", "))."
                )
            }
            let path = try console.candidate(candidate)
            var end: Date?
            if let until {
                end = try DateEntry.moment(LocalTime(try console.day(until).adding(days: 1), ClockTime(minutes: 0)))
            }
            let id = try await console.services.protection.record(
                NewConsent(
                    use: use, channel: channel, agrees: !no, giver: try await giver(console), capacity: capacity,
                    until: end),
                of: path, by: console.actor, in: console.work)
            return ConsoleOutput([
                "id": .text(id.uuidString.lowercased()), "candidate": .text(path.text), "use": .text(use.rawValue),
                "channel": .text(channel.rawValue), "agrees": .bool(!no),
            ])
        }

        private func giver(_ console: ConsoleSession) async throws -> String {
            try await console.name(inFile: giverFile, orAsked: "Who gave the answer, by name: ") ?? "Not named"
        }
    }

    struct Withdraw: ChangingCommand {
        static let example = "consent withdraw awards-2018/horizon/7Q4K 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "withdraw", "Withdraw an answer; from then on nothing rests on it.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Argument(help: .of("id", "The answer."))
        var id: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            guard let id = UUID(uuidString: id.trimmed) else { throw AccessRefusal.notFound("consent") }
            try await console.services.protection.withdraw(
                id, of: try console.candidate(candidate), by: console.actor, in: console.work)
            return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "state": .text("withdrawn")])
        }
    }
}

struct WorryCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "worry", "Worries, which reach the safeguarding lead at once.", [Raise.self, List.self, Read.self])

    struct Raise: ChangingCommand {
        static let example = #"worry raise awards-2018/horizon/7Q4K --words "They seem to be in danger""#
        static let configuration = CommandConfiguration.verb(
            "raise", "Raise a worry about a nomination, by its id, or as a judge about a candidate.",
            "The mail to the safeguarding lead holds none of its words.", example: example)
        @Argument(help: .of("nomination-or-candidate", "What it is about."))
        var about: String
        @Option(parsing: .unconditional, help: .of("text", "What worries you; may stay empty."))
        var words = ""
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let protection = console.services.protection
            let id =
                if let nomination = UUID(uuidString: about.trimmed) {
                    try await protection.worry(
                        aboutNomination: nomination, words, by: console.actor, in: console.work)
                } else {
                    try await protection.worry(
                        about: try console.candidate(about), words, by: console.actor, in: console.work)
                }
            return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "state": .text("raised")])
        }
    }

    struct List: ConsoleCommand {
        static let example = "worry list"
        static let configuration = CommandConfiguration.verb(
            "list", "List worries, to those named for safeguarding.", example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let worries = try await console.services.protection.worries(by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["id", "about", "raised_by", "raised_at", "read_by"],
                    worries.map {
                        [
                            .text($0.id.uuidString.lowercased()), .text($0.about), .text($0.raisedBy),
                            Cell($0.raisedAt), Cell($0.seenBy),
                        ]
                    }))
        }
    }

    struct Read: ConsoleCommand {
        static let example = "worry read 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "read", "Read a worry's words; that you did is recorded at once.", example: example)
        @Argument(help: .of("id", "The worry."))
        var id: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            guard let id = UUID(uuidString: id.trimmed) else { throw AccessRefusal.notFound("worry") }
            let words = try await console.services.protection.words(of: id, by: console.actor)
            return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "words": .text(words)])
        }
    }
}

struct GlassCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "glass", "Breaking the glass: a legal name for half an hour.",
        [Ask.self, Grant.self, List.self, Read.self])

    struct Ask: ChangingCommand {
        static let example = #"glass ask awards-2018/horizon/7Q4K --reason "The hospital rang""#
        static let configuration = CommandConfiguration.verb(
            "ask", "Ask to read a young person's legal name; a second person grants it as themselves.",
            example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(parsing: .unconditional, help: .of("reason", "Why you have to know it."))
        var reason: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let id = try await console.services.protection.askForName(
                of: try console.candidate(candidate), reason: reason, by: console.actor, in: console.work)
            return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "state": .text("asked")])
        }
    }

    struct Grant: ChangingCommand {
        static let example = "glass grant 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "grant", "Let whoever asked read the name for 30 minutes.", example: example)
        @Argument(help: .of("id", "The request."))
        var id: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let id = try GlassCommands.id(id)
            try await console.services.protection.grantName(id, by: console.actor, in: console.work)
            return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "state": .text("granted")])
        }
    }

    struct List: ConsoleCommand {
        static let example = "glass list"
        static let configuration = CommandConfiguration.verb(
            "list", "List requests of the last 30 days: your own, and everybody's for those who may grant them.",
            example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let wishes = try await console.services.protection.wishes(by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["id", "nominee", "asked_by", "reason", "asked_at", "granted_by", "open"],
                    wishes.map {
                        [
                            .text($0.id.uuidString.lowercased()), .text($0.name), .text($0.askedBy), .text($0.reason),
                            Cell($0.askedAt), Cell($0.grantedBy), .bool($0.isOpen),
                        ]
                    }))
        }
    }

    struct Read: ConsoleCommand {
        static let example = "glass read 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "read", "Show the name that your granted request is about; that you did is recorded at once.",
            example: example)
        @Argument(help: .of("id", "The request."))
        var id: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let id = try GlassCommands.id(id)
            let name = try await console.services.protection.name(granted: id, by: console.actor)
            return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "legal_name": .text(name)])
        }
    }

    static func id(_ typed: String) throws -> UUID {
        guard let id = UUID(uuidString: typed.trimmed) else { throw AccessRefusal.notFound("request") }
        return id
    }
}
