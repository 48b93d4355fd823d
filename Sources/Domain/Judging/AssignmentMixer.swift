/// Exchanges judges between two candidates, which leaves every load and every need as it is: to have many different pairs
/// of judges on the same candidate, and to join what hangs apart.
struct AssignmentMixer {
    private let problem: AssignmentProblem
    private let pairs: [AllowedPair]
    /// The places in `pairs` of those that are chosen.
    private(set) var chosen: [Int]

    private let judges: Int
    /// Where a pair is in `pairs`; -1 for forbidden ones.
    private var index: [Int32]
    private var isChosen: [Bool]
    /// The judges of each candidate.
    private var panels: [[Int]]
    /// How many candidates two judges share.
    private var shared: [Int32]

    init(problem: AssignmentProblem, pairs: [AllowedPair], chosen: [Int]) {
        self.problem = problem
        self.pairs = pairs
        self.chosen = chosen
        judges = problem.judges.count
        index = [Int32](repeating: -1, count: problem.candidates.count * judges)
        for (place, pair) in pairs.enumerated() {
            index[pair.row * judges + pair.column] = Int32(truncatingIfNeeded: place)
        }
        isChosen = [Bool](repeating: false, count: pairs.count)
        panels = Array(repeating: [], count: problem.candidates.count)
        shared = [Int32](repeating: 0, count: judges * judges)
        for place in chosen {
            isChosen[place] = true
            panels[pairs[place].row].append(pairs[place].column)
        }
        for panel in panels {
            for one in panel { for other in panel where other != one { shared[one * judges + other] += 1 } }
        }
    }

    /// Tries exchanges that cost nothing and keeps those after which fewer pairs of judges meet again and again.
    mutating func mix(seed: UInt64) {
        guard chosen.count > 1 else { return }
        var chance = SplitMix64(seed: seed)
        for _ in 0..<min(400_000, 40 * chosen.count) {
            let (one, other) = (chance.next(below: chosen.count), chance.next(below: chosen.count))
            guard let swap = swap(one, other), swap.cost <= 0, meetings(swap) < 0 else { continue }
            apply(swap)
        }
    }

    /// Joins candidates that no judge compares, by the cheapest exchange found for each part, never one that drops a
    /// ballot that was begun. Returns what that cost.
    mutating func join(seed: UInt64) -> Int {
        var chance = SplitMix64(seed: seed)
        var extra = 0
        var (parts, roots) = components(nil)
        while parts > 1 {
            var best: (swap: Swap, cost: Int)?
            for _ in 0..<min(4_000, 16 + 8_000_000 / (chosen.count + 1)) {
                let (one, other) = (chance.next(below: chosen.count), chance.next(below: chosen.count))
                guard roots[one] != roots[other], let swap = swap(one, other),
                    swap.cost < AssignmentProblem.Weight.begun,
                    swap.cost < best?.cost ?? Int.max, components(swap).count < parts
                else { continue }
                best = (swap, swap.cost)
                if swap.cost <= 0 { break }
            }
            guard let best else { break }
            apply(best.swap)
            extra += best.cost
            (parts, roots) = components(nil)
        }
        return extra
    }

    private struct Swap {
        /// Places in `chosen`, and what takes their place.
        let one: Int
        let other: Int
        let newOne: Int
        let newOther: Int
        let cost: Int
    }

    private func swap(_ one: Int, _ other: Int) -> Swap? {
        let (first, second) = (pairs[chosen[one]], pairs[chosen[other]])
        guard first.row != second.row, first.column != second.column else { return nil }
        let newOne = Int(index[first.row * judges + second.column])
        let newOther = Int(index[second.row * judges + first.column])
        guard newOne >= 0, newOther >= 0, !isChosen[newOne], !isChosen[newOther] else { return nil }
        return Swap(
            one: one, other: other, newOne: newOne, newOther: newOther,
            cost: pairs[newOne].cost + pairs[newOther].cost - first.cost - second.cost)
    }

    /// By how much the squares of `shared` grow, halved.
    private func meetings(_ swap: Swap) -> Int {
        let (first, second) = (pairs[chosen[swap.one]], pairs[chosen[swap.other]])
        var growth = 0
        for (row, leaves, comes) in [
            (first.row, first.column, second.column), (second.row, second.column, first.column),
        ] {
            for judge in panels[row] where judge != leaves {
                growth += Int(shared[comes * judges + judge]) - Int(shared[leaves * judges + judge]) + 1
            }
        }
        return growth
    }

    private mutating func apply(_ swap: Swap) {
        for (place, new) in [(swap.one, swap.newOne), (swap.other, swap.newOther)] {
            let (old, next) = (pairs[chosen[place]], pairs[new])
            isChosen[chosen[place]] = false
            isChosen[new] = true
            panels[old.row].removeAll { $0 == old.column }
            for judge in panels[old.row] {
                count(judge, old.column, -1)
                count(judge, next.column, 1)
            }
            panels[old.row].append(next.column)
            chosen[place] = new
        }
    }

    private mutating func count(_ one: Int, _ other: Int, _ change: Int32) {
        shared[one * judges + other] += change
        shared[other * judges + one] += change
    }

    /// How many parts there are after an exchange, and which part each chosen pair is in.
    private func components(_ swap: Swap?) -> (count: Int, roots: [Int]) {
        var sets = DisjointSets(count: judges + problem.candidates.count)
        var places = chosen
        if let swap { (places[swap.one], places[swap.other]) = (swap.newOne, swap.newOther) }
        for place in places { sets.join(pairs[place].column, judges + pairs[place].row) }
        let roots = places.map { sets.root(of: pairs[$0].column) }
        return (Set(roots).count, roots)
    }
}
