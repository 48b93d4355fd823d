import ArgumentParser
import Domain
import Services

struct AudienceCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun("audience", "Who may book a session.", [Set.self])

    struct Set: ChangingCommand {
        static let example = #"audience set PW18-014 --role practitioner --team "MASH Assessment" --after PW18-003"#
        static let configuration = CommandConfiguration.verb(
            "set", "Say who may book a session, at once.",
            "Any role, service, team or employer named is enough; --after asks for an earlier session first. Nothing named: everyone.",
            example: example)
        @Argument(help: .of(.reference, "The session."))
        var reference: String
        @Option(help: .of(.role, "A role; may be repeated."))
        var role: [String] = []
        @Option(help: .of("service", "A service; may be repeated."))
        var service: [String] = []
        @Option(help: .of(.team, "A team; may be repeated."))
        var team: [String] = []
        @Option(help: .of("employer", "An employer; may be repeated."))
        var employer: [String] = []
        @Option(help: .of(.reference, "A session to have attended, or to be confirmed in, first."))
        var after: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            var rules = try console.roles(role).map(Audience.Rule.role)
            rules +=
                service.map(Audience.Rule.service) + team.map(Audience.Rule.team) + employer.map(Audience.Rule.employer)
            if let after { rules.append(.after(console.reference(after))) }
            let session = try await console.services.programme.setAudience(
                reference, rules, by: console.actor, in: console.work)
            return ConsoleOutput([
                "reference": .text(session.reference), "title": .text(session.title),
                "audience": Cell(filled: session.draft?.audience),
            ])
        }
    }
}

struct HolidayCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun("holiday", "Bank holidays.", [List.self])

    struct List: ConsoleCommand {
        static let example = "holiday list --from 2018-01-01 --to 2018-12-31"
        static let configuration = CommandConfiguration.verb(
            "list", "List England's bank holidays: a year from today, or between two days.", example: example)
        @Option(help: .of(.date, "From this day on."))
        var from: String?
        @Option(help: .of(.date, "Until this day, inclusive."))
        var to: String?

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let first = try from.map(console.day) ?? console.today
            let last = try to.map(console.day) ?? first.adding(days: 365)
            guard first <= last else { throw ProgrammeRefusal.datesInWrongOrder }
            let holidays = try await console.services.people.holidays(from: first, to: last, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["date", "weekday", "title", "status", "source"],
                    holidays.map {
                        [.day($0.day), .text($0.day.weekday.name), .text($0.title), .text($0.status), .text($0.source)]
                    },
                    spare: ["source"]))
        }
    }
}
