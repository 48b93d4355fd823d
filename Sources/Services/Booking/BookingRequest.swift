import Domain
import Foundation

/// A request for one place, with everything resolved that needs no lock.
struct BookingRequest: Sendable {
    let session: ID<Session>
    let reference: String
    let person: ID<Person>
    let email: String
    let actor: Actor
    let reason: String?
    let key: String?
    /// What a repeated key is compared by.
    let requestHash: [UInt8]
    /// Made beforehand, so that after a lost answer it can be looked up.
    let id: UUID

    var actorKey: Int { actor.person?.rawValue ?? 0 }
}
