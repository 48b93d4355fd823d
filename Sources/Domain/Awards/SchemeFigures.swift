package import Foundation

/// Where a scheme stands, in what whoever asks may count.
package struct SchemeFigures: Sendable, Equatable {
    package let scheme: String
    package let categories: Int
    /// Categories without a panel.
    package let unjudged: Int
    /// Whether whoever asks reads any of the nominations; otherwise the counts of them are zero and mean nothing.
    package let readsNominations: Bool
    /// Nominations to screen.
    package let waiting: Int
    package let accepted: Int
    package let ineligible: Int
    package let withdrawn: Int
    package let candidates: Int
    /// Pairs of a judge and a candidate, and how many of them are handed in or abstained from.
    package let assigned: Int
    package let ballots: Int
    /// Pairs of a judge and a candidate with a likely conflict that nobody has decided on.
    package let suggested: Int
    /// Young candidates of whom the panel reads nothing yet: their text is not checked, or nobody agreed that it is read.
    package let unreadable: Int
    package let panels: Int
    package let openRounds: Int
    package let closedRounds: Int
    package let embargo: Date?

    package init(
        scheme: String, categories: Int, unjudged: Int, readsNominations: Bool, waiting: Int, accepted: Int,
        ineligible: Int, withdrawn: Int, candidates: Int, assigned: Int, ballots: Int, suggested: Int,
        unreadable: Int, panels: Int, openRounds: Int, closedRounds: Int, embargo: Date?
    ) {
        self.scheme = scheme
        self.categories = categories
        self.unjudged = unjudged
        self.readsNominations = readsNominations
        self.waiting = waiting
        self.accepted = accepted
        self.ineligible = ineligible
        self.withdrawn = withdrawn
        self.candidates = candidates
        self.assigned = assigned
        self.ballots = ballots
        self.suggested = suggested
        self.unreadable = unreadable
        self.panels = panels
        self.openRounds = openRounds
        self.closedRounds = closedRounds
        self.embargo = embargo
    }
}

/// What a scheme needs next, from those who run it.
package enum SchemeTask: Sendable, Equatable {
    case addCategories, publish, waitForOpening
    case screen(Int)
    case seatPanels(Int)
    case decideConflicts(Int)
    case assign, openRound
    case collect(missing: Int)
    case closeRound, decide, freeze, done

    /// The first thing that keeps the scheme from going on.
    package init(_ scheme: Scheme, _ figures: SchemeFigures, everythingIsDecided: Bool = false) {
        switch scheme.state {
        case .draft: self = figures.categories == 0 ? .addCategories : .publish
        case .frozen: self = .done
        case .published:
            if figures.openRounds > 0 {
                let missing = max(0, figures.assigned - figures.ballots)
                self = missing > 0 ? .collect(missing: missing) : .closeRound
            } else if figures.closedRounds > 0 {
                self = everythingIsDecided ? .freeze : .decide
            } else if figures.waiting > 0 {
                self = .screen(figures.waiting)
            } else if figures.unjudged > 0 {
                self = .seatPanels(figures.unjudged)
            } else if !scheme.isOpen, figures.accepted == 0, scheme.nominationsClosedAt == nil {
                self = .waitForOpening
            } else if scheme.kind == .celebrated {
                self = everythingIsDecided ? .freeze : .decide
            } else if figures.suggested > 0, figures.assigned == 0 {
                self = .decideConflicts(figures.suggested)
            } else {
                self = figures.assigned == 0 ? .assign : .openRound
            }
        }
    }
}

/// A person's own seat on a panel, with what is theirs to do there.
package struct OwnSeat: Sendable {
    package let scheme: String
    package let title: String
    package let panel: String
    package let part: PanelSeat.Part
    package let roundIsOpen: Bool
    /// Candidates to score, and those that are done.
    package let due: Int
    package let done: Int
    /// The categories that they rank and decide.
    package let leads: [(category: String, title: String)]
    package let roundIsOver: Bool
    package let state: Scheme.State
    package let kind: Scheme.Kind
    /// Awards about which the panel meets now.
    package let meetings: [(category: String, title: String)]

    package init(
        scheme: String, title: String, panel: String, part: PanelSeat.Part, roundIsOpen: Bool, due: Int, done: Int,
        leads: [(category: String, title: String)], roundIsOver: Bool, state: Scheme.State, kind: Scheme.Kind,
        meetings: [(category: String, title: String)]
    ) {
        self.meetings = meetings
        self.scheme = scheme
        self.title = title
        self.panel = panel
        self.part = part
        self.roundIsOpen = roundIsOpen
        self.due = due
        self.done = done
        self.leads = leads
        self.roundIsOver = roundIsOver
        self.state = state
        self.kind = kind
    }
}

/// A category whose results somebody reads, or will.
package struct CategoryStanding: Sendable, Equatable {
    package let category: String
    package let title: String
    package let roundIsOver: Bool
    /// Whether it is theirs to decide.
    package let leads: Bool
    package let readsResults: Bool
    package let decided: Int
    package let candidates: Int

    package init(
        category: String, title: String, roundIsOver: Bool, leads: Bool, readsResults: Bool, decided: Int,
        candidates: Int
    ) {
        self.category = category
        self.title = title
        self.roundIsOver = roundIsOver
        self.leads = leads
        self.readsResults = readsResults
        self.decided = decided
        self.candidates = candidates
    }
}

/// What was decided about a candidate.
package struct CandidateDecision: Sendable, Equatable {
    package let outcome: DecisionOutcome
    package let reason: String
    package let isWaived: Bool
    package let rung: String
    package let at: Date

    package init(outcome: DecisionOutcome, reason: String, isWaived: Bool, rung: String, at: Date) {
        self.outcome = outcome
        self.reason = reason
        self.isWaived = isWaived
        self.rung = rung
        self.at = at
    }
}
