package import Foundation

/// A container with dates: a Practice Week, a term of briefings, a conference day.
package struct Event: Sendable, Equatable {
    package enum State: String, CaseIterable, Sendable {
        case draft, published, closed, archived
    }

    package let id: ID<Event>
    package let slug: String
    /// The first part of its sessions' references: `PW18`.
    package let code: String
    package let title: String
    package let from: Day
    /// The last day, inclusive.
    package let to: Day
    package let state: State
    package let latestRelease: Int
    package let sessions: Int

    package init(
        id: ID<Event>, slug: String, code: String, title: String, from: Day, to: Day, state: State, latestRelease: Int,
        sessions: Int
    ) {
        self.id = id
        self.slug = slug
        self.code = code
        self.title = title
        self.from = from
        self.to = to
        self.state = state
        self.latestRelease = latestRelease
        self.sessions = sessions
    }
}

/// A theme inside an event.
package struct Strand: Sendable, Equatable {
    package let event: String
    package let slug: String
    package let name: String

    package init(event: String, slug: String, name: String) {
        self.event = event
        self.slug = slug
        self.name = name
    }
}

/// One numbered, immutable copy of an event's programme.
package struct Release: Sendable, Equatable {
    package let number: Int
    package let note: String
    package let publishedAt: Date
    package let publishedBy: String?
    package let sessions: Int

    package init(number: Int, note: String, publishedAt: Date, publishedBy: String?, sessions: Int) {
        self.number = number
        self.note = note
        self.publishedAt = publishedAt
        self.publishedBy = publishedBy
        self.sessions = sessions
    }
}
