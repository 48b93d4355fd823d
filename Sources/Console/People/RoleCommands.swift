import ArgumentParser
import Domain
import Foundation
import Services

struct RoleCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "role", "What people may do, from one day to another.", [Grant.self, End.self, List.self])

    struct Grant: ChangingCommand {
        static let example = "role grant ida.bright@example.org manager --from 2018-02-01 --until 2018-03-31"
        static let configuration = CommandConfiguration.verb(
            "grant", "Give somebody a role. Nobody gives one to themselves.", example: example)
        @Argument(help: .of(.email, "Who."))
        var email: String
        @Argument(help: .of(.role, "practitioner, staff, manager, admin or councillor."))
        var role: String
        @Option(help: .of(.date, "The first day; without it, from now on."))
        var from: String?
        @Option(help: .of(.date, "The last day; without it, until it is taken away."))
        var until: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let person = try await RoleCommands.person(email, console)
            guard let role = try console.roles([role]).first else { throw PeopleRefusal.unknownRole(role) }
            let grant = try await console.services.roles.grant(
                role, to: person, from: try from.map(console.day), until: try until.map(console.day),
                by: console.actor, in: console.work)
            return ConsoleOutput(ConsoleTable(RoleCommands.columns, [RoleCommands.cells(grant, person)]))
        }
    }

    struct End: ChangingCommand {
        static let example = "role end ida.bright@example.org manager --on 2018-02-28"
        static let configuration = CommandConfiguration.verb(
            "end", "Give a role another last day; without one it ends at once, or never begins.", example: example)
        @Argument(help: .of(.email, "Who."))
        var email: String
        @Argument(help: .of(.role, "The role that they hold, or are to hold."))
        var role: String
        @Option(help: .of(.date, "The last day."))
        var on: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let person = try await RoleCommands.person(email, console)
            let role = try console.roles([role]).first
            // The one that is held, else the next to come.
            let grants = try await console.services.roles.grants(
                of: person.publicID, by: console.actor, in: console.work
            ).filter { $0.role == role && $0.standing != .over }
            guard let grant = grants.first(where: { $0.standing == .held }) ?? grants.last else {
                throw PeopleRefusal.nothingNamed(
                    kind: "role of \(person.email)", name: role?.rawValue ?? self.role, near: [])
            }
            try await console.services.roles.end(
                grant.id, on: try on.map(console.day), by: console.actor, in: console.work)
            let left = try await console.services.roles.grants(
                of: person.publicID, by: console.actor, in: console.work
            ).filter { $0.id == grant.id }
            let table = ConsoleTable(RoleCommands.columns, left.map { RoleCommands.cells($0, person) })
            return left.isEmpty ? ConsoleOutput(table, "It never begins.") : ConsoleOutput(table)
        }
    }

    struct List: ConsoleCommand {
        static let example = "role list ida.bright@example.org"
        static let configuration = CommandConfiguration.verb(
            "list", "List the roles of a person: held, to come and over.", example: example)
        @Argument(help: .of(.email, "Who."))
        var email: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let person = try await RoleCommands.person(email, console)
            let grants = try await console.services.roles.grants(
                of: person.publicID, by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(RoleCommands.columns, grants.map { RoleCommands.cells($0, person) }))
        }
    }

    private static let columns = ["email", "role", "standing", "from", "until", "id"]

    private static func cells(_ grant: RoleGrant, _ person: Person) -> [Cell] {
        [
            .text(person.email), .text(grant.role.rawValue), .text("\(grant.standing)"), Cell(grant.firstDay),
            Cell(grant.lastDay), .text(grant.id.uuidString.lowercased()),
        ]
    }

    private static func person(_ typed: String, _ console: ConsoleSession) async throws -> Person {
        let email = try await console.email(typed)
        let people = try await console.services.people.people(email: email, by: console.actor, in: console.work)
        guard let person = people.first else {
            throw PeopleRefusal.nothingNamed(kind: "person", name: email, near: [])
        }
        return person
    }
}
