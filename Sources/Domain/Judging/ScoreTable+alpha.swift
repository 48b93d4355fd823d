/// What a disagreement between two scores counts.
package enum Disagreement: Sendable {
    /// One, if they differ at all.
    case nominal
    /// The square of their difference.
    case interval
}

extension ScoreTable {
    /// Krippendorff's alpha: 1 where judges of the same candidate agree fully, 0 where they do no better than chance,
    /// below zero where they do worse. It does not mind missing scores. Nil where no candidate has two scores, or all
    /// scores are the same, when there is nothing to tell apart.
    package func alpha(_ disagreement: Disagreement) -> Double? {
        let units = candidates.indices.map { scores(at: $0).map(\.value).sorted() }.filter { $0.count > 1 }
        let all = units.flatMap(\.self).sorted()
        guard let lowest = all.first, let highest = all.last, highest > lowest else { return nil }
        let observed = Summation.sum(units.map { Self.disagreement($0, disagreement) / Double($0.count - 1) })
        let expected = Self.disagreement(all, disagreement) / Double(all.count - 1)
        guard expected > 0 else { return nil }
        return 1 - observed / expected
    }

    /// Of all ordered pairs of some sorted values.
    private static func disagreement(_ values: [Double], _ kind: Disagreement) -> Double {
        let count = Double(values.count)
        switch kind {
        case .nominal:
            var same = 0.0
            var run = 0.0
            for (place, value) in values.enumerated() {
                run = place > 0 && values[place - 1] == value ? run + 1 : 0
                same += 2 * run
            }
            return count * (count - 1) - same
        case .interval:
            guard let mean = Summation.mean(values) else { return 0 }
            return 2 * count * Summation.sum(values.map { ($0 - mean) * ($0 - mean) })
        }
    }
}
