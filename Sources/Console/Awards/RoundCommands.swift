import ArgumentParser
import Domain
import Services

struct AssignCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Who scores whom.", subcommands: [Share.self, Check.self],
        defaultSubcommand: Share.self)

    struct Share: ChangingCommand {
        static let example = "assign share staff-awards-2018 --judges 4 --seed 7"
        static let configuration = CommandConfiguration.verb(
            "share", "Share a scheme's candidates out among its judges; the word share may be left out.",
            "Up to ten candidates are scored by every judge without a conflict, more by four each.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String
        @Option(help: .of("number", "How many judges score each candidate."))
        var judges: Int?
        @Option(help: .of("number", "The same seed shares out in the same way."))
        var seed = 1
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let assigned = try await console.services.awards.assign(
                try await console.scheme(scheme), judges: judges, seed: seed, by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["category", "candidate", "judge", "order"],
                    assigned.map { [.text($0.category), .text($0.candidate), .text($0.judge), .int($0.place)] }))
        }
    }

    struct Check: ConsoleCommand {
        static let example = "assign check staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "check", "Check how a scheme's candidates are shared out.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let checks = try await console.services.awards.checkAssignment(
                try await console.scheme(scheme), by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    [
                        "category", "candidates", "judges", "min_per_candidate", "max_load", "connected",
                        "expected_reliability",
                    ],
                    checks.map {
                        [
                            .text($0.category), .int($0.candidates), .int($0.judges), .int($0.check.fewestJudges),
                            .int($0.check.largestLoad), .bool($0.check.isConnected), Cell($0.check.reliability),
                        ]
                    }))
        }
    }
}

struct RoundCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun("round", "When judges score.", [Open.self, Close.self])

    struct Open: ChangingCommand {
        static let example = "round open staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "open", "Open the round on every panel of a scheme; this closes nominations.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.scheme(scheme)
            let left = try await console.services.awards.leftUnfinished(
                slug, withDecisions: false, by: console.actor, in: console.work)
            let (panels, closed) = try await console.services.awards.openRound(
                slug, leavesUnscreened: true, by: console.actor, in: console.work)
            return ConsoleOutput(
                .table(
                    ConsoleTable(
                        ["panel", "round", "state"],
                        panels.map { [.text("\(slug)/\($0.panel)"), .int($0.number), .text("open")] })),
                messages: (closed ? ["Nominations are closed now."] : []) + left)
        }
    }

    struct Close: ChangingCommand {
        static let example = #"round close staff-awards-2018 --with-missing --reason "Two judges are ill""#
        static let configuration = CommandConfiguration.verb(
            "close", "Close the open rounds of a scheme.",
            "With ballots missing only by --with-missing and a --reason; whose they are is kept.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String
        @Flag(name: .customLong("with-missing"), help: "Close although ballots are missing.")
        var withMissing = false
        @Option(parsing: .unconditional, help: .of("reason", "Why it is closed without them."))
        var reason: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.scheme(scheme)
            let (panels, missing) = try await console.services.awards.closeRound(
                slug, withMissing: withMissing ? reason ?? "" : nil, by: console.actor, in: console.work)
            return ConsoleOutput(
                .table(
                    ConsoleTable(
                        ["panel", "state", "missing"],
                        panels.map { [.text("\(slug)/\($0)"), .text("closed"), .int(missing.count)] })),
                messages: missing.map { "Missing: \($0.judge) for \($0.candidate)." })
        }
    }
}
