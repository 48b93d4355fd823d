package import Domain
package import Foundation
import Store

/// An audit entry as the console shows it.
package struct AuditLineShown: Sendable, Equatable {
    package let id: Int
    package let at: Date
    /// An address, or what kind of actor it was.
    package let actor: String
    package let osUser: String?
    package let channel: String
    package let action: String
    package let object: String
    package let before: String?
    package let after: String?
    package let reason: String?
}

extension AuditService {
    /// The newest entries that the actor may read, newest first.
    package func newest(_ last: Int, by actor: Actor, in work: Work? = nil) async throws -> [AuditLineShown] {
        try await tail(last: last, by: actor, in: work).map {
            AuditLineShown(
                id: $0.id, at: $0.at, actor: $0.actorEmail ?? $0.actorKind, osUser: $0.osUser, channel: $0.channel,
                action: $0.action,
                object: $0.object, before: $0.before, after: $0.after, reason: $0.reason)
        }
    }
}
