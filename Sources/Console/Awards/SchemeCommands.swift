import ArgumentParser
import Domain
import Foundation
import Services

struct SchemeCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "scheme", "A year's awards with their rules.", [Add.self, Copy.self, List.self, Show.self, Publish.self])

    struct Add: ChangingCommand {
        static let example =
            #"scheme add staff-awards-2019 --title "Staff Awards 2019" --kind competitive --opens 2019-01-07 --closes 2019-02-01"#
        static let configuration = CommandConfiguration.verb(
            "add", "Add a scheme of awards, as a draft.",
            "Nominations open as the first day begins and close as the last one ends, unless a time is given.",
            example: example)
        @Argument(help: .of("slug", "Its address: lower-case words joined by hyphens."))
        var slug: String
        @Option(parsing: .unconditional, help: .of("title", "The title."))
        var title: String
        @Option(help: .of("kind", "competitive, tiered or celebrated."))
        var kind: String
        @Option(help: .of(.date, "The first day of nominations."))
        var opens: String
        @Option(help: .of(.date, "The last day of nominations."))
        var closes: String
        @Option(help: .of("ranking", "What ranks: raw or adjusted."))
        var ranking = "raw"
        @Option(help: .of("ballots", "Ballots that a decision needs."))
        var quorum = 2
        @Option(help: .of("words", "The longest statement, in words."))
        var words = 500
        @Option(name: .customLong("most-awards"), help: .of("number", "In how many awards one nominee may stand."))
        var mostAwards: Int?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            guard let kind = Scheme.Kind(rawValue: kind.lowercased()) else {
                throw ConsoleProblem.usage("A scheme is competitive, tiered or celebrated.")
            }
            guard let ranking = Scheme.Ranking(rawValue: ranking.lowercased()) else {
                throw ConsoleProblem.usage("The ranking is raw or adjusted.")
            }
            let scheme = try await console.services.awards.addScheme(
                NewScheme(
                    slug: slug.trimmed, title: title, kind: kind, ranking: ranking,
                    opensAt: try console.edge(opens, ofNextDay: false),
                    closesAt: try console.edge(closes, ofNextDay: true), quorum: quorum, wordLimit: words,
                    mostAwards: mostAwards),
                by: console.actor, in: console.work)
            return ConsoleOutput(SchemeCommands.table([scheme]))
        }
    }

    struct Copy: ChangingCommand {
        static let example = "scheme copy staff-awards-2018 staff-awards-2019"
        static let configuration = CommandConfiguration.verb(
            "copy", "Make a new draft with a scheme's rules, categories and criteria.",
            "Its dates are 52 weeks later, on the same days of the week, unless --opens says otherwise.",
            example: example)
        @Argument(help: .of("scheme", "The scheme to copy."))
        var scheme: String
        @Argument(help: .of("slug", "The new one's address."))
        var slug: String
        @Option(parsing: .unconditional, help: .of("title", "The title; without it the old one with the new year."))
        var title: String?
        @Option(help: .of(.date, "The first day of nominations."))
        var opens: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let made = try await console.services.awards.copyScheme(
                try await console.scheme(scheme), to: slug.trimmed, title: title,
                opens: try opens.map { try console.day($0) }, by: console.actor, in: console.work)
            return ConsoleOutput(SchemeCommands.table([made]))
        }
    }

    struct List: ConsoleCommand {
        static let example = "scheme list"
        static let configuration = CommandConfiguration.verb("list", "List the schemes you may see.", example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            ConsoleOutput(
                SchemeCommands.table(try await console.services.awards.schemes(by: console.actor, in: console.work)))
        }
    }

    struct Show: ConsoleCommand {
        static let example = "scheme show staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "show", "Show a scheme's rules: of a published one as they were hashed.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.services.awards.scheme(
                try await console.scheme(scheme), by: console.actor, in: console.work)
            if let rules = found.rules { return ConsoleOutput(.text(rules, key: "rules")) }
            let awards = console.services.awards
            let draft = RulesText.of(
                found, try await awards.categories(of: found.slug, by: console.actor, in: console.work),
                try await awards.allCriteria(of: found.slug, by: console.actor, in: console.work))
            return ConsoleOutput(
                .text(draft, key: "rules"), messages: ["This is a draft. Nobody else reads it before it is published."])
        }
    }

    struct Publish: ChangingCommand {
        static let example = "scheme publish staff-awards-2018"
        static let configuration = CommandConfiguration.verb(
            "publish", "Publish a scheme's rules: hashed, and never changed again.", example: example)
        @Argument(help: .of("scheme", "The scheme."))
        var scheme: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let published = try await console.services.awards.publish(
                try await console.scheme(scheme), by: console.actor, in: console.work)
            return ConsoleOutput(
                .table(SchemeCommands.table([published])), messages: ["The rules are published and frozen."])
        }
    }

    static func table(_ schemes: [Scheme]) -> ConsoleTable {
        ConsoleTable(
            [
                "scheme", "title", "kind", "ranking", "opens_at", "closes_at", "state", "quorum", "words",
                "rules_sha256",
            ],
            schemes.map {
                [
                    .text($0.slug), .text($0.title), .text($0.kind.rawValue), .text($0.ranking.rawValue),
                    .time($0.opensAt), .time($0.closesAt), .text($0.state.rawValue), .int($0.quorum),
                    .int($0.wordLimit), Cell($0.rulesHash),
                ]
            }, spare: ["quorum", "words", "ranking"])
    }
}

extension ConsoleSession {
    /// The beginning of a day, or of the one after it; a date with a time is that moment.
    func edge(_ typed: String, ofNextDay: Bool) throws -> Date {
        if let moment = try? DateEntry.moment(typed, today: today) { return moment }
        let day = try day(typed).adding(days: ofNextDay ? 1 : 0)
        return try DateEntry.moment(LocalTime(day, ClockTime(minutes: 0)))
    }

    /// The slug of the scheme meant.
    func scheme(_ typed: String) async throws -> String {
        let schemes = try await services.awards.schemes(by: actor, in: work)
        return try NameMatch.find(typed, kind: "scheme", among: schemes.map { ($0.slug, $0.slug) })
    }

    /// `SCHEME/CATEGORY` or `SCHEME/PANEL`, with the scheme's whole name.
    func pair(_ typed: String, _ form: String) async throws -> AwardPath {
        let path = try AwardPath(pair: typed.trimmed, form)
        return AwardPath(scheme: try await scheme(path.scheme), part: path.part)
    }

    func candidate(_ typed: String) throws -> AwardPath {
        try AwardPath(candidate: typed.trimmed)
    }
}
