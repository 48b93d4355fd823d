import ArgumentParser
import Domain
import Services

struct BallotCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "ballot", "A judge's marks for a candidate.", [List.self, Save.self, Submit.self, Abstain.self])

    struct List: ConsoleCommand {
        static let example = "ballot list"
        static let configuration = CommandConfiguration.verb(
            "list", "List your candidates in your own order, as a judge, and how far your ballots are.",
            example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let entries = try await console.services.awards.desk(by: console.actor, in: console.work)
            let left = entries.count(where: \.isLeft)
            return ConsoleOutput(
                .table(
                    ConsoleTable(
                        ["candidate", "nominee", "band", "round", "state"],
                        entries.map {
                            [
                                .text($0.path.text), Cell($0.nominee), Cell($0.band),
                                .text($0.isOpen ? "open" : "closed"), .text($0.standing.rawValue),
                            ]
                        })), messages: ["\(left) left."])
        }
    }

    struct Save: ChangingCommand {
        static let example =
            #"ballot save staff-awards-2018/team-of-the-year/7Q4K --mark "Impact=8" --note "Compare with 3HJK""#
        static let configuration = CommandConfiguration.verb(
            "save", "Keep a draft of your marks, as a judge; it counts once you hand it in.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(parsing: .unconditionalSingleValue, help: .of("criterion=mark", "A mark; once for each criterion."))
        var mark: [String] = []
        @Option(parsing: .unconditional, help: .of("text", "A comment for the panel."))
        var comment = ""
        @Option(parsing: .unconditional, help: .of("text", "A note for yourself alone."))
        var note: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            try await console.services.awards.saveBallot(
                path, marks: try mark.map { try AwardsService.NamedMark($0) }, comment: comment, note: note,
                by: console.actor, in: console.work)
            return ConsoleOutput(["candidate": .text(path.text), "state": .text("draft")])
        }
    }

    struct Abstain: ChangingCommand {
        static let example =
            #"ballot abstain staff-awards-2018/team-of-the-year/7Q4K --reason "I wrote their reference""#
        static let configuration = CommandConfiguration.verb(
            "abstain", "Say that you will not score a candidate, as a judge, and why.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(parsing: .unconditional, help: .of("reason", "Why."))
        var reason: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            try await console.services.awards.abstain(
                path, reason: reason, by: console.actor, in: console.work)
            return ConsoleOutput(["candidate": .text(path.text), "state": .text("abstained")])
        }
    }

    struct Submit: ChangingCommand {
        static let example =
            #"ballot submit staff-awards-2018/team-of-the-year/7Q4K --mark "Impact=8" --mark "Teamwork=7" --comment "Clear evidence""#
        static let configuration = CommandConfiguration.verb(
            "submit", "Hand your marks in, as a judge; again while the round is open to change them.",
            example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(parsing: .unconditionalSingleValue, help: .of("criterion=mark", "A mark; once for each criterion."))
        var mark: [String] = []
        @Option(parsing: .unconditional, help: .of("text", "A comment for the panel."))
        var comment = ""
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let receipt = try await console.services.awards.submitBallot(
                try console.candidate(candidate), marks: try mark.map { try AwardsService.NamedMark($0) },
                comment: comment, by: console.actor, in: console.work)
            return ConsoleOutput([
                "candidate": .text(receipt.candidate), "state": .text("submitted"), "score": .decimal(receipt.score),
            ])
        }
    }
}
