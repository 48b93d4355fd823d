import ArgumentParser
import Domain
import Services
import Foundation

struct SessionCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "session", "What people come to.",
        [Add.self, Change.self, Move.self, Cancel.self, Remove.self, List.self, Show.self])

    struct Add: ChangingCommand {
        static let example =
            #"session add --event practice-week-2018 --title "Voice of the child" --starts "2018-01-29 09:30" --ends 12:00 --room "Corbyn Road/Room 1""#
        static let configuration = CommandConfiguration.verb(
            "add", "Add a session to an event's draft.", "Without a start it is an unplaced draft.", example: example)
        @Option(help: .of(.event, "The event."))
        var event: String
        @Option(parsing: .unconditional, help: .of("title", "The title."))
        var title: String
        @OptionGroup var times: SessionTimes
        @OptionGroup var content: SessionContentOptions
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let starts = try times.starts.map { try console.moment($0) }
            let new = NewSession(
                event: try await console.event(event), title: title, kind: content.kind, strand: content.strand,
                description: content.description ?? "", startsAt: starts,
                endsAt: try times.ends.map { try console.moment($0, onDayOf: starts) }, minutes: times.minutes,
                room: content.room, onlineURL: content.online, capacity: content.capacity,
                facilitators: content.facilitator.filter { !$0.isClearing })
            let session = try await console.services.programme.addSession(new, by: console.actor, in: console.work)
            return ConsoleOutput(try await SessionRows.table([session], console))
        }
    }

    struct Change: ChangingCommand {
        static let example = #"session change PW18-014 --capacity 30 --facilitator ida.bright@example.org"#
        static let configuration = CommandConfiguration.verb(
            "change", "Change a session's draft; what is not named stays.",
            "Capacity acts at once, the rest with the next release. Facilitators named replace those there were; \"\" clears a field.",
            example: example)
        @Argument(help: .of(.reference, "The session."))
        var reference: String
        @Option(parsing: .unconditional, help: .of("title", "The new title."))
        var title: String?
        @OptionGroup var times: SessionTimes
        @OptionGroup var content: SessionContentOptions
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            var change = SessionChange()
            if let title { change.title = .set(title) }
            if let kind = content.kind { change.kind = .set(kind) }
            if let strand = content.strand { change.strand = .set(strand.isClearing ? nil : strand) }
            if let description = content.description { change.description = .set(description) }
            if let room = content.room { change.room = .set(room.isClearing ? nil : room) }
            if let url = content.online { change.onlineURL = .set(url.isClearing ? nil : url) }
            if let capacity = content.capacity { change.capacity = .set(capacity) }
            if let minutes = times.minutes { change.minutes = .set(minutes) }
            if !content.facilitator.isEmpty {
                change.facilitators = .set(content.facilitator.filter { !$0.isClearing })
            }
            if let starts = times.starts, starts.isClearing {
                change.startsAt = .set(nil)
                change.endsAt = .set(nil)
            } else {
                let (starts, ends) = try await times.instants(reference, console)
                if let starts { change.startsAt = .set(starts) }
                if let ends { change.endsAt = .set(ends) }
            }
            guard !change.isEmpty else {
                throw ConsoleProblem.usage("Say what to change: help session change lists the options.")
            }
            let session = try await console.services.programme.changeSession(
                reference, change, by: console.actor, in: console.work)
            return ConsoleOutput(try await SessionRows.table([session], console))
        }
    }

    struct Move: ChangingCommand {
        static let example = #"session move PW18-014 --starts "2018-01-30 14:00" --room "Mary Stevens Park/Oak Room""#
        static let configuration = CommandConfiguration.verb(
            "move", "Move a session to another time or room.",
            "A new start alone keeps the length. A time alone is on the day where it is now.", example: example)
        @Argument(help: .of(.reference, "The session."))
        var reference: String
        @Option(help: .of("date time", "When it starts."))
        var starts: String?
        @Option(help: .of("date time", "When it ends; a time alone is on the day of the start."))
        var ends: String?
        @Option(help: .of(.room, "Where."))
        var room: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            guard starts != nil || ends != nil || room != nil else {
                throw ConsoleProblem.usage("Say where to: --starts, --ends or --room.")
            }
            let (first, last) = try await SessionTimes.instants(starts, ends, reference, console)
            let session = try await console.services.programme.moveSession(
                reference, starts: first, ends: last, room: room, by: console.actor, in: console.work)
            return ConsoleOutput(try await SessionRows.table([session], console))
        }
    }

    struct Cancel: ChangingCommand {
        static let example = #"session cancel PW18-014 --reason "The facilitator is ill.""#
        static let configuration = CommandConfiguration.verb(
            "cancel", "Call a session off, at once and for everyone.", "Those booked are told, and read the reason.",
            example: example)
        @Argument(help: .of(.reference, "The session."))
        var reference: String
        @Option(parsing: .unconditional, help: .of("reason", "Why."))
        var reason: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let session = try await console.services.programme.cancelSession(
                reference, reason: reason, by: console.actor, in: console.work)
            return ConsoleOutput(try await SessionRows.table([session], console))
        }
    }

    struct Remove: ChangingCommand {
        static let example = "session remove PW18-014"
        static let configuration = CommandConfiguration.verb(
            "remove", "Remove a draft that never was released.", example: example)
        @Argument(help: .of(.reference, "The session."))
        var reference: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await console.services.programme.removeSession(reference, by: console.actor, in: console.work)
            return ConsoleOutput(["reference": .text(console.reference(reference))], "Removed.")
        }
    }
}
