import ArgumentParser
import Domain
import Services

struct RoomCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "room", "Rooms, written as SITE/ROOM.", [Add.self, Change.self, Remove.self, List.self])

    struct Add: ChangingCommand {
        static let example = #"room add "Corbyn Road/Room 1" --capacity 24"#
        static let configuration = CommandConfiguration.verb("add", "Add a room to a site.", example: example)
        @Argument(help: .of("site/room", "The site and the new room's name."))
        var room: String
        @Option(help: .of("places", "How many people it holds."))
        var capacity: Int
        @Option(parsing: .unconditional, help: .of("text", "Access notes: level entrance, hearing loop."))
        var access = ""
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let added = try await console.services.people.addRoom(
                room, capacity: capacity, access: access, by: console.actor, in: console.work)
            return ConsoleOutput(RoomCommands.created(added))
        }
    }

    struct Change: ChangingCommand {
        static let example = #"room change "Corbyn Road/Room 1" --capacity 20"#
        static let configuration = CommandConfiguration.verb(
            "change", "Rename a room, or change what is known about it.", example: example)
        @Argument(help: .of(.room, "The room."))
        var room: String
        @Option(parsing: .unconditional, help: .of("new-name", "The new name, without the site."))
        var name: String?
        @Option(help: .of("places", "How many people it holds. Sessions keep the capacity they were given."))
        var capacity: Int?
        @Option(parsing: .unconditional, help: .of("text", "Access notes; \"\" clears them."))
        var access: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let changed = try await console.services.people.changeRoom(
                room, to: name, capacity: capacity, access: access, by: console.actor, in: console.work)
            return ConsoleOutput(RoomCommands.created(changed))
        }
    }

    struct Remove: ChangingCommand {
        static let example = #"room remove "Corbyn Road/Room 1""#
        static let configuration = CommandConfiguration.verb(
            "remove", "Remove a room that no session uses.", example: example)
        @Argument(help: .of(.room, "The room."))
        var room: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.room(room)
            try await console.services.people.removeRoom(found.printed, by: console.actor, in: console.work)
            return ConsoleOutput(["site": .text(found.site), "name": .text(found.name)], "Removed.")
        }
    }

    struct List: ConsoleCommand {
        static let example = "room list --site corbyn"
        static let configuration = CommandConfiguration.verb("list", "List the rooms.", example: example)
        @Option(help: .of(.site, "Only this site's."))
        var site: String?

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            var rooms = try await console.services.people.rooms(in: console.work)
            if let site {
                let name = try await console.site(site).name
                rooms = rooms.filter { $0.site == name }
            }
            return ConsoleOutput(
                ConsoleTable(
                    ["site", "name", "capacity", "access"],
                    rooms.map { [.text($0.site), .text($0.name), .int($0.capacity), Cell(filled: $0.access)] }))
        }
    }

    private static func created(_ room: Room) -> KeyValuePairs<String, Cell> {
        [
            "site": .text(room.site), "name": .text(room.name), "capacity": .int(room.capacity),
            "access": Cell(filled: room.access),
            "id": .int(room.id.rawValue),
        ]
    }
}
