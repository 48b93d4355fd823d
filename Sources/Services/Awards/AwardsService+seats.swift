package import Domain
import Postgres
import Store

/// Changing panels before anybody has begun to score, and conflicts that are imposed.
extension AwardsService {
    /// Takes somebody off a panel who has begun no ballot there.
    package func removeMember(
        _ email: String, from path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let (scheme, panel) = try await panelToChange(path, actor, work)
            guard let person = try await work.people(known: [email], actor).first else {
                throw AccessRefusal.notFound("person")
            }
            guard try await work.transaction.first(BallotsOfMember(panel, person)) == 0 else {
                throw AwardsRefusal.hasBallots
            }
            try await work.transaction.run(DeleteAssignmentsOfMember(panel, person))
            guard let part = try await work.transaction.first(DeletePanelMember(panel, person)) else {
                throw AccessRefusal.notFound("member")
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "panel.remove", "panel:\(scheme.slug)/\(path.part)",
                        before: .object(["judge": "person:\(person)", "part": part.rawValue]))
                ])
        }
    }

    /// Gives a panel a category that no other panel judges.
    package func giveCategory(
        _ category: String, to path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let (scheme, panel) = try await panelToChange(path, actor, work)
            let found = try await self.category(
                AwardPath(scheme: scheme.slug, part: category), by: actor, in: work)
            try await meaning(of: ["category_sides_apart": .judgeStandsInCategory]) {
                guard try await !work.transaction.run(InsertPanelCategories(panel, [found.slug])).isEmpty else {
                    throw AwardsRefusal.judgedElsewhere(found.title)
                }
            }
            try await work.transaction.run(SuggestConflicts(scheme.id))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "panel.category", "panel:\(scheme.slug)/\(path.part)",
                        after: .object(["category": found.slug]))
                ])
        }
    }

    /// Takes a category from a panel, while no ballot of it has been begun.
    package func takeCategory(
        _ category: String, from path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let (scheme, panel) = try await panelToChange(path, actor, work)
            let found = try await self.category(
                AwardPath(scheme: scheme.slug, part: category), by: actor, in: work)
            guard try await work.transaction.first(BallotsOfCategory(found.id)) == 0 else {
                throw AwardsRefusal.hasBallots
            }
            try await work.transaction.run(DeleteAssignmentsOfCategory(found.id))
            guard try await work.transaction.first(DeletePanelCategory(panel, found.id)) != nil else {
                throw AccessRefusal.notFound("category")
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "panel.category", "panel:\(scheme.slug)/\(path.part)",
                        before: .object(["category": found.slug]))
                ])
        }
    }

    func panelToChange(
        _ path: AwardPath, _ actor: Actor, _ work: Work
    ) async throws -> (scheme: Scheme, panel: Int) {
        try await work.require([.staff, .admin], actor, to: "set up panels")
        let scheme = try await locked(path.scheme, actor, work)
        guard scheme.state != .frozen else { throw AwardsRefusal.isFrozen }
        guard let panel = try await work.transaction.first(PanelKey(AwardPath(scheme: scheme.slug, part: path.part)))
        else { throw AccessRefusal.notFound("panel") }
        return (scheme, panel.panel)
    }

    /// Says for a judge that they have a conflict with a candidate. A ballot of theirs no longer counts.
    package func imposeConflict(
        _ candidate: AwardPath, judge email: String, reason: String, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            if actor.kind == .visitor { throw AccessRefusal.signInFirst }
            let reason = try self.reason(reason)
            let email = try EmailAddress(email).text
            guard let found = try await work.transaction.first(CandidateToImpose(actor, candidate, judge: email)) else {
                throw AwardsRefusal.notAssigned
            }
            guard found.scheme == .published else { throw AwardsRefusal.isFrozen }
            var after = ["judge": "person:\(found.judge)"]
            if let voided = try await work.transaction.first(
                VoidBallot(found.candidate, found.judge, reason: "A conflict was imposed"))
            {
                try await work.transaction.run(DeleteVoidedBallot(voided.ballot))
                after["voided"] = voided.wasSubmitted ? "a ballot that had been handed in" : "a draft"
            }
            try await work.transaction.run(
                DeclareConflict(found.candidate, found.judge, kind: .imposed, reason: reason))
            try await work.audit(
                actor, [AuditLine("conflict.impose", "candidate:\(found.candidate)", after: .object(after))])
        }
    }
}
