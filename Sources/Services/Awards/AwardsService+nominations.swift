package import Domain
import Foundation
import Postgres
import Store

/// Nominating: by whoever nominates, or by staff for them.
extension AwardsService {
    /// Hands a nomination in. The same words for the same nominee again give the first nomination.
    package func nominate(_ new: NewNomination, by actor: Actor, in work: Work? = nil) async throws -> Nomination {
        try await nominate(new, as: .submitted, by: actor, in: work)
    }

    /// - Parameter begins: whether it has to be the first for its nominee, so that a draft from before is not written over.
    func nominate(
        _ new: NewNomination, as state: Nomination.State, begins: Bool = false, by actor: Actor, in work: Work?
    ) async throws -> Nomination {
        try await house.within(work) { work in
            let nominator = try await nominator(of: new, actor, work)
            let already: AwardsRefusal = nominator == actor.person ? .nominatedAlready : .nominatedAlreadyByThem
            let category = try await category(new.category, by: actor, in: work)
            let scheme = try await scheme(category.scheme, by: actor, in: work)
            guard scheme.state != .draft else { throw AwardsRefusal.notPublished }
            guard new.nominee.kind == category.nomineeKind else {
                throw AwardsRefusal.wrongNominee(category.nomineeKind)
            }
            let statement = try self.statement(new.statement, new.band, category, scheme, state)
            guard scheme.isOpen || state == .draft else { throw AwardsRefusal.notOpen }
            let named = try await nominee(new.nominee, scheme, nominator, actor, work)
            if let before = try await work.transaction.first(
                NominationBefore(
                    category: category.id, nominator: nominator, nominee: named, statement: statement,
                    band: new.band, legalName: try legalName(new.nominee)))
            {
                if begins { throw AwardsRefusal.nominatedAlready }
                if before.state == .draft {
                    let mine = Actor(.person(nominator), channel: actor.channel)
                    if let draft = try await work.transaction.first(NominationToChange(nominator, before.id)) {
                        try await rewrite(draft.key, statement, new.band, state, new.category, mine, work)
                        try await work.audit(
                            actor,
                            [
                                AuditLine(
                                    "nomination.change", "nomination:\(before.id)",
                                    after: .object(["state": state.rawValue]))
                            ])
                        if state == .submitted { try await thank(nominator, for: before.id, actor, work) }
                    }
                    return try await own(before.id, by: nominator, actor, work)
                }
                guard before.statement == statement else { throw already }
                return try await own(before.id, by: nominator, actor, work)
            }
            let id = house.outside.uuid()
            let nominee = if let named { named } else { try await youngPerson(new.nominee, scheme, work) }
            try await meaning(of: [
                "nomination_inside_window": .notOpen, "category_sides_apart": .judgeIsNominee,
                "nomination_one_voice": already,
            ]) {
                if try await work.transaction.first(
                    StandingInCategory(Actor(.person(nominator), channel: actor.channel), new.category))?.judges == true
                {
                    throw AwardsRefusal.ownPanel
                }
                _ = try await work.transaction.run(
                    InsertNomination(
                        publicID: id, scheme: scheme.id, category: category.id, nominee: nominee, nominator: nominator,
                        typedBy: actor.person == nominator ? nil : actor.person, band: new.band, statement: statement,
                        state: state))
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        state == .draft ? "nomination.draft" : "nomination.submit", "nomination:\(id)",
                        onBehalfOf: actor.person == nominator ? nil : nominator,
                        after: .object(["category": category.path, "nominee": "nominee:\(nominee)"]))
                ])
            if state == .submitted { try await thank(nominator, for: id, actor, work) }
            return try await own(id, by: nominator, actor, work)
        }
    }

    /// The actor's own nominations, of one scheme or of all.
    package func ownNominations(scheme: String? = nil, by actor: Actor, in work: Work? = nil) async throws
        -> [Nomination]
    {
        guard actor.person != nil else { throw AccessRefusal.signInFirst }
        return try await house.read(Nominations(actor, scheme: scheme, ownOnly: true), in: work)
    }

    private func own(_ id: UUID, by nominator: ID<Person>, _ actor: Actor, _ work: Work) async throws -> Nomination {
        let reader = Actor(.person(nominator), channel: actor.channel)
        guard let made = try await work.transaction.first(Nominations(reader, id: id, ownOnly: true)) else {
            throw ServiceFailure(.internalError)
        }
        return made
    }

    private func nominator(of new: NewNomination, _ actor: Actor, _ work: Work) async throws -> ID<Person> {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        guard let typed = new.nominator else {
            guard let person = actor.person else { throw AccessRefusal.signInFirst }
            return person
        }
        if let email = try? EmailAddress(typed).text, let id = try await work.people([email])[email],
            id == actor.person
        {
            return id
        }
        try await work.require([.staff], actor, to: "nominate for somebody else")
        let email = try EmailAddress(typed).text
        if try await work.people([email]).isEmpty {
            guard let name = new.nominatorName else { throw AwardsRefusal.unknownNominator(email) }
            try await AccessService(house: house).know(try FreeText.line(name, "their name"), at: email, work)
        }
        guard let id = try await work.people(known: [email], actor).first else {
            throw AccessRefusal.notFound("person")
        }
        return id
    }

    /// The nominee's row; nil for a young person, whose row is made when nothing stands against it.
    func nominee(
        _ entry: NomineeEntry, _ scheme: Scheme, _ nominator: ID<Person>, _ actor: Actor, _ work: Work
    ) async throws -> Int? {
        let person: ID<Person>?
        let team: ID<Team>?
        switch entry {
        case .youngPerson: return nil
        case .team(let name): (person, team) = (nil, try await work.team(name, actor).id)
        case .person(let typed):
            // A guess must not tell those who may not list people who is known.
            let email = try EmailAddress(typed).text
            guard let id = try await work.people([email])[email] else {
                // To others the same sentence as where somebody cannot be nominated: addresses are not to be tried.
                guard try await ProgrammeService(house: house).schedules(actor, in: work) else {
                    throw AwardsRefusal.judgeIsNominee
                }
                throw PeopleRefusal.nothingNamed(kind: "person", name: email, near: [])
            }
            guard id != nominator else { throw AwardsRefusal.nominatesOneself }
            (person, team) = (id, nil)
        }
        guard let key = try await work.transaction.first(EnsureNominee(scheme.id, person: person, team: team)) else {
            throw ServiceFailure(.conflict)
        }
        return key
    }

    private func legalName(_ entry: NomineeEntry) throws -> String? {
        guard case .youngPerson(let typed?) = entry else { return nil }
        return try FreeText.line(typed, "the young person's name", longest: 200)
    }

    private func youngPerson(_ entry: NomineeEntry, _ scheme: Scheme, _ work: Work) async throws -> Int {
        guard case .youngPerson = entry else { throw ServiceFailure(.internalError) }
        let name = try legalName(entry)
        for length in [3, 3, 4, 5] {
            guard
                let key = try await work.transaction.first(
                    InsertYoungNominee(scheme.id, pseudonym: "Nominee \(code(length))"))
            else { continue }
            if let name {
                guard try await work.transaction.first(KeepYoungName(nominee: key, legalName: name)) == true else {
                    throw ServiceFailure(.internalError)
                }
            }
            return key
        }
        throw ServiceFailure(.conflict)
    }
}
