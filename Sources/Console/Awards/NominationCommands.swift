import ArgumentParser
import Domain
import Foundation
import Services

struct NominateCommand: ChangingCommand {
    static let example =
        #"nominate staff-awards-2018/team-of-the-year --by ida.bright@example.org --team "MASH Assessment" --statement "They answer every call.""#
    static let configuration = CommandConfiguration.verb(
        "nominate", "Hand a nomination in, for yourself or for somebody who sent it to you.",
        "A young person's name is asked for, or read from a file, and never given as an argument; it is kept apart, and a pseudonym is shown.",
        example: example)
    @Argument(help: .of("scheme/category", "The award."))
    var category: String
    @Option(help: .of(.email, "Who nominates."))
    var by: String
    @Option(help: .of(.email, "Who is nominated."))
    var nominee: String?
    @Option(help: .of(.team, "The team that is nominated."))
    var team: String?
    @Flag(name: .customLong("young-person"), help: "A young person is nominated.")
    var youngPerson = false
    @Option(name: .customLong("name-file"), help: .of(.file, "A file that holds the young person's name alone."))
    var nameFile: String?
    @Option(parsing: .unconditional, help: .of("band", "The band of the category."))
    var band: String?
    @Option(parsing: .unconditional, help: .of("text", "Why they deserve it."))
    var statement: String
    @Flag(help: "Keep it as a draft.")
    var draft = false
    @OptionGroup var trial: Trial

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        let path = try await console.pair(category, "SCHEME/CATEGORY")
        let entry: NomineeEntry
        var messages: [String] = []
        switch (nominee, team, youngPerson) {
        case (let nominee?, nil, false): entry = .person(try await console.email(nominee))
        case (nil, let team?, false): entry = .team(team)
        case (nil, nil, true):
            let name = try await legalName(console)
            if name == nil {
                messages.append(
                    "No name was given, so none is kept: nominate from a terminal or with --name-file to keep one.")
            }
            entry = .youngPerson(legalName: name)
        default: throw ConsoleProblem.usage("Name one of --nominee EMAIL, --team TEAM and --young-person.")
        }
        let new = NewNomination(
            category: path, nominator: try await console.email(by), nominee: entry, band: band, statement: statement)
        let awards = console.services.awards
        let nomination =
            draft
            ? try await awards.keepDraft(new, by: console.actor, in: console.work)
            : try await awards.nominate(new, by: console.actor, in: console.work)
        return ConsoleOutput(.table(NominationCommands.table([nomination])), messages: messages)
    }

    private func legalName(_ console: ConsoleSession) async throws -> String? {
        let typed = try await console.name(
            inFile: nameFile, orAsked: "The young person's name, which is kept apart: ")
        return typed.flatMap { $0.isEmpty ? nil : $0 }
    }
}

struct NominationCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "nomination", "Screening what was handed in.",
        [
            List.self, Mine.self, Change.self, Withdraw.self, Accept.self, Ineligible.self, Reconsider.self, Merge.self,
            Apart.self,
        ])

    struct List: ConsoleCommand {
        static let example = "nomination list staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "list", "List a scheme's nominations.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            ConsoleOutput(
                NominationCommands.table(
                    try await console.services.awards.nominations(
                        of: try await console.scheme(scheme), by: console.actor, in: console.work)))
        }
    }

    struct Mine: ConsoleCommand {
        static let example = "nomination mine"
        static let configuration = CommandConfiguration.verb(
            "mine", "List your own nominations, drafts among them.", example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            ConsoleOutput(
                NominationCommands.table(
                    try await console.services.awards.ownNominations(by: console.actor, in: console.work)))
        }
    }

    struct Change: ChangingCommand {
        static let example =
            #"nomination change 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f --statement "They answer every call.""#
        static let configuration = CommandConfiguration.verb(
            "change", "Change your own nomination until the close, and hand it in if it was a draft.",
            example: example)
        @Argument(help: .of("id", "The nomination."))
        var id: String
        @Option(parsing: .unconditional, help: .of("text", "Why they deserve it."))
        var statement: String
        @Option(parsing: .unconditional, help: .of("band", "The band of the category."))
        var band: String?
        @Flag(help: "It stays a draft.")
        var draft = false
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let changed = try await console.services.awards.changeNomination(
                try NominationCommands.id(id), statement: statement, band: band, handsIn: !draft, by: console.actor,
                in: console.work)
            return ConsoleOutput(NominationCommands.table([changed]))
        }
    }

    struct Withdraw: ChangingCommand {
        static let example = "nomination withdraw 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "withdraw", "Take your own nomination back, until the close; as staff one that its nominator took back.",
            example: example)
        @Argument(help: .of("id", "The nomination."))
        var id: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let id = try NominationCommands.id(id)
            do {
                try await console.services.awards.withdrawNomination(id, by: console.actor, in: console.work)
            } catch AccessRefusal.notFound {
                _ = try await console.services.awards.withdraw(id, by: console.actor, in: console.work)
            }
            return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "state": .text("withdrawn")])
        }
    }

    struct Accept: ChangingCommand {
        static let example = "nomination accept 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "accept", "Take a nomination to the panel.", example: example)
        @Argument(help: .of("id", "The nomination."))
        var id: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let accepted = try await console.services.awards.accept(
                try NominationCommands.id(id), by: console.actor, in: console.work)
            return ConsoleOutput(NominationCommands.table([accepted]))
        }
    }

    struct Ineligible: ChangingCommand {
        static let example =
            #"nomination ineligible 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f --reason "Left the service in 2016""#
        static let configuration = CommandConfiguration.verb(
            "ineligible", "Turn a nomination away with a reason.", example: example)
        @Argument(help: .of("id", "The nomination."))
        var id: String
        @Option(parsing: .unconditional, help: .of("reason", "Why, as you could say it to the nominator."))
        var reason: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let turnedAway = try await console.services.awards.ineligible(
                try NominationCommands.id(id), reason: reason, by: console.actor, in: console.work)
            return ConsoleOutput(NominationCommands.table([turnedAway]))
        }
    }

    struct Reconsider: ChangingCommand {
        static let example = "nomination reconsider 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "reconsider", "Put a nomination that was turned away back among those to screen.", example: example)
        @Argument(help: .of("id", "The nomination."))
        var id: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let again = try await console.services.awards.reconsider(
                try NominationCommands.id(id), by: console.actor, in: console.work)
            return ConsoleOutput(NominationCommands.table([again]))
        }
    }

    struct Merge: ChangingCommand {
        static let example =
            "nomination merge 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f 1d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "merge", "Say that nominations are for one and the same nominee: the first one's.", example: example)
        @Argument(help: .of("id", "The nominations, the one to keep first."))
        var ids: [String]
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let ids = try ids.map(NominationCommands.id)
            let awards = console.services.awards
            do {
                return ConsoleOutput(
                    NominationCommands.table(try await awards.merge(ids, by: console.actor, in: console.work)))
            } catch AwardsRefusal.mergesTwoKnown(let one, let other) {
                // Whoever typed their numbers means it; a page asks.
                let merged = try await awards.merge(ids, isSure: true, by: console.actor, in: console.work)
                return ConsoleOutput(
                    NominationCommands.table(merged),
                    "\(one) and \(other) were known as two, and are one nominee from now on. It cannot be taken back.")
            }
        }
    }

    struct Apart: ChangingCommand {
        static let example =
            "nomination apart 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f 1d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "apart", "Say that two nominees who look alike are two; they are not put side by side again.",
            example: example)
        @Argument(help: .of("id", "A nomination."))
        var id: String
        @Argument(help: .of("other", "A nomination for the other nominee."))
        var other: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let (one, other) = (try NominationCommands.id(id), try NominationCommands.id(other))
            try await console.services.awards.sayTwo(one, other, by: console.actor, in: console.work)
            return ConsoleOutput([
                "id": .text(one.uuidString.lowercased()), "other": .text(other.uuidString.lowercased()),
                "state": .text("apart"),
            ])
        }
    }

    static func id(_ typed: String) throws -> UUID {
        guard let id = UUID(uuidString: typed.trimmed) else { throw AccessRefusal.notFound("nomination") }
        return id
    }

    static func table(_ nominations: [Nomination]) -> ConsoleTable {
        ConsoleTable(
            [
                "id", "category", "nominee", "nominator", "band", "state", "candidate", "voices", "reason",
                "submitted_at", "statement",
            ],
            nominations.map {
                [
                    .text($0.id.uuidString.lowercased()), .text($0.category), .text($0.nominee), .text($0.nominator),
                    Cell($0.band), .text($0.state.rawValue), Cell($0.candidate), .int($0.voices), Cell($0.reason),
                    Cell($0.submittedAt), .text($0.statement),
                ]
            }, spare: ["statement", "submitted_at", "reason", "band", "candidate"])
    }
}

struct CandidateCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun("candidate", "Nominees as they are judged.", [List.self])

    struct List: ConsoleCommand {
        static let example = "candidate list staff-awards-2018/team-of-the-year"
        static let configuration = CommandConfiguration.verb(
            "list", "List the candidates of a category that you may see.", example: example)
        @Argument(help: .of("scheme/category", "The category."))
        var category: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let candidates = try await console.services.awards.candidates(
                of: try await console.pair(category, "SCHEME/CATEGORY"), by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["candidate", "nominee", "band", "state", "voices"],
                    candidates.map {
                        [
                            .text($0.name), Cell($0.nominee), Cell($0.band), .text($0.state.rawValue), .int($0.voices),
                        ]
                    }))
        }
    }
}
