package import Domain
package import Foundation
import Postgres
import Store

/// Screening: what staff do with nominations.
extension AwardsService {
    package func nominations(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> [Nomination] {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "see nominations")
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            return try await work.transaction.run(Nominations(actor, scheme: scheme.slug))
        }
    }

    package func nomination(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> Nomination {
        guard let found = try await house.read(Nominations(actor, id: id), in: work).first else {
            throw AccessRefusal.notFound("nomination")
        }
        return found
    }

    /// Takes a nomination to the panel: its nominee becomes a candidate, or has one voice more.
    ///
    /// - Parameter band: the candidate's, where the nominator did not say.
    package func accept(_ id: UUID, band: String? = nil, by actor: Actor, in work: Work? = nil) async throws
        -> Nomination
    {
        try await house.within(work) { work in
            let found = try await screened(id, actor, work)
            guard found.state == .submitted else { throw AwardsRefusal.decidedAlready }
            let candidate = try await candidate(for: found, band: found.band ?? band, work)
            try await work.transaction.run(MoveNomination(found.key, .accepted, candidate: candidate))
            try await suggest(found.scheme, actor, work)
            try await work.audit(actor, [AuditLine("nomination.accept", "nomination:\(id)")])
            return try await nomination(id, by: actor, in: work)
        }
    }

    /// Turns a nomination away with a reason. A candidate without another voice no longer stands.
    package func ineligible(_ id: UUID, reason: String, by actor: Actor, in work: Work? = nil) async throws
        -> Nomination
    {
        try await house.within(work) { work in
            let reason = try self.reason(reason)
            let found = try await screened(id, actor, work)
            guard found.state == .submitted || found.state == .accepted else { throw AwardsRefusal.decidedAlready }
            try await work.transaction.run(MoveNomination(found.key, .ineligible, reason: reason))
            if let candidate = found.candidate { try await work.transaction.run(RetireCandidates([candidate])) }
            try await work.audit(actor, [AuditLine("nomination.ineligible", "nomination:\(id)")])
            return try await nomination(id, by: actor, in: work)
        }
    }

    /// Takes a nomination out, by who handed it in or on behalf of them. A candidate without another voice no longer stands.
    package func withdraw(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> Nomination {
        try await house.within(work) { work in
            let found = try await screened(id, actor, work)
            guard found.state == .submitted || found.state == .accepted else { throw AwardsRefusal.decidedAlready }
            try await work.transaction.run(MoveNomination(found.key, .withdrawn))
            if let candidate = found.candidate { try await work.transaction.run(RetireCandidates([candidate])) }
            try await removeAllEvidence(of: found.key, id, actor, work)
            try await work.audit(actor, [AuditLine("nomination.withdraw", "nomination:\(id)")])
            return try await nomination(id, by: actor, in: work)
        }
    }

    /// Puts a nomination that was turned away back among those to screen.
    package func reconsider(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> Nomination {
        try await house.within(work) { work in
            let found = try await screened(id, actor, work)
            guard found.state == .ineligible else { throw AwardsRefusal.decidedAlready }
            try await meaning(of: ["nomination_one_voice": .nominatedAlready]) {
                try await work.transaction.run(MoveNomination(found.key, .submitted))
            }
            try await work.audit(actor, [AuditLine("nomination.reconsider", "nomination:\(id)")])
            return try await nomination(id, by: actor, in: work)
        }
    }

    /// Several nominations are for one and the same nominee: the first one's.
    ///
    /// - Parameter isSure: although they are known as two people or two teams.
    package func merge(
        _ ids: [UUID], isSure: Bool = false, by actor: Actor, in work: Work? = nil
    ) async throws -> [Nomination] {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "merge nominations")
            guard let into = ids.first, Set(ids).count == ids.count, ids.count > 1 else {
                throw AwardsRefusal.mergesOneself
            }
            let found = try await work.transaction.run(NominationsToScreen(actor, ids))
            guard found.count == ids.count, let first = found.first(where: { $0.id == into }) else {
                throw AccessRefusal.notFound("nomination")
            }
            let others = found.filter { $0.id != into }
            guard found.allSatisfy({ $0.category == first.category }) else { throw AwardsRefusal.differentCategories }
            guard others.allSatisfy({ $0.nominee != first.nominee }) else { throw AwardsRefusal.mergesOneself }
            guard found.allSatisfy({ $0.state == .submitted || $0.state == .accepted }) else {
                throw AwardsRefusal.decidedAlready
            }
            if first.isKnown, let other = others.first(where: \.isKnown), !isSure {
                throw AwardsRefusal.mergesTwoKnown(
                    try await known(first.id, actor, work), try await known(other.id, actor, work))
            }
            let scheme = try await locked(first.scheme, actor, work)
            guard scheme.state == .published else { throw AwardsRefusal.isFrozen }
            var candidate = first.candidate
            if candidate == nil, others.contains(where: { $0.state == .accepted }) {
                candidate = try await self.candidate(
                    for: first, band: first.band ?? others.compactMap(\.band).first, work)
            }
            try await meaning(of: ["category_sides_apart": .judgeIsNominee]) {
                try await work.transaction.run(
                    FoldNominations(others.map(\.key), into: first.nominee, candidate: candidate))
            }
            if let candidate {
                try await work.transaction.run(
                    RetireCandidates(others.compactMap(\.candidate).filter { $0 != candidate }, into: candidate))
                if first.state == .submitted {
                    try await work.transaction.run(MoveNomination(first.key, .accepted, candidate: candidate))
                }
            }
            try await suggest(first.scheme, actor, work)
            try await work.audit(
                actor,
                others.map {
                    AuditLine(
                        "nomination.merge", "nomination:\($0.id)",
                        before: .object(["nominee": "nominee:\($0.nominee)"]),
                        after: .object(["nominee": "nominee:\(first.nominee)"]))
                })
            var merged: [Nomination] = []
            for id in ids { merged.append(try await nomination(id, by: actor, in: work)) }
            return merged
        }
    }

    /// A nominee's name, and the address that tells them from others of that name.
    private func known(_ id: UUID, _ actor: Actor, _ work: Work) async throws -> String {
        let found = try await nomination(id, by: actor, in: work)
        return found.nominee == found.nomineeName ? found.nomineeName : "\(found.nomineeName) (\(found.nominee))"
    }

    /// The candidates of a category that the actor may see.
    package func candidates(of path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> [Candidate] {
        try await house.within(work) { work in
            if actor.kind == .visitor { throw AccessRefusal.signInFirst }
            let category = try await category(path, by: actor, in: work)
            let path = AwardPath(scheme: category.scheme, part: category.slug)
            guard let standing = try await work.transaction.first(StandingInCategory(actor, path)),
                standing.readsNominations || standing.judges
            else { throw AccessRefusal.notAllowed("see who was nominated") }
            return try await work.transaction.run(Candidates(actor, path))
        }
    }

    func screened(
        _ id: UUID, _ actor: Actor, _ work: Work
    ) async throws -> NominationsToScreen.Found {
        try await work.require([.staff], actor, to: "screen nominations")
        guard let found = try await work.transaction.first(NominationsToScreen(actor, [id])) else {
            throw AccessRefusal.notFound("nomination")
        }
        let scheme = try await locked(found.scheme, actor, work)
        guard scheme.state == .published else { throw AwardsRefusal.isFrozen }
        return found
    }

    private func candidate(
        for found: NominationsToScreen.Found, band: String?, _ work: Work
    ) async throws -> ID<Candidate> {
        if let standing = try await work.transaction.first(
            StandingCandidate(found.category, nominee: found.nominee))
        {
            return standing.id
        }
        guard try await work.transaction.first(RoundHasBegun(found.category)) != true else {
            throw AwardsRefusal.tooLateToStand
        }
        if let most = try await work.transaction.first(LockScheme(found.scheme))?.mostAwards {
            let others = try await work.transaction.first(AwardsOfNominee(found.nominee, but: found.category)) ?? 0
            guard others < most else { throw AwardsRefusal.standsEnough(most) }
        }
        for _ in 1...8 {
            if let made = try await work.transaction.first(
                InsertCandidate(found.category, nominee: found.nominee, code: code(4), band: band))
            {
                return made
            }
        }
        throw ServiceFailure(.conflict)
    }

    func suggest(_ scheme: String, _ actor: Actor, _ work: Work) async throws {
        guard let found = try await work.transaction.first(LockScheme(scheme)) else { return }
        try await work.transaction.run(SuggestConflicts(found.id))
    }
}
