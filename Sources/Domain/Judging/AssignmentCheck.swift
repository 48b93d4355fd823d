/// What to look at before a round opens, for pairs however they came about.
package struct AssignmentCheck: Sendable, Equatable {
    /// Judges of the candidate who has fewest, and most.
    package let fewestJudges: Int
    package let mostJudges: Int
    /// Candidates with fewer judges than the quorum, by rising key.
    package let belowQuorum: [Int]
    /// Candidates of the judge who has fewest, and most, of those who have any.
    package let smallestLoad: Int
    package let largestLoad: Int
    /// Judges with nothing to do, by rising key.
    package let idle: [Int]
    /// Groups of candidates that no judge joins; one group where all can be compared.
    package let parts: [[Int]]
    /// How many different pairs of judges meet on some candidate.
    package let coJudgePairs: Int
    /// How far the means can be trusted, going by the mean number of judges; nil where nothing is known.
    package let reliability: Double?
    /// The same with one judge more on each candidate; nil where there is none to add.
    package let reliabilityWithOneMore: Double?
    /// How many judges each candidate needs for the reliability that is wanted, rounded up.
    package let judgesNeeded: Int?

    package var isConnected: Bool { parts.count <= 1 }

    /// `single` is the reliability of one judge's score last year.
    package init(
        candidates: [Int], judges: [Int], pairs: Set<Pairing>, quorum: Int, single: Double = Reliability.unknown,
        wanted: Double = 0.7
    ) {
        let candidates = Set(candidates).sorted()
        let judges = Set(judges).sorted()
        let (rows, columns) = (ScoreTable.places(of: candidates), ScoreTable.places(of: judges))
        var panels = [[Int]](repeating: [], count: candidates.count)
        var loads = [Int](repeating: 0, count: judges.count)
        var union = DisjointSets(count: candidates.count + judges.count)
        var known = 0
        for pair in pairs.sorted() {
            guard let row = rows[pair.candidate], let column = columns[pair.judge] else { continue }
            panels[row].append(column)
            loads[column] += 1
            union.join(row, candidates.count + column)
            known += 1
        }
        fewestJudges = panels.map(\.count).min() ?? 0
        mostJudges = panels.map(\.count).max() ?? 0
        belowQuorum = candidates.indices.filter { panels[$0].count < quorum }.map { candidates[$0] }
        smallestLoad = loads.filter { $0 > 0 }.min() ?? 0
        largestLoad = loads.max() ?? 0
        idle = judges.indices.filter { loads[$0] == 0 }.map { judges[$0] }
        parts = union.groups(of: candidates.indices.filter { !panels[$0].isEmpty })
            .map { group in group.map { candidates[$0] } }
        var met: Set<Int> = []
        for panel in panels {
            for (place, one) in panel.enumerated() {
                for other in panel.dropFirst(place + 1) { met.insert(one * judges.count + other) }
            }
        }
        coJudgePairs = met.count
        let mean = candidates.isEmpty ? 0 : Double(known) / Double(candidates.count)
        reliability = Reliability.ofMean(judges: mean, single: single)
        let hasMore = panels.contains { $0.count < judges.count }
        reliabilityWithOneMore = hasMore ? Reliability.ofMean(judges: mean + 1, single: single) : nil
        judgesNeeded = Reliability.judgesNeeded(for: wanted, single: single)
            .flatMap { Int(exactly: ($0 - 1e-9).rounded(.up)) }.map { max(1, $0) }
    }
}
