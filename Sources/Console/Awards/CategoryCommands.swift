import ArgumentParser
import Domain
import Services

struct CategoryCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun("category", "The awards of a scheme.", [Add.self, List.self])

    struct Add: ChangingCommand {
        static let example =
            #"category add staff-awards-2018/team-of-the-year --title "Team of the year" --for team --winners 1"#
        static let configuration = CommandConfiguration.verb(
            "add", "Add a category to a scheme that is not published yet.", example: example)
        @Argument(help: .of("scheme/slug", "The scheme, a slash, and the category's own address."))
        var category: String
        @Option(parsing: .unconditional, help: .of("title", "The title."))
        var title: String
        @Option(name: .customLong("for"), help: .of("kind", "person, team or young-person."))
        var kind = "person"
        @Option(help: .of("number", "How many win."))
        var winners = 1
        @Option(parsing: .unconditionalSingleValue, help: .of("band", "A band such as 8-10; may be repeated."))
        var band: [String] = []
        @Option(parsing: .unconditional, help: .of("text", "Who is eligible."))
        var eligibility = ""
        @Flag(help: "Judges see a code instead of the nominee.")
        var blind = false
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            guard let kind = AwardCategory.NomineeKind(word: kind.lowercased()) else {
                throw ConsoleProblem.usage("A category is for a person, a team or a young-person.")
            }
            let path = try await console.pair(category, "SCHEME/CATEGORY")
            let added = try await console.services.awards.addCategory(
                NewCategory(
                    slug: path.part, title: title, nomineeKind: kind, winners: winners, eligibility: eligibility,
                    isBlind: blind, bands: band),
                to: path.scheme, by: console.actor, in: console.work)
            return ConsoleOutput(CategoryCommands.table([added]))
        }
    }

    struct List: ConsoleCommand {
        static let example = "category list staff-awards-2018"
        static let configuration = CommandConfiguration.verb("list", "List a scheme's categories.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            ConsoleOutput(
                CategoryCommands.table(
                    try await console.services.awards.categories(
                        of: try await console.scheme(scheme), by: console.actor, in: console.work)))
        }
    }

    private static func table(_ categories: [AwardCategory]) -> ConsoleTable {
        ConsoleTable(
            ["category", "title", "for", "winners", "bands"],
            categories.map {
                [
                    .text($0.path), .text($0.title), .text($0.nomineeKind.word), .int($0.winners),
                    Cell(filled: $0.bands.joined(separator: "; ")),
                ]
            })
    }
}

struct CriterionCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "criterion", "What is scored in a category.", [Add.self, List.self])

    struct Add: ChangingCommand {
        static let example = "criterion add staff-awards-2018/team-of-the-year Impact --weight 2 --min 0 --max 10"
        static let configuration = CommandConfiguration.verb(
            "add", "Add a criterion to a category of a scheme that is not published yet.", example: example)
        @Argument(help: .of("scheme/category", "The category."))
        var category: String
        @Argument(help: .of("name", "What it is called."))
        var name: String
        @Option(help: .of("weight", "Its weight; only its share of all weights matters."))
        var weight = 1.0
        @Option(name: .customLong("min"), parsing: .unconditional, help: .of("mark", "The lowest mark."))
        var lowest = 0
        @Option(name: .customLong("max"), parsing: .unconditional, help: .of("mark", "The highest mark."))
        var highest = 10
        @Option(parsing: .unconditional, help: .of("text", "What the marks mean."))
        var scale = ""
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try await console.pair(category, "SCHEME/CATEGORY")
            let added = try await console.services.awards.addCriterion(
                name, to: path, weight: weight, lowest: lowest, highest: highest, scale: scale, by: console.actor,
                in: console.work)
            return ConsoleOutput(CriterionCommands.table([added], of: path.scheme))
        }
    }

    struct List: ConsoleCommand {
        static let example = "criterion list staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "list", "List the criteria of a scheme.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.scheme(scheme)
            return ConsoleOutput(
                CriterionCommands.table(
                    try await console.services.awards.allCriteria(of: slug, by: console.actor, in: console.work),
                    of: slug))
        }
    }

    private static func table(_ criteria: [AwardCriterion], of scheme: String) -> ConsoleTable {
        ConsoleTable(
            ["category", "name", "weight", "min", "max", "scale"],
            criteria.map {
                [
                    .text("\(scheme)/\($0.category)"), .text($0.name), .decimal($0.weight), .int($0.lowest),
                    .int($0.highest), Cell(filled: $0.scale),
                ]
            }, spare: ["scale"])
    }
}
