package import Domain
package import Foundation
import Postgres
import Store

/// Sessions offered by whoever was invited to: from a secret address, without an account, into the draft or declined.
package struct ProposalService: Sendable {
    let house: House

    /// Makes the secret address at which sessions can be offered for an event until the end of a day; the one before ends.
    ///
    /// - Returns: the secret, kept only as a hash here.
    package func invite(
        to event: String, closingOn day: Day, today: Day, by actor: Actor, in work: Work? = nil
    ) async throws -> String {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "invite people to offer sessions")
            guard day >= today else { throw ProposalRefusal.closesInThePast(day) }
            let found = try await ProgrammeService(house: house).lockedEvent(event, actor, work)
            guard found.state != .archived, found.state != .closed else { throw ProgrammeRefusal.eventNotOpen(event) }
            let secret = house.outside.secret()
            _ = try await work.transaction.run(
                EndProposalInvitation(event: found.id),
                InsertProposalInvitation(
                    event: found.id, tokenHash: Secrets.hash(secret), closesOn: day, madeBy: actor.person))
            try await work.audit(
                actor, [AuditLine("proposal.invite", "event:\(event)", after: .object(["closes_on": day.iso]))])
            return secret
        }
    }

    /// Ends the address: whoever opens it is told to ask for a new one.
    package func endInvitation(to event: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "end an invitation to offer sessions")
            let found = try await ProgrammeService(house: house).lockedEvent(event, actor, work)
            try await work.transaction.run(EndProposalInvitation(event: found.id))
            try await work.audit(actor, [AuditLine("proposal.end_invitation", "event:\(event)")])
        }
    }

    /// Until when sessions can be offered for an event; nil when they cannot.
    package func closingDay(of event: String, by actor: Actor) async throws -> Day? {
        try await house.read(ProposalInvitationOfEvent(actor, event: event)).first
    }

    /// What a secret address invites to. A wrong, an ended and a late one are told alike.
    package func invitation(_ secret: String, in work: Work? = nil) async throws -> ProposalInvitation {
        try await open(secret, in: work).invitation
    }

    private func open(_ secret: String, in work: Work?) async throws -> OpenProposalInvitation.Found {
        guard let found = try await house.read(OpenProposalInvitation(tokenHash: Secrets.hash(secret)), in: work).first
        else { throw ProposalRefusal.invitationOver }
        return found
    }

    /// Takes an offer from whoever holds the address.
    package func propose(
        _ content: ProposalContent, invitation secret: String, by actor: Actor, in work: Work? = nil
    ) async throws -> UUID {
        try await house.within(work) { work in
            let found = try await open(secret, in: work)
            let id = house.outside.uuid()
            try await work.transaction.run(
                InsertProposal(publicID: id, event: found.event, invitation: found.id, content: content))
            try await work.audit(actor, [AuditLine("proposal.make", "proposal:\(id)")])
            return id
        }
    }

    /// What was offered for an event, what waits for a decision first.
    package func proposals(for event: String, by actor: Actor, in work: Work? = nil) async throws -> [Proposal] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "see what was offered")
            return try await work.transaction.run(Proposals(actor, event: event))
        }
    }

    package func proposal(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> Proposal {
        guard let found = try await house.read(Proposals(actor, id: id), in: work).first else {
            throw AccessRefusal.notFound("offer")
        }
        return found
    }

    /// Takes an offer into the draft as a session without a time. Whoever offered leads it, if the centre knows their address.
    package func accept(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> Session {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "take offers into the draft")
            let proposal = try await proposal(id, by: actor, in: work)
            guard proposal.state == .new else { throw ProposalRefusal.decidedAlready }
            let content = proposal.content
            let known = try await work.people([content.email])
            let session = try await ProgrammeService(house: house).addSession(
                NewSession(
                    event: proposal.event, title: content.title, description: content.description,
                    minutes: content.minutes, capacity: content.size,
                    facilitators: known.isEmpty ? [] : [content.email]),
                by: actor, in: work)
            let decided = DecideProposal(id, .accepted, session: session.reference, by: actor.person)
            guard try await work.transaction.first(decided) != nil else { throw ProposalRefusal.decidedAlready }
            try await work.audit(
                actor,
                [AuditLine("proposal.accept", "proposal:\(id)", after: .object(["session": session.reference]))])
            return session
        }
    }

    package func decline(_ id: UUID, reason: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "decline offers")
            guard !reason.allSatisfy(\.isWhitespace) else { throw ProposalRefusal.reasonMissing }
            let reason = try FreeText.line(reason, "a reason", longest: 500)
            _ = try await proposal(id, by: actor, in: work)
            let decided = DecideProposal(id, .declined, reason: reason, by: actor.person)
            guard try await work.transaction.first(decided) != nil else { throw ProposalRefusal.decidedAlready }
            try await work.audit(actor, [AuditLine("proposal.decline", "proposal:\(id)", reason: reason)])
        }
    }
}
