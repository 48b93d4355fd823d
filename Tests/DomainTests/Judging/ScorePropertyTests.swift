import Domain
import Testing

@Suite("What holds for every table of scores")
struct ScorePropertyTests {
    private static let seeds = 0..<25 as Range<UInt64>

    /// Of every way to score, by rising candidate.
    private func ranks(_ table: ScoreTable) throws -> [[Int?]] {
        let squares = table.leastSquares()
        return [
            table.rawScores().map(\.rank), try table.adjusted().scores.map(\.rank),
            Ranking.ranks(table.candidates.map { squares?.scores[$0] }, gap: table.gap),
        ]
    }

    @Test("Other keys and another order change nothing, to the last bit", arguments: seeds)
    func keys(seed: UInt64) throws {
        var random = RandomTables(seed: seed)
        let table = try random.marks(candidates: 4 + random.chance.next(below: 16), judges: 5, each: 3)
        let (candidates, judges) = (random.keys(table.candidates), random.keys(table.judges))
        let other = try table.renamed(candidates: { candidates[$0] ?? 0 }, judges: { judges[$0] ?? 0 })
        let (one, two) = (try table.adjusted(), try other.adjusted())
        #expect(one.level.bitPattern == two.level.bitPattern)
        #expect(one.variances == two.variances)
        let found = Dictionary(uniqueKeysWithValues: two.scores.map { ($0.candidate, $0) })
        for score in one.scores {
            let same = try #require(found[candidates[score.candidate] ?? 0])
            #expect(same.value?.bitPattern == score.value?.bitPattern)
            #expect(same.interval == score.interval && same.rank == score.rank)
        }
        let effects = Dictionary(uniqueKeysWithValues: two.judges.map { ($0.judge, $0.effect) })
        for judge in one.judges { #expect(effects[judges[judge.judge] ?? 0]?.bitPattern == judge.effect.bitPattern) }
        let (squares, others) = (table.leastSquares(), other.leastSquares())
        for (candidate, value) in squares?.scores ?? [:] {
            #expect(others?.scores[candidates[candidate] ?? 0]?.bitPattern == value.bitPattern)
        }
        #expect(table.alpha(.interval)?.bitPattern == other.alpha(.interval)?.bitPattern)
        #expect(table.alpha(.nominal)?.bitPattern == other.alpha(.nominal)?.bitPattern)
        let means = Dictionary(uniqueKeysWithValues: other.rawScores().map { ($0.candidate, $0.mean) })
        for raw in table.rawScores() { #expect(means[candidates[raw.candidate] ?? 0] == raw.mean) }
    }

    @Test("Other keys leave the places of the ladder as they are", arguments: seeds)
    func ladder(seed: UInt64) throws {
        var random = RandomTables(seed: seed)
        let table = try random.marks(candidates: 9, judges: 3, each: 2)
        let candidates = random.keys(table.candidates)
        let other = try table.renamed(candidates: { candidates[$0] ?? 0 })
        func places(_ table: ScoreTable) -> [Int: Placing] {
            let means = table.rawScores().compactMap { raw in raw.mean.map { (raw.candidate, $0) } }
            let found = TieLadder(table: table, topCriteria: []).placings(by: Dictionary(uniqueKeysWithValues: means))
            return Dictionary(uniqueKeysWithValues: found.all.map { ($0.candidate, $0) })
        }
        let (one, two) = (places(table), places(other))
        for (candidate, placing) in one {
            let same = two[candidates[candidate] ?? 0]
            #expect(same?.place == placing.place && same?.rung == placing.rung)
        }
    }

    @Test("Twice the scores, or a point more for everybody, leave every ranking as it is", arguments: seeds)
    func units(seed: UInt64) throws {
        var random = RandomTables(seed: seed)
        let table = try random.marks(candidates: 12, judges: 5, each: 3)
        let expected = try ranks(table)
        for (factor, sum) in [(2, 0), (1, 3), (1.0 / 9, -1.0 / 9), (37.3, -11.7), (1e-3, 1)] {
            #expect(try ranks(table.rescored { factor * $0.value + sum }) == expected)
        }
    }

    @Test("A more lenient judge does not change the order by least squares", arguments: seeds)
    func lenient(seed: UInt64) throws {
        var random = RandomTables(seed: seed)
        let table = try random.marks(candidates: 12, judges: 5, each: 3)
        let other = try table.rescored { $0.judge == 2 ? $0.value + 4.3 : $0.value }
        let (one, two) = (table.leastSquares(), other.leastSquares())
        let gap = other.gap
        #expect(
            Ranking.ranks(table.candidates.map { one?.scores[$0] }, gap: gap)
                == Ranking.ranks(table.candidates.map { two?.scores[$0] }, gap: gap))
    }

    @Test("A complete table ranks the same by every method", arguments: seeds)
    func complete(seed: UInt64) throws {
        var random = RandomTables(seed: seed)
        let table = try random.model(
            candidates: 9, judges: 4, each: 4, spread: 1, severity: 0.7, chance: 0.5
        ).table.rescored { ($0.value * 2).rounded() }
        let ranks = try ranks(table)
        #expect(try table.adjusted().variances.candidates > 0)
        #expect(ranks[1] == ranks[0] && ranks[2] == ranks[0])
    }

    @Test(
        "The 80 % interval holds the truth 75 to 85 times in a hundred, from a dozen candidates on",
        arguments: [(12, 5, 3), (24, 6, 3)])
    func coverage(candidates: Int, judges: Int, each: Int) throws {
        var random = RandomTables(seed: 80)
        var (within, all) = (0, 0)
        for _ in 0..<150 {
            let (truth, table) = try random.model(
                candidates: candidates, judges: judges, each: each, spread: 1, severity: 0.7, chance: 0.7)
            for (score, truth) in zip(try table.adjusted().scores, truth) {
                all += 1
                if score.interval?.contains(truth) == true { within += 1 }
            }
        }
        #expect((75...85).contains(100 * within / all), "\(within) of \(all)")
    }

    @Test("With severe and lenient judges the right winner is found more often than by the raw mean")
    func winners() throws {
        var random = RandomTables(seed: 12)
        var (raw, adjusted) = (0, 0)
        for _ in 0..<120 {
            let (truth, table) = try random.model(
                candidates: 24, judges: 6, each: 3, spread: 1.6, severity: 1.9, chance: 1.1)
            let marks = try table.rescored { min(10, max(1, $0.value.rounded())) }
            let best = 1 + (truth.indices.max { truth[$0] < truth[$1] } ?? 0)
            if marks.winners(by: .rawMean(.rulesSaySo)) == [best] { raw += 1 }
            if try marks.adjusted().winners == [best] { adjusted += 1 }
        }
        #expect(adjusted > raw, "\(adjusted) against \(raw)")
    }
}
