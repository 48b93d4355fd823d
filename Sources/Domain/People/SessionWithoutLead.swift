package import Foundation

/// A coming session that somebody is down to lead who has left, or will have left by then.
package struct SessionWithoutLead: Sendable, Equatable {
    package let reference: String
    package let title: String
    package let name: String
    /// Nil: they have left already.
    package let leavesAt: Date?

    package init(reference: String, title: String, name: String, leavesAt: Date?) {
        self.reference = reference
        self.title = title
        self.name = name
        self.leavesAt = leavesAt
    }

    /// "who has left", or "who leaves on 5 February 2018"
    package var why: String {
        leavesAt.map { "who leaves on \(London.local($0).day.long)" } ?? "who has left"
    }
}
