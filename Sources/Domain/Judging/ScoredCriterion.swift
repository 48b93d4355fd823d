/// A criterion as far as the figures need it.
package struct ScoredCriterion: Sendable, Equatable {
    package let key: Int
    /// Above zero; only its share of all weights matters.
    package let weight: Double
    package let scale: ScoreScale
    /// Left blank, it makes the whole ballot a draft.
    package let isRequired: Bool

    package init(key: Int, weight: Double, scale: ScoreScale, isRequired: Bool = true) throws(JudgingRefusal) {
        guard weight >= 1e-6, weight <= 1e6 else { throw .badWeight(criterion: key) }
        self.key = key
        self.weight = weight
        self.scale = scale
        self.isRequired = isRequired
    }
}
