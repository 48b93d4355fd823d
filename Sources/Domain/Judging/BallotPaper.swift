/// What one judge did about one candidate. The marks are by the criterion's key, on its own scale; a blank one is absent.
package enum BallotPaper: Sendable, Equatable {
    case notSeen
    case abstained
    case draft([Int: Double])
    case submitted([Int: Double])
}

/// What a ballot paper comes to.
package enum BallotStanding: Sendable, Equatable {
    case notSeen
    case abstained
    /// Does not count: not handed in, or handed in with these required criteria left blank, by rising key.
    case draft(missing: [Int])
    /// Counts, and may well be zero.
    case scored(BallotScore)

    package var score: BallotScore? {
        if case .scored(let score) = self { score } else { nil }
    }
}

/// The score of one complete ballot.
package struct BallotScore: Sendable, Equatable {
    /// From 0 to 1, unrounded.
    package let value: Double
    /// Where each mark lies on its own scale, from 0 to 1, by the criterion's key.
    package let parts: [Int: Double]

    package init(value: Double, parts: [Int: Double]) {
        self.value = value
        self.parts = parts
    }
}
