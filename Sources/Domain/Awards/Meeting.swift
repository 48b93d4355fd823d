package import Foundation

/// A panel's meeting about one award, as the one who asks may see it.
package struct Meeting: Sendable, Equatable {
    /// Who is on the screen. Who has a conflict with them is told what everybody is told while nobody is on it.
    package struct Shown: Sendable, Equatable {
        package let code: String
        /// Nil in a category that hides its nominees.
        package let nominee: String?
        package let texts: [String]

        package init(code: String, nominee: String?, texts: [String]) {
            self.code = code
            self.nominee = nominee
            self.texts = texts
        }

        package var name: String { nominee ?? "Candidate \(code)" }
    }

    package let path: AwardPath
    package let schemeTitle: String
    package let title: String
    /// Whether it is the one who asks who leads it.
    package let leads: Bool
    /// Nil while none is on.
    package let openedAt: Date?
    package let shown: Shown?
    /// Newest first; none about anybody with whom the one who asks has a conflict.
    package let motions: [Motion]

    package init(
        path: AwardPath, schemeTitle: String, title: String, leads: Bool, openedAt: Date?, shown: Shown?,
        motions: [Motion]
    ) {
        self.path = path
        self.schemeTitle = schemeTitle
        self.title = title
        self.leads = leads
        self.openedAt = openedAt
        self.shown = shown
        self.motions = motions
    }
}

/// What a panel votes on: for or against one candidate, or which of several.
package struct Motion: Sendable, Equatable {
    package struct Option: Sendable, Equatable {
        package let code: String
        package let nominee: String?
        /// Nil until the votes are counted.
        package let votes: Int?

        package init(code: String, nominee: String?, votes: Int?) {
            self.code = code
            self.nominee = nominee
            self.votes = votes
        }

        package var name: String { nominee.map { "\($0) (\(code))" } ?? "Candidate \(code)" }
    }

    package let id: UUID
    package let text: String
    package let isOpen: Bool
    package let options: [Option]
    /// For none of them; nil until the votes are counted.
    package let against: Int?
    /// How many have voted, and how many may.
    package let cast: Int
    package let voters: Int
    package let hasVoted: Bool

    package init(
        id: UUID, text: String, isOpen: Bool, options: [Option], against: Int?, cast: Int, voters: Int, hasVoted: Bool
    ) {
        self.id = id
        self.text = text
        self.isOpen = isOpen
        self.options = options
        self.against = against
        self.cast = cast
        self.voters = voters
        self.hasVoted = hasVoted
    }
}

/// One thing that was done at a meeting.
package struct MeetingStep: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case opened, shown, cleared, moved, counted, closed
    }

    package let meeting: Int
    package let at: Date
    package let kind: Kind
    /// Whom it is about, by name and code.
    package let candidate: String?
    package let motion: UUID?
    /// The names of those who were out, as they have a conflict.
    package let absent: [String]

    package init(meeting: Int, at: Date, kind: Kind, candidate: String?, motion: UUID?, absent: [String]) {
        self.meeting = meeting
        self.at = at
        self.kind = kind
        self.candidate = candidate
        self.motion = motion
        self.absent = absent
    }
}
