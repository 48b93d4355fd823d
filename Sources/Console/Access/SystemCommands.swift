import ArgumentParser
import Domain
import Services

struct CheckCommand: ConsoleCommand {
    static let example = "check"
    static let configuration = CommandConfiguration.verb(
        "check", "Check every invariant of what is committed.", "Fails when one is violated.", example: example)

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        guard try await console.services.programme.schedules(console.actor) else {
            throw console.actor.kind == .visitor
                ? AccessRefusal.signInFirst : AccessRefusal.notAllowed("run the checks")
        }
        let check = console.services.check
        let found = try await check.violations()
        let table = ConsoleTable(
            ["invariant", "object", "finding"],
            found.map { [.text($0.invariant), .text($0.object), .text($0.finding)] })
        let count = try check.invariants().count
        return found.isEmpty
            ? ConsoleOutput(table, "All \(count) invariants hold.")
            : ConsoleOutput(.table(table), failure: "\(found.count) found wrong, of \(count) invariants.")
    }
}

struct AuditCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun("audit", "Who changed what, and when.", [Tail.self])

    struct Tail: ConsoleCommand {
        static let example = "audit tail --last 50"
        static let configuration = CommandConfiguration.verb(
            "tail", "Show the newest changes, the newest last.", example: example)
        @Option(help: .of("number", "How many, at most 1,000."))
        var last = 20

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let entries = try await console.services.audit.newest(last, by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["id", "at", "actor", "os_user", "channel", "action", "object", "before", "after", "reason"],
                    entries.reversed().map {
                        [
                            .int($0.id), .time($0.at), .text($0.actor), Cell($0.osUser), .text($0.channel),
                            .text($0.action),
                            .text($0.object), Cell($0.before), Cell($0.after), Cell($0.reason),
                        ]
                    },
                    spare: ["before", "os_user", "channel", "after", "id"]))
        }
    }
}

struct UndoCommand: ChangingCommand {
    static let example = "undo"
    static let configuration = CommandConfiguration.verb(
        "undo", "Take back your last change.",
        "It can be the move, change or cancelling of a session, a booking, or the cancelling of one.", example: example)
    @OptionGroup var trial: Trial

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        let sentence = try await console.services.undo.undo(by: console.actor, in: console.work)
        return ConsoleOutput(["undone": .text(sentence)])
    }
}
