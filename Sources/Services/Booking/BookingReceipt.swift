package import Domain
package import Foundation

/// What somebody who asked for a place is told.
package struct BookingReceipt: Sendable, Equatable, Codable {
    package let id: UUID
    package let session: String
    package let person: String
    package let stateName: String
    package let position: Int?

    package init(id: UUID, session: String, person: String, state: BookingState, position: Int?) {
        self.id = id
        self.session = session
        self.person = person
        stateName = state.rawValue
        self.position = position
    }

    package var state: BookingState { BookingState(rawValue: stateName) ?? .requested }
}
