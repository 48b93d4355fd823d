package import Foundation

/// One of the two texts of a candidate.
package struct CandidateText: Sendable, Equatable {
    /// What the panel reads, redacted; and what the young person approved, which alone is read out, printed or shown.
    package enum Kind: String, Sendable, CaseIterable { case panel, approved }

    package let kind: Kind
    package let text: String
    package let writtenBy: String
    package let checkedBy: String?
    package let approval: String?
    /// Whether it was whoever asks that wrote it.
    package let isOwn: Bool
    /// SHA-256 of the text, in hexadecimal digits: what somebody has checked is the text that they read.
    package let fingerprint: String
    /// Approved before a second person was asked to check it: it counts as it is.
    package let isUnasked: Bool

    /// Whether it may be used: a second person has checked it, or nobody was asked to.
    package var counts: Bool { checkedBy != nil || isUnasked }

    package init(
        kind: Kind, text: String, writtenBy: String, checkedBy: String?, approval: String?, isOwn: Bool,
        fingerprint: String, isUnasked: Bool
    ) {
        self.kind = kind
        self.text = text
        self.writtenBy = writtenBy
        self.checkedBy = checkedBy
        self.approval = approval
        self.isOwn = isOwn
        self.fingerprint = fingerprint
        self.isUnasked = isUnasked
    }
}

/// A candidate as those see them who keep them safe.
package struct ProtectedCandidate: Sendable, Equatable {
    package let path: AwardPath
    package let candidate: ID<Candidate>
    package let nominee: Int
    /// A pseudonym; of an adult or a team the name.
    package let name: String
    package let categoryTitle: String
    package let isYoung: Bool
    package let contentNote: String?
    package let isDistressing: Bool
    /// What the nominators wrote.
    package let statements: [String]
    package let mayReadName: Bool

    package init(
        path: AwardPath, candidate: ID<Candidate>, nominee: Int, name: String, categoryTitle: String, isYoung: Bool,
        contentNote: String?, isDistressing: Bool, statements: [String], mayReadName: Bool
    ) {
        self.path = path
        self.candidate = candidate
        self.nominee = nominee
        self.name = name
        self.categoryTitle = categoryTitle
        self.isYoung = isYoung
        self.contentNote = contentNote
        self.isDistressing = isDistressing
        self.statements = statements
        self.mayReadName = mayReadName
    }
}

/// A young candidate in the list of what is still to do for them.
package struct ProtectionEntry: Sendable, Equatable {
    package let path: AwardPath
    package let name: String
    package let schemeTitle: String
    package let categoryTitle: String
    package let hasPanelText: Bool
    package let isChecked: Bool
    package let hasApprovedText: Bool
    /// Whether their own text waits for a second person.
    package let isApprovedToCheck: Bool
    package let consents: Int
    /// Whether somebody agreed that the panel reads about them, without which no text reaches it.
    package let mayPanelRead: Bool

    package init(
        path: AwardPath, name: String, schemeTitle: String, categoryTitle: String, hasPanelText: Bool, isChecked: Bool,
        hasApprovedText: Bool, isApprovedToCheck: Bool, consents: Int, mayPanelRead: Bool
    ) {
        self.path = path
        self.name = name
        self.schemeTitle = schemeTitle
        self.categoryTitle = categoryTitle
        self.hasPanelText = hasPanelText
        self.isChecked = isChecked
        self.hasApprovedText = hasApprovedText
        self.isApprovedToCheck = isApprovedToCheck
        self.consents = consents
        self.mayPanelRead = mayPanelRead
    }
}

/// A wish to read a legal name once.
package struct BreakGlass: Sendable, Equatable {
    package let id: UUID
    package let nominee: Int
    package let name: String
    package let askedBy: String
    package let reason: String
    package let askedAt: Date
    package let grantedBy: String?
    package let grantedAt: Date?
    /// Asked by whoever looks.
    package let isOwn: Bool
    /// Whether it lets its asker read now.
    package let isOpen: Bool

    package init(
        id: UUID, nominee: Int, name: String, askedBy: String, reason: String, askedAt: Date, grantedBy: String?,
        grantedAt: Date?, isOwn: Bool, isOpen: Bool
    ) {
        self.id = id
        self.nominee = nominee
        self.name = name
        self.askedBy = askedBy
        self.reason = reason
        self.askedAt = askedAt
        self.grantedBy = grantedBy
        self.grantedAt = grantedAt
        self.isOwn = isOwn
        self.isOpen = isOpen
    }
}

/// That somebody is worried; its words are read one at a time.
package struct Worry: Sendable, Equatable {
    package let id: UUID
    /// The pseudonym, or the award where it is about an adult.
    package let about: String
    package let raisedBy: String
    package let raisedAt: Date
    package let seenBy: String?

    package init(id: UUID, about: String, raisedBy: String, raisedAt: Date, seenBy: String?) {
        self.id = id
        self.about = about
        self.raisedBy = raisedBy
        self.raisedAt = raisedAt
        self.seenBy = seenBy
    }
}
