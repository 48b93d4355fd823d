package import Foundation

/// A paper of a ceremony as one person opened it for print, once or several times, and what of it is still about.
package struct CeremonyPrint: Sendable, Equatable {
    /// What rests on a consent that has ended since.
    package struct Outdated: Sendable, Equatable {
        /// The newest one's; the older ones go with it.
        package let id: UUID
        package let times: Int
        package let lastAt: Date

        package init(id: UUID, times: Int, lastAt: Date) {
            self.id = id
            self.times = times
            self.lastAt = lastAt
        }
    }

    package let paper: CeremonyPaper
    /// Nil is whoever operates the installation.
    package let by: String?
    package let times: Int
    package let lastAt: Date
    package let outdated: Outdated?

    package init(paper: CeremonyPaper, by: String?, times: Int, lastAt: Date, outdated: Outdated?) {
        self.paper = paper
        self.by = by
        self.times = times
        self.lastAt = lastAt
        self.outdated = outdated
    }
}
