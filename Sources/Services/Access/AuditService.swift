package import Domain
package import Store

/// Reading the audit: all of it for admins, the operational part for staff, one's own for everybody else.
package struct AuditService: Sendable {
    let house: House

    package func tail(last: Int = 20, by actor: Actor, in work: Work? = nil) async throws -> [AuditRecord] {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        return try await house.read(AuditTail(actor, last: min(max(last, 1), 1000)), in: work)
    }
}
