package import Foundation

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
    /// What they said to the terms; only who accepted, here or on paper, reads a candidate.
    package enum Answer: String, Sendable, CaseIterable {
        case asked, accepted, declined, paper

        package var isYes: Bool { self == .accepted || self == .paper }
    }

    package let path: String
    package let member: String
    package let part: Part
    package let answer: Answer
    package let name: String
    package let categories: [String]

    package init(path: String, member: String, part: Part, answer: Answer, name: String, categories: [String]) {
        self.answer = answer
        self.name = name
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

/// A seat on a panel as the one who is asked to take it reads of it.
package struct PanelInvitation: Sendable, Equatable {
    package let path: AwardPath
    package let schemeTitle: String
    package let part: PanelSeat.Part
    package let answer: PanelSeat.Answer
    /// Titles of the awards.
    package let awards: [String]

    package init(
        path: AwardPath, schemeTitle: String, part: PanelSeat.Part, answer: PanelSeat.Answer, awards: [String]
    ) {
        self.path = path
        self.schemeTitle = schemeTitle
        self.part = part
        self.answer = answer
        self.awards = awards
    }
}

/// A ballot that is missing in an open round, for staff.
package struct MissingBallot: Sendable, Equatable {
    /// `CATEGORY/CODE`
    package let candidate: String
    package let judge: String
    package let name: String
    package let judgeID: UUID

    package init(candidate: String, judge: String, name: String, judgeID: UUID) {
        self.candidate = candidate
        self.judge = judge
        self.name = name
        self.judgeID = judgeID
    }
}

/// A ballot that staff may type in from paper: of a judge who handed none in themselves.
package struct PaperDue: Sendable, Equatable {
    package let judgeID: UUID
    package let judge: String
    package let email: String
    package let category: String
    package let categoryTitle: String
    package let code: String
    package let nominee: String
    package let isBlind: Bool
    /// Whether one was typed in already.
    package let isIn: Bool

    package init(
        judgeID: UUID, judge: String, email: String, category: String, categoryTitle: String, code: String,
        nominee: String, isBlind: Bool, isIn: Bool
    ) {
        self.judgeID = judgeID
        self.judge = judge
        self.email = email
        self.category = category
        self.categoryTitle = categoryTitle
        self.code = code
        self.nominee = nominee
        self.isBlind = isBlind
        self.isIn = isIn
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
