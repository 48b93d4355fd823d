/// How far a mean of several judges can be trusted, from how far one judge can be.
package enum Reliability {
    /// Of one judge's score, where there is no history.
    package static let unknown = 0.4

    /// Of the mean of so many judges (Spearman and Brown), from 0 to 1; nil unless `single` lies between 0 and 1.
    package static func ofMean(judges: Double, single: Double) -> Double? {
        guard single >= 0, single <= 1, judges >= 0, judges.isFinite else { return nil }
        if judges == 0 { return 0 }
        return judges * single / (1 + (judges - 1) * single)
    }

    /// How many judges each candidate needs for a mean of this reliability, before it is rounded up; nil unless both lie
    /// between 0 and 1, ends excluded.
    package static func judgesNeeded(for target: Double, single: Double) -> Double? {
        guard target > 0, target < 1, single > 0, single < 1 else { return nil }
        let needed = target * (1 - single) / (single * (1 - target))
        return needed.isFinite ? needed : nil
    }
}
