/// A candidate's place, and how it came about.
package struct Placing: Sendable, Equatable {
    package let candidate: Int
    /// A competition place: after two at place 1 comes place 3.
    package let place: Int
    /// The rung that gave this place: `score` if nobody had the same score, `joint` if it is shared to the end.
    package let rung: TieLadder.Rung
    /// Who has the same place.
    package let sharedWith: [Int]
    /// Who had the same score at first.
    package let tiedWith: [Int]
}

/// The places of one category.
package struct Placings: Sendable, Equatable {
    /// By rising place, then key: the order among those who share a place means nothing.
    package let all: [Placing]
    /// Candidates without a score: unranked, not last.
    package let unranked: [Int]

    /// A shared place that some places to be given away end in the middle of.
    package struct TieAcross: Sendable, Equatable {
        package let place: Int
        package let candidates: [Int]
        /// How many of them fit.
        package let seats: Int
    }

    package var winners: [Int] { all.filter { $0.place == 1 }.map(\.candidate) }

    /// Groups that share a place for good, unless the panel votes: what a chair asks the panel about.
    package var unsettled: [[Int]] {
        Dictionary(grouping: all.filter { !$0.sharedWith.isEmpty }, by: \.place).sorted { $0.key < $1.key }
            .map { $0.value.map(\.candidate) }
    }

    /// The tie that lies across the line after so many places, such as 1 for the winner or 3 for a shortlist of three.
    package func tie(across seats: Int) -> TieAcross? {
        guard seats > 0 else { return nil }
        for placing in all where placing.place <= seats && !placing.sharedWith.isEmpty {
            let candidates = ([placing.candidate] + placing.sharedWith).sorted()
            if placing.place + candidates.count - 1 > seats {
                return TieAcross(place: placing.place, candidates: candidates, seats: seats - placing.place + 1)
            }
        }
        return nil
    }

    /// Whoever is at or before a place, with everybody who shares it: a tie makes a shortlist longer, never shorter.
    package func shortlist(_ seats: Int) -> [Int] {
        all.filter { $0.place <= seats }.map(\.candidate)
    }
}
