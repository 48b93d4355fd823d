package import Domain
package import Foundation
import Postgres
import Store

/// Legal names, and breaking the glass in front of them.
extension ProtectionService {
    /// The legal name of a young candidate with who gave the consents, for those named for safeguarding. Recorded before it is shown.
    package func name(
        of path: AwardPath, reason: String, by actor: Actor
    ) async throws -> (name: String, givers: [UUID: String]) {
        guard let reader = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.within(nil) { work in
            let reason = try self.reason(reason)
            let found = try await self.found(path, actor, work)
            guard found.isYoung else { throw ProtectionRefusal.notYoung }
            let name = try await read(found.nominee, reason, reader, actor, work)
            let givers = try await work.transaction.run(
                ReadConsentGivers(reader, actor.channel, nominee: found.nominee))
            return (name, Dictionary(givers.map { ($0.id, $0.giver) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    private func read(
        _ nominee: Int, _ reason: String, _ reader: ID<Person>, _ actor: Actor, _ work: Work
    ) async throws -> String {
        let read = try await work.transaction.first(
            ReadYoungName(reader, actor.channel, nominee: nominee, reason: reason))
        guard let name = read ?? nil else { throw ProtectionRefusal.notGranted }
        guard !name.isEmpty else { throw ProtectionRefusal.noName }
        return name
    }

    /// Asks to read a name once; a second person has to grant it.
    package func askForName(
        of path: AwardPath, reason: String, by actor: Actor, in work: Work? = nil
    ) async throws -> UUID {
        try await house.within(work) { work in
            guard let asker = actor.person else { throw AccessRefusal.signInFirst }
            try await work.require([.staff, .admin], actor, to: "ask for a young person's name")
            let reason = try self.reason(reason)
            guard let nominee = try await work.transaction.first(NomineeToAskFor(actor, path)) else {
                throw AccessRefusal.notFound("candidate")
            }
            guard let id = try await work.transaction.first(InsertBreakGlass(nominee, by: asker, reason: reason)) else {
                throw ServiceFailure(.internalError)
            }
            try await work.audit(
                actor, [AuditLine("break_glass.ask", "nominee:\(nominee)", reason: reason)])
            try await tell("Data protection contact", or: [.safeguarding, .admin], .breakGlassAsked, about: id, work)
            return id
        }
    }

    /// Lets whoever asked read the name for 30 minutes. Never one's own wish.
    package func grantName(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            guard let granter = actor.person else { throw AccessRefusal.signInFirst }
            let isAdmin = try await work.transaction.first(ActorHolds(actor, [.admin]))?.allowed ?? false
            let protects = try await work.transaction.first(Protects(granter)) ?? false
            guard isAdmin || protects else { throw AccessRefusal.notAllowed("grant a young person's name") }
            guard let wish = try await work.transaction.first(BreakGlasses(actor, id: id)) else {
                throw AccessRefusal.notFound("request")
            }
            guard !wish.isOwn else { throw ProtectionRefusal.grantsOwn }
            guard try await work.transaction.first(GrantBreakGlass(id, by: granter)) != nil else {
                throw ProtectionRefusal.grantedAlready
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "break_glass.grant", "nominee:\(wish.nominee)",
                        after: .object(["request": id.uuidString.lowercased()]))
                ])
            try await tell("Data protection contact", or: [.safeguarding, .admin], .breakGlassGranted, about: id, work)
        }
    }

    /// The name that one's own granted wish is about, while it is open. Recorded before it is shown.
    package func name(granted id: UUID, by actor: Actor) async throws -> String {
        guard let reader = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.within(nil) { work in
            guard let wish = try await work.transaction.first(BreakGlasses(actor, id: id)), wish.isOwn else {
                throw AccessRefusal.notFound("request")
            }
            return try await read(wish.nominee, wish.reason, reader, actor, work)
        }
    }

    /// One's own wishes; everybody's for those who may grant them.
    package func wishes(by actor: Actor, in work: Work? = nil) async throws -> [BreakGlass] {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        return try await house.read(BreakGlasses(actor), in: work)
    }
}
