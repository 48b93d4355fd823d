package import Foundation

/// A released session by what people know it by.
package struct SessionName: Sendable, Equatable {
    package let reference: String
    package let title: String
    package let startsAt: Date
    package let endsAt: Date

    package init(reference: String, title: String, startsAt: Date, endsAt: Date) {
        self.reference = reference
        self.title = title
        self.startsAt = startsAt
        self.endsAt = endsAt
    }
}

/// How a person stands to a session before they ask for a place: what would be answered, as far as it is their own doing.
/// It is read without locks, so it decides nothing; `BookingDecision` does.
package struct SessionStanding: Sendable, Equatable {
    /// Why asking now would be refused, in the order in which it would be said.
    package enum Obstacle: Sendable, Equatable {
        case forOthers
        case first(SessionName)
        case clashes([SessionName])
    }

    /// In the notation of `Audience`.
    package let audience: String
    package let isAdmitted: Bool
    /// What has to come first and has not.
    package let first: SessionName?
    /// Places the person has, and sessions the person leads, at the same time.
    package let clashes: [SessionName]

    package init(audience: String, isAdmitted: Bool, first: SessionName?, clashes: [SessionName]) {
        self.audience = audience
        self.isAdmitted = isAdmitted
        self.first = first
        self.clashes = clashes
    }

    package var obstacle: Obstacle? {
        if !isAdmitted { return .forOthers }
        if let first { return .first(first) }
        return clashes.isEmpty ? nil : .clashes(clashes)
    }
}
