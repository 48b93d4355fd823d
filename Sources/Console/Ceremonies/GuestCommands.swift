import ArgumentParser
import Domain
import Foundation
import Services

struct GuestCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "guest", "Who comes to a ceremony.",
        [Add.self, List.self, Change.self, Remove.self, Invite.self, Answer.self, Arrive.self])

    struct Add: ChangingCommand {
        static let example = #"guest add staff-awards-2018-night ada@example.org --party 2 --diet "vegetarian; halal""#
        static let configuration = CommandConfiguration.verb(
            "add", "Add a guest by email address or by name, or with --candidate a young person who was nominated.",
            "An address of somebody known is that person. A young person is added by their nomination, never by name.",
            example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("email-or-name", "Who is invited."))
        var who: String?
        @Option(help: .of("candidate", "A young person who was nominated."))
        var candidate: String?
        @Option(parsing: .unconditional, help: .of("name", "What somebody is called who is given by address."))
        var name: String?
        @Option(help: .of("number", "How many are invited, the guest among them."))
        var party = 1
        @Option(
            parsing: .unconditional, help: .of("text", "What they eat: \"2 vegetarian; halal\", or in their words."))
        var diet: String?
        @Option(parsing: .unconditional, help: .of("text", "What they need to take part: \"step free\", or in words."))
        var access: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let guests = console.services.guests
            guard NewGuest.parties.contains(party) else { throw GuestRefusal.partyOutOfRange }
            let needs = try GuestNeeds(diet: diet, access: access, party: party)
            let guest: Guest
            switch (who, candidate) {
            case (let who?, nil):
                let new =
                    if let name {
                        try NewGuest(name: name, email: who, party: party, needs: needs)
                    } else {
                        try NewGuest(name: who, party: party, needs: needs)
                    }
                guest = try await guests.add(new, to: slug, by: console.actor, in: console.work)
            case (nil, let candidate?):
                guest = try await guests.addYoungPerson(
                    try console.candidate(candidate), party: party, needs: needs, to: slug, by: console.actor,
                    in: console.work)
            default: throw ConsoleProblem.usage("Say who: an email address or a name, or --candidate.")
            }
            return ConsoleOutput(GuestCommands.table([guest]))
        }
    }

    struct List: ConsoleCommand {
        static let example = "guest list staff-awards-2018-night"
        static let configuration = CommandConfiguration.verb(
            "list", "List the guests of a ceremony, or of all.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String?

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            var slug: String?
            if let ceremony { slug = try await console.ceremony(ceremony) }
            return ConsoleOutput(
                GuestCommands.table(
                    try await console.services.guests.guests(of: slug, by: console.actor, in: console.work)))
        }
    }

    struct Change: ChangingCommand {
        static let example = "guest change staff-awards-2018-night ada@example.org --party 3"
        static let configuration = CommandConfiguration.verb(
            "change", "Change how many are invited, or what they need.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("guest", "By email address, name or id."))
        var guest: String
        @Option(parsing: .unconditional, help: .of("name", "The name of somebody who is not known otherwise."))
        var name: String?
        @Option(parsing: .unconditional, help: .of("address", "The address of somebody who is not known otherwise."))
        var address: String?
        @Option(help: .of("number", "How many are invited."))
        var party: Int?
        @Option(parsing: .unconditional, help: .of("text", "What they eat."))
        var diet: String?
        @Option(parsing: .unconditional, help: .of("text", "What they need to take part."))
        var access: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.guest(guest, of: ceremony)
            let party = party ?? found.party
            guard NewGuest.parties.contains(party) else { throw GuestRefusal.partyOutOfRange }
            let needs = try GuestNeeds(
                diet: diet ?? found.needs.dietWords, access: access ?? found.needs.accessWords, party: party)
            let new = try NewGuest(
                name: name ?? found.name, email: address ?? found.email, party: party, needs: needs)
            let changed = try await console.services.guests.change(
                found.id, to: new, by: console.actor, in: console.work)
            return ConsoleOutput(GuestCommands.table([changed]))
        }
    }

    struct Remove: ChangingCommand {
        static let example = "guest remove staff-awards-2018-night ada@example.org"
        static let configuration = CommandConfiguration.verb(
            "remove", "Take a guest off the list; their address to answer at ends.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("guest", "By email address, name or id."))
        var guest: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.guest(guest, of: ceremony)
            try await console.services.guests.remove(found.id, by: console.actor, in: console.work)
            return ConsoleOutput([
                "id": .text(found.id.uuidString.lowercased()), "name": .text(found.name), "state": .text("removed"),
            ])
        }
    }

    struct Invite: ChangingCommand {
        static let example = "guest invite staff-awards-2018-night"
        static let configuration = CommandConfiguration.verb(
            "invite", "Write to everybody who has an address and no invitation yet; with --guest once more to one.",
            example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Option(help: .of("guest", "Write to this guest once more."))
        var guest: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            var count = 1
            if let guest {
                try await console.services.guests.inviteAgain(
                    try await console.guest(guest, of: ceremony).id, by: console.actor, in: console.work)
            } else {
                count = try await console.services.guests.invite(to: slug, by: console.actor, in: console.work)
            }
            return ConsoleOutput(["ceremony": .text(slug), "invited": .int(count)])
        }
    }

    struct Answer: ChangingCommand {
        static let example = "guest answer staff-awards-2018-night ada@example.org --coming 2"
        static let configuration = CommandConfiguration.verb(
            "answer", "Write down an answer that came otherwise than by mail.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("guest", "By email address, name or id."))
        var guest: String
        @Option(help: .of("number", "How many come; 0 is nobody."))
        var coming: Int
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await console.guest(guest, of: ceremony)
            let guests = console.services.guests
            try await guests.answer(found.id, coming: coming, by: console.actor, in: console.work)
            return ConsoleOutput(
                GuestCommands.table([try await guests.guest(found.id, by: console.actor, in: console.work)]))
        }
    }

    static func table(_ guests: [Guest]) -> ConsoleTable {
        ConsoleTable(
            [
                "id", "ceremony", "guest", "email", "party", "state", "coming", "arrived", "table", "diet", "access",
                "replied_at",
            ],
            guests.map {
                [
                    .text($0.id.uuidString.lowercased()), .text($0.ceremony), .text($0.name), Cell($0.email),
                    .int($0.party), .text($0.standing.rawValue), Cell($0.coming), .int($0.arrived), Cell($0.table),
                    .text($0.needs.dietWords), .text($0.needs.accessWords), Cell($0.repliedAt),
                ]
            }, spare: ["id", "ceremony", "replied_at", "arrived"])
    }
}

extension ConsoleSession {
    /// The guest meant: by id, address or name.
    func guest(_ typed: String, of ceremony: String) async throws -> Guest {
        let guests = try await services.guests.guests(
            of: try await self.ceremony(ceremony), by: actor, in: work)
        if let id = UUID(uuidString: typed.trimmed), let found = guests.first(where: { $0.id == id }) { return found }
        if let found = guests.first(where: { $0.email == typed.trimmed.lowercased() }) { return found }
        return try NameMatch.find(typed, kind: "guest", among: guests.map { ($0.name, $0) })
    }
}
