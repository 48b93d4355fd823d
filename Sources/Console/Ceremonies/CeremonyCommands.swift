import ArgumentParser
import Domain
import Foundation
import Services

struct CeremonyCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "ceremony", "The night on which awards are given.",
        [
            Add.self, List.self, Show.self, Compile.self, Script.self, Move.self, Set.self, Interlude.self,
            Crew.self, Nominee.self, Rehearse.self,
            Gaps.self, Programme.self, Thanks.self, Prints.self, Destroyed.self,
        ])

    struct Add: ChangingCommand {
        static let example =
            #"ceremony add staff-night --title "Staff Awards" --starts "2018-02-02 19:00" --room "Himley Hall/Great Hall" --scheme staff-awards-2018"#
        static let configuration = CommandConfiguration.verb(
            "add", "Plan a ceremony for one or several schemes.", example: example)
        @Argument(help: .of("slug", "Its address: lower-case words joined by hyphens."))
        var slug: String
        @Option(parsing: .unconditional, help: .of("title", "The title."))
        var title: String
        @Option(help: .of(.date, "A date and a time."))
        var starts: String
        @Option(help: .of(.room, "The room."))
        var room: String
        @Option(parsing: .upToNextOption, help: .of("scheme", "The schemes whose awards are given."))
        var scheme: [String]
        @Option(help: .of("time", "When the doors open."))
        var doors: String?
        @Option(help: .of("time", "When it should be over."))
        var ends: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let starts = try console.moment(starts)
            let ceremony = try await console.services.ceremonies.add(
                NewCeremony(
                    slug: slug.trimmed, title: title, room: try await console.room(room).printed,
                    doorsAt: try doors.map { try console.moment($0, onDayOf: starts) }, startsAt: starts,
                    finishAt: try ends.map { try console.moment($0, onDayOf: starts) }, schemes: scheme),
                by: console.actor, in: console.work)
            return ConsoleOutput(CeremonyCommands.table([ceremony]))
        }
    }

    struct List: ConsoleCommand {
        static let example = "ceremony list"
        static let configuration = CommandConfiguration.verb("list", "List the ceremonies.", example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            ConsoleOutput(
                CeremonyCommands.table(
                    try await console.services.ceremonies.ceremonies(by: console.actor, in: console.work)))
        }
    }

    struct Show: ConsoleCommand {
        static let example = "ceremony show staff-night"
        static let configuration = CommandConfiguration.verb(
            "show", "Show the awards in their order, and where the ceremony is.",
            "With --all also the welcome, what comes between, and the close.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Flag(help: "Every item, not only the awards.")
        var all = false

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let found = try await console.services.ceremonies.ceremony(slug, by: console.actor, in: console.work)
            let order = try await console.services.ceremonies.order(of: slug, by: console.actor, in: console.work)
            let ends = London.local(order.endsAt).time.spoken
            return ConsoleOutput(
                .table(CeremonyCommands.rows(all ? order.items : order.awards, found.cue)),
                messages: [
                    found.version == nil
                        ? "Not compiled yet: this is as planned. It ends about \(ends)."
                        : "It ends about \(ends)."
                ])
        }
    }

    struct Compile: ChangingCommand {
        static let example = "ceremony compile staff-night"
        static let configuration = CommandConfiguration.verb(
            "compile", "Make the running order from the frozen results.",
            "What was written over it by hand stays.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let made = try await console.services.ceremonies.compile(slug, by: console.actor, in: console.work)
            let order = try await console.services.ceremonies.order(of: slug, by: console.actor, in: console.work)
            return ConsoleOutput(
                .table(CeremonyCommands.rows(order.awards, made.cue)),
                messages: ["Version \(made.version ?? 0) is compiled."]
                    + CeremonyGap.counts(
                        try await console.services.ceremonies.gaps(of: slug, by: console.actor, in: console.work)))
        }
    }

    struct Script: ChangingCommand {
        static let example =
            #"ceremony script staff-night 3 --text "Team of the year. In the running are {finalists}. It goes to {winner}!""#
        static let configuration = CommandConfiguration.verb(
            "script", "Write what is said at an award over what was compiled.",
            "{finalists}, {commended}, {winner} and {citation} are filled in when they may be shown. 0 is the welcome. An empty text is as compiled.",
            example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("order", "The award's number."))
        var order: Int
        @Option(parsing: .unconditional, help: .of("text", "What is said."))
        var text: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await CeremonyCommands.shown(ceremony, console) { services, slug in
                try await services.script(slug, item: order, text, by: console.actor, in: console.work)
            }
        }
    }

    struct Move: ChangingCommand {
        static let example = "ceremony move staff-night 5 --to 2"
        static let configuration = CommandConfiguration.verb(
            "move", "Put an award at another place.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("order", "The award's number."))
        var order: Int
        @Option(help: .of("number", "The number it gets."))
        var to: Int
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await CeremonyCommands.shown(ceremony, console) { services, slug in
                try await services.move(slug, item: order, to: to, by: console.actor, in: console.work)
            }
        }
    }

    struct Set: ChangingCommand {
        static let example = #"ceremony set staff-night 3 --minutes 8 --presenter "The Mayor""#
        static let configuration = CommandConfiguration.verb(
            "set", "Say how long an item takes, or who presents it.",
            "What is not given is as compiled again; the script and the place stay.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("order", "The item's number; 0 is the welcome."))
        var order: Int
        @Option(help: .of("minutes", "How long it takes."))
        var minutes: Int?
        @Option(parsing: .unconditional, help: .of("name", "Who presents it."))
        var presenter: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let services = console.services.ceremonies
            let now = try await services.order(of: slug, by: console.actor, in: console.work)
            return try await CeremonyCommands.shown(slug, console) { services, slug in
                try await services.edit(
                    slug, item: order,
                    CeremonyService.ItemChange(
                        script: now.item(order)?.edit?.script, presenter: presenter, minutes: minutes),
                    by: console.actor, in: console.work)
            }
        }
    }

    struct Interlude: ChangingCommand {
        static let example = #"ceremony interlude staff-night --after 4 --title "Steel band" --minutes 10"#
        static let configuration = CommandConfiguration.verb(
            "interlude", "Put something between two awards.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Option(help: .of("order", "The number of the award that it follows; 0 is the welcome."))
        var after: Int
        @Option(parsing: .unconditional, help: .of("title", "What it is."))
        var title: String
        @Option(help: .of("minutes", "How long it takes."))
        var minutes: Int
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let order = try await console.services.ceremonies.addInterlude(
                to: slug, after: after, title: title, minutes: minutes, by: console.actor, in: console.work)
            let cue = try await console.services.ceremonies.ceremony(slug, by: console.actor, in: console.work).cue
            return ConsoleOutput(CeremonyCommands.rows(order.items, cue))
        }
    }

    struct Crew: ChangingCommand {
        static let example = "ceremony crew staff-night --presenter amara@example.org --stage kiran@example.org"
        static let configuration = CommandConfiguration.verb(
            "crew", "Say who presents and who is the stage manager: two people.",
            "Readers and photographers may be several. Without an option it shows the crew.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Option(help: .of(.email, "The presenter."))
        var presenter: String?
        @Option(help: .of(.email, "The stage manager."))
        var stage: String?
        @Option(parsing: .upToNextOption, help: .of(.email, "Who reads citations."))
        var reader: [String] = []
        @Option(parsing: .upToNextOption, help: .of(.email, "Who takes the photographs."))
        var photographer: [String] = []
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let named: [(CrewPart, [String])] = [
                (.presenter, presenter.map { [$0] } ?? []), (.stageManager, stage.map { [$0] } ?? []),
                (.reader, reader), (.photographer, photographer),
            ]
            for (part, people) in named {
                for typed in people {
                    try await console.services.ceremonies.appoint(
                        try await console.email(typed), part, of: slug, by: console.actor, in: console.work)
                }
            }
            let crew = try await console.services.ceremonies.crew(of: slug, by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["part", "name", "email"],
                    crew.map { [.text($0.part.rawValue), .text($0.name), .text($0.email)] }))
        }
    }

    struct Nominee: ChangingCommand {
        static let example = #"ceremony nominee care-awards-2018/horizon/7Q4K --said "KAY-lee""#
        static let configuration = CommandConfiguration.verb(
            "nominee", "Say how somebody nominated is named on the night, and how the name is said.",
            "The name that a young person chose is asked for, or read from a file, and never given as an argument.",
            example: example)
        @Argument(help: .of("candidate", "The candidate."))
        var candidate: String
        @Option(parsing: .unconditional, help: .of("text", "How the name is said."))
        var said: String?
        @Option(
            name: .customLong("name-file"), help: .of(.file, "A file that holds the name that a young person chose."))
        var nameFile: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let path = try console.candidate(candidate)
            let name = try await console.name(
                inFile: nameFile, orAsked: "The name they chose for the night (empty for an adult): ")
            try await console.services.ceremonies.name(
                path, as: name, said: said, by: console.actor, in: console.work)
            return ConsoleOutput(["candidate": .text(path.text), "named": .bool(name?.isEmpty == false)])
        }
    }

    struct Rehearse: ChangingCommand {
        static let example = "ceremony rehearse staff-night"
        static let configuration = CommandConfiguration.verb(
            "rehearse", "Begin a rehearsal, with invented and watermarked winners; --end ends it.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Flag(help: "End the rehearsal.")
        var end = false
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let cue = try await console.services.ceremonies.rehearse(
                slug, ends: end, by: console.actor, in: console.work
            ).cue
            let order = try await console.services.ceremonies.order(of: slug, by: console.actor, in: console.work)
            return ConsoleOutput(
                .table(CeremonyCommands.rows(order.awards, cue)),
                messages: [
                    end ? "The rehearsal is over." : "A rehearsal is on: names are invented. End it with --end."
                ])
        }
    }

    // MARK: Shared

    static func shown(
        _ typed: String, _ console: ConsoleSession, _ body: (CeremonyService, String) async throws -> RunningOrder
    ) async throws -> ConsoleOutput {
        let slug = try await console.ceremony(typed)
        let order = try await body(console.services.ceremonies, slug)
        let cue = try await console.services.ceremonies.ceremony(slug, by: console.actor, in: console.work).cue
        return ConsoleOutput(rows(order.awards, cue))
    }

    static func rows(_ items: [RunningOrder.Item], _ cue: Cue) -> ConsoleTable {
        ConsoleTable(
            ["order", "starts_at", "minutes", "kind", "title", "presenter", "state"],
            items.map { item in
                let state: Cue.State =
                    item.isGiven || cue.state == .done
                    ? .done : item.category != nil && item.category == cue.category ? cue.state : .waiting
                return [
                    Cell(item.order), .time(item.startsAt), .int(item.minutes), .text(item.kind.rawValue),
                    .text(item.title), Cell(item.presenter), .text(state.rawValue),
                ]
            })
    }

    static func table(_ ceremonies: [Ceremony]) -> ConsoleTable {
        ConsoleTable(
            ["ceremony", "title", "starts_at", "room", "schemes", "version", "state"],
            ceremonies.map {
                [
                    .text($0.slug), .text($0.title), .time($0.startsAt), .text($0.room),
                    .text($0.schemes.joined(separator: ";")), Cell($0.version), .text($0.cue.state.rawValue),
                ]
            })
    }
}

extension ConsoleSession {
    /// The slug of the ceremony meant.
    func ceremony(_ typed: String) async throws -> String {
        let known = try await services.ceremonies.ceremonies(by: actor, in: work)
        return try NameMatch.find(typed, kind: "ceremony", among: known.map { ($0.slug, $0.slug) })
    }
}
