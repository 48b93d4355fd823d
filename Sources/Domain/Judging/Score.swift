/// A candidate and a judge. Keys are the database's; only whether two are equal ever matters to a figure.
package struct Pairing: Sendable, Hashable, Comparable {
    package let candidate: Int
    package let judge: Int

    package init(candidate: Int, judge: Int) {
        self.candidate = candidate
        self.judge = judge
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.candidate, left.judge) < (right.candidate, right.judge)
    }
}

/// What one judge's complete ballot gave one candidate.
package struct Score: Sendable, Equatable {
    package let candidate: Int
    package let judge: Int
    package let value: Double
    /// Of each criterion, from 0 to 1, by its key. Only the tie ladder reads them.
    package let parts: [Int: Double]

    package init(candidate: Int, judge: Int, value: Double, parts: [Int: Double] = [:]) {
        self.candidate = candidate
        self.judge = judge
        self.value = value
        self.parts = parts
    }

    package init(candidate: Int, judge: Int, ballot: BallotScore) {
        self.init(candidate: candidate, judge: judge, value: ballot.value, parts: ballot.parts)
    }

    package var pairing: Pairing { Pairing(candidate: candidate, judge: judge) }
}
