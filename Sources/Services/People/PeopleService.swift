package import Domain
import Foundation
import Postgres
import Store

/// Sites, rooms, teams, people and their roles.
package struct PeopleService: Sendable {
    let house: House

    package func sites(in work: Work? = nil) async throws -> [Site] {
        try await house.read(Sites(), in: work)
    }

    package func rooms(in work: Work? = nil) async throws -> [Room] {
        try await house.read(Rooms(), in: work)
    }

    package func teams(in work: Work? = nil) async throws -> [Team] {
        try await house.read(Teams(), in: work)
    }

    package func employers(in work: Work? = nil) async throws -> [String] {
        try await house.read(Organisations(), in: work).map(\.name)
    }

    package func holidays(from: Day, to: Day, in work: Work? = nil) async throws -> [Holiday] {
        try await house.read(Holidays(from: from, to: to), in: work)
    }

    /// Loads bank holidays: reference data, replaced where it differs.
    package func loadHolidays(_ holidays: [Holiday], by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "load bank holidays")
            try await work.transaction.run(UpsertHolidays(holidays))
        }
    }

    /// The people whom the actor may list: all for staff and admins, otherwise only oneself.
    package func people(
        team: String? = nil, email: String? = nil, withLeavers: Bool = false, by actor: Actor, in work: Work? = nil
    ) async throws -> [Person] {
        if let work {
            return try await house.read(People(actor, team: team, email: email, withLeavers: withLeavers), in: work)
        }
        return try await house.read(People(actor, team: team, email: email, withLeavers: withLeavers))
    }

    /// The full address that a console user meant by an address or the unique beginning of one.
    package func email(meant typed: String, by actor: Actor, in work: Work? = nil) async throws -> String {
        let folded = typed.trimmingCharacters(in: .whitespaces).lowercased()
        let names = try await house.read(EmailsStartingWith(), in: work)
        return try NameMatch.find(
            folded, kind: "person", among: names.map { ($0, $0) }, prefixes: actor.channel == .console)
    }
}
