/// How far judges of the same candidates agree, in the six forms of Shrout and Fleiss (1979): of one judge's score and of
/// the mean of all; with each candidate judged by others (1), by a sample of judges (2), by exactly these (3). The first
/// counts severity as disagreement, and so does the second; the third does not.
package struct IntraclassCorrelation: Sendable, Equatable {
    package let oneWay: Double
    package let twoWay: Double
    package let fixed: Double
    package let oneWayMean: Double
    package let twoWayMean: Double
    package let fixedMean: Double
}

extension ScoreTable {
    /// Nil unless every judge scored every candidate, with two of each at least, and the scores differ enough for every
    /// form to exist.
    package func intraclassCorrelation() -> IntraclassCorrelation? {
        let byCandidate = candidates.indices.map { scores(at: $0).map(\.value) }.filter { !$0.isEmpty }
        var byJudge = [[Double]](repeating: [], count: judges.count)
        for (column, score) in zip(columns, scores) { byJudge[column].append(score.value) }
        byJudge.removeAll { $0.isEmpty }
        let (targets, raters) = (Double(byCandidate.count), Double(byJudge.count))
        guard isComplete, targets > 1, raters > 1, let mean = Summation.mean(scores.map(\.value)) else { return nil }
        func squares(_ groups: [[Double]]) -> Double {
            Summation.sum(groups.compactMap(Summation.mean).map { ($0 - mean) * ($0 - mean) })
        }
        let total = Summation.sum(scores.map { ($0.value - mean) * ($0.value - mean) })
        guard total > 0 else { return nil }
        let rowSquares = raters * squares(byCandidate)
        let columnSquares = targets * squares(byJudge)
        let between = rowSquares / (targets - 1)
        let within = max(0, total - rowSquares) / (targets * (raters - 1))
        let judges = columnSquares / (raters - 1)
        let error = max(0, total - rowSquares - columnSquares) / ((targets - 1) * (raters - 1))
        func ratio(_ above: Double, _ below: Double) -> Double? {
            abs(below) > 1e-12 * total ? above / below : nil
        }
        guard let oneWay = ratio(between - within, between + (raters - 1) * within),
            let twoWay = ratio(
                between - error, between + (raters - 1) * error + raters * (judges - error) / targets),
            let fixed = ratio(between - error, between + (raters - 1) * error),
            let oneWayMean = ratio(between - within, between),
            let twoWayMean = ratio(between - error, between + (judges - error) / targets),
            let fixedMean = ratio(between - error, between)
        else { return nil }
        return IntraclassCorrelation(
            oneWay: oneWay, twoWay: twoWay, fixed: fixed, oneWayMean: oneWayMean, twoWayMean: twoWayMean,
            fixedMean: fixedMean)
    }
}
