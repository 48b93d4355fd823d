package import Domain
import Postgres
import Store

/// What judges wrote for the panel, and what they take back.
extension AwardsService {
    /// The judges' comments on a candidate, for whoever leads the award after the round; nothing for anybody else.
    package func comments(on candidate: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> [PanelComment]
    {
        guard let person = actor.person, candidate.code != nil else { return [] }
        return try await house.read(PanelComments(for: person, candidate), in: work)
    }

    /// A judge who pressed "I know this person" by mistake has the candidate back.
    package func takeBackConflict(_ candidate: AwardPath, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            guard let judge = actor.person else { throw AccessRefusal.signInFirst }
            guard let found = try await work.transaction.first(TakeBackConflict(judge, candidate)) else {
                throw AwardsRefusal.notAssigned
            }
            guard found.isDone else { throw AwardsRefusal.conflictStays }
            try await work.audit(actor, [AuditLine("conflict.take_back", "candidate:\(found.candidate)")])
        }
    }
}
