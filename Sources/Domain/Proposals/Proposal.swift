package import Foundation

/// A session that somebody offers to hold. Staff take it into the draft, unplaced, or decline it with a reason.
package struct Proposal: Sendable, Equatable {
    package enum State: String, Sendable, Equatable, CaseIterable { case new, accepted, declined }

    package let id: UUID
    package let event: String
    package let content: ProposalContent
    package let madeAt: Date
    package let state: State
    /// The session made of it; nil also when that was removed again.
    package let session: String?
    package let declineReason: String?

    package init(
        id: UUID, event: String, content: ProposalContent, madeAt: Date, state: State, session: String?,
        declineReason: String?
    ) {
        self.id = id
        self.event = event
        self.content = content
        self.madeAt = madeAt
        self.state = state
        self.session = session
        self.declineReason = declineReason
    }
}

/// For which event sessions can be offered, and until the end of which day in London.
package struct ProposalInvitation: Sendable, Equatable {
    package let event: String
    package let eventTitle: String
    package let from: Day
    package let to: Day
    package let closesOn: Day

    package init(event: String, eventTitle: String, from: Day, to: Day, closesOn: Day) {
        self.event = event
        self.eventTitle = eventTitle
        self.from = from
        self.to = to
        self.closesOn = closesOn
    }
}
