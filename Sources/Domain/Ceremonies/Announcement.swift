/// Somebody whom a ceremony names before the winner, as the room may read it.
package struct Finalist: Sendable, Equatable {
    package let band: String?
    /// Nil where a young person is not named in this use.
    package let name: String?

    package init(band: String?, name: String?) {
        self.band = band
        self.name = name
    }
}

/// Somebody whom a ceremony announces.
package struct Announcement: Sendable, Equatable {
    /// At which of the award's announcements. From 1.
    package let step: Int
    package let outcome: DecisionOutcome
    package let band: String?
    /// Nil where a young person is not named in this use.
    package let name: String?
    package let pronunciation: String?
    /// What is read of them; nil where nothing was written or agreed to.
    package let words: String?

    package init(
        step: Int, outcome: DecisionOutcome, band: String?, name: String?, pronunciation: String? = nil, words: String?
    ) {
        self.step = step
        self.outcome = outcome
        self.band = band
        self.name = name
        self.pronunciation = pronunciation
        self.words = words
    }

    package var isWinner: Bool { outcome == .winner || outcome == .jointWinner || outcome == .celebrated }
}

/// An announcement as those read it who prepare what is printed, before the night.
package struct SealedAnnouncement: Sendable, Equatable {
    package let category: ID<AwardCategory>
    package let candidate: Int
    /// The candidate's code.
    package let code: String
    /// Nil where the press is not given the name.
    package let pressName: String?
    package let isNamedWithPicture: Bool
    package let mayBePhotographed: Bool
    package let isYoungPerson: Bool
    package let announcement: Announcement

    package init(
        category: ID<AwardCategory>, candidate: Int, code: String, pressName: String?, isNamedWithPicture: Bool,
        mayBePhotographed: Bool, isYoungPerson: Bool, announcement: Announcement
    ) {
        self.category = category
        self.candidate = candidate
        self.code = code
        self.pressName = pressName
        self.isNamedWithPicture = isNamedWithPicture
        self.mayBePhotographed = mayBePhotographed
        self.isYoungPerson = isYoungPerson
        self.announcement = announcement
    }
}

/// A line of a scheme's roll of honour.
package struct RollEntry: Sendable, Equatable {
    package let award: String
    package let outcome: DecisionOutcome
    package let band: String?
    package let name: String?

    package init(award: String, outcome: DecisionOutcome, band: String?, name: String?) {
        self.award = award
        self.outcome = outcome
        self.band = band
        self.name = name
    }
}

/// Names and words that a rehearsal shows: invented, so that nobody takes them for a result.
package enum RehearsalNames {
    package static func finalists(_ award: RunningOrder.Item) -> [Finalist] {
        award.isCelebrated ? [] : (1...3).map { Finalist(band: nil, name: "Rehearsal Finalist \($0)") }
    }

    package static func announcement(_ step: Int, of award: RunningOrder.Item) -> Announcement {
        Announcement(
            step: step, outcome: award.isCelebrated ? .celebrated : .winner, band: nil,
            name: "Rehearsal Winner \(step)",
            words: "Invented words for the rehearsal, about as long as a citation may be. Nobody has won anything yet.")
    }
}
