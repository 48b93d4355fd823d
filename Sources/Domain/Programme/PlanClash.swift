package import Foundation

/// Two sessions of a draft that need one room, or one person, at the same time. `other` may be what another event has released.
package struct PlanClash: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case room, facilitator
    }

    package let kind: Kind
    package let reference: String
    package let other: String
    package let otherTitle: String
    /// The room as `SITE/ROOM`, or the person's name.
    package let name: String
    /// When the first of the two begins.
    package let startsAt: Date?

    package init(kind: Kind, reference: String, other: String, otherTitle: String, name: String, startsAt: Date?) {
        self.kind = kind
        self.reference = reference
        self.other = other
        self.otherTitle = otherTitle
        self.name = name
        self.startsAt = startsAt
    }

    /// The one that the named session collides with; nil when it is neither of the two.
    package func opposite(of session: String) -> String? {
        session == reference ? other : session == other ? reference : nil
    }
}

/// What a planner should look at before a session is released.
package enum PlanProblem: Sendable, Equatable {
    case clash(PlanClash)
    case roomTooSmall(room: String, holds: Int, capacity: Int)
    /// It has a time, and neither a room nor a joining link.
    case noPlace
    case nobodyLeads

    /// The problems of a session of the draft that still lies ahead. One that is off or over has none.
    package static func of(_ session: Session, rooms: [Room], clashes: [PlanClash]) -> [PlanProblem] {
        guard session.state == .draft || session.state == .scheduled else { return [] }
        var problems = clashes.filter { $0.opposite(of: session.reference) != nil }.map(PlanProblem.clash)
        let room = rooms.first { $0.site == session.site && $0.name == session.room }
        if let room, room.capacity < session.capacity {
            problems.append(.roomTooSmall(room: room.printed, holds: room.capacity, capacity: session.capacity))
        }
        if session.startsAt != nil, session.place == nil { problems.append(.noPlace) }
        if session.facilitators.isEmpty { problems.append(.nobodyLeads) }
        return problems
    }
}
