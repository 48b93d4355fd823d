/// Who scores whom.
package struct Assignment: Sendable, Equatable {
    /// By rising candidate, then judge.
    package let pairs: [Pairing]
    /// Of preferences, kept pairs and loads, in the solver's units; no other assignment within the bounds costs less,
    /// unless joining the parts was worth `extraCost`.
    package let cost: Int
    /// What it took to make all candidates comparable with each other.
    package let extraCost: Int
    /// Pairs that were not in the last run.
    package let added: [Pairing]
    /// Pairs of the last run that are gone.
    package let dropped: [Pairing]

    /// The candidates of each judge who has any.
    package var byJudge: [Int: [Int]] {
        Dictionary(grouping: pairs, by: \.judge).mapValues { $0.map(\.candidate) }
    }
}
