package import Domain
package import Foundation
import Postgres
import Store

extension GuestService {
    /// What became of one line of a list.
    package enum Taken: Sendable {
        case added(UUID)
        case changed(UUID)
        case unchanged
        case failure(GuestRefusal)
    }

    /// Takes a whole list, in a handful of statements however long it is. Who is on it already is found by address, or by name and
    /// party, and changed where the line says something else; a line without needs leaves those that were told.
    ///
    /// - Returns: what became of each, in order. With a failure among them the work is the caller's to take back.
    package func importGuests(
        _ new: [NewGuest], to ceremony: String, by actor: Actor, in work: Work
    ) async throws -> [Taken] {
        try await requireMayChange(actor, work)
        return try await take(new, try await lock(ceremony, work), actor, work, mayChange: true)
    }

    /// - Parameter mayChange: whether somebody who is on the list already takes what is said of them now.
    func take(
        _ new: [NewGuest], _ ceremony: Int, _ actor: Actor, _ work: Work, mayChange: Bool
    ) async throws -> [Taken] {
        guard !new.isEmpty else { return [] }
        let names = new.map { $0.name.isEmpty ? $0.email ?? "" : $0.name }
        let young = Set(try await work.transaction.run(TextsNamingYoungPeople(names, wholly: true)))
        let people = try await work.people(Array(Set(new.compactMap(\.email))))
        var list = GuestList(try await work.transaction.run(GuestKeys(ceremony: ceremony)))
        let known = try await readNeeds(new, ceremony, actor, work)
        let mayTell = try await readsNeeds(actor, in: work)
        var (answers, inserts, changes): ([Taken], [InsertGuests.New], [UpdateGuests.Change]) = ([], [], [])
        var (newNeeds, needs): ([(UUID, GuestNeeds)], [(guest: ID<Guest>, needs: GuestNeeds)]) = ([], [])
        for (place, guest) in new.enumerated() {
            guard !young.contains(place + 1) else {
                answers.append(.failure(.namesYoungPerson))
                continue
            }
            let person = guest.email.flatMap { people[$0] }
            if let found = list.find(name: names[place], email: guest.email, party: guest.party) {
                guard mayChange else {
                    answers.append(.unchanged)
                    continue
                }
                let renamed = found.kind == .named && !guest.name.isEmpty && found.name != guest.name
                let tells = mayTell && !guest.needs.isEmpty && guest.needs != known[found.publicID] ?? GuestNeeds()
                if renamed || found.party != guest.party {
                    changes.append(
                        .init(
                            id: found.id, name: found.kind == .named ? renamed ? guest.name : found.name : nil,
                            email: found.kind == .named ? found.email : nil, party: guest.party))
                }
                if tells { needs.append((found.id, guest.needs)) }
                answers.append(renamed || tells || found.party != guest.party ? .changed(found.publicID) : .unchanged)
            } else {
                let id = house.outside.uuid()
                inserts.append(
                    .init(
                        publicID: id, person: person, name: person == nil ? names[place] : nil,
                        email: person == nil ? guest.email : nil, party: guest.party))
                if mayTell, !guest.needs.isEmpty { newNeeds.append((id, guest.needs)) }
                answers.append(.added(id))
                // A second line about them finds this one; it is told apart before anything is written.
                list.add(
                    .init(
                        id: ID(rawValue: 0), publicID: id, name: names[place], email: guest.email, party: guest.party,
                        kind: person == nil ? .named : .person))
            }
        }
        guard !answers.contains(where: \.isFailure) else { return answers }
        let made = try await work.transaction.run(InsertGuests(ceremony: ceremony, by: actor.person, inserts))
        let keys = Dictionary(made.map { ($0.publicID, $0.id) }, uniquingKeysWith: { first, _ in first })
        if !changes.isEmpty { try await work.transaction.run(UpdateGuests(changes)) }
        needs += newNeeds.compactMap { id, told in keys[id].map { ($0, told) } }
        try await keep(needs, work)
        try await work.audit(actor, answers.compactMap { $0.line })
        return answers
    }

    /// What those told before whom the list has something to say about; nothing to read where it says nothing.
    private func readNeeds(
        _ new: [NewGuest], _ ceremony: Int, _ actor: Actor, _ work: Work
    ) async throws -> [UUID: GuestNeeds] {
        guard new.contains(where: { !$0.needs.isEmpty }) else { return [:] }
        let told = try await work.transaction.run(Guests(actor, ofKey: ceremony))
        return Dictionary(told.map { ($0.id, $0.needs) }, uniquingKeysWith: { first, _ in first })
    }
}

extension GuestService.Taken {
    var isFailure: Bool {
        if case .failure = self { return true }
        return false
    }

    var line: AuditLine? {
        switch self {
        case .added(let id): AuditLine("guest.add", GuestService.object(id))
        case .changed(let id): AuditLine("guest.change", GuestService.object(id))
        case .unchanged, .failure: nil
        }
    }
}
