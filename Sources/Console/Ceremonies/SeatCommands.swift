import ArgumentParser
import Domain
import Foundation
import Services

struct TableCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "table", "The tables of a ceremony.", [Add.self, List.self, Change.self, Remove.self])

    struct Add: ChangingCommand {
        static let example = "table add staff-awards-2018-night Oak --seats 8"
        static let configuration = CommandConfiguration.verb("add", "Set a table.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("name", "What stands on it."))
        var name: String
        @Option(help: .of("number", "How many seats it has."))
        var seats: Int
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            try await console.services.guests.addTable(
                name, seats: seats, to: slug, by: console.actor, in: console.work)
            return try await TableCommands.table(slug, console, only: name)
        }
    }

    struct List: ConsoleCommand {
        static let example = "table list staff-awards-2018-night"
        static let configuration = CommandConfiguration.verb("list", "List the tables.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await TableCommands.table(try await console.ceremony(ceremony), console)
        }
    }

    struct Change: ChangingCommand {
        static let example = "table change staff-awards-2018-night Oak --seats 10"
        static let configuration = CommandConfiguration.verb(
            "change", "Change how many seats a table has; never fewer than are taken.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("table", "The table."))
        var name: String
        @Option(help: .of("number", "How many seats it has."))
        var seats: Int
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            try await console.services.guests.changeTable(
                name, seats: seats, of: slug, by: console.actor, in: console.work)
            return try await TableCommands.table(slug, console)
        }
    }

    struct Remove: ChangingCommand {
        static let example = "table remove staff-awards-2018-night Oak"
        static let configuration = CommandConfiguration.verb(
            "remove", "Take a table away; who sat at it has no seat.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("table", "The table."))
        var name: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            try await console.services.guests.removeTable(name, of: slug, by: console.actor, in: console.work)
            return try await TableCommands.table(slug, console)
        }
    }

    private static func table(
        _ slug: String, _ console: ConsoleSession, only name: String? = nil
    ) async throws -> ConsoleOutput {
        let seating = try await console.services.guests.seating(of: slug, by: console.actor, in: console.work)
        let made = name.map { name in seating.tables.filter { $0.name == name.trimmed } } ?? []
        return ConsoleOutput(
            ConsoleTable(
                ["table", "seats", "taken"],
                (made.isEmpty ? seating.tables : made).map { [.text($0.name), .int($0.seats), .int($0.taken)] }))
    }
}

struct SeatCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "seat", "Who sits where.",
        [
            Put.self, Clear.self, List.self, Apart.self, Together.self, Forget.self, Solve.self, Restore.self,
        ])

    struct Put: ChangingCommand {
        static let example = "seat put staff-awards-2018-night ada@example.org Oak"
        static let configuration = CommandConfiguration.verb(
            "put", "Seat a guest with their party at a table.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("guest", "By email address, name or id."))
        var guest: String
        @Argument(help: .of("table", "The table."))
        var table: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.guest(guest, of: ceremony)
            try await console.services.guests.seat(found.id, at: table, by: console.actor, in: console.work)
            return try await SeatCommands.list(found.ceremony, console)
        }
    }

    struct Clear: ChangingCommand {
        static let example = "seat clear staff-awards-2018-night ada@example.org"
        static let configuration = CommandConfiguration.verb("clear", "Let a guest stand again.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("guest", "By email address, name or id."))
        var guest: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.guest(guest, of: ceremony)
            try await console.services.guests.seat(found.id, at: nil, by: console.actor, in: console.work)
            return try await SeatCommands.list(found.ceremony, console)
        }
    }

    struct List: ConsoleCommand {
        static let example = "seat list staff-awards-2018-night"
        static let configuration = CommandConfiguration.verb(
            "list", "List every chair that is taken; what is wrong with the plan is said beside it.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await SeatCommands.list(try await console.ceremony(ceremony), console)
        }
    }

    struct Apart: ChangingCommand {
        static let example = "seat apart staff-awards-2018-night ada@example.org 'Ida Bright'"
        static let configuration = CommandConfiguration.verb(
            "apart", "Record that two guests are to sit at different tables.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("guest", "One of them."))
        var one: String
        @Argument(help: .of("guest", "The other."))
        var other: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await SeatCommands.wish(ceremony, one, other, apart: true, console)
        }
    }

    struct Together: ChangingCommand {
        static let example = "seat together staff-awards-2018-night ada@example.org 'Ida Bright'"
        static let configuration = CommandConfiguration.verb(
            "together", "Record that two guests are to sit at one table.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("guest", "One of them."))
        var one: String
        @Argument(help: .of("guest", "The other."))
        var other: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await SeatCommands.wish(ceremony, one, other, apart: false, console)
        }
    }

    struct Forget: ChangingCommand {
        static let example = "seat forget staff-awards-2018-night ada@example.org 'Ida Bright'"
        static let configuration = CommandConfiguration.verb(
            "forget", "Forget that two guests are to sit apart or together.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("guest", "One of them."))
        var one: String
        @Argument(help: .of("guest", "The other."))
        var other: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await SeatCommands.wish(ceremony, one, other, apart: nil, console)
        }
    }

    struct Solve: ChangingCommand {
        static let example = "seat solve staff-awards-2018-night --seed 3"
        static let configuration = CommandConfiguration.verb(
            "solve", "Find seats for everybody: parties whole, together and apart as wished, the rest spread.",
            "Who has a seat keeps it where that goes with the wishes. The same seed gives the same seats. What could not be kept is said.",
            example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Option(help: .of("number", "Another number finds another way."))
        var seed = 0
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let found = try await console.together { work in
                try await console.services.guests.solve(of: slug, seed: seed, by: console.actor, in: work)
            }
            var output = try await SeatCommands.list(slug, console)
            output.messages = found.problems
            return output
        }
    }

    struct Restore: ChangingCommand {
        static let example = "seat restore staff-awards-2018-night"
        static let configuration = CommandConfiguration.verb(
            "restore", "Take back what seat solve did last; whoever was seated elsewhere since stays there.",
            example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            try await console.services.guests.restoreSeats(of: slug, by: console.actor, in: console.work)
            return try await SeatCommands.list(slug, console)
        }
    }

    private static func wish(
        _ ceremony: String, _ one: String, _ other: String, apart: Bool?, _ console: ConsoleSession
    ) async throws -> ConsoleOutput {
        let (first, second) = (
            try await console.guest(one, of: ceremony), try await console.guest(other, of: ceremony)
        )
        try await console.services.guests.wish(
            first.id, second.id, apart: apart, by: console.actor, in: console.work)
        return ConsoleOutput([
            "one": .text(first.name), "other": .text(second.name),
            "wish": .text(apart.map { $0 ? "apart" : "together" } ?? "none"),
        ])
    }

    private static func list(_ slug: String, _ console: ConsoleSession) async throws -> ConsoleOutput {
        let seating = try await console.services.guests.seating(of: slug, by: console.actor, in: console.work)
        let rows = seating.tables.flatMap { table in
            table.chairs.enumerated().map { [Cell.text(table.name), .int($0.offset + 1), .text($0.element)] }
        }
        return ConsoleOutput(.table(ConsoleTable(["table", "seat", "guest"], rows)), messages: seating.problems)
    }
}

extension GuestCommands {
    struct Arrive: ChangingCommand {
        static let example = "guest arrive staff-awards-2018-night ada@example.org --people 2"
        static let configuration = CommandConfiguration.verb(
            "arrive", "Write down how many of a party are here; 0 takes it back.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("guest", "By email address, name or id."))
        var guest: String
        @Option(help: .of("number", "How many of them are here; all who are expected if left out."))
        var people: Int?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.guest(guest, of: ceremony)
            let guests = console.services.guests
            try await guests.arrive(
                found.id, arrived: people ?? max(1, found.expected), seen: found.arrived, by: console.actor,
                in: console.work)
            return ConsoleOutput(
                GuestCommands.table([try await guests.guest(found.id, by: console.actor, in: console.work)]))
        }
    }
}
