import Domain
import Testing

@Suite("Minimum-cost flow")
struct FlowTests {
    /// Three judges and three candidates, one each; the costs of the pairs that may be.
    @Test("The three by three with its single best answer")
    func threeByThree() {
        let costs = [(0, 0, 0), (0, 1, -1), (1, 0, 0), (1, 1, 0), (1, 2, 0), (2, 0, 0), (2, 2, 1)]
        let arcs = costs.map { FlowArc(from: $0.0, to: 3 + $0.1, most: 1, cost: $0.2) }
        let answer = MinimumCostFlow.solve(supplies: [1, 1, 1, -1, -1, -1], arcs: arcs)
        #expect(answer == .flow([0, 1, 0, 0, 1, 1, 0], cost: -1))
    }

    @Test("What cannot be done is said")
    func infeasible() {
        let arc = FlowArc(from: 0, to: 1, most: 1, cost: 0)
        #expect(MinimumCostFlow.solve(supplies: [2, -2], arcs: [arc]) == .infeasible)
        #expect(MinimumCostFlow.solve(supplies: [1, -2], arcs: [arc]) == .infeasible)
        #expect(MinimumCostFlow.solve(supplies: [-1, 1], arcs: [arc]) == .infeasible)
        #expect(MinimumCostFlow.solve(supplies: [0], arcs: []) == .flow([], cost: 0))
        #expect(MinimumCostFlow.solve(supplies: [], arcs: []) == .flow([], cost: 0))
    }

    @Test("Bounds from below are kept, and a circle that saves is used up")
    func bounds() {
        let arcs = [
            FlowArc(from: 0, to: 1, most: 5, cost: 1), FlowArc(from: 0, to: 1, least: 2, most: 5, cost: 9),
            FlowArc(from: 1, to: 2, most: 3, cost: -4), FlowArc(from: 2, to: 1, most: 2, cost: 1),
        ]
        #expect(
            MinimumCostFlow.solve(supplies: [4, -4, 0], arcs: arcs) == .flow([2, 2, 2, 2], cost: 2 + 18 - 8 + 2))
    }

    @Test("Numbers that cannot be reckoned with are refused, and none of them ends the program")
    func refused() {
        let sane = FlowArc(from: 0, to: 1, most: 1, cost: 0)
        for arc in [
            FlowArc(from: -1, to: 1, most: 1, cost: 0), FlowArc(from: 0, to: 2, most: 1, cost: 0),
            FlowArc(from: 0, to: 1, most: .max, cost: 0), FlowArc(from: 0, to: 1, most: 1, cost: .min),
            FlowArc(from: 0, to: 1, least: .min, most: .max, cost: .max),
            FlowArc(from: 0, to: 1, least: 2, most: 1, cost: 0),
        ] {
            #expect(MinimumCostFlow.solve(supplies: [1, -1], arcs: [sane, arc]) == .refused)
        }
        #expect(MinimumCostFlow.solve(supplies: [.min, .max], arcs: []) == .refused)
    }

    @Test("As cheap as the best of all answers, for up to six candidates", arguments: 0..<60 as Range<UInt64>)
    func bruteForce(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let (candidates, judges) = (1 + chance.next(below: 6), 1 + chance.next(below: 4))
        var preferences: [Pairing: Int] = [:]
        var forbidden: Set<Pairing> = []
        for candidate in 0..<candidates {
            for judge in 0..<judges {
                let pair = Pairing(candidate: candidate, judge: judge)
                if chance.next(below: 5) == 0 { forbidden.insert(pair) }
                preferences[pair] = chance.next(below: 7) - 3
            }
        }
        let needs = (0..<candidates).map { _ in chance.next(below: judges + 1) }
        let bounds = (0..<judges).map { _ in (least: chance.next(below: 3), room: chance.next(below: 5)) }
        let problem = try AssignmentProblem(
            candidates: needs.enumerated().map { .init(key: $0.offset, needs: $0.element) },
            judges: bounds.enumerated().map {
                .init(key: $0.offset, least: $0.element.least, most: $0.element.least + $0.element.room)
            }, forbidden: forbidden, preferences: preferences)

        /// The least cost over every choice of judges for every candidate.
        func best(_ candidate: Int, _ loads: [Int]) -> Int? {
            guard candidate < candidates else {
                let isWithin = zip(loads, bounds).allSatisfy { $0 >= $1.least && $0 <= $1.least + $1.room }
                return isWithin ? loads.reduce(0) { $0 + 10 * $1 * $1 } : nil
            }
            return (0..<(1 << judges)).compactMap { bits -> Int? in
                let chosen = (0..<judges).filter { bits & (1 << $0) != 0 }
                let pairs = chosen.map { Pairing(candidate: candidate, judge: $0) }
                guard chosen.count == needs[candidate], forbidden.isDisjoint(with: pairs) else { return nil }
                var loads = loads
                for judge in chosen { loads[judge] += 1 }
                let own = pairs.reduce(0) { $0 + 1000 * (preferences[$1] ?? 0) }
                return best(candidate + 1, loads).map { $0 + own }
            }.min()
        }
        let expected = best(0, [Int](repeating: 0, count: judges))
        let found = try? problem.solve(seed: seed)
        #expect((problem.shortage() == nil) == (expected != nil))
        #expect(found.map { $0.cost - $0.extraCost } == expected)
    }
}
