import ArgumentParser
import Domain
import Foundation
import Services

struct ThanksCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "thanks", "The thank-you wall.", [Add.self, List.self, Approve.self, Decline.self, Withdraw.self])

    struct Add: ChangingCommand {
        static let example = #"thanks add --team "MASH Assessment" --words "You stayed late for all of us.""#
        static let configuration = CommandConfiguration.verb(
            "add", "Thank a person by name, a team, or without either everyone.",
            "Somebody else of the staff reads it before others see it. Young people are never named.", example: example)
        @Option(parsing: .unconditional, help: .of("name", "A person's name, as colleagues know it."))
        var person: String?
        @Option(help: .of(.team, "A team."))
        var team: String?
        @Option(help: .of(.event, "The event that it is about."))
        var event: String?
        @Option(parsing: .unconditional, help: .of("text", "What you want to say."))
        var words: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let recipient: ShoutOut.Recipient
            switch (person, team) {
            case (nil, nil): recipient = .everyone
            case (let person?, nil): recipient = .person(person)
            case (nil, let team?): recipient = .team(team)
            default: throw ConsoleProblem.usage("Thank one of --person and --team, or neither for everyone.")
            }
            do {
                let id = try await console.services.thankYou.write(
                    try NewShoutOut(to: recipient, words: words, event: event), by: console.actor, in: console.work)
                return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "state": .text("waiting")])
            } catch ThankYouRefusal.mayNameYoungPerson {
                try await console.services.thankYou.noteRefusal(by: console.actor)
                throw ThankYouRefusal.mayNameYoungPerson
            }
        }
    }

    struct List: ConsoleCommand {
        static let example = "thanks list --state waiting"
        static let configuration = CommandConfiguration.verb(
            "list", "List the wall, or with --state as staff what waits, was shown, declined or withdrawn.",
            example: example)
        @Option(help: .of("state", "waiting, shown, declined or withdrawn."))
        var state: String?

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let shoutOuts: [ShoutOut]
            if let state {
                guard let wanted = ShoutOut.State(rawValue: state.lowercased()) else {
                    throw ConsoleProblem.usage(
                        "States: \(ShoutOut.State.allCases.map(\.rawValue).joined(separator: ", ")).")
                }
                shoutOuts = try await console.services.thankYou.queue(wanted, by: console.actor, in: console.work)
            } else {
                shoutOuts = try await console.services.thankYou.wall(by: console.actor, in: console.work).shoutOuts
            }
            return ConsoleOutput(
                ConsoleTable(
                    ["id", "to", "words", "from", "event", "state", "written_at", "reason"],
                    shoutOuts.map {
                        [
                            .text($0.id.uuidString.lowercased()), .text($0.to.name), .text($0.words),
                            .text($0.writtenBy), Cell($0.event), .text($0.state.rawValue), Cell($0.writtenAt),
                            Cell($0.declineReason),
                        ]
                    }, spare: ["event", "written_at"]))
        }
    }

    struct Approve: ChangingCommand {
        static let example = "thanks approve 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "approve", "Let one be seen on the wall; never one's own.", example: example)
        @Argument(help: .of("id", "The thank-you."))
        var id: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let id = try ThanksCommands.id(id)
            try await console.services.thankYou.approve(id, by: console.actor, in: console.work)
            return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "state": .text("shown")])
        }
    }

    struct Decline: ChangingCommand {
        static let example =
            #"thanks decline 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f --reason "Please say it without the family""#
        static let configuration = CommandConfiguration.verb(
            "decline", "Decline one, or take one down, with a reason that its writer reads.", example: example)
        @Argument(help: .of("id", "The thank-you."))
        var id: String
        @Option(parsing: .unconditional, help: .of("reason", "Why."))
        var reason: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let id = try ThanksCommands.id(id)
            try await console.services.thankYou.decline(id, reason: reason, by: console.actor, in: console.work)
            return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "state": .text("declined")])
        }
    }

    struct Withdraw: ChangingCommand {
        static let example = "thanks withdraw 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb("withdraw", "Take your own back.", example: example)
        @Argument(help: .of("id", "The thank-you."))
        var id: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let id = try ThanksCommands.id(id)
            try await console.services.thankYou.withdraw(id, by: console.actor, in: console.work)
            return ConsoleOutput(["id": .text(id.uuidString.lowercased()), "state": .text("withdrawn")])
        }
    }

    static func id(_ typed: String) throws -> UUID {
        guard let id = UUID(uuidString: typed.trimmed) else { throw AccessRefusal.notFound("thank-you") }
        return id
    }
}
