package import Foundation

/// One field of a change: left alone, or set to a value.
package enum Edit<Value: Sendable & Equatable>: Sendable, Equatable {
    case keep
    case set(Value)

    package func applied(to old: Value) -> Value {
        switch self {
        case .keep: old
        case .set(let new): new
        }
    }
}

/// A session as somebody enters a new one. Both times nil: an unplaced draft, with its minutes kept.
package struct NewSession: Sendable, Equatable {
    package var event: String
    /// Only an import names one; otherwise the event counts on.
    package var reference: String?
    package var title: String
    package var kind: String?
    package var strand: String?
    package var description: String
    package var startsAt: Date?
    package var endsAt: Date?
    package var minutes: Int?
    /// `SITE/ROOM`
    package var room: String?
    package var onlineURL: String?
    /// Nil takes the room's.
    package var capacity: Int?
    package var facilitators: [String]
    package var audience: [Audience.Rule]

    package init(
        event: String, reference: String? = nil, title: String, kind: String? = nil, strand: String? = nil,
        description: String = "",
        startsAt: Date? = nil, endsAt: Date? = nil, minutes: Int? = nil, room: String? = nil, onlineURL: String? = nil,
        capacity: Int? = nil, facilitators: [String] = [], audience: [Audience.Rule] = []
    ) {
        self.event = event
        self.reference = reference
        self.title = title
        self.kind = kind
        self.strand = strand
        self.description = description
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.minutes = minutes
        self.room = room
        self.onlineURL = onlineURL
        self.capacity = capacity
        self.facilitators = facilitators
        self.audience = audience
    }
}

/// What to change about a session.
package struct SessionChange: Sendable, Equatable {
    package var title: Edit<String> = .keep
    package var kind: Edit<String> = .keep
    package var strand: Edit<String?> = .keep
    package var description: Edit<String> = .keep
    /// Setting the start alone keeps the length; nil unplaces a draft.
    package var startsAt: Edit<Date?> = .keep
    package var endsAt: Edit<Date?> = .keep
    package var minutes: Edit<Int> = .keep
    package var room: Edit<String?> = .keep
    package var onlineURL: Edit<String?> = .keep
    package var capacity: Edit<Int> = .keep
    package var facilitators: Edit<[String]> = .keep

    package init() {}

    package var isEmpty: Bool { self == SessionChange() }
}
