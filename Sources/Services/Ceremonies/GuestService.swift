package import Domain
package import Foundation
import Postgres
import Store

/// Who comes to a ceremony: the guest list, its invitations by mail, and what guests answer from them without signing in.
///
/// The audit says who was added, changed or answered for by their key, and never what anybody needs.
package struct GuestService: Sendable {
    let house: House

    // MARK: Reading

    /// Every ceremony to which guests can be asked, the next first.
    package func ceremonies(by actor: Actor, in work: Work? = nil) async throws -> [GuestCeremony] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "see guest lists")
            return try await work.transaction.run(GuestCeremonies(actor))
        }
    }

    package func ceremony(_ slug: String, by actor: Actor, in work: Work? = nil) async throws -> GuestCeremony {
        let slug = slug.lowercased()
        guard let found = try await ceremonies(by: actor, in: work).first(where: { $0.slug == slug }) else {
            throw AccessRefusal.notFound("ceremony")
        }
        return found
    }

    /// The guests of a ceremony, or of all, by name.
    package func guests(
        of ceremony: String?, search: String? = nil, standing: Guest.Standing? = nil, limit: Int? = nil,
        offset: Int = 0, by actor: Actor, in work: Work? = nil
    ) async throws -> [Guest] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "see guest lists")
            return try await work.transaction.run(
                Guests(
                    actor, of: ceremony, search: search, standing: standing, limit: limit, offset: max(0, offset)))
        }
    }

    package static let pageSize = 100

    /// One page of the guests that a search finds, and how many it finds.
    package func page(
        _ number: Int, of ceremony: String, search: String?, standing: Guest.Standing?, by actor: Actor
    ) async throws -> (guests: [Guest], total: Int) {
        try await house.within(nil) { work in
            try await work.require([.staff, .admin], actor, to: "see guest lists")
            let page = Guests(
                actor, of: ceremony, search: search, standing: standing, limit: Self.pageSize,
                offset: Self.pageSize * max(0, min(number, 1_000_000) - 1))
            let (guests, total) = try await work.transaction.run(page, CountGuests(page))
            return (guests, total.first ?? 0)
        }
    }

    package func guest(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> Guest {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "see guest lists")
            guard let found = try await work.transaction.first(Guests(actor, id: id)) else {
                throw AccessRefusal.notFound("guest")
            }
            return found
        }
    }

    package func counts(of ceremony: String, by actor: Actor, in work: Work? = nil) async throws -> GuestCounts {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "see guest lists")
            guard let counts = try await work.transaction.first(GuestCountsOf(actor, of: ceremony)) else {
                throw ServiceFailure(.internalError)
            }
            return counts
        }
    }

    /// Whether whoever asks reads what guests need: staff, and not administrators as such.
    package func readsNeeds(_ actor: Actor, in work: Work? = nil) async throws -> Bool {
        try await house.read(ActorHolds(actor, [.staff]), in: work).first?.allowed ?? false
    }

    // MARK: The list

    /// Adds somebody by name or address; an address of a person of the system is that person.
    package func add(
        _ new: NewGuest, to ceremony: String, by actor: Actor, in work: Work? = nil
    ) async throws -> Guest {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            let key = try await lock(ceremony, work)
            let answers = try await take([new], key, actor, work, mayChange: false)
            switch answers.first {
            case .added(let id): return try await guest(id, by: actor, in: work)
            case .failure(let refusal): throw refusal
            case .unchanged, .changed, nil: throw GuestRefusal.isGuestAlready
            }
        }
    }

    /// Adds a young person who was nominated, without their name: they are called as they chose for the night, or by their pseudonym.
    package func addYoungPerson(
        _ candidate: AwardPath, party: Int = 1, needs: GuestNeeds = GuestNeeds(), to ceremony: String, by actor: Actor,
        in work: Work? = nil
    ) async throws -> Guest {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            guard NewGuest.parties.contains(party) else { throw GuestRefusal.partyOutOfRange }
            let key = try await lock(ceremony, work)
            let found = try await ProtectionService(house: house).found(candidate, actor, work)
            guard found.isYoung else { throw GuestRefusal.notAYoungPerson }
            let id = house.outside.uuid()
            guard
                let added = try await work.transaction.first(
                    InsertYoungGuest(
                        publicID: id, ceremony: key, party: party, by: actor.person, candidate: candidate))
            else { throw GuestRefusal.isGuestAlready }
            try await keep([(added, needs)], work)
            try await work.audit(
                actor, [AuditLine("guest.add", Self.object(id), after: .object(["ceremony": ceremony]))])
            return try await guest(id, by: actor, in: work)
        }
    }

    /// Changes a guest. Fewer come where fewer are invited. What they need is changed by those alone who read it.
    ///
    /// - Parameter new: the name and address of somebody who is no person of the system; of others they are kept elsewhere.
    package func change(
        _ id: UUID, to new: NewGuest, by actor: Actor, in work: Work? = nil
    ) async throws -> Guest {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            let before = try await guest(id, by: actor, in: work)
            let key = try await lock(before.ceremony, work)
            guard let found = try await work.transaction.first(LockGuest(id: id)) else {
                throw AccessRefusal.notFound("guest")
            }
            var change = UpdateGuests.Change(id: found.id, name: nil, email: nil, party: new.party)
            if found.kind == .named {
                let name = new.name.isEmpty ? new.email ?? before.name : new.name
                try await refuseYoungNames([name], work)
                let others = try await work.transaction.run(GuestKeys(ceremony: key)).filter { $0.id != found.id }
                if GuestList(others).find(name: name, email: new.email, party: new.party) != nil {
                    throw GuestRefusal.isGuestAlready
                }
                change = .init(id: found.id, name: name, email: new.email, party: new.party)
            }
            try await work.transaction.run(UpdateGuests([change]))
            if try await readsNeeds(actor, in: work), new.needs != before.needs {
                try await keep([(found.id, new.needs)], work)
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "guest.change", Self.object(id), before: .object(["party": String(before.party)]),
                        after: .object(["party": String(new.party)]))
                ])
            return try await guest(id, by: actor, in: work)
        }
    }

    package func remove(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            guard let found = try await work.transaction.first(LockGuest(id: id)) else {
                throw AccessRefusal.notFound("guest")
            }
            try await work.transaction.run(DeleteGuest(found.id))
            try await work.audit(
                actor, [AuditLine("guest.remove", Self.object(id), before: .object(["ceremony": found.slug]))])
        }
    }

    // MARK: Shared

    func requireMayChange(_ actor: Actor, _ work: Work) async throws {
        try await work.require([.staff, .admin], actor, to: "change guest lists")
    }

    /// The ceremony's key, its guest list held until the work is over.
    func lock(_ ceremony: String, _ work: Work) async throws -> Int {
        guard let key = try await work.transaction.first(LockGuestList(ceremony)) else {
            throw AccessRefusal.notFound("ceremony")
        }
        return key
    }

    func refuseYoungNames(_ names: [String], _ work: Work) async throws {
        guard try await work.transaction.run(TextsNamingYoungPeople(names, wholly: true)).isEmpty else {
            throw GuestRefusal.namesYoungPerson
        }
    }

    /// Puts what guests need in the place of what they told before.
    func keep(_ told: [(guest: ID<Guest>, needs: GuestNeeds)], _ work: Work) async throws {
        guard !told.isEmpty else { return }
        _ = try await work.transaction.run(DeleteGuestNeeds(told.map(\.guest)), InsertGuestNeeds(told))
    }

    static func object(_ id: UUID) -> String { "guest:\(id.uuidString.lowercased())" }
}

extension Services {
    package var guests: GuestService { GuestService(house: house) }
}
