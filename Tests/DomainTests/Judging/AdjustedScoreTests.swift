import Domain
import Testing

@Suite("Adjusted scores")
struct AdjustedScoreTests {
    private func close(_ one: Double?, _ other: Double, _ distance: Double = 5e-7) -> Bool {
        one.map { abs($0 - other) <= distance } ?? false
    }

    @Test("Least squares of the ten scores")
    func leastSquares() throws {
        let found = try #require(try TenScores.table().leastSquares())
        #expect(close(found.level, 7.22, 1e-12))
        for (candidate, value) in [1: 7.7, 2: 7.3, 3: 6.5, 4: 9.0, 5: 5.6] {
            #expect(close(found.scores[candidate], value, 1e-12))
        }
        for (judge, value) in [1: 0, 2: -1.4, 3: 1.4] { #expect(close(found.judges[judge], value, 1e-12)) }
    }

    @Test("BLUP of the ten scores for known variances")
    func known() throws {
        let found = try TenScores.table()
            .adjusted(variances: VarianceComponents(candidates: 1, judges: 0.5, residual: 0.5))
        #expect(close(found.level, 7.385582))
        let values = [7.437917, 7.485605, 6.707827, 8.769369, 6.527193]
        for (score, value) in zip(found.scores, values) { #expect(close(score.value, value)) }
        for (judge, value) in zip(found.judges, [0.076777, -0.978778, 0.902001]) {
            #expect(close(judge.effect, value))
        }
        #expect(found.scores.map(\.rank) == [3, 2, 4, 1, 5])
        #expect(close(found.variances.candidates, 1) && close(found.variances.judges, 0.5))
    }

    @Test("REML of thirty marks as statsmodels 0.15.0 has it (MixedLM with crossed variance components)")
    func statsmodels() throws {
        let marks: [[Double?]] = [
            [nil, 6, 6, 5], [4, 6, nil, 5], [5, 5, 4, nil], [6, nil, 6, 6], [5, nil, 6, 5], [3, 4, 4, nil],
            [nil, 6, 5, 6], [5, 6, nil, 4], [5, nil, 6, 4], [5, 6, nil, 4],
        ]
        let found = try scoreTable(marks).adjusted()
        #expect(close(found.level, 5.11941, 1e-5))
        #expect(close(found.variances.candidates, 0.382772, 1e-5))
        #expect(close(found.variances.judges, 0.178978, 1e-5))
        #expect(close(found.variances.residual, 0.358415, 1e-5))
        let values = [
            5.479733, 5.055877, 4.68319, 5.910984, 5.402902, 3.921066, 5.479733, 5.055877, 5.148861, 5.055877,
        ]
        for (score, value) in zip(found.scores, values) { #expect(close(score.value, value, 1e-5)) }
        for (judge, value) in zip(found.judges, [-0.223406, 0.474159, 0.108139, -0.358892]) {
            #expect(close(judge.effect, value, 1e-5))
        }
    }

    @Test("REML of the ten scores is finite, with every interval round its value")
    func likeliest() throws {
        let found = try TenScores.table().adjusted()
        for score in found.scores {
            let (value, interval) = (try #require(score.value), try #require(score.interval))
            #expect(interval.contains(value) && value.isFinite)
        }
        #expect(found.winners == [4])
    }

    @Test("REML of the ten scores is the same to the last bit on every machine")
    func bits() throws {
        let found = try TenScores.table().adjusted()
        #expect(
            found.scores.map { $0.value?.bitPattern } == [
                4_620_237_885_252_007_376, 4_619_955_822_612_963_947, 4_619_104_501_825_997_256,
                4_621_200_476_357_351_960, 4_618_429_330_121_660_887,
            ])
        #expect(
            found.variances
                == VarianceComponents(
                    candidates: 1.3645910976461724, judges: 1.7154850212722854, residual: 0.25044209787747734))
    }
}

@Suite("Adjusted scores at the edges")
struct AdjustedScoreEdgeTests {
    /// Nothing is NaN, every value lies in its interval, and ranks go with values.
    private func expectSane(_ found: AdjustedScores) {
        #expect(found.level.isFinite)
        for variance in [found.variances.candidates, found.variances.judges, found.variances.residual] {
            #expect(variance.isFinite && variance >= 0)
        }
        for judge in found.judges { #expect(judge.effect.isFinite) }
        for score in found.scores {
            #expect((score.value == nil) == (score.rank == nil) && (score.value == nil) == (score.interval == nil))
            if let value = score.value, let interval = score.interval {
                #expect(value.isFinite && interval.contains(value) && interval.upperBound.isFinite)
            }
        }
    }

    @Test("All scores equal: no NaN, everybody ties, nobody is severe")
    func equal() throws {
        let found = try scoreTable([[7, 7, nil], [nil, 7, 7], [7, nil, 7], [nil, nil, nil]]).adjusted()
        expectSane(found)
        #expect(found.scores.map(\.rank) == [1, 1, 1, nil])
        #expect(found.scores.map(\.value) == [7, 7, 7, nil])
        #expect(found.variances == VarianceComponents(candidates: 0, judges: 0, residual: 0))
        #expect(found.judges.map(\.effect) == [0, 0, 0])
    }

    @Test("Judges who are alike: no variance between them, and the adjusted order is the raw one")
    func noSeverity() throws {
        // In every candidate the judges differ one way and then the other, by the same.
        let found = try scoreTable([[9, 9.5], [5.5, 5], [7, 7.5], [2.5, 2], [3, 3.5], [8.5, 8]]).adjusted()
        expectSane(found)
        #expect(found.variances.judges == 0)
        #expect(found.judges.map(\.effect) == [0, 0])
        #expect(found.scores.map(\.rank) == [1, 4, 3, 6, 5, 2])
    }

    @Test("Candidates who are alike: no variance between them, and all tie at the common level")
    func noCandidates() throws {
        let found = try scoreTable([[4, 6, 8], [4.1, 5.9, 8], [3.9, 6.1, 8], [4, 6.1, 7.9]]).adjusted()
        expectSane(found)
        #expect(found.variances.candidates == 0)
        #expect(found.scores.map(\.rank) == [1, 1, 1, 1])
        #expect(found.scores.allSatisfy { $0.value == found.level })
    }

    @Test("Nothing but chance: both variances zero")
    func nothing() throws {
        let found = try scoreTable([[1, 2], [2, 1]]).adjusted()
        expectSane(found)
        #expect(found.variances.candidates == 0 && found.variances.judges == 0)
        #expect(found.scores.map(\.value) == [1.5, 1.5])
    }

    @Test("Scores that the model explains to the last bit: the residual is next to nothing, the order is right")
    func exact() throws {
        let found = try scoreTable([[1, 2, nil], [nil, 4, 5], [5, nil, 7], [2, 3, 4]]).adjusted()
        expectSane(found)
        #expect(found.scores.map(\.rank) == [4, 2, 1, 3])
        let effects = found.judges.map(\.effect)
        #expect(abs(effects[1] - effects[0] - 1) < 1e-3 && abs(effects[2] - effects[1] - 1) < 1e-3)
    }

    @Test("A judge with one score, a constant judge, two judges only, parts that hang apart: all finite")
    func odd() throws {
        for rows: [[Double?]] in [
            [[8, 6, nil], [7, 5, nil], [3, 2, 9]], [[8, 5], [6, 5], [2, 5]], [[8, nil], [6, 7], [nil, 3]],
            [[7, 8, nil, nil], [5, 6, nil, nil], [nil, nil, 4, 5], [nil, nil, 1, 2]], [[1, nil], [nil, 2]],
            [[1, 2, 3, 4, 5, 6], [6, 5, 4, nil, 2, 1]],
        ] {
            expectSane(try scoreTable(rows).adjusted())
        }
    }

    @Test("Least squares need candidates that can all be compared")
    func apart() throws {
        #expect(try scoreTable([[7, nil], [5, nil], [nil, 4], [nil, 1]]).leastSquares() == nil)
        #expect(try scoreTable([[7, 7], [7, 7]]).leastSquares()?.scores == [1: 7, 2: 7])
    }

    @Test("What is too little for a model is said")
    func gaps() throws {
        #expect(throws: AdjustmentGap.noScores) { try scoreTable([[nil, nil]]).adjusted() }
        #expect(throws: AdjustmentGap.tooFewScores) { try scoreTable([[5, 6]]).adjusted() }
        #expect(throws: AdjustmentGap.tooFewScores) { try scoreTable([[5], [6]]).adjusted() }
    }

    @Test("A panel too large to be solved while somebody waits is refused, not begun")
    func tooLarge() throws {
        let rows = (0..<400).map { (candidate: $0, judge: $0, value: Double($0 % 7)) }
        #expect(throws: AdjustmentGap.tooLarge) { try scoreTable(rows).adjusted() }
    }

    @Test("Variances that are no variances give no figure but the level", arguments: [0, -1, .nan, .infinity])
    func badVariances(residual: Double) throws {
        let found = try TenScores.table()
            .adjusted(variances: VarianceComponents(candidates: 1, judges: 1, residual: residual))
        expectSane(found)
    }

    @Test("Who would win without each judge")
    func without() throws {
        // Judge 3 alone puts 2 first.
        let table = try scoreTable([[8, 8, 2], [7, 7, 9], [1, 2, 3]])
        #expect(table.winners(by: .rawMean(.rulesSaySo)) == [2])
        let found = table.winnersWithoutEachJudge(by: .rawMean(.rulesSaySo))
        #expect(found.map(\.judge) == [1, 2, 3])
        #expect(found.map(\.winners) == [[2], [2], [1]])
        #expect(found.map(\.changes) == [false, false, true])
        let ten = try TenScores.table().winnersWithoutEachJudge(by: .adjusted)
        #expect(ten.map(\.winners) == [[4], [4], [4]])
    }
}
