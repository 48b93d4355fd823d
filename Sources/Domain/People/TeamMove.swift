package import Foundation

/// Somebody's move to another team on a day to come.
package struct TeamMove: Sendable, Equatable {
    package let id: UUID
    package let name: String
    package let email: String
    /// The team that they are in until then.
    package let from: String?
    package let to: String
    package let day: Day

    package init(id: UUID, name: String, email: String, from: String?, to: String, day: Day) {
        self.id = id
        self.name = name
        self.email = email
        self.from = from
        self.to = to
        self.day = day
    }
}
