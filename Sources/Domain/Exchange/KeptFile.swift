package import Foundation

/// A file that somebody is about to import, kept until they confirm it.
package struct KeptFile: Sendable, Equatable {
    package static let mostBytes = 5 * 1024 * 1024

    package let id: UUID
    package let kind: String
    /// The event that the rows belong to, if they do not say.
    package let event: String?
    package let name: String
    package let content: [UInt8]

    package init(id: UUID, kind: String, event: String?, name: String, content: [UInt8]) {
        self.id = id
        self.kind = kind
        self.event = event
        self.name = name
        self.content = content
    }
}
