package import Domain
import Postgres
import Store

/// Being asked to judge, and what comes on paper.
extension AwardsService {
    /// The seats that the actor was asked to take, those first that wait for an answer.
    package func invitations(of actor: Actor) async throws -> [PanelInvitation] {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.read(PanelInvitations(of: person))
    }

    /// Takes a seat on its terms, or declines it. Who declines is to score nobody there any more; while a round is open
    /// what was shared out stays theirs, as they may think again and nobody could share it out anew.
    package func answer(
        _ path: AwardPath, accepts: Bool, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            guard let person = actor.person else { throw AccessRefusal.signInFirst }
            let scheme = try await work.transaction.first(LockScheme(path.scheme))
            guard let scheme,
                let panel = try await work.transaction.first(
                    AnswerInvitation(person, path, accepts ? .accepted : .declined))
            else { throw AwardsRefusal.noInvitation }
            let isOpen = try await work.transaction.first(RoundsThatAreOpen(scheme.id)) ?? 0 > 0
            if !accepts, !isOpen, try await work.transaction.first(BallotsOfMember(panel, person)) == 0 {
                try await work.transaction.run(DeleteAssignmentsOfMember(panel, person))
            }
            try await work.audit(
                actor,
                [AuditLine(accepts ? "panel.accept" : "panel.decline", "panel:\(path.scheme)/\(path.part)")])
        }
    }

    /// Keeps that a member accepted on paper, for those who judge without a screen.
    package func acceptOnPaper(
        _ email: String, on path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let (scheme, panel) = try await panelToChange(path, actor, work)
            guard let person = try await work.people(known: [email], actor).first,
                try await work.transaction.first(AnswerOnPaper(panel, person)) != nil
            else { throw AccessRefusal.notFound("member") }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "panel.accept", "panel:\(scheme.slug)/\(path.part)", onBehalfOf: person,
                        after: .object(["how": "paper"]))
                ])
        }
    }

    /// The ballots of open rounds that may come on paper.
    package func papersDue(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> [PaperDue] {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "type ballots in")
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            return try await work.transaction.run(PapersDue(actor, scheme: scheme.slug))
        }
    }
}
