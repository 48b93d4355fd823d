import ArgumentParser
import Domain
import Foundation
import Services

struct ResultsCommand: ConsoleCommand {
    static let example = "results staff-awards-2018/team-of-the-year"
    static let configuration = CommandConfiguration.verb(
        "results", "Show the ranking of a category after its round; scores are from 0 to 100.", example: example)
    @Argument(help: .of("scheme/category", "The category."))
    var category: String

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        let lines = try await console.services.awards.results(
            of: try await console.pair(category, "SCHEME/CATEGORY"), by: console.actor, in: console.work)
        return ConsoleOutput(
            ConsoleTable(
                ["candidate", "judges", "raw_mean", "adjusted", "low", "high", "rank", "tie_rung", "flags"],
                lines.map {
                    [
                        .text($0.candidate), .int($0.judges), Cell($0.rawMean), Cell($0.adjusted), Cell($0.low),
                        Cell($0.high), Cell($0.rank), Cell($0.rung), Cell(filled: $0.flags.joined(separator: "; ")),
                    ]
                }))
    }
}

struct JudgeCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun("judge", "How judges score.", [SeverityOfJudges.self])

    struct SeverityOfJudges: ConsoleCommand {
        static let example = "judge severity staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "severity", "Show how much each judge gives above or below the others, after the round.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let rows = try await console.services.awards.severity(
                of: try await console.scheme(scheme), by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["judge", "ballots", "effect"],
                    rows.map { [.text($0.judge), .int($0.ballots), Cell($0.effect)] }))
        }
    }
}

struct AgreementCommand: ConsoleCommand {
    static let example = "agreement staff-awards-2018/team-of-the-year"
    static let configuration = CommandConfiguration.verb(
        "agreement", "Show how far the judges of a category agree, after the round.", example: example)
    @Argument(help: .of("scheme/category", "The category."))
    var category: String

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        let rows = try await console.services.awards.agreement(
            of: try await console.pair(category, "SCHEME/CATEGORY"), by: console.actor, in: console.work)
        return ConsoleOutput(
            ConsoleTable(["measure", "value"], rows.map { [.text($0.measure), .decimal($0.value)] }))
    }
}

struct DecideCommand: ChangingCommand {
    static let example = #"decide staff-awards-2018/team-of-the-year/7Q4K winner --reason "First on every criterion""#
    static let configuration = CommandConfiguration.verb(
        "decide", "Record what the panel decided about a candidate, as its chair.",
        "Outcomes: \(DecisionOutcome.allCases.map(\.rawValue).joined(separator: ", ")).", example: example)
    @Argument(help: .of("candidate", "The candidate."))
    var candidate: String
    @Argument(help: .of("outcome", "What was decided."))
    var outcome: String
    @Option(parsing: .unconditional, help: .of("reason", "Why."))
    var reason: String
    @Flag(name: .customLong("waive-quorum"), help: "Decide although ballots of the quorum are missing.")
    var waivesQuorum = false
    @OptionGroup var trial: Trial

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        guard let outcome = DecisionOutcome(rawValue: outcome.lowercased().replacing("-", with: "_")) else {
            throw ConsoleProblem.usage(
                "A decision is one of: \(DecisionOutcome.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        let decided = try await console.services.awards.decide(
            try console.candidate(candidate), outcome, reason: reason, waivesQuorum: waivesQuorum, by: console.actor,
            in: console.work)
        return ConsoleOutput(
            .table(
                ConsoleTable([
                    "candidate": .text(decided.candidate), "outcome": .text(decided.outcome.rawValue),
                    "ballots": .int(decided.ballots), "quorum": .int(decided.quorum),
                    "waived": .bool(decided.isWaived), "tie_rung": Cell(filled: decided.rung),
                ])))
    }
}

struct FreezeCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze", abstract: "Results that never change again.", subcommands: [Result.self, Verify.self],
        defaultSubcommand: Result.self)

    struct Result: ChangingCommand {
        static let example = "freeze result staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "result", "Freeze a scheme's result and print its SHA-256; the word result may be left out.",
            "Candidates without a decision count as not placed; see them first with --dry-run.",
            example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.scheme(scheme)
            let left = try await console.services.awards.leftUnfinished(
                slug, withDecisions: true, by: console.actor, in: console.work)
            let hash = try await console.services.awards.freeze(
                slug, placesNobodyElse: true, leavesUnscreened: true, by: console.actor, in: console.work)
            return ConsoleOutput(
                .table(ConsoleTable(["scheme": .text(slug), "sha256": .text(hash)])), messages: left)
        }
    }

    struct Verify: ConsoleCommand {
        static let example = "freeze verify staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "verify", "Compute a frozen result again from its rules, ballots and decisions.",
            "Fails when it comes out otherwise.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.scheme(scheme)
            let found = try await console.services.awards.verifyFreeze(slug, by: console.actor, in: console.work)
            return ConsoleOutput(
                .table(
                    ConsoleTable([
                        "scheme": .text(slug), "sha256": .text(found.hash), "recomputed": .text(found.recomputed),
                        "holds": .bool(found.holds), "frozen_at": .time(found.frozenAt),
                    ])),
                failure: found.holds ? nil : "The frozen result is not what its ballots and decisions say.")
        }
    }
}

struct EmbargoCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "embargo", "Until when a frozen result stays closed.", [Set.self])

    struct Set: ChangingCommand {
        static let example = #"embargo set staff-awards-2018 --until "2018-03-23 21:00""#
        static let configuration = CommandConfiguration.verb(
            "set", "Set an embargo or lengthen it; to shorten one, two people set the same time.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String
        @Option(help: .of(.date, "A date and a time."))
        var until: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.scheme(scheme)
            let answer = try await console.services.awards.setEmbargo(
                slug, until: try console.moment(until), by: console.actor, in: console.work)
            switch answer {
            case .isSet(let until):
                return ConsoleOutput(["scheme": .text(slug), "until": .time(until), "state": .text("set")])
            case .waitsForAnother(let asked, let until):
                return ConsoleOutput(
                    .table(
                        ConsoleTable([
                            "scheme": .text(slug), "until": until.map { .time($0) } ?? .text(""),
                            "state": .text("waits"),
                            "asked": .time(asked),
                        ])),
                    messages: ["Shortening an embargo takes two: somebody else has to set the same time."])
            }
        }
    }
}
