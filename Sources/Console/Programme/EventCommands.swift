import ArgumentParser
import Domain
import Services

struct EventCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "event", "Practice Weeks, terms of briefings, conference days.", [Add.self, List.self, Show.self, Change.self])

    struct Add: ChangingCommand {
        static let example =
            #"event add practice-week-2019 --title "Practice Week 2019" --from 2019-01-28 --to 2019-02-01"#
        static let configuration = CommandConfiguration.verb("add", "Add an event, as a draft.", example: example)
        @Argument(help: .of("slug", "Its address: lower-case words joined by hyphens."))
        var slug: String
        @Option(parsing: .unconditional, help: .of("title", "The title."))
        var title: String
        @Option(help: .of(.date, "The first day."))
        var from: String
        @Option(help: .of(.date, "The last day, inclusive."))
        var to: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let event = try await console.services.programme.addEvent(
                slug, title: title, from: try console.day(from), to: try console.day(to), by: console.actor,
                in: console.work)
            return ConsoleOutput(EventCommands.table([event], withID: true))
        }
    }

    struct List: ConsoleCommand {
        static let example = "event list"
        static let configuration = CommandConfiguration.verb("list", "List the events you may see.", example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            ConsoleOutput(
                EventCommands.table(try await console.services.programme.events(by: console.actor, in: console.work)))
        }
    }

    struct Show: ConsoleCommand {
        static let example = "event show practice-week-2018"
        static let configuration = CommandConfiguration.verb("show", "Show one event.", example: example)
        @Argument(help: .of(.event, "The event."))
        var event: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.event(event)
            let found = try await console.services.programme.event(slug, by: console.actor, in: console.work)
            return ConsoleOutput(EventCommands.table([found], withID: true))
        }
    }

    struct Change: ChangingCommand {
        static let example = #"event change practice-week-2018 --to 2018-02-03"#
        static let configuration = CommandConfiguration.verb(
            "change", "Change an event's title or days.", example: example)
        @Argument(help: .of(.event, "The event."))
        var event: String
        @Option(parsing: .unconditional, help: .of("title", "The new title."))
        var title: String?
        @Option(help: .of(.date, "The first day."))
        var from: String?
        @Option(help: .of(.date, "The last day, inclusive."))
        var to: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.event(event)
            let changed = try await console.services.programme.changeEvent(
                slug, title: title, from: try from.map(console.day), to: try to.map(console.day), by: console.actor,
                in: console.work)
            return ConsoleOutput(EventCommands.table([changed], withID: true))
        }
    }

    static func table(_ events: [Event], withID: Bool = false) -> ConsoleTable {
        ConsoleTable(
            ["slug", "title", "from", "to", "state", "code", "release", "sessions"] + (withID ? ["id"] : []),
            events.map { event in
                [
                    .text(event.slug), .text(event.title), .day(event.from), .day(event.to),
                    .text(event.state.rawValue),
                    .text(event.code), event.latestRelease == 0 ? .null : .int(event.latestRelease),
                    .int(event.sessions),
                ] + (withID ? [.int(event.id.rawValue)] : [])
            })
    }
}

struct StrandCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun("strand", "Themes inside an event.", [Add.self, List.self])

    struct Add: ChangingCommand {
        static let example = #"strand add practice-week-2018/voice-of-the-child "Voice of the child""#
        static let configuration = CommandConfiguration.verb("add", "Add a strand to an event.", example: example)
        @Argument(help: .of("event/slug", "The event, a slash, and the strand's own address."))
        var strand: String
        @Argument(help: .of("name", "What it is called."))
        var name: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let halves = strand.split(separator: "/", omittingEmptySubsequences: false)
            guard halves.count == 2 else {
                throw ConsoleProblem("Write the strand as EVENT/SLUG, like practice-week-2018/voice-of-the-child.")
            }
            let added = try await console.services.programme.addStrand(
                event: try await console.event(String(halves[0])), strand: String(halves[1]), name: name,
                by: console.actor,
                in: console.work)
            return ConsoleOutput(StrandCommands.table([added]))
        }
    }

    struct List: ConsoleCommand {
        static let example = "strand list practice-week-2018"
        static let configuration = CommandConfiguration.verb(
            "list", "List the strands of an event, or of all.", example: example)
        @Argument(help: .of(.event, "The event."))
        var event: String?

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let visible = Set(
                try await console.services.programme.events(by: console.actor, in: console.work).map(\.slug))
            var slug: String?
            if let event { slug = try await console.event(event) }
            let strands = try await console.services.programme.strands(of: slug, in: console.work)
            return ConsoleOutput(StrandCommands.table(strands.filter { visible.contains($0.event) }))
        }
    }

    private static func table(_ strands: [Strand]) -> ConsoleTable {
        ConsoleTable(["event", "slug", "name"], strands.map { [.text($0.event), .text($0.slug), .text($0.name)] })
    }
}
