package import Domain
import Foundation
import Postgres
import Store

/// Ceremonies: planned, compiled from frozen results, rehearsed and held.
package struct CeremonyService: Sendable {
    let house: House

    /// The ceremonies that the actor may see, the latest first: all for those who run them, for their crew their own.
    package func ceremonies(by actor: Actor, in work: Work? = nil) async throws -> [Ceremony] {
        try await house.read(Ceremonies(actor), in: work)
    }

    package func ceremony(_ slug: String, by actor: Actor, in work: Work? = nil) async throws -> Ceremony {
        guard let found = try await house.read(Ceremonies(actor, slug: slug.lowercased()), in: work).first else {
            throw AccessRefusal.notFound("ceremony")
        }
        return found
    }

    package func add(_ new: NewCeremony, by actor: Actor, in work: Work? = nil) async throws -> Ceremony {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "plan ceremonies")
            guard Slug.isSlug(new.slug) else { throw AwardsRefusal.slugMalformed(String(new.slug.prefix(80))) }
            var new = try checked(new)
            let room = try await work.room(new.room, actor)
            let known = try await work.transaction.run(Schemes(actor))
            new.schemes = try new.schemes.map { typed in
                try NameMatch.find(
                    typed.lowercased(), kind: "scheme", among: known.map { ($0.slug, $0.slug) },
                    prefixes: actor.channel == .console)
            }
            guard !new.schemes.isEmpty, Set(new.schemes).count == new.schemes.count else {
                throw CeremonyRefusal.noSchemes
            }
            let planned = new
            _ = try await meaning(of: ["ceremony_slug_once": .slugTaken(new.slug)]) {
                try await work.transaction.run(InsertCeremony(planned, room: room.id, by: actor.person))
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "ceremony.add", "ceremony:\(new.slug)",
                        after: .object([
                            "title": new.title, "room": room.printed, "starts_at": London.rfc3339(new.startsAt),
                            "schemes": new.schemes.joined(separator: ";"),
                        ]))
                ])
            return try await ceremony(new.slug, by: actor, in: work)
        }
    }

    /// Changes title, room and times; the schemes stay.
    package func change(
        _ slug: String, to new: NewCeremony, by actor: Actor, in work: Work? = nil
    ) async throws -> Ceremony {
        try await house.within(work) { work in
            let before = try await run(slug, actor, work)
            let new = try checked(new)
            let room = try await work.room(new.room, actor)
            try await work.transaction.run(UpdateCeremony(before.id, new, room: room.id))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "ceremony.change", "ceremony:\(before.slug)",
                        before: .object([
                            "title": before.title, "room": before.room, "starts_at": London.rfc3339(before.startsAt),
                        ]),
                        after: .object([
                            "title": new.title, "room": room.printed, "starts_at": London.rfc3339(new.startsAt),
                        ]))
                ])
            return try await ceremony(before.slug, by: actor, in: work)
        }
    }

    private func checked(_ typed: NewCeremony) throws -> NewCeremony {
        var new = typed
        new.title = try FreeText.line(typed.title, "a title")
        if let finish = new.finishAt, finish <= new.startsAt || finish.timeIntervalSince(new.startsAt) > 43_200 {
            throw CeremonyRefusal.endsBeforeStart
        }
        if let doors = new.doorsAt, doors > new.startsAt || new.startsAt.timeIntervalSince(doors) > 43_200 {
            throw CeremonyRefusal.doorsAfterStart
        }
        return new
    }

    // MARK: Crew

    package func crew(of slug: String, by actor: Actor, in work: Work? = nil) async throws -> [CrewMember] {
        let ceremony = try await ceremony(slug, by: actor, in: work)
        return try await house.read(CrewOfCeremony(ceremony.id), in: work)
    }

    /// Gives somebody a part. Presenter and stage manager replace whoever was, and what those had confirmed is taken back.
    package func appoint(
        _ email: String, _ part: CrewPart, of slug: String, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let ceremony = try await run(slug, actor, work)
            guard let person = try await work.people(known: [email], actor).first else {
                throw TextProblem.missing("an address")
            }
            if part.confirms { try await work.transaction.run(ClearCrew(ceremony.id, part)) }
            try await meaning(of: ["ceremony_crew_two_people": .onePersonTwice]) {
                _ = try await work.transaction.run(InsertCrew(ceremony.id, part, person))
            }
            try await changed(
                "ceremony.appoint", ceremony, ["part": part.rawValue, "person": "\(person)"], actor, work)
        }
    }

    package func dismiss(
        _ email: String, _ part: CrewPart, of slug: String, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let ceremony = try await run(slug, actor, work)
            guard let person = try await work.people(known: [email], actor).first else {
                throw TextProblem.missing("an address")
            }
            try await work.transaction.run(ClearCrew(ceremony.id, part, person: person))
            try await changed(
                "ceremony.dismiss", ceremony, ["part": part.rawValue, "person": "\(person)"], actor, work)
        }
    }

    // MARK: Shared

    /// The ceremony, locked, for those who run ceremonies.
    func run(_ slug: String, _ actor: Actor, _ work: Work) async throws -> Ceremony {
        try await work.require([.staff, .admin], actor, to: "plan ceremonies")
        return try await locked(slug, actor, work)
    }

    /// The ceremony, locked, for whoever may see it.
    func locked(_ slug: String, _ actor: Actor, _ work: Work) async throws -> Ceremony {
        let found = try await ceremony(slug, by: actor, in: work)
        guard let ceremony = try await work.transaction.first(LockCeremony(found.id)) else {
            throw AccessRefusal.notFound("ceremony")
        }
        return ceremony
    }

    /// Records a change, and tells the screens that something of the ceremony is another now.
    func changed(
        _ action: String, _ ceremony: Ceremony, _ after: [String: String?], _ actor: Actor, _ work: Work
    ) async throws {
        try await work.transaction.run(StepSequence(ceremony.id))
        try await work.audit(actor, [AuditLine(action, "ceremony:\(ceremony.slug)", after: .object(after))])
    }

    @discardableResult
    func meaning<Answer: Sendable>(
        of rules: [String: CeremonyRefusal], _ body: () async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await body()
        } catch let error as PostgresError {
            if let rule = error.constraint, let refusal = rules[rule] { throw refusal }
            throw error
        }
    }
}
