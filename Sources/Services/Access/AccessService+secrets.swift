package import Domain
package import Foundation
import Postgres
import Store

/// The secrets that people hold, for admins.
extension AccessService {
    /// The API tokens and calendar addresses that work, of one person or of all.
    package func secretsInUse(of person: UUID? = nil, by actor: Actor) async throws -> [SecretInUse] {
        try await require([.admin], actor, to: "see who holds tokens")
        return try await house.read(SecretsInUse(actor, person: person))
    }

    /// Ends somebody's secret calendar address.
    package func revokeCalendarAddress(of person: Person, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "end somebody's calendar address")
            try await work.transaction.run(RevokeCalendarAddress(person: person.id))
            try await work.audit(
                actor, [AuditLine("calendar_address.revoke", "person:\(person.id)", onBehalfOf: person.id)])
        }
    }
}
