/// A nominee as judged in a category: one or more accepted nominations.
package struct Candidate: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable { case standing, withdrawn, merged }

    package let id: ID<Candidate>
    /// `SCHEME/CATEGORY/CODE`
    package let name: String
    /// An address, a team's name or a pseudonym; nil for those who may not know.
    package let nominee: String?
    package let band: String?
    package let state: State
    package let voices: Int

    package init(id: ID<Candidate>, name: String, nominee: String?, band: String?, state: State, voices: Int) {
        self.id = id
        self.name = name
        self.nominee = nominee
        self.band = band
        self.state = state
        self.voices = voices
    }
}

/// Somebody's part in a panel.
package struct PanelSeat: Sendable, Equatable {
    package enum Part: String, Sendable, CaseIterable { case chair, deputy, judge }

    package let path: String
    package let member: String
    package let part: Part
    package let categories: [String]

    package init(path: String, member: String, part: Part, categories: [String]) {
        self.path = path
        self.member = member
        self.part = part
        self.categories = categories
    }
}

/// Why a judge may not judge a candidate.
package struct Conflict: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case line, team, nominator, nominee, employer, declared, imposed
    }
    package enum State: String, Sendable, CaseIterable { case suggested, declared, dismissed }

    package let candidate: String
    /// A name to show, for those who may know it.
    package let nominee: String?
    package let judge: String
    package let kind: Kind
    /// Advice does not keep a judge from a candidate.
    package let isBinding: Bool
    package let state: State
    package let reason: String
    package let dismissal: String?

    package init(
        candidate: String, nominee: String? = nil, judge: String, kind: Kind,
        isBinding: Bool, state: State, reason: String, dismissal: String?
    ) {
        self.candidate = candidate
        self.nominee = nominee
        self.judge = judge
        self.kind = kind
        self.isBinding = isBinding
        self.state = state
        self.reason = reason
        self.dismissal = dismissal
    }
}

/// Who is to score whom, at which place of the judge's own order.
package struct AwardAssignment: Sendable, Equatable {
    package let category: String
    package let candidate: String
    package let judge: String
    package let place: Int

    package init(category: String, candidate: String, judge: String, place: Int) {
        self.category = category
        self.candidate = candidate
        self.judge = judge
        self.place = place
    }
}

/// What a panel decided about a candidate.
package enum DecisionOutcome: String, Sendable, CaseIterable {
    case winner
    case jointWinner = "joint_winner"
    case highlyCommended = "highly_commended"
    case commended, celebrated
    case notPlaced = "not_placed"

    /// Whether it takes the ballots of a quorum.
    package var needsQuorum: Bool { self != .celebrated && self != .notPlaced }
}
