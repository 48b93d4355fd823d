import Domain

/// Tables made by chance, the same for the same seed.
struct RandomTables {
    var chance: SplitMix64

    init(seed: UInt64) { chance = SplitMix64(seed: seed) }

    /// From 0 to 1.
    mutating func uniform() -> Double { Double(chance.next() >> 11) / 9_007_199_254_740_992 }

    /// Nearly normal: twelve uniform numbers less six.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + uniform() } }

    /// Whole marks from 1 to 10 with so many judges for each candidate, whoever they are.
    mutating func marks(candidates: Int, judges: Int, each: Int) throws -> ScoreTable {
        var rows: [(candidate: Int, judge: Int, value: Double)] = []
        for candidate in 1...candidates {
            var panel = Array(1...judges)
            for place in panel.indices.reversed() { panel.swapAt(place, chance.next(below: place + 1)) }
            rows += panel.prefix(each).map { (candidate, $0, Double(1 + chance.next(below: 10))) }
        }
        return try scoreTable(rows)
    }

    /// Scores after the additive model, around 5, with the truth about each candidate. Panels follow each other in turn.
    mutating func model(
        candidates: Int, judges: Int, each: Int, spread: Double, severity: Double, chance noise: Double
    ) throws -> (truth: [Double], table: ScoreTable) {
        let truth = (0..<candidates).map { _ in 5 + spread * normal() }
        let severities = (0..<judges).map { _ in severity * normal() }
        var rows: [(candidate: Int, judge: Int, value: Double)] = []
        for candidate in 0..<candidates {
            let first = chance.next(below: judges)
            let step = each < judges ? 1 + chance.next(below: judges / each) : 1
            for turn in 0..<each {
                let judge = (first + turn * step) % judges
                rows.append((candidate + 1, judge + 1, truth[candidate] + severities[judge] + noise * normal()))
            }
        }
        return (truth, try scoreTable(rows))
    }

    /// One key for each, in an order of their own.
    mutating func keys(_ keys: [Int]) -> [Int: Int] {
        var others = keys.map { $0 &* 7919 &+ 13 }
        for place in others.indices.reversed() { others.swapAt(place, chance.next(below: place + 1)) }
        return Dictionary(zip(keys, others)) { first, _ in first }
    }
}
