import ArgumentParser
import Domain
import Foundation
import Services

struct PersonCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "person", "People known to the centre.", [Add.self, Change.self, Leave.self, Stay.self, List.self, Link.self])

    struct Add: ChangingCommand {
        static let example =
            #"person add ida.bright@example.org --name "Ida Bright" --team "MASH Assessment" --role staff"#
        static let configuration = CommandConfiguration.verb(
            "add", "Add a person.", "In a database without an admin anybody may add the first one.", example: example)
        @Argument(help: .of("address", "The e-mail address."))
        var email: String
        @Option(parsing: .unconditional, help: .of("full-name", "The name."))
        var name: String
        @OptionGroup var details: PersonOptions
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let person = try await console.services.people.addPerson(
                try details.details(email, name, console), by: console.actor, in: console.work)
            return ConsoleOutput(PersonCommands.created(person))
        }
    }

    struct Change: ChangingCommand {
        static let example = #"person change ida.bright --team "Early Help North" --role staff --role manager"#
        static let configuration = CommandConfiguration.verb(
            "change", "Change a person; what is not named stays, and roles named replace those held.", example: example)
        @Argument(help: .of(.email, "Who."))
        var email: String
        @Option(parsing: .unconditional, help: .of("full-name", "The new name."))
        var name: String?
        @OptionGroup var details: PersonOptions
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let email = try await console.email(email)
            let person = try await console.services.people.changePerson(
                try details.details(email, name, console), by: console.actor, in: console.work)
            return ConsoleOutput(PersonCommands.created(person))
        }
    }

    struct Leave: ChangingCommand {
        static let example = "person leave ida.bright@example.org --on 2018-02-05"
        static let configuration = CommandConfiguration.verb(
            "leave",
            "Somebody leaves, at once or on a day to come: access ends, and their places go to those who wait.",
            example: example)
        @Argument(help: .of(.email, "Who."))
        var email: String
        @Option(help: .of(.date, "The day from whose beginning they have no access; without it, at once."))
        var on: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let email = try await console.email(email)
            if let on {
                let day = try console.day(on)
                try await console.services.people.setLeaving(email, on: day, by: console.actor, in: console.work)
                return ConsoleOutput(["email": .text(email), "leaves_on": Cell(day)])
            }
            let (released, leads) = try await console.services.people.leave(email, by: console.actor, in: console.work)
            var output = ConsoleOutput([
                "email": .text(email), "released": .int(released), "leads": .text(leads.joined(separator: ";")),
            ])
            if !leads.isEmpty { output.messages.append("Find somebody else to lead \(leads.joined(separator: ", ")).") }
            return output
        }
    }

    struct Stay: ChangingCommand {
        static let example = "person stay ida.bright@example.org"
        static let configuration = CommandConfiguration.verb(
            "stay", "Take back the day on which somebody was to leave.", example: example)
        @Argument(help: .of(.email, "Who."))
        var email: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let email = try await console.email(email)
            try await console.services.people.keep(email, by: console.actor, in: console.work)
            return ConsoleOutput(["email": .text(email)], "They stay.")
        }
    }

    struct List: ConsoleCommand {
        static let example = #"person list --team "MASH Assessment""#
        static let configuration = CommandConfiguration.verb(
            "list", "List the people you may see: everyone for staff, otherwise yourself.", example: example)
        @Option(help: .of(.team, "Only this team's."))
        var team: String?
        @Flag(help: "Those who have left, too.")
        var leavers = false

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            var name: String?
            if let team { name = try await console.team(team).name }
            let people = try await console.services.people.people(
                team: name, withLeavers: leavers, by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    PersonCommands.columns + (leavers ? ["left"] : []),
                    people.map { PersonCommands.cells($0) + (leavers ? [.bool($0.hasLeft)] : []) },
                    spare: ["employer", "job_title"]))
        }
    }

    struct Link: ChangingCommand {
        static let example = "person link ida.bright@example.org ibright"
        static let configuration = CommandConfiguration.verb(
            "link", "Let a user of this machine act as a person at the console.", example: example)
        @Argument(help: .of(.email, "Who."))
        var email: String
        @Argument(help: .of("osuser", "The operating-system user."))
        var user: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let email = try await console.email(email)
            try await console.services.access.link(email, to: user, by: console.actor, in: console.work)
            return ConsoleOutput(["email": .text(email), "os_user": .text(user)])
        }
    }

    static let columns = ["email", "name", "team", "job_title", "roles", "employer"]

    static func cells(_ person: Person) -> [Cell] {
        [
            .text(person.email), .text(person.name), Cell(person.team), Cell(filled: person.jobTitle),
            .text(person.roles.map(\.rawValue).joined(separator: ";")), Cell(person.employer),
        ]
    }

    private static func created(_ person: Person) -> ConsoleTable {
        ConsoleTable(columns + ["id"], [cells(person) + [.text(person.publicID.uuidString.lowercased())]])
    }
}

/// What can be said about a person, old or new.
struct PersonOptions: ParsableArguments {
    @Option(help: .of(.team, "The team; \"\" for none."))
    var team: String?
    @Option(parsing: .unconditional, help: .of("name-of-employer", "The employer."))
    var employer: String?
    @Option(name: .customLong("job-title"), parsing: .unconditional, help: .of("text", "The job title."))
    var jobTitle: String?
    @Option(help: .of(.role, "practitioner, staff, manager or admin; may be repeated."))
    var role: [String] = []

    func details(_ email: String, _ name: String?, _ console: ConsoleSession) throws -> PersonDetails {
        PersonDetails(
            email: email, name: name, team: team, employer: employer, jobTitle: jobTitle,
            roles: role.isEmpty ? nil : try console.roles(role))
    }
}
