package import Foundation

/// A role that somebody holds from one moment to another; without an end, until it is taken away.
package struct RoleGrant: Sendable, Equatable {
    package enum Standing: Sendable, Equatable { case coming, held, over }

    package let id: UUID
    package let role: Role
    package let startsAt: Date
    package let endsAt: Date?
    package let standing: Standing

    package init(id: UUID, role: Role, startsAt: Date, endsAt: Date?, standing: Standing) {
        self.id = id
        self.role = role
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.standing = standing
    }

    package var firstDay: Day { London.local(startsAt).day }
    /// The last day on which it is held, if only in part.
    package var lastDay: Day? { endsAt.map { London.local($0.addingTimeInterval(-1)).day } }
}
