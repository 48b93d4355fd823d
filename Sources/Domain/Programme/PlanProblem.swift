import Foundation

/// What a planner should look at before a session is released: the one rule of what stands in a release's way and of what
/// it would lack.
package enum PlanProblem: Sendable, Equatable {
    case clash(PlanClash)
    /// It has a time, and not within the days of its event.
    case outsideEvent
    case roomTooSmall(room: String, holds: Int, capacity: Int)
    /// It has a time, and neither a room nor a joining link.
    case noPlace
    case nobodyLeads
    /// Its audience admits nobody whom the centre knows.
    case nobodyFits
    /// Nobody has said how to get into its room.
    case noAccessNote(room: String)

    /// Whether nothing can be released before it is mended. All else is missing, and may be by intent.
    package var isInTheWay: Bool {
        switch self {
        case .clash, .outsideEvent: true
        case .roomTooSmall, .noPlace, .nobodyLeads, .nobodyFits, .noAccessNote: false
        }
    }

    /// The problems of a session of the draft that still lies ahead. One that is off or over has none.
    ///
    /// - Parameters:
    ///   - event: the one it belongs to; nil does not ask whether it lies within its days.
    ///   - unfit: references of sessions whose audience admits nobody.
    package static func of(
        _ session: Session, in event: Event?, rooms: [Room], clashes: [PlanClash], unfit: Set<String>
    ) -> [PlanProblem] {
        guard session.state == .draft || session.state == .scheduled else { return [] }
        var problems = clashes.filter { $0.opposite(of: session.reference) != nil }.map(PlanProblem.clash)
        if let event, !isInside(event, session) { problems.append(.outsideEvent) }
        let room = rooms.first { $0.site == session.site && $0.name == session.room }
        if let room, room.capacity < session.capacity {
            problems.append(.roomTooSmall(room: room.printed, holds: room.capacity, capacity: session.capacity))
        }
        if session.startsAt != nil, session.place == nil { problems.append(.noPlace) }
        if session.facilitators.isEmpty { problems.append(.nobodyLeads) }
        if unfit.contains(session.reference) { problems.append(.nobodyFits) }
        if let room, room.access.allSatisfy(\.isWhitespace) { problems.append(.noAccessNote(room: room.printed)) }
        return problems
    }

    private static func isInside(_ event: Event, _ session: Session) -> Bool {
        guard let starts = session.startsAt, let ends = session.endsAt else { return true }
        return London.local(starts).day >= event.from
            && London.local(ends.addingTimeInterval(-1)).day <= event.to
    }

    /// The problem as a sentence about the session.
    package func sentence(about session: String) -> String {
        switch self {
        case .clash(let clash): clash.beginning + (clash.opposite(of: session) ?? clash.second).inWords + "."
        case .outsideEvent: "It lies outside the days of its event."
        case .roomTooSmall(let room, let holds, let capacity):
            "\(room) holds \(holds), and \(capacity) may book."
        case .noPlace: "It has a time, but neither a room nor a joining link."
        case .nobodyLeads: "Nobody leads it yet."
        case .nobodyFits: "Nobody belongs to those whom it is for."
        case .noAccessNote(let room): "\(room) has no access note."
        }
    }
}

/// A session of a draft with one thing to look at.
package struct PlannedProblem: Sendable, Equatable {
    package let session: SessionName
    package let problem: PlanProblem

    package init(session: SessionName, problem: PlanProblem) {
        self.session = session
        self.problem = problem
    }

    /// `“Level one” (PW18-004, Thursday 1 February, 10am to 12pm): nobody leads it yet.`
    package var sentence: String {
        if case .clash(let clash) = problem { return clash.sentence }
        return "\(session.inWords): \(problem.sentence(about: session.reference))"
    }

    package var asClash: ProgrammeRefusal.Clash {
        var other: String?
        if case .clash(let clash) = problem { other = clash.opposite(of: session.reference)?.reference }
        return ProgrammeRefusal.Clash(reference: session.reference, other: other, reason: sentence)
    }
}
