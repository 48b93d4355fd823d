package import Foundation

/// A young judge of a panel, under the name that they chose.
package struct YoungJudge: Sendable, Equatable {
    package let id: UUID
    package let name: String
    /// The adult beside them.
    package let supporter: String
    package let agreedBy: Consent.Capacity
    package let agreedAt: Date
    /// When their card ended, unless they have one.
    package let withdrawnAt: Date?

    package init(
        id: UUID, name: String, supporter: String, agreedBy: Consent.Capacity, agreedAt: Date, withdrawnAt: Date?
    ) {
        self.id = id
        self.name = name
        self.supporter = supporter
        self.agreedBy = agreedBy
        self.agreedAt = agreedAt
        self.withdrawnAt = withdrawnAt
    }
}
