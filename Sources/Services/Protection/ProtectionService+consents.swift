package import Domain
package import Foundation
import Postgres
import Store

/// What may be shown of a young person, where, and who said so.
extension ProtectionService {
    /// Records an answer. It acts from this moment.
    package func record(
        _ consent: NewConsent, of path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws -> UUID {
        try await house.within(work) { work in
            var consent = consent
            consent.giver = try FreeText.line(consent.giver, "who gave the answer")
            let found = try await young(path, actor, work)
            guard let id = try await work.transaction.first(InsertConsent(found.nominee, consent, by: actor.person))
            else { throw ServiceFailure(.internalError) }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "consent.record", "nominee:\(found.nominee)",
                        after: .object([
                            "consent": id.uuidString.lowercased(), "use": consent.use.rawValue,
                            "channel": consent.channel.rawValue, "agrees": String(consent.agrees),
                            "capacity": consent.capacity.rawValue,
                        ]))
                ])
            try await CeremonyService(house: house).tellPrinters(of: found.nominee, work)
            return id
        }
    }

    /// Withdraws an answer: from the next request on nothing rests on it.
    package func withdraw(_ id: UUID, of path: AwardPath, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            let found = try await young(path, actor, work)
            let answers = try await work.transaction.run(ConsentsOfNominee(found.nominee))
            guard answers.contains(where: { $0.id == id }) else { throw AccessRefusal.notFound("consent") }
            guard try await work.transaction.first(WithdrawConsent(found.nominee, id)) != nil else {
                throw ProtectionRefusal.withdrawnAlready
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "consent.withdraw", "nominee:\(found.nominee)",
                        after: .object(["consent": id.uuidString.lowercased()]))
                ])
            try await CeremonyService(house: house).tellPrinters(of: found.nominee, work)
        }
    }

    private func young(_ path: AwardPath, _ actor: Actor, _ work: Work) async throws -> ProtectedCandidate {
        let found = try await self.found(path, actor, work)
        guard found.isYoung else { throw ProtectionRefusal.notYoung }
        return found
    }
}
