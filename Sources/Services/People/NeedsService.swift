package import Domain
import Foundation
import Postgres
import Store

/// What people need to take part, told once and used by every session that they are booked on. The audit says that somebody
/// told, changed or took it back, never what.
package struct NeedsService: Sendable {
    let house: House

    /// What whoever asks has told; nil: nothing.
    package func mine(by actor: Actor, in work: Work? = nil) async throws -> Needs? {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.read(NeedsOfPerson(person), in: work).first
    }

    /// Tells, or changes what was told; nothing at all takes it back.
    package func tell(_ needs: Needs, by actor: Actor, in work: Work? = nil) async throws {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        try await house.within(work) { work in
            var needs = needs
            needs.other = try FreeText.prose(needs.other, "what else you need", longest: 500)
            let before = try await work.transaction.first(NeedsOfPerson(person))
            guard needs != before ?? Needs() else { return }
            if needs.isEmpty {
                try await work.transaction.run(ForgetNeeds(person))
            } else {
                try await work.transaction.run(TellNeeds(person, needs))
            }
            try await work.audit(
                actor, [AuditLine(needs.isEmpty ? "needs.take_back" : "needs.tell", "person:\(person)")])
        }
    }

    /// What those need who have a place: for staff all of it by name, for those who lead the session, in the days around it,
    /// how many need what, and by name who agreed to that. Administrators as such do not read it.
    package func of(_ reference: String, by actor: Actor) async throws -> SessionNeeds {
        // What does not exist for somebody is not found, rather than forbidden.
        let session = try await ProgrammeService(house: house).session(reference, by: actor)
        guard actor.kind != .visitor else { throw AccessRefusal.signInFirst }
        guard let may = try await house.read(MayReadNeeds(actor, reference: session.reference)).first else {
            throw AccessRefusal.notFound("session")
        }
        guard may.isStaff || may.leads else { throw AccessRefusal.notAllowed("see what people need") }
        guard may.isStaff || may.isTime else {
            throw AccessRefusal.notAllowed("see what people need until seven days before the session")
        }
        let all = try await house.read(NeedsOfSession(actor, reference: session.reference))
        return SessionNeeds(all) { may.isStaff || $0.needs.isShared }
    }
}

extension Services {
    package var needs: NeedsService { NeedsService(house: house) }
}
