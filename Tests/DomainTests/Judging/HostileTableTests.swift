import Domain
import Testing

@Suite("Tables made to break the figures")
struct HostileTableTests {
    private static let values: [Double] = [
        0, -0.0, 1, -1, 1e9, -1e9, 1e-9, 1e-300, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 0.1, 0.3, 1.0 / 3, 7,
        7, 7, 999_999_999.999,
        .nan, .infinity, -.infinity, 1e10, .greatestFiniteMagnitude,
    ]

    /// Any scores at all: strangers, pairs twice, no numbers.
    private func scores(_ random: inout RandomTables, sane: Bool) -> (candidates: Int, judges: Int, scores: [Score]) {
        let (candidates, judges) = (random.chance.next(below: 9), random.chance.next(below: 6))
        let values = sane ? Array(Self.values.prefix(17)) : Self.values
        let few = Array(0..<(1 + random.chance.next(below: 4))).map { _ in random.chance.next(below: values.count) }
        var scores: [Score] = []
        for candidate in 0..<(candidates + (sane ? 0 : 1)) {
            for judge in 0..<(judges + (sane ? 0 : 1)) where random.chance.next(below: 3) > 0 {
                let value = values[few[random.chance.next(below: few.count)]]
                scores.append(Score(candidate: candidate, judge: judge, value: value, parts: [1: value]))
                if !sane && random.chance.next(below: 20) == 0 {
                    scores.append(Score(candidate: candidate, judge: judge, value: value))
                }
            }
        }
        return (candidates, judges, scores)
    }

    @Test(
        "What is refused is refused, and what is taken gives figures that are numbers",
        arguments: 0..<150 as Range<UInt64>)
    func figures(seed: UInt64) throws {
        var random = RandomTables(seed: seed)
        let given = scores(&random, sane: seed % 5 != 0)
        guard
            let table = try? ScoreTable(
                candidates: 0..<given.candidates, judges: 0..<given.judges, scores: given.scores)
        else {
            #expect(seed % 5 == 0)
            return
        }
        let raw = table.rawScores()
        #expect(raw.allSatisfy { $0.mean?.isFinite ?? ($0.judges == 0 && $0.rank == nil) })
        if let found = try? table.adjusted() {
            let figures =
                found.scores.flatMap {
                    [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap(\.self)
                }
                + found.judges.map(\.effect)
                + [found.level, found.variances.candidates, found.variances.judges, found.variances.residual]
            #expect(figures.allSatisfy { $0.isFinite })
            #expect(found.scores.map { $0.rank == nil } == raw.map { $0.mean == nil })
        }
        if let squares = table.leastSquares() {
            let all = Array(squares.scores.values) + Array(squares.judges.values)
            #expect(all.allSatisfy { $0.isFinite })
        }
        let correlation = table.intraclassCorrelation()
        for value in [
            table.alpha(.nominal), table.alpha(.interval), correlation?.oneWay, correlation?.twoWay, correlation?.fixed,
            correlation?.oneWayMean, correlation?.twoWayMean, correlation?.fixedMean,
        ] {
            #expect(value?.isFinite ?? true)
        }
        let means = raw.compactMap { score in score.mean.map { (score.candidate, $0) } }
        let placings = TieLadder(table: table, topCriteria: [1]).placings(by: Dictionary(uniqueKeysWithValues: means))
        #expect(placings.all.count + placings.unranked.count == table.candidates.count)
        for (place, placing) in placings.all.enumerated() {
            #expect(placing.place <= place + 1 && placing.place + placing.sharedWith.count >= place + 1)
        }
        for basis in [RankingBasis.adjusted, .rawMean(.rulesSaySo)] {
            #expect(table.winnersWithoutEachJudge(by: basis).count == Set(table.scores.map(\.judge)).count)
        }
        _ = table.flags(quorum: .max)
    }

    @Test("A result is the same however often it is made", arguments: 0..<20 as Range<UInt64>)
    func again(seed: UInt64) throws {
        var random = RandomTables(seed: seed)
        let given = scores(&random, sane: true)
        let one = try ScoreTable(candidates: 0..<given.candidates, judges: 0..<given.judges, scores: given.scores)
        let two = try ScoreTable(
            candidates: (0..<given.candidates).reversed(), judges: (0..<given.judges).reversed(),
            scores: given.scores.reversed())
        #expect(one == two)
        #expect((try? one.adjusted()) == (try? two.adjusted()))
    }

    @Test("Assignments of any numbers end, and end in bounds", arguments: 0..<60 as Range<UInt64>)
    func assignments(seed: UInt64) throws {
        var random = RandomTables(seed: seed)
        let sizes = [-1, 0, 1, 2, 3, 5, .max, .min]
        func size() -> Int { sizes[random.chance.next(below: seed % 2 == 0 ? 6 : sizes.count)] }
        let candidates = (0..<random.chance.next(below: 8)).map { AssignmentProblem.Candidate(key: $0, needs: size()) }
        let judges = (0..<random.chance.next(below: 6)).map {
            AssignmentProblem.Judge(key: $0, least: size(), most: size())
        }
        guard let problem = try? AssignmentProblem(candidates: candidates, judges: judges) else { return }
        do throws(AssignmentShortage) {
            let found = try problem.solve(seed: seed)
            for candidate in candidates {
                #expect(found.pairs.count { $0.candidate == candidate.key } == candidate.needs)
            }
            for judge in judges {
                #expect((judge.least...judge.most).contains(found.pairs.count { $0.judge == judge.key }))
            }
        } catch {
            #expect(error == problem.shortage())
            #expect(!error.message(candidate: { "N\($0)" }, judge: { "J\($0)" }).isEmpty)
        }
    }
}
