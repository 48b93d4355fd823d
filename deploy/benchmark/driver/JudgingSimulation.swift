import Domain
import Foundation

/// Panels of 24 candidates and 6 judges, of whom 3 score each candidate in turn: how often the best candidate comes first
/// by the raw mean, and by the adjusted score. Marks are whole, from 1 to 10.
struct JudgingSimulation {
    static let candidates = 24
    static let judges = 6

    let panels: Int
    let each: Int
    /// The standard deviation of the judges' severity.
    let severity: Double
    private var chance: SplitMix64

    init(_ task: JudgingFigure.Task) {
        panels = task.panels ?? 0
        each = min(Self.judges, task.each ?? 3)
        severity = task.severity ?? 0
        chance = SplitMix64(seed: task.seed ?? 1)
    }

    /// Panels with the right winner by the raw mean and by the adjusted score (a tie that includes the right one counts for
    /// its share), in thousandths.
    func run() throws -> JudgingFigure.Answer {
        var own = self
        var right = (raw: 0, adjusted: 0)
        for _ in 0..<panels {
            let (truth, table) = try own.panel()
            let best = truth.indices.max { truth[$0] < truth[$1] } ?? 0
            right.raw += Self.share(table.winners(by: .rawMean(.rulesSaySo)), best)
            right.adjusted += Self.share(try table.adjusted().winners, best)
        }
        return JudgingFigure.Answer(counts: [right.raw, right.adjusted])
    }

    private static func share(_ winners: [Int], _ best: Int) -> Int {
        winners.contains(best) ? 1000 / winners.count : 0
    }

    /// y = round(5.5 + 1.6·(a·(f + e) - b)), clipped to 1…10.
    private mutating func panel() throws -> (truth: [Double], table: ScoreTable) {
        let truth = (0..<Self.candidates).map { _ in normal() }
        let slopes = (0..<Self.judges).map { _ in exp(0.2 * normal()) }
        let severities = (0..<Self.judges).map { _ in severity * normal() }
        var scores: [Score] = []
        // All choices of judges in turn, each as often as the others, in an order that chance gives.
        var choices = Self.choices(each)
        for place in choices.indices.reversed() { choices.swapAt(place, chance.next(below: place + 1)) }
        var used = [Int](repeating: 0, count: Self.judges)
        for candidate in 0..<Self.candidates {
            // The choice that keeps loads most even.
            let choice =
                choices.min { one, other in
                    one.map { used[$0] }.reduce(0) { $0 + $1 * $1 } < other.map { used[$0] }.reduce(0) { $0 + $1 * $1 }
                } ?? []
            choices.removeAll { $0 == choice }
            if choices.isEmpty { choices = Self.choices(each) }
            for judge in choice {
                used[judge] += 1
                let seen = slopes[judge] * (truth[candidate] + 0.7 * normal()) - severities[judge]
                let mark = min(10, max(1, (5.5 + 1.6 * seen).rounded()))
                scores.append(Score(candidate: candidate, judge: judge, value: mark))
            }
        }
        return (
            truth, try ScoreTable(candidates: 0..<Self.candidates, judges: 0..<Self.judges, scores: scores)
        )
    }

    private static func choices(_ each: Int) -> [[Int]] {
        (0..<(1 << judges)).map { bits in (0..<judges).filter { bits & (1 << $0) != 0 } }.filter { $0.count == each }
    }

    private mutating func normal() -> Double {
        let one = (Double(chance.next() >> 11) + 0.5) / 9_007_199_254_740_992
        let other = Double(chance.next() >> 11) / 9_007_199_254_740_992
        return (-2 * log(one)).squareRoot() * cos(2 * .pi * other)
    }
}
