package import Foundation

/// A candidate as all its judges find it in a list.
package struct DeskPlace: Sendable, Equatable {
    package let path: AwardPath
    package let schemeTitle: String
    package let categoryTitle: String
    /// Nil in a category that hides its nominees from judges.
    package let nominee: String?
    package let band: String?
    /// Whether there is anything to read: of a young person only once that is checked and allowed.
    package let isReadable: Bool

    package init(
        path: AwardPath, schemeTitle: String, categoryTitle: String, nominee: String?, band: String?,
        isReadable: Bool = true
    ) {
        self.isReadable = isReadable
        self.path = path
        self.schemeTitle = schemeTitle
        self.categoryTitle = categoryTitle
        self.nominee = nominee
        self.band = band
    }
}

/// One candidate in a judge's own order, and how far their ballot has come. Who has a conflict has no entry.
package struct DeskEntry: Sendable, Equatable {
    /// Not seen, abstained and scored zero are three things; a draft counts as little as none.
    package enum Standing: String, Sendable, CaseIterable {
        case unseen, draft, submitted, abstained

        package var isDone: Bool { self == .submitted || self == .abstained }
    }

    package let place: DeskPlace
    package let standing: Standing
    package let isOpen: Bool
    /// Whether the result is frozen, so that nothing can be said any more.
    package let isFrozen: Bool
    package let changedAt: Date?

    package init(_ place: DeskPlace, standing: Standing, isOpen: Bool, isFrozen: Bool = false, changedAt: Date?) {
        self.place = place
        self.standing = standing
        self.isOpen = isOpen
        self.isFrozen = isFrozen
        self.changedAt = changedAt
    }

    package var path: AwardPath { place.path }
    package var schemeTitle: String { place.schemeTitle }
    package var categoryTitle: String { place.categoryTitle }
    package var nominee: String? { place.nominee }
    package var band: String? { place.band }
    package var isReadable: Bool { place.isReadable }
    /// Whether a judge still owes something here. Nobody owes marks for what they cannot read.
    package var isLeft: Bool { isOpen && isReadable && !standing.isDone }
    package var name: String { nominee ?? "Candidate \(path.code ?? "")" }

    /// Where a judge goes on: at the draft they touched last, else at the first they have not seen.
    package static func next(of entries: [DeskEntry]) -> DeskEntry? {
        let left = entries.filter(\.isLeft)
        let drafts = left.filter { $0.standing == .draft }
        return drafts.max { ($0.changedAt ?? .distantPast) < ($1.changedAt ?? .distantPast) } ?? left.first
    }

    /// Where a judge goes on after one candidate: within the same award, then the same scheme, and nowhere beyond, so that nobody
    /// is among other criteria without noticing.
    package static func next(of entries: [DeskEntry], after path: AwardPath) -> DeskEntry? {
        let scheme = entries.filter { $0.path.scheme == path.scheme }
        return next(of: scheme.filter { $0.path.part == path.part }) ?? next(of: scheme)
    }
}

/// A candidate as its judge reads it, with the judge's own ballot.
package struct DeskCandidate: Sendable, Equatable {
    /// Their own ballot's words.
    package struct Words: Sendable, Equatable {
        package var comment: String
        package var note: String
        package var abstention: String?
        /// Who typed it in from paper, empty where that is not known; nil where the judge wrote it here.
        package var typist: String?

        package init(
            comment: String = "", note: String = "", abstention: String? = nil, typist: String? = nil
        ) {
            self.typist = typist
            self.comment = comment
            self.note = note
            self.abstention = abstention
        }
    }

    package let entry: DeskEntry
    /// The place in the judge's own order, of how many; how many of them are done, and how many still to do.
    package let number: Int
    package let total: Int
    package let done: Int
    package let left: Int
    package let before: AwardPath?
    package let after: AwardPath?
    /// What there is to read: the checked text, or else what the nominators wrote. Empty for a young person whose text is not
    /// checked yet.
    package let texts: [String]
    /// What to know before reading.
    package let contentNote: String?
    /// What of the nominations' files is passed for the panel.
    package let evidence: [EvidenceFile]
    package let words: Words

    package init(
        entry: DeskEntry, number: Int, total: Int, done: Int, left: Int, before: AwardPath?, after: AwardPath?,
        texts: [String], contentNote: String?, evidence: [EvidenceFile], words: Words
    ) {
        self.left = left
        self.entry = entry
        self.number = number
        self.total = total
        self.done = done
        self.before = before
        self.after = after
        self.texts = texts
        self.contentNote = contentNote
        self.evidence = evidence
        self.words = words
    }
}

/// A criterion with the judge's own mark, and what the other judges gave once the judge may know.
package struct DeskMark: Sendable, Equatable {
    package let criterion: AwardCriterion
    package let mark: Int?
    /// In rising order, whoever gave them.
    package let others: [Int]

    package init(criterion: AwardCriterion, mark: Int?, others: [Int]) {
        self.criterion = criterion
        self.mark = mark
        self.others = others
    }
}
