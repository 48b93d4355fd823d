package import Foundation

/// One year's awards with its rules. While it is a draft everything may change; published, nothing does.
package struct Scheme: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case competitive, tiered, celebrated }
    /// What the ranking that counts is made by.
    package enum Ranking: String, Sendable, CaseIterable { case raw, adjusted }
    package enum State: String, Sendable, CaseIterable { case draft, published, frozen }

    package let id: ID<Scheme>
    package let slug: String
    package let title: String
    package let kind: Kind
    package let ranking: Ranking
    package let opensAt: Date
    /// The first moment that is too late, were it not for the grace.
    package let closesAt: Date
    package let graceMinutes: Int
    package let wordLimit: Int
    /// Ballots that a decision needs, unless the panel waives it.
    package let quorum: Int
    /// In how many awards one nominee may stand, whoever nominated them; nil is no limit.
    package let mostAwards: Int?
    package let state: State
    /// The canonical text that was published, and its SHA-256 in hexadecimal digits.
    package let rules: String?
    package let rulesHash: String?
    package let publishedAt: Date?
    package let nominationsClosedAt: Date?
    /// Whether a nomination could be handed in when this was read, by the database's clock.
    package let isOpen: Bool

    package init(
        id: ID<Scheme>, slug: String, title: String, kind: Kind, ranking: Ranking, opensAt: Date, closesAt: Date,
        graceMinutes: Int, wordLimit: Int, quorum: Int, mostAwards: Int? = nil, state: State, rules: String?,
        rulesHash: String?,
        publishedAt: Date?, nominationsClosedAt: Date?, isOpen: Bool
    ) {
        self.id = id
        self.slug = slug
        self.title = title
        self.kind = kind
        self.ranking = ranking
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.graceMinutes = graceMinutes
        self.wordLimit = wordLimit
        self.quorum = quorum
        self.mostAwards = mostAwards
        self.state = state
        self.rules = rules
        self.rulesHash = rulesHash
        self.publishedAt = publishedAt
        self.nominationsClosedAt = nominationsClosedAt
        self.isOpen = isOpen
    }
}

/// A scheme as somebody sets it up.
package struct NewScheme: Sendable, Equatable {
    package var slug: String
    package var title: String
    package var kind: Scheme.Kind
    package var ranking: Scheme.Ranking
    package var opensAt: Date
    package var closesAt: Date
    package var quorum: Int
    package var wordLimit: Int
    /// In how many awards one nominee may stand; nil is no limit.
    package var mostAwards: Int?

    package init(
        slug: String, title: String, kind: Scheme.Kind, ranking: Scheme.Ranking = .raw, opensAt: Date, closesAt: Date,
        quorum: Int = 2, wordLimit: Int = 500, mostAwards: Int? = nil
    ) {
        self.slug = slug
        self.title = title
        self.kind = kind
        self.ranking = ranking
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.quorum = quorum
        self.wordLimit = wordLimit
        self.mostAwards = mostAwards
    }
}
