import ArgumentParser
import Domain
import Foundation
import Services

struct MeetingCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "meeting", "A panel's meeting about one award, after its round.",
        [
            Show.self, Motions.self, Minutes.self, Open.self, Present.self, Clear.self, Move.self, Vote.self,
            Count.self, Close.self,
        ])

    struct Show: ConsoleCommand {
        static let example = "meeting show staff-awards-2018/team-of-the-year"
        static let configuration = CommandConfiguration.verb(
            "show", "Show who is on the screen, as a member of the panel.", example: example)
        @OptionGroup var award: NamedAward

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await MeetingCommands.output(try await award.path(console), console)
        }
    }

    struct Motions: ConsoleCommand {
        static let example = "meeting motions staff-awards-2018/team-of-the-year"
        static let configuration = CommandConfiguration.verb(
            "motions", "List what the panel votes on or has voted on, the newest first.", example: example)
        @OptionGroup var award: NamedAward

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try await award.path(console)
            let meeting = try await console.services.awards.meeting(of: path, by: console.actor, in: console.work)
            return ConsoleOutput(MeetingCommands.table(meeting.motions, in: path))
        }
    }

    struct Minutes: ConsoleCommand {
        static let example = "meeting minutes staff-awards-2018/team-of-the-year"
        static let configuration = CommandConfiguration.verb(
            "minutes", "Show what was done at the meetings of an award, as whoever leads it or reads its results.",
            example: example)
        @OptionGroup var award: NamedAward

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try await award.path(console)
            let minutes = try await console.services.awards.minutes(of: path, by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["at", "step", "candidate", "motion", "votes", "absent"],
                    minutes.steps.map { step in
                        let motion = step.motion.flatMap { minutes.motions[$0] }
                        return [
                            .time(step.at), .text(step.kind.rawValue), Cell(step.candidate), Cell(motion?.text),
                            Cell(filled: step.kind == .counted ? motion.map(MeetingCommands.votes) : nil),
                            Cell(filled: step.absent.joined(separator: ", ")),
                        ]
                    }))
        }
    }

    struct Open: ChangingCommand {
        static let example = "meeting open staff-awards-2018/team-of-the-year"
        static let configuration = CommandConfiguration.verb(
            "open", "Open the meeting, as whoever leads the award.", example: example)
        @OptionGroup var award: NamedAward
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try await award.path(console)
            try await console.services.awards.openMeeting(of: path, by: console.actor, in: console.work)
            return try await MeetingCommands.output(path, console)
        }
    }

    struct Present: ChangingCommand {
        static let example = "meeting present staff-awards-2018/team-of-the-year/7Q4K"
        static let configuration = CommandConfiguration.verb(
            "present", "Put a candidate on the screen in place of whoever is on it.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let candidate = try console.candidate(candidate)
            let path = AwardPath(scheme: candidate.scheme, part: candidate.part)
            try await console.services.awards.show(candidate.code, at: path, by: console.actor, in: console.work)
            return try await MeetingCommands.output(path, console)
        }
    }

    struct Clear: ChangingCommand {
        static let example = "meeting clear staff-awards-2018/team-of-the-year"
        static let configuration = CommandConfiguration.verb(
            "clear", "Take whoever is on the screen off it.", example: example)
        @OptionGroup var award: NamedAward
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try await award.path(console)
            try await console.services.awards.show(nil, at: path, by: console.actor, in: console.work)
            return try await MeetingCommands.output(path, console)
        }
    }

    struct Move: ChangingCommand {
        static let example = #"meeting move staff-awards-2018/team-of-the-year 7Q4K 3HJK --text "Who wins?""#
        static let configuration = CommandConfiguration.verb(
            "move", "Ask the panel: about one candidate for or against, of several which.", example: example)
        @OptionGroup var award: NamedAward
        @Argument(help: .of("code", "The codes of the candidates that it is about."))
        var codes: [String]
        @Option(parsing: .unconditional, help: .of("text", "What the panel votes on."))
        var text: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try await award.path(console)
            try await console.services.awards.move(
                text, about: codes, at: path, by: console.actor, in: console.work)
            return try await MeetingCommands.newest(path, console)
        }
    }

    struct Vote: ChangingCommand {
        static let example = "meeting vote staff-awards-2018/team-of-the-year 7Q4K"
        static let configuration = CommandConfiguration.verb(
            "vote", "Cast your one vote on what is open, for a candidate or for none; it stays as it is.",
            example: example)
        @OptionGroup var award: NamedAward
        @Argument(help: .of("code", "The candidate's code, or none."))
        var choice: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try await award.path(console)
            let choice = choice.trimmed
            guard !choice.isEmpty else { throw AwardsRefusal.noVoteChosen }
            let motion = try await MeetingCommands.open(path, console)
            try await console.services.awards.vote(
                for: choice.lowercased() == "none" ? nil : choice, on: motion.id, at: path, by: console.actor,
                in: console.work)
            return try await MeetingCommands.newest(path, console)
        }
    }

    struct Count: ChangingCommand {
        static let example = "meeting count staff-awards-2018/team-of-the-year"
        static let configuration = CommandConfiguration.verb(
            "count", "End the open vote and count it, as whoever leads the award.", example: example)
        @OptionGroup var award: NamedAward
        @Flag(name: .customLong("with-missing"), help: "Count although somebody has not voted.")
        var withMissing = false
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try await award.path(console)
            let motion = try await MeetingCommands.open(path, console)
            try await console.services.awards.countVotes(
                on: motion.id, withMissing: withMissing, at: path, by: console.actor, in: console.work)
            return try await MeetingCommands.newest(path, console)
        }
    }

    struct Close: ChangingCommand {
        static let example = "meeting close staff-awards-2018/team-of-the-year"
        static let configuration = CommandConfiguration.verb(
            "close", "Close the meeting, as whoever leads the award.", example: example)
        @OptionGroup var award: NamedAward
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try await award.path(console)
            try await console.services.awards.closeMeeting(of: path, by: console.actor, in: console.work)
            return try await MeetingCommands.output(path, console)
        }
    }

    /// The award that a meeting is about.
    struct NamedAward: ParsableArguments {
        @Argument(help: .of("scheme/category", "The award."))
        var category: String

        func path(_ console: ConsoleSession) async throws -> AwardPath {
            try await console.pair(category, "SCHEME/CATEGORY")
        }
    }

    /// The vote that is open and that the one who types is part of.
    private static func open(_ path: AwardPath, _ console: ConsoleSession) async throws -> Motion {
        let meeting = try await console.services.awards.meeting(of: path, by: console.actor, in: console.work)
        guard let motion = meeting.motions.first(where: \.isOpen) else { throw AwardsRefusal.noVoteOpen }
        return motion
    }

    private static func output(_ path: AwardPath, _ console: ConsoleSession) async throws -> ConsoleOutput {
        let meeting = try await console.services.awards.meeting(of: path, by: console.actor, in: console.work)
        let candidate = meeting.shown.map { AwardPath(scheme: path.scheme, part: path.part, code: $0.code).text }
        return ConsoleOutput([
            "category": .text(path.text), "opened_at": Cell(meeting.openedAt), "leads": .bool(meeting.leads),
            "candidate": Cell(candidate), "nominee": Cell(meeting.shown?.nominee),
            "text": Cell(filled: meeting.shown?.texts.joined(separator: "\n\n")),
            "motions": .rows(table(meeting.motions, in: path)),
        ])
    }

    private static func newest(_ path: AwardPath, _ console: ConsoleSession) async throws -> ConsoleOutput {
        let meeting = try await console.services.awards.meeting(of: path, by: console.actor, in: console.work)
        return ConsoleOutput(table(Array(meeting.motions.prefix(1)), in: path))
    }

    private static func table(_ motions: [Motion], in path: AwardPath) -> ConsoleTable {
        ConsoleTable(
            ["motion", "text", "state", "candidates", "votes", "cast", "voters", "voted"],
            motions.map { motion in
                [
                    .text(motion.id.uuidString.lowercased()), .text(motion.text),
                    .text(motion.isOpen ? "open" : "counted"),
                    .text(motion.options.map(\.name).joined(separator: "; ")),
                    Cell(filled: votes(motion)), .int(motion.cast), .int(motion.voters), .bool(motion.hasVoted),
                ]
            }, spare: ["motion", "voted"])
    }

    /// `7Q4K 2; 3HJK 1; none 0`, once it is counted.
    private static func votes(_ motion: Motion) -> String {
        guard let against = motion.against else { return "" }
        return (motion.options.map { "\($0.code) \($0.votes ?? 0)" } + ["none \(against)"]).joined(separator: "; ")
    }
}
