import ArgumentParser
import Domain
import Services

struct ReleaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "release", "What everyone reads: numbered copies of the draft.", [Diff.self, Publish.self, List.self])

    struct Diff: ConsoleCommand {
        static let example = "release diff practice-week-2018"
        static let configuration = CommandConfiguration.verb(
            "diff", "Show how the draft differs from the newest release.", example: example)
        @Argument(help: .of(.event, "The event."))
        var event: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.event(event)
            let changes = try await console.services.programme.releaseDiff(slug, by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["change", "reference", "before", "after", "booked"],
                    changes.map {
                        [
                            .text($0.kind.rawValue), .text($0.reference), .text($0.before), .text($0.after),
                            .int($0.booked),
                        ]
                    }))
        }
    }

    struct Publish: ChangingCommand {
        static let example = #"release publish practice-week-2018 --note "Rooms on Tuesday""#
        static let configuration = CommandConfiguration.verb(
            "publish", "Release the draft, for everyone to read and book.",
            "Refused, with every clash named, when a room or a facilitator is needed twice. What a session lacks is said; with --complete it is refused, too.",
            example: example)
        @Argument(help: .of(.event, "The event."))
        var event: String
        @Option(parsing: .unconditional, help: .of("text", "A note for those who look back."))
        var note = ""
        @Flag(help: "Refuse while a session lacks somebody to lead it, a place, or its room an access note.")
        var complete = false
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.event(event)
            let programme = console.services.programme
            let problems = try await programme.releaseProblems(slug, by: console.actor, in: console.work)
            let lacking = problems.filter { !$0.problem.isInTheWay }
            if !complete { say(lacking, console) }
            if !console.isDryRun { try await confirm(slug, console) }
            let release = try await programme.publishRelease(
                slug, note: note, complete: complete, by: console.actor, in: console.work)
            return ConsoleOutput(ReleaseCommands.table([release]))
        }

        private static let mostSaid = 20

        /// What would be missing, which does not keep a script from releasing it.
        private func say(_ lacking: [PlannedProblem], _ console: ConsoleSession) {
            for found in lacking.prefix(Self.mostSaid) { console.say(found.sentence) }
            if lacking.count > Self.mostSaid { console.say("And \(lacking.count - Self.mostSaid) more.") }
        }

        /// Somebody at a terminal types the event's name, having seen how much changes.
        private func confirm(_ slug: String, _ console: ConsoleSession) async throws {
            guard let ask = console.ask else { return }
            let changes = try await console.services.programme.releaseDiff(slug, by: console.actor, in: console.work)
            guard !changes.isEmpty else { return }
            let counts = ReleaseChange.Kind.allCases.compactMap { kind in
                let count = changes.count { $0.kind == kind }
                return count == 0 ? nil : "\(count) \(kind.rawValue)"
            }
            let booked = Dictionary(changes.map { ($0.reference, $0.booked) }, uniquingKeysWith: max).values.reduce(
                0, +)
            console.say("\(counts.joined(separator: ", ")); \(booked) booked or waiting in them.")
            guard let answer = await ask("Type \(slug) to release it: ") else { throw CancellationError() }
            guard answer.trimmed == slug else { throw ConsoleProblem("That was not \(slug). Nothing was released.") }
        }
    }

    struct List: ConsoleCommand {
        static let example = "release list practice-week-2018"
        static let configuration = CommandConfiguration.verb("list", "List an event's releases.", example: example)
        @Argument(help: .of(.event, "The event."))
        var event: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.event(event)
            return ConsoleOutput(
                ReleaseCommands.table(
                    try await console.services.programme.releases(slug, by: console.actor, in: console.work)))
        }
    }

    private static func table(_ releases: [Release]) -> ConsoleTable {
        ConsoleTable(
            ["number", "published_at", "published_by", "sessions", "note"],
            releases.map {
                [
                    .int($0.number), .time($0.publishedAt), Cell($0.publishedBy), .int($0.sessions),
                    Cell(filled: $0.note),
                ]
            })
    }
}
