/// An award in a scheme.
package struct AwardCategory: Sendable, Equatable {
    /// Whom it is for. A young person is a pseudonym everywhere but behind the safeguarding role.
    package enum NomineeKind: String, Sendable, CaseIterable {
        case person, team
        case youngPerson = "young_person"

        /// As the console and addresses write it.
        package var word: String { rawValue.replacing("_", with: "-") }

        package init?(word: String) { self.init(rawValue: word.replacing("-", with: "_")) }
    }

    package let id: ID<AwardCategory>
    package let scheme: String
    package let slug: String
    package let title: String
    package let nomineeKind: NomineeKind
    package let winners: Int
    package let eligibility: String
    /// Whether its judges see a code instead of the nominee.
    package let isBlind: Bool
    package let bands: [String]

    package init(
        id: ID<AwardCategory>, scheme: String, slug: String, title: String, nomineeKind: NomineeKind, winners: Int,
        eligibility: String, isBlind: Bool, bands: [String]
    ) {
        self.id = id
        self.scheme = scheme
        self.slug = slug
        self.title = title
        self.nomineeKind = nomineeKind
        self.winners = winners
        self.eligibility = eligibility
        self.isBlind = isBlind
        self.bands = bands
    }

    /// `SCHEME/CATEGORY`
    package var path: String { "\(scheme)/\(slug)" }
}

/// A category as somebody sets it up.
package struct NewCategory: Sendable, Equatable {
    package var slug: String
    package var title: String
    package var nomineeKind: AwardCategory.NomineeKind
    package var winners: Int
    package var eligibility: String
    package var isBlind: Bool
    package var bands: [String]

    package init(
        slug: String, title: String, nomineeKind: AwardCategory.NomineeKind = .person, winners: Int = 1,
        eligibility: String = "", isBlind: Bool = false, bands: [String] = []
    ) {
        self.slug = slug
        self.title = title
        self.nomineeKind = nomineeKind
        self.winners = winners
        self.eligibility = eligibility
        self.isBlind = isBlind
        self.bands = bands
    }
}

/// What is scored, and how.
package struct AwardCriterion: Sendable, Equatable {
    package let id: ID<AwardCriterion>
    package let category: String
    package let name: String
    /// What the marks mean, in words.
    package let scale: String
    package let weight: Double
    package let lowest: Int
    package let highest: Int

    package init(
        id: ID<AwardCriterion>, category: String, name: String, scale: String, weight: Double, lowest: Int, highest: Int
    ) {
        self.id = id
        self.category = category
        self.name = name
        self.scale = scale
        self.weight = weight
        self.lowest = lowest
        self.highest = highest
    }

    /// As the figures take it.
    package func scored() throws(JudgingRefusal) -> ScoredCriterion {
        try ScoredCriterion(
            key: id.rawValue, weight: weight, scale: ScoreScale(from: Double(lowest), to: Double(highest)))
    }
}
