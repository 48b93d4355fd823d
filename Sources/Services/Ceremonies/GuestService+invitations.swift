package import Domain
package import Foundation
import Postgres
import Store

/// Invitations: by mail to whoever has an address, answered from it.
extension GuestService {
    /// Writes to everybody on the list who has an address, no invitation yet and no answer.
    ///
    /// - Returns: to how many.
    package func invite(to ceremony: String, by actor: Actor, in work: Work? = nil) async throws -> Int {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            let key = try await lock(ceremony, work)
            try await requireStillToCome(ceremony, actor, work)
            let count =
                try await work.transaction.first(
                    OweInvitations(ceremony: key, uidDomain: house.settings.uidDomain)) ?? 0
            guard count > 0 else { return 0 }
            try await work.audit(
                actor, [AuditLine("guest.invite", "ceremony:\(ceremony)", after: .object(["guests": String(count)]))])
            return count
        }
    }

    /// Writes to one guest once more: the mail was lost, or the address was mended.
    package func inviteAgain(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            guard let found = try await work.transaction.first(LockGuest(id: id)) else {
                throw AccessRefusal.notFound("guest")
            }
            guard !found.hasBegun else { throw GuestRefusal.repliesOver }
            let owed = OweInvitations(
                ceremony: found.ceremony, guest: found.id, uidDomain: house.settings.uidDomain)
            guard try await work.transaction.first(owed) == 1 else { throw GuestRefusal.hasNoAddress }
            try await work.audit(actor, [AuditLine("guest.invite", Self.object(id))])
        }
    }

    private func requireStillToCome(_ ceremony: String, _ actor: Actor, _ work: Work) async throws {
        guard try await !self.ceremony(ceremony, by: actor, in: work).hasBegun else { throw GuestRefusal.repliesOver }
    }

    /// An answer that came otherwise, such as by telephone, written down by staff.
    package func answer(_ id: UUID, coming: Int, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await requireMayChange(actor, work)
            guard let found = try await work.transaction.first(LockGuest(id: id)) else {
                throw AccessRefusal.notFound("guest")
            }
            guard (0...found.party).contains(coming) else { throw GuestRefusal.comingOutOfRange(found.party) }
            try await work.transaction.run(ReplyForGuest(found.id, coming: coming))
            try await work.audit(
                actor, [AuditLine("guest.answer", Self.object(id), after: .object(["coming": String(coming)]))])
        }
    }

    /// What a secret address opens. A wrong one and one whose guest was taken off the list are told alike.
    package func invitation(_ secret: String, in work: Work? = nil) async throws -> Invitation {
        try await open(secret, in: work).invitation
    }

    private func open(_ secret: String, in work: Work?) async throws -> (invitation: Invitation, guest: ID<Guest>) {
        guard let found = try await house.read(InvitationAt(tokenHash: Secrets.hash(secret)), in: work).first else {
            throw AccessRefusal.notFound("invitation")
        }
        return found
    }

    /// A guest's own answer, as often as they like until the ceremony begins; what they need goes with it.
    package func reply(
        _ reply: GuestReply, at secret: String, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let opened = try await open(secret, in: work)
            guard let found = try await work.transaction.first(LockGuest(id: opened.invitation.guest.id)) else {
                throw AccessRefusal.notFound("invitation")
            }
            guard !found.hasBegun else { throw GuestRefusal.repliesOver }
            guard (0...found.party).contains(reply.coming) else { throw GuestRefusal.comingOutOfRange(found.party) }
            try await work.transaction.run(ReplyForGuest(found.id, coming: reply.coming))
            // Whoever stays away needs nothing.
            try await keep([(found.id, reply.coming == 0 ? GuestNeeds() : reply.needs)], work)
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "guest.reply", Self.object(opened.invitation.guest.id),
                        after: .object(["coming": String(reply.coming)]))
                ])
        }
    }

    // MARK: By itself

    /// Reminds guests of ceremonies that are near, and deletes what was needed at those that are a week past.
    ///
    /// - Returns: what was done, in words; nil for nothing.
    func keepHouse() async throws -> String? {
        let domain = house.settings.uidDomain
        let (reminded, forgotten) = try await house.transaction(dryRun: false) { work in
            let reminded = try await work.transaction.first(OweReminders(uidDomain: domain)) ?? 0
            let forgotten = try await work.transaction.first(ForgetGuestNeeds()) ?? 0
            if forgotten > 0 {
                try await work.audit(
                    Actor(.system, channel: .worker),
                    [AuditLine("guest.forget_needs", "guests", after: .object(["guests": String(forgotten)]))])
            }
            return (reminded, forgotten)
        }
        let done = [
            reminded == 0 ? nil : "\(reminded) \(reminded == 1 ? "guest" : "guests") reminded",
            forgotten == 0 ? nil : "what \(forgotten) \(forgotten == 1 ? "guest" : "guests") needed deleted",
        ].compactMap(\.self)
        return done.isEmpty ? nil : done.joined(separator: ", ")
    }

    /// What a mail to a guest says, with a secret address of its own that is kept as a hash before it goes out. Nil: no longer so.
    func letter(_ template: MessageTemplate, about id: UUID) async throws -> Letter? {
        guard let found = try await house.read(GuestForMessage(id: id)).first else { return nil }
        let (ceremony, guest) = (found.invitation.ceremony, found.invitation.guest)
        guard !ceremony.hasBegun, template == .guestInvited || guest.coming != 0 else { return nil }
        let secret = house.outside.secret()
        try await house.transaction(dryRun: false) { work in
            _ = try await work.transaction.run(
                InsertGuestAddress(tokenHash: Secrets.hash(secret), guest: found.guest))
        }
        return .guest(template, found.invitation, address: "\(house.settings.baseURL)/invitations/\(secret)")
    }
}
