import ArgumentParser
import Domain
import Foundation
import Services

struct SeriesCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "series", "Recurring briefings.", [Add.self, Dates.self, Move.self, Skip.self, List.self])

    struct Add: ChangingCommand {
        static let example =
            #"series add directors-briefing --event briefings-2018 --title "Director's briefing" --rule "FREQ=MONTHLY;BYDAY=1WE" --starts "2018-01-03 09:30" --minutes 60 --until 2018-12-31"#
        static let configuration = CommandConfiguration.verb(
            "add", "Lay out a recurring briefing: every date becomes a session in the draft.",
            "At a terminal it asks about dates on bank holidays; a script keeps them and says so.", example: example)
        @Argument(help: .of("slug", "Its address: lower-case words joined by hyphens."))
        var slug: String
        @Option(help: .of(.event, "The event."))
        var event: String
        @Option(parsing: .unconditional, help: .of("title", "The title."))
        var title: String
        @Option(help: .of("rrule", "The rule of RFC 5545, such as FREQ=MONTHLY;BYDAY=1WE."))
        var rule: String
        @Option(help: .of("date time", "The first date and its time."))
        var starts: String
        @Option(help: .of("number", "How long each lasts."))
        var minutes: Int
        @Option(help: .of(.room, "The room."))
        var room: String?
        @Option(help: .of("places", "How many may come; otherwise as many as the room holds."))
        var capacity: Int?
        @Option(help: .of(.email, "Who leads it; may be repeated."))
        var facilitator: [String] = []
        @Option(help: .of(.date, "The last day."))
        var until: String?
        @Option(help: .of("number", "How many dates."))
        var count: Int?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let new = NewSeries(
                event: try await console.event(event), slug: slug, title: title, rule: rule,
                startsAt: London.local(try console.moment(starts)), minutes: minutes, room: room, capacity: capacity,
                facilitators: facilitator, until: try until.map(console.day), count: count)
            let answers = try await SeriesHolidays.ask(about: new, console)
            let programme = console.services.programme
            let (series, occurrences) = try await console.together { work in
                let (series, _) = try await programme.addSeries(new, by: console.actor, in: work)
                try await SeriesHolidays.carryOut(answers, of: series.slug, console, work)
                let dates = try await programme.seriesDates(series.slug, by: console.actor, in: work)
                return (series, dates.filter { $0.state != .cancelled })
            }
            var output = ConsoleOutput(SeriesCommands.table([series], withID: true))
            if let first = occurrences.first, let last = occurrences.last {
                let days = [first, last].map { London.local($0.startsAt).day.short }
                output.messages.append(
                    "\(occurrences.count) dates from \(days[0]) to \(days[1]). They are bookable once released.")
            }
            if console.ask == nil || console.isDryRun {
                output.messages += SeriesHolidays.kept(occurrences, series.slug)
            }
            return output
        }
    }

    struct Dates: ConsoleCommand {
        static let example = "series dates directors-briefing --from 2018-01-01 --to 2018-06-30"
        static let configuration = CommandConfiguration.verb(
            "dates", "List a series' dates, with what there is to decide.", example: example)
        @Argument(help: .of(.series, "The series."))
        var slug: String
        @Option(help: .of(.date, "Only from this day on."))
        var from: String?
        @Option(help: .of(.date, "Only until this day, inclusive."))
        var to: String?

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let dates = try await console.services.programme.seriesDates(
                slug, from: try from.map(console.day), to: try to.map(console.day), by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["reference", "starts_at", "weekday", "state", "notes"],
                    dates.map {
                        [
                            .text($0.reference), .time($0.startsAt), .text(London.local($0.startsAt).day.weekday.name),
                            .text($0.state.rawValue), .text($0.notes),
                        ]
                    }))
        }
    }

    struct Move: ChangingCommand {
        static let example = #"series move directors-briefing --on 2018-04-04 --starts "2018-04-11 09:30""#
        static let configuration = CommandConfiguration.verb(
            "move", "Move one date of a series.", "A time alone stays on that day.", example: example)
        @Argument(help: .of(.series, "The series."))
        var slug: String
        @Option(help: .of(.date, "The day it is on now."))
        var on: String
        @Option(help: .of("date time", "When it starts instead."))
        var starts: String?
        @Option(help: .of(.room, "Where instead."))
        var room: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            guard starts != nil || room != nil else { throw ConsoleProblem.usage("Say where to: --starts or --room.") }
            let day = try console.day(on)
            let session = try await console.services.programme.moveOccurrence(
                slug, on: day, starts: try starts.map { try console.moment($0, onDayOf: London.start(of: day)) },
                room: room,
                by: console.actor, in: console.work)
            return ConsoleOutput(try await SessionRows.table([session], console))
        }
    }

    struct Skip: ChangingCommand {
        static let example = #"series skip directors-briefing --on 2018-08-01 --reason "Summer""#
        static let configuration = CommandConfiguration.verb(
            "skip", "Leave one date of a series out; those booked are told.", example: example)
        @Argument(help: .of(.series, "The series."))
        var slug: String
        @Option(help: .of(.date, "The day it is on."))
        var on: String
        @Option(parsing: .unconditional, help: .of("reason", "Why."))
        var reason: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let session = try await console.services.programme.skipOccurrence(
                slug, on: try console.day(on), reason: reason, by: console.actor, in: console.work)
            return ConsoleOutput(try await SessionRows.table([session], console))
        }
    }

    struct List: ConsoleCommand {
        static let example = "series list"
        static let configuration = CommandConfiguration.verb("list", "List the series.", example: example)

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            ConsoleOutput(
                SeriesCommands.table(try await console.services.programme.series(by: console.actor, in: console.work)))
        }
    }

    private static func table(_ series: [Series], withID: Bool = false) -> ConsoleTable {
        ConsoleTable(
            [
                "slug", "event", "title", "rule", "starts_at", "minutes", "site", "room", "capacity",
                "facilitator_email", "until",
                "count",
            ] + (withID ? ["id"] : []),
            series.map { row in
                let place = row.room?.split(separator: "/", maxSplits: 1).map(String.init) ?? []
                return [
                    .text(row.slug), .text(row.event), .text(row.title), .text(row.rule), .time(row.startsAt),
                    .int(row.minutes),
                    Cell(place.first), Cell(place.count == 2 ? place[1] : nil), .int(row.capacity),
                    Cell(filled: row.facilitatorEmails.joined(separator: ";")), Cell(row.until), Cell(row.count),
                ] + (withID ? [.text(row.publicID.uuidString.lowercased())] : [])
            },
            spare: ["facilitator_email", "capacity", "event", "site", "count", "rule"])
    }
}
