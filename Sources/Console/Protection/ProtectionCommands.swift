import ArgumentParser
import Domain
import Foundation
import Services

struct ProtectionCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "protection", "What keeps young people safe.", [List.self, Note.self, Name.self])

    struct List: ConsoleCommand {
        static let example = "protection list"
        static let configuration = CommandConfiguration.verb(
            "list", "List the young candidates you look after, and what is still to do for them.", example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let entries = try await console.services.protection.entries(by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["candidate", "nominee", "panel_text", "approved_text", "consents"],
                    entries.map {
                        [
                            .text($0.path.text), .text($0.name),
                            .text($0.isChecked ? "checked" : $0.hasPanelText ? "to_check" : "to_write"),
                            .bool($0.hasApprovedText), .int($0.consents),
                        ]
                    }))
        }
    }

    struct Note: ChangingCommand {
        static let example = #"protection note awards-2018/horizon/7Q4K --note "Tells of a bereavement" --distressing"#
        static let configuration = CommandConfiguration.verb(
            "note", "Say what judges should know before reading, and whether young judges are spared it.",
            example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(parsing: .unconditional, help: .of("text", "What judges should know before reading."))
        var note = ""
        @Flag(help: "Young judges are not asked to read this.")
        var distressing = false
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            try await console.services.protection.note(
                note, isDistressing: distressing, of: path, by: console.actor, in: console.work)
            return ConsoleOutput(["candidate": .text(path.text), "distressing": .bool(distressing)])
        }
    }

    struct Name: ConsoleCommand {
        static let example = #"protection name awards-2018/horizon/7Q4K --reason "To book their seat""#
        static let configuration = CommandConfiguration.verb(
            "name", "Show a young person's legal name, to those named for safeguarding.",
            "The reading is recorded at once, also between begin and commit and in a dry run.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(parsing: .unconditional, help: .of("reason", "Why you need to know it."))
        var reason: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            let read = try await console.services.protection.name(of: path, reason: reason, by: console.actor)
            return ConsoleOutput(["candidate": .text(path.text), "legal_name": .text(read.name)])
        }
    }
}

struct CitationCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "citation", "A candidate's text for the panel, and the one that a young person approved.",
        [Show.self, Write.self, Approve.self, Confirm.self])

    struct Show: ConsoleCommand {
        static let example = "citation show awards-2018/horizon/7Q4K"
        static let configuration = CommandConfiguration.verb(
            "show", "Show a candidate's texts and what in them may tell who it is.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.services.protection.candidate(
                try console.candidate(candidate), by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["kind", "text", "written_by", "checked_by", "approval", "flags"],
                    found.texts.map { text in
                        [
                            .text(text.kind.rawValue), .text(text.text), .text(text.writtenBy), Cell(text.checkedBy),
                            Cell(text.approval), .text(CitationCommands.flags(TextFlag.found(in: text.text))),
                        ]
                    }, spare: ["approval", "written_by"]))
        }
    }

    struct Write: ChangingCommand {
        static let example = #"citation write awards-2018/horizon/7Q4K --text "They kept going when it was hard.""#
        static let configuration = CommandConfiguration.verb(
            "write", "Write what the panel reads; a second person checks it.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(parsing: .unconditional, help: .of("text", "The text."))
        var text: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            let flags = try await console.services.protection.write(
                .panel, text, of: path, by: console.actor, in: console.work)
            return ConsoleOutput([
                "candidate": .text(path.text), "kind": .text("panel"), "flags": .text(CitationCommands.flags(flags)),
            ])
        }
    }

    struct Approve: ChangingCommand {
        static let example =
            #"citation approve awards-2018/horizon/7Q4K --text "For never giving up" --how "Read to them on 12 January""#
        static let configuration = CommandConfiguration.verb(
            "approve", "Keep the text that the young person approved, which alone is read out, printed or shown.",
            example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(parsing: .unconditional, help: .of("text", "The text."))
        var text: String
        @Option(parsing: .unconditional, help: .of("text", "How and when they approved it."))
        var how: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            let flags = try await console.services.protection.write(
                .approved, text, approval: how, of: path, by: console.actor, in: console.work)
            return ConsoleOutput([
                "candidate": .text(path.text), "kind": .text("approved"), "flags": .text(CitationCommands.flags(flags)),
            ])
        }
    }

    struct Confirm: ChangingCommand {
        static let example = "citation confirm awards-2018/horizon/7Q4K"
        static let configuration = CommandConfiguration.verb(
            "confirm", "Say that you have checked the panel's text, which somebody else wrote.",
            "With --approved the text that the young person approved.", example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Flag(help: "The text that the young person approved.")
        var approved = false
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            try await console.services.protection.check(
                path, approved ? .approved : .panel, by: console.actor, in: console.work)
            return ConsoleOutput(["candidate": .text(path.text), "state": .text("checked")])
        }
    }

    static func flags(_ flags: [TextFlag]) -> String {
        flags.map { "\($0.kind.rawValue): \($0.found)" }.joined(separator: "; ")
    }
}
