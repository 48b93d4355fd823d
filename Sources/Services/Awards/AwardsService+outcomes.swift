package import Domain
package import Foundation
import Postgres
import Store

/// What becomes of a nomination, for those who wrote it and for those who were honoured, by one rule: after the embargo nominators are
/// told that there is something to read, and read it signed in; people who were honoured are told that they were. Who was nominated and
/// not placed hears nothing, and young people are told in person by those who know them.
extension AwardsService {
    /// Nil before the embargo has ended, and where there is nothing to tell.
    package func outcome(ofOwn nomination: UUID, by actor: Actor, in work: Work? = nil) async throws -> DecisionOutcome?
    {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.read(OutcomeOfOwn(person, nomination), in: work).first
    }

    /// The slugs of the schemes whose roll of honour is public.
    package func rolls(in work: Work? = nil) async throws -> Set<String> {
        Set(try await house.read(SchemesWithRoll(), in: work))
    }

    /// - Returns: how many messages are owed that were not before.
    func tellOutcomes() async throws -> Int {
        try await house.transaction(dryRun: false) { work in
            try await work.transaction.run(InsertOutcomeNotices(domain: house.settings.uidDomain)).count
        }
    }
}
