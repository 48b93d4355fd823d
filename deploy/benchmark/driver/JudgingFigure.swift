import Domain
import Foundation

/// Our side of the comparisons of judging: reads tasks, one JSON object a line, and answers each with one line. What they
/// are compared with is in `deploy/benchmark/judging.py`.
struct JudgingFigure {
    /// What is asked. Which of the others are there depends on the kind.
    struct Task: Decodable {
        let kind: String
        /// Candidate, judge, score.
        let scores: [[Double]]?
        /// Rows of judges, columns of candidates.
        let table: [[Double?]]?
        let supplies: [Int]?
        /// From, to, least, most, cost.
        let arcs: [[Int]]?
        let candidates: Int?
        let judges: Int?
        let each: Int?
        let seed: UInt64?
        let panels: Int?
        let severity: Double?
    }

    struct Answer: Encodable {
        var values: [Double?] = []
        var seconds: [Double] = []
        var counts: [Int] = []
    }

    static func answer(_ input: FileHandle, _ output: FileHandle) throws {
        guard let data = try input.readToEnd() else { return }
        for line in data.split(separator: UInt8(ascii: "\n")) {
            let task = try JSONDecoder().decode(Task.self, from: line)
            let answer = try answer(task)
            try output.write(contentsOf: try JSONEncoder().encode(answer) + Data("\n".utf8))
        }
    }

    private static func answer(_ task: Task) throws -> Answer {
        switch task.kind {
        case "adjusted": try adjusted(task)
        case "adjusted speed": try speed(task)
        case "agreement": try agreement(task)
        case "flow": try flow(task)
        case "assignment": try assignment(task)
        case "simulation": try JudgingSimulation(task).run()
        default: throw Failure("unknown task \(task.kind)")
        }
    }

    private static func scores(_ task: Task) throws -> ScoreTable {
        let scores = (task.scores ?? []).compactMap { row -> Score? in
            guard row.count == 3, let candidate = Int(exactly: row[0]), let judge = Int(exactly: row[1]) else {
                return nil
            }
            return Score(candidate: candidate, judge: judge, value: row[2])
        }
        return try ScoreTable(candidates: scores.map(\.candidate), judges: scores.map(\.judge), scores: scores)
    }

    /// The level, three variances, the candidates' scores, the judges' effects.
    private static func adjusted(_ task: Task) throws -> Answer {
        let found = try scores(task).adjusted()
        let variances = found.variances
        return Answer(
            values: [found.level, variances.candidates, variances.judges, variances.residual]
                + found.scores.map(\.value) + found.judges.map(\.effect))
    }

    /// The best of several rounds: the adjusted scores, and the same with the winners without each judge.
    private static func speed(_ task: Task) throws -> Answer {
        let table = try scores(task)
        let alone = best(of: 9) { _ = try? table.adjusted() }
        let all = best(of: 5) {
            _ = try? table.adjusted()
            _ = table.winnersWithoutEachJudge(by: .adjusted)
        }
        return Answer(seconds: [alone, all])
    }

    private static func agreement(_ task: Task) throws -> Answer {
        let table = task.table ?? []
        var scores: [Score] = []
        for (judge, row) in table.enumerated() {
            for (candidate, value) in row.enumerated() {
                if let value { scores.append(Score(candidate: candidate, judge: judge, value: value)) }
            }
        }
        let own = try ScoreTable(
            candidates: 0..<(table.first?.count ?? 0), judges: 0..<table.count, scores: scores)
        return Answer(values: [own.alpha(.nominal), own.alpha(.interval)])
    }

    /// The cost; nothing where there is no flow.
    private static func flow(_ task: Task) throws -> Answer {
        let arcs = (task.arcs ?? []).compactMap { row in
            row.count == 5 ? FlowArc(from: row[0], to: row[1], least: row[2], most: row[3], cost: row[4]) : nil
        }
        let began = ContinuousClock.now
        let found = MinimumCostFlow.solve(supplies: task.supplies ?? [], arcs: arcs)
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        switch found {
        case .flow(_, let cost): return Answer(seconds: [seconds], counts: [cost])
        case .infeasible: return Answer(seconds: [seconds])
        case .refused: throw Failure("a network was refused")
        }
    }

    /// Pairs, parts, the smallest and largest load, and the different pairs of judges; one round, with a tenth of the
    /// pairs forbidden and preferences on a third.
    private static func assignment(_ task: Task) throws -> Answer {
        let (candidates, judges) = (task.candidates ?? 0, task.judges ?? 0)
        var chance = SplitMix64(seed: task.seed ?? 0)
        var forbidden: Set<Pairing> = []
        var preferences: [Pairing: Int] = [:]
        for candidate in 0..<candidates {
            for judge in 0..<judges {
                let pair = Pairing(candidate: candidate, judge: judge)
                if chance.next(below: 10) == 0 { forbidden.insert(pair) }
                if chance.next(below: 3) == 0 { preferences[pair] = chance.next(below: 7) - 3 }
            }
        }
        let began = ContinuousClock.now
        let found = try AssignmentProblem.usual(
            candidates: Array(0..<candidates), judges: Array(0..<judges), judgesEach: task.each ?? 4,
            forbidden: forbidden, preferences: preferences
        ).solve(seed: task.seed ?? 0)
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        let check = AssignmentCheck(
            candidates: Array(0..<candidates), judges: Array(0..<judges), pairs: Set(found.pairs), quorum: 3)
        return Answer(
            seconds: [seconds],
            counts: [
                found.pairs.count, check.parts.count, check.smallestLoad, check.largestLoad, check.coJudgePairs,
                forbidden.intersection(found.pairs).count,
            ])
    }

    private static func best(of rounds: Int, _ work: () -> Void) -> Double {
        (0..<rounds).map { _ in
            let began = ContinuousClock.now
            work()
            return (ContinuousClock.now - began) / .seconds(1)
        }.min() ?? 0
    }
}
