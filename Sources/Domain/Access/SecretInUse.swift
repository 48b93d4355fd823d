package import Foundation

/// A secret that somebody holds: an API token or a calendar address. The secret itself is not kept.
package struct SecretInUse: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case token
        case calendar
    }

    package let kind: Kind
    /// What a token is revoked by.
    package let number: Int
    package let person: UUID
    package let name: String
    package let email: String
    package let madeAt: Date
    package let usedAt: Date?

    package init(kind: Kind, number: Int, person: UUID, name: String, email: String, madeAt: Date, usedAt: Date?) {
        self.kind = kind
        self.number = number
        self.person = person
        self.name = name
        self.email = email
        self.madeAt = madeAt
        self.usedAt = usedAt
    }
}
