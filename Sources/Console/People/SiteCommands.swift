import ArgumentParser
import Domain
import Services

struct SiteCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "site", "Places with rooms.", [Add.self, Change.self, Remove.self, List.self])

    struct Add: ChangingCommand {
        static let example = #"site add "Corbyn Road" --address "Corbyn Road, Dudley""#
        static let configuration = CommandConfiguration.verb("add", "Add a site.", example: example)
        @Argument(help: .of("name", "The name it is printed under."))
        var name: String
        @Option(parsing: .unconditional, help: .of("text", "The postal address."))
        var address = ""
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let site = try await console.services.people.addSite(
                name, address: address, by: console.actor, in: console.work)
            return ConsoleOutput(SiteCommands.created(site))
        }
    }

    struct Change: ChangingCommand {
        static let example = #"site change corbyn --address "Corbyn Road, Dudley DY1 1AA""#
        static let configuration = CommandConfiguration.verb(
            "change", "Rename a site, or change its address.", example: example)
        @Argument(help: .of(.site, "The site."))
        var site: String
        @Option(parsing: .unconditional, help: .of("new-name", "The new name."))
        var name: String?
        @Option(parsing: .unconditional, help: .of("text", "The new address; \"\" clears it."))
        var address: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let changed = try await console.services.people.changeSite(
                site, to: name, address: address, by: console.actor, in: console.work)
            return ConsoleOutput(SiteCommands.created(changed))
        }
    }

    struct Remove: ChangingCommand {
        static let example = #"site remove "Corbyn Road""#
        static let configuration = CommandConfiguration.verb(
            "remove", "Remove a site that nothing uses.", example: example)
        @Argument(help: .of(.site, "The site."))
        var site: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.site(site)
            try await console.services.people.removeSite(found.name, by: console.actor, in: console.work)
            return ConsoleOutput(["name": .text(found.name)], "Removed.")
        }
    }

    struct List: ConsoleCommand {
        static let example = "site list"
        static let configuration = CommandConfiguration.verb("list", "List the sites.", example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let sites = try await console.services.people.sites(in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["name", "address", "slug"],
                    sites.map { [.text($0.name), Cell(filled: $0.address), .text($0.slug)] }))
        }
    }

    private static func created(_ site: Site) -> KeyValuePairs<String, Cell> {
        [
            "name": .text(site.name), "address": Cell(filled: site.address), "slug": .text(site.slug),
            "id": .int(site.id.rawValue),
        ]
    }
}
