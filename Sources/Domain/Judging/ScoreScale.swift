/// The marks that one criterion allows, from the worst to the best.
package struct ScoreScale: Sendable, Equatable {
    /// Ends further out than this are refused.
    static let limit = 1e9

    package let lowest: Double
    package let highest: Double

    package init(from lowest: Double, to highest: Double) throws(JudgingRefusal) {
        guard lowest.isFinite, highest.isFinite, abs(lowest) <= Self.limit, abs(highest) <= Self.limit,
            highest - lowest >= 1 / Self.limit
        else { throw .badScale }
        self.lowest = lowest
        self.highest = highest
    }

    /// Where the mark lies between the ends, from 0 to 1; nil outside the scale.
    package func fraction(of mark: Double) -> Double? {
        guard mark >= lowest, mark <= highest else { return nil }
        return min(1, max(0, (mark - lowest) / (highest - lowest)))
    }
}
