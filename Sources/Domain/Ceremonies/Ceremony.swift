package import Foundation

/// A night on which awards are given: of one or several schemes, compiled from their frozen results.
package struct Ceremony: Sendable, Equatable {
    package let id: ID<Ceremony>
    package let slug: String
    package let title: String
    /// `SITE/ROOM`
    package let room: String
    package let doorsAt: Date?
    package let startsAt: Date
    /// When it should be over; nil is as long as it takes.
    package let finishAt: Date?
    /// The newest compiled version; nil before the first.
    package let version: Int?
    /// The slugs of its schemes, in the order in which they were given.
    package let schemes: [String]
    package let cue: Cue

    package init(
        id: ID<Ceremony>, slug: String, title: String, room: String, doorsAt: Date?, startsAt: Date, finishAt: Date?,
        version: Int?, schemes: [String], cue: Cue
    ) {
        self.id = id
        self.slug = slug
        self.title = title
        self.room = room
        self.doorsAt = doorsAt
        self.startsAt = startsAt
        self.finishAt = finishAt
        self.version = version
        self.schemes = schemes
        self.cue = cue
    }
}

/// A ceremony as somebody plans it.
package struct NewCeremony: Sendable, Equatable {
    package var slug: String
    package var title: String
    /// `SITE/ROOM`
    package var room: String
    package var doorsAt: Date?
    package var startsAt: Date
    package var finishAt: Date?
    package var schemes: [String]

    package init(
        slug: String, title: String, room: String, doorsAt: Date? = nil, startsAt: Date, finishAt: Date? = nil,
        schemes: [String]
    ) {
        self.slug = slug
        self.title = title
        self.room = room
        self.doorsAt = doorsAt
        self.startsAt = startsAt
        self.finishAt = finishAt
        self.schemes = schemes
    }
}

/// What somebody does on the night. Of presenters and stage managers a ceremony has one each, and they are two people.
package enum CrewPart: String, Sendable, CaseIterable {
    case presenter
    case stageManager = "stage_manager"
    case reader, photographer

    package var title: String {
        switch self {
        case .presenter: "Presenter"
        case .stageManager: "Stage manager"
        case .reader: "Reader"
        case .photographer: "Photographer"
        }
    }

    /// Whether a winner shows only when they have confirmed the award.
    package var confirms: Bool { self == .presenter || self == .stageManager }
}

/// Somebody's part in a ceremony.
package struct CrewMember: Sendable, Equatable {
    package let part: CrewPart
    package let person: ID<Person>
    package let name: String
    package let email: String

    package init(part: CrewPart, person: ID<Person>, name: String, email: String) {
        self.part = part
        self.person = person
        self.name = name
        self.email = email
    }
}
