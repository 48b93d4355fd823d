package import Domain
package import Foundation
import Postgres
import Store

/// What a person's leaving would do.
package struct Departure: Sendable {
    /// Coming places and turns that would be given up.
    package let bookings: [Booking]
    /// References of coming sessions that they lead.
    package let leads: [String]
}

/// Everybody, page by page, for admins.
extension PeopleService {
    package static let pageSize = 50

    /// - Parameter page: from 1.
    package func directory(
        search: String = "", role: Role? = nil, withLeavers: Bool = false, page: Int = 1, by actor: Actor
    ) async throws -> (people: [Person], total: Int) {
        try await AccessService(house: house).require([.admin], actor, to: "list everybody")
        let text = (try? FreeText.line(search, "what to look for", longest: 200, required: false)) ?? ""
        let offset = (min(max(page, 1), 100_000) - 1) * Self.pageSize
        let rows = try await house.read(
            PeoplePage(
                actor, search: text, role: role, withLeavers: withLeavers, limit: Self.pageSize, offset: offset))
        return (rows.map(\.person), rows.first?.total ?? 0)
    }

    package func person(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> Person {
        try await AccessService(house: house).require([.admin], actor, to: "look at people", in: work)
        guard let person = try await house.read(PersonByPublicID(actor, id: id), in: work).first else {
            throw AccessRefusal.notFound("person")
        }
        return person
    }

    /// Whoever has the address, or had it last; for admins.
    package func person(addressed email: String, by actor: Actor, in work: Work? = nil) async throws -> Person {
        try await AccessService(house: house).require([.admin], actor, to: "look at people", in: work)
        guard let address = try? EmailAddress(email).text else { throw AccessRefusal.notFound("person") }
        let people = try await house.read(People(actor, email: address, withLeavers: true), in: work)
        guard let person = people.first(where: { !$0.hasLeft }) ?? people.last else {
            throw AccessRefusal.notFound("person")
        }
        return person
    }

    /// What would happen if the person left now: the same rules as leaving, taken back again.
    package func departure(of person: Person, by actor: Actor) async throws -> Departure {
        try await house.transaction(dryRun: true) { work in
            let mine = try await work.transaction.run(BookingsOfPerson(person.id)).map(\.booking)
            let coming = mine.filter { ($0.startsAt ?? .distantFuture) > house.outside.now() }
            let leads = try await leave(person.email, by: actor, in: work).leads
            return Departure(bookings: coming, leads: leads)
        }
    }
}
