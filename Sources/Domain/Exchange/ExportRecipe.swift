package import Foundation

/// A choice of export under a name, for those who make it again every week.
package struct ExportRecipe: Sendable, Equatable {
    package let id: UUID
    package let name: String
    package let kind: String
    /// Only what belongs to this event.
    package let event: String?
    package let madeBy: String?

    package init(id: UUID, name: String, kind: String, event: String?, madeBy: String?) {
        self.id = id
        self.name = name
        self.kind = kind
        self.event = event
        self.madeBy = madeBy
    }
}
