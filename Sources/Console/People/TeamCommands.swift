import ArgumentParser
import Domain
import Services

struct TeamCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "team", "Teams of the council's services.", [Add.self, Change.self, Remove.self, List.self])

    struct Add: ChangingCommand {
        static let example = #"team add "MASH Assessment" --service "Front Door" --site "Corbyn Road""#
        static let configuration = CommandConfiguration.verb("add", "Add a team.", example: example)
        @Argument(help: .of("name", "The team's name."))
        var name: String
        @Option(parsing: .unconditional, help: .of("service", "The service it belongs to."))
        var service = ""
        @Option(help: .of(.site, "Its home."))
        var site: String?
        @Option(help: .of(.date, "The first day it exists."))
        var from: String?
        @Option(help: .of(.date, "The last day it exists."))
        var to: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let details = TeamDetails(
                name: name, service: service, site: site, from: try from.map(console.day), to: try to.map(console.day))
            let team = try await console.services.people.addTeam(details, by: console.actor, in: console.work)
            return ConsoleOutput(TeamCommands.created(team))
        }
    }

    struct Change: ChangingCommand {
        static let example = #"team change "MASH Assessment" --site "Mary Stevens Park""#
        static let configuration = CommandConfiguration.verb(
            "change", "Change what is known about a team; what is not named stays.", example: example)
        @Argument(help: .of(.team, "The team."))
        var team: String
        @Option(parsing: .unconditional, help: .of("new-name", "The new name."))
        var name: String?
        @Option(parsing: .unconditional, help: .of("service", "The service it belongs to."))
        var service: String?
        @Option(help: .of(.site, "Its home; \"\" clears it."))
        var site: String?
        @Option(help: .of(.date, "The first day it exists; \"\" clears it."))
        var from: String?
        @Option(help: .of(.date, "The last day it exists; \"\" clears it."))
        var to: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let old = try await console.team(team)
            let details = TeamDetails(
                name: name ?? old.name, service: service ?? old.service, site: site ?? old.site,
                from: try from.map { $0.isClearing ? nil : try console.day($0) } ?? old.from,
                to: try to.map { $0.isClearing ? nil : try console.day($0) } ?? old.to)
            let changed = try await console.services.people.changeTeam(
                old.name, to: details, by: console.actor, in: console.work)
            return ConsoleOutput(TeamCommands.created(changed))
        }
    }

    struct Remove: ChangingCommand {
        static let example = #"team remove "MASH Assessment""#
        static let configuration = CommandConfiguration.verb(
            "remove", "Remove a team that nobody is in.", example: example)
        @Argument(help: .of(.team, "The team."))
        var team: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.team(team)
            try await console.services.people.removeTeam(found.name, by: console.actor, in: console.work)
            return ConsoleOutput(["name": .text(found.name)], "Removed.")
        }
    }

    struct List: ConsoleCommand {
        static let example = "team list"
        static let configuration = CommandConfiguration.verb("list", "List the teams.", example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let teams = try await console.services.people.teams(in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["name", "service", "site", "from", "to"],
                    teams.map { [.text($0.name), Cell(filled: $0.service), Cell($0.site), Cell($0.from), Cell($0.to)] })
            )
        }
    }

    private static func created(_ team: Team) -> KeyValuePairs<String, Cell> {
        [
            "name": .text(team.name), "service": Cell(filled: team.service), "site": Cell(team.site),
            "from": Cell(team.from),
            "to": Cell(team.to), "id": .int(team.id.rawValue),
        ]
    }
}
