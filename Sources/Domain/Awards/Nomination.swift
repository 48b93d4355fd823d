package import Foundation

/// One nominator's case for one nominee in one category.
package struct Nomination: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable { case draft, submitted, accepted, ineligible, withdrawn }

    package let id: UUID
    package let category: String
    package let categoryTitle: String
    /// An address, a team's name, or a pseudonym.
    package let nominee: String
    /// A name to show: of the person or team, or the pseudonym.
    package let nomineeName: String
    package let nominator: String
    package let typedBy: String?
    package let band: String?
    package let statement: String
    package let state: State
    /// The candidate's whole name, once accepted.
    package let candidate: String?
    package let reason: String?
    /// How many live nominations the nominee has in this category, this one included.
    package let voices: Int
    package let madeAt: Date
    package let submittedAt: Date?

    package init(
        id: UUID, category: String, categoryTitle: String, nominee: String, nomineeName: String, nominator: String,
        typedBy: String?, band: String?, statement: String, state: State, candidate: String?, reason: String?,
        voices: Int, madeAt: Date, submittedAt: Date?
    ) {
        self.id = id
        self.category = category
        self.categoryTitle = categoryTitle
        self.nominee = nominee
        self.nomineeName = nomineeName
        self.nominator = nominator
        self.typedBy = typedBy
        self.band = band
        self.statement = statement
        self.state = state
        self.candidate = candidate
        self.reason = reason
        self.voices = voices
        self.madeAt = madeAt
        self.submittedAt = submittedAt
    }
}

/// Who is nominated, as somebody enters it.
package enum NomineeEntry: Sendable, Equatable {
    case person(String)
    case team(String)
    /// The legal name goes behind the safeguarding role and nowhere else.
    case youngPerson(legalName: String?)

    package var kind: AwardCategory.NomineeKind {
        switch self {
        case .person: .person
        case .team: .team
        case .youngPerson: .youngPerson
        }
    }
}

/// A nomination as somebody hands it in.
package struct NewNomination: Sendable, Equatable {
    package var category: AwardPath
    /// Whose nomination it is; nil is whoever acts.
    package var nominator: String?
    /// By which a nominator becomes known whom staff type for and nobody knows yet.
    package var nominatorName: String?
    package var nominee: NomineeEntry
    package var band: String?
    package var statement: String

    package init(
        category: AwardPath, nominator: String? = nil, nominatorName: String? = nil, nominee: NomineeEntry,
        band: String? = nil, statement: String
    ) {
        self.category = category
        self.nominator = nominator
        self.nominatorName = nominatorName
        self.nominee = nominee
        self.band = band
        self.statement = statement
    }
}

/// Counting words as a person would: by the spaces between them.
package enum WordCount {
    package static func of(_ text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
    }
}
