import Domain
import Foundation
import Postgres
import Store

/// Names as people type them. In the console a unique beginning will do; elsewhere the name must be whole.
extension Work {
    func site(_ name: String, _ actor: Actor) async throws -> Site {
        let sites = try await sites()
        return try NameMatch.find(
            name, kind: "site", among: sites.map { ($0.name, $0) }, prefixes: actor.channel == .console)
    }

    func room(_ printed: String, _ actor: Actor) async throws -> Room {
        let rooms = try await rooms()
        return try NameMatch.find(
            printed, kind: "room", among: rooms.map { ($0.printed, $0) }, prefixes: actor.channel == .console)
    }

    func team(_ name: String, _ actor: Actor) async throws -> Team {
        let teams = try await teams()
        return try NameMatch.find(
            name, kind: "team", among: teams.map { ($0.name, $0) }, prefixes: actor.channel == .console)
    }

    /// Removes something, or says what still uses it.
    func remove(kind: String, name: String, _ body: (Transaction) async throws -> Void) async throws {
        do {
            try await transaction.savepoint { try await body(transaction) }
            forgetNames()
        } catch let error as PostgresError where error.sqlState == "23503" {
            let users = [
                "session": "sessions", "release_session": "sessions", "room": "rooms", "team": "teams",
                "person": "people", "series": "series", "team_move": "moves to come",
            ]
            throw PeopleRefusal.inUse(kind: kind, name: name, by: users[error.table ?? ""] ?? "other records")
        }
    }

    /// The people of these addresses, in the same order; an unknown one is refused with what is near.
    func people(known emails: [String], _ actor: Actor) async throws -> [ID<Person>] {
        let clean = emails.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }.filter { !$0.isEmpty }
        let found = try await people(clean)
        var keys: [ID<Person>] = []
        for email in clean {
            if let id = found[email] {
                if !keys.contains(id) { keys.append(id) }
                continue
            }
            let names = try await transaction.run(EmailsStartingWith())
            let whole = try NameMatch.find(
                email, kind: "person", among: names.map { ($0, $0) }, prefixes: actor.channel == .console)
            if let id = try await people([whole])[whole], !keys.contains(id) { keys.append(id) }
        }
        return keys
    }
}
