import ArgumentParser
import Domain
import Services

struct PanelCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "panel", "Who judges.", [Add.self, Judge.self, Remove.self, List.self])

    struct Add: ChangingCommand {
        static let example =
            "panel add staff-awards-2018/main --chair ruth.blunt@example.org --category team-of-the-year"
        static let configuration = CommandConfiguration.verb(
            "add", "Add a panel with its chair.",
            "Without --category it judges every category that has no panel yet.", example: example)
        @Argument(help: .of("scheme/name", "The scheme, a slash, and the panel's name."))
        var panel: String
        @Option(help: .of(.email, "The chair."))
        var chair: String
        @Option(help: .of("category", "A category that it judges; may be repeated."))
        var category: [String] = []
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let seats = try await console.services.awards.addPanel(
                try await console.pair(panel, "SCHEME/PANEL"), chair: try await console.email(chair),
                categories: category, by: console.actor, in: console.work)
            return ConsoleOutput(PanelCommands.table(seats))
        }
    }

    struct Judge: ChangingCommand {
        static let example = "panel judge staff-awards-2018/main ida.bright@example.org"
        static let configuration = CommandConfiguration.verb(
            "judge", "Add a judge to a panel.",
            "Whoever nominated or is nominated in one of its categories cannot be one.", example: example)
        @Argument(help: .of("scheme/name", "The panel."))
        var panel: String
        @Argument(help: .of(.email, "The judge."))
        var email: String
        @Flag(help: "As the deputy, who decides where the chair has a conflict.")
        var deputy = false
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let seats = try await console.services.awards.addJudge(
                try await console.email(email), to: try await console.pair(panel, "SCHEME/PANEL"),
                part: deputy ? .deputy : .judge, by: console.actor, in: console.work)
            return ConsoleOutput(PanelCommands.table(seats))
        }
    }

    struct Remove: ChangingCommand {
        static let example = "panel remove staff-awards-2018/main ida.bright@example.org"
        static let configuration = CommandConfiguration.verb(
            "remove", "Take somebody off a panel, before they have begun a ballot.", example: example)
        @Argument(help: .of("scheme/name", "The panel."))
        var panel: String
        @Argument(help: .of(.email, "Who leaves it."))
        var email: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try await console.pair(panel, "SCHEME/PANEL")
            let person = try await console.email(email)
            try await console.services.awards.removeMember(person, from: path, by: console.actor, in: console.work)
            return ConsoleOutput(["panel": .text(path.text), "judge": .text(person), "state": .text("removed")])
        }
    }

    struct List: ConsoleCommand {
        static let example = "panel list staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "list", "List who sits on the panels of a scheme.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            ConsoleOutput(
                PanelCommands.table(
                    try await console.services.awards.panels(
                        of: try await console.scheme(scheme), by: console.actor, in: console.work)))
        }
    }

    private static func table(_ seats: [PanelSeat]) -> ConsoleTable {
        ConsoleTable(
            ["panel", "judge", "part", "categories"],
            seats.map {
                [
                    .text($0.path), .text($0.member), .text($0.part.rawValue),
                    .text($0.categories.joined(separator: "; ")),
                ]
            })
    }
}

struct ConflictCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "conflict", "Why a judge may not judge a candidate.", [List.self, Declare.self, Impose.self, Dismiss.self])

    struct List: ConsoleCommand {
        static let example = "conflict list staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "list", "List the conflicts of a scheme, those to decide on first.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let conflicts = try await console.services.awards.conflicts(
                of: try await console.scheme(scheme), by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["candidate", "judge", "kind", "binding", "state", "reason", "dismissal"],
                    conflicts.map {
                        [
                            .text($0.candidate), .text($0.judge), .text($0.kind.rawValue), .bool($0.isBinding),
                            .text($0.state.rawValue), .text($0.reason), Cell($0.dismissal),
                        ]
                    }))
        }
    }

    struct Declare: ChangingCommand {
        static let example = #"conflict declare staff-awards-2018/team-of-the-year/7Q4K --reason "We share an office""#
        static let configuration = CommandConfiguration.verb(
            "declare", "Step back from a candidate, as a judge; a ballot of yours on them no longer counts.",
            example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(parsing: .unconditional, help: .of("reason", "Why."))
        var reason: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            try await console.services.awards.declareConflict(
                path, reason: reason, by: console.actor, in: console.work)
            return ConsoleOutput(["candidate": .text(path.text), "state": .text("declared")])
        }
    }

    struct Impose: ChangingCommand {
        static let example =
            #"conflict impose staff-awards-2018/team-of-the-year/7Q4K ida.bright@example.org --reason "Her partner leads them""#
        static let configuration = CommandConfiguration.verb(
            "impose", "Say for a judge that they have a conflict with a candidate.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Argument(help: .of(.email, "The judge."))
        var email: String
        @Option(parsing: .unconditional, help: .of("reason", "Why."))
        var reason: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            let judge = try await console.email(email)
            try await console.services.awards.imposeConflict(
                path, judge: judge, reason: reason, by: console.actor, in: console.work)
            return ConsoleOutput([
                "candidate": .text(path.text), "judge": .text(judge), "state": .text("declared"),
            ])
        }
    }

    struct Dismiss: ChangingCommand {
        static let example =
            #"conflict dismiss staff-awards-2018/team-of-the-year/7Q4K ida.bright@example.org --reason "Left that team in 2015""#
        static let configuration = CommandConfiguration.verb(
            "dismiss", "Say that what stands between a judge and a candidate is no conflict.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Argument(help: .of(.email, "The judge."))
        var email: String
        @Option(parsing: .unconditional, help: .of("reason", "Why."))
        var reason: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            let judge = try await console.email(email)
            try await console.services.awards.dismissConflict(
                path, judge: judge, reason: reason, by: console.actor, in: console.work)
            return ConsoleOutput([
                "candidate": .text(path.text), "judge": .text(judge), "state": .text("dismissed"),
            ])
        }
    }
}
