extension AssignmentProblem {
    /// The cheapest assignment within the bounds. Where several cost the same, the seed chooses one that joins all
    /// candidates and has many different pairs of judges. The same problem and seed give the same answer on every machine,
    /// whatever the order in which things were listed.
    package func solve(seed: UInt64) throws(AssignmentShortage) -> Assignment {
        let pairs = allowed
        if let shortage = shortage(pairs) { throw shortage }
        guard let flows = MinimumCostFlow.flows(supplies: supplies, arcs: arcs(pairs), seed: seed) else {
            throw .candidates(
                candidates.map(\.key), need: candidates.reduce(0) { $0 + $1.needs }, judges: judges.map(\.key),
                places: 0)
        }
        var mixer = AssignmentMixer(problem: self, pairs: pairs, chosen: pairs.indices.filter { flows[$0] > 0 })
        mixer.mix(seed: SplitMix64.mix(seed, 2))
        let extra = mixer.join(seed: SplitMix64.mix(seed, 3))
        let chosen = mixer.chosen.map { pairs[$0] }
        let found = Set(chosen.map { Pairing(candidate: candidates[$0.row].key, judge: judges[$0.column].key) })
        return Assignment(
            pairs: found.sorted(), cost: cost(of: chosen), extraCost: extra,
            added: found.subtracting(existing).sorted(), dropped: existing.subtracting(found).sorted())
    }

    /// Of these pairs: what each costs, and the loads.
    private func cost(of pairs: [AllowedPair]) -> Int {
        var loads = [Int](repeating: 0, count: judges.count)
        for pair in pairs { loads[pair.column] += 1 }
        return pairs.reduce(0) { $0 + $1.cost } + loads.reduce(0) { $0 + Weight.load * $1 * $1 }
    }

    /// The source is node 0, then the judges, then the candidates.
    private var supplies: [Int] {
        [candidates.reduce(0) { $0 + $1.needs }] + judges.map { _ in 0 } + candidates.map { -$0.needs }
    }

    /// First the pairs, then the loads.
    private func arcs(_ pairs: [AllowedPair]) -> [FlowArc] {
        var open = [Int](repeating: 0, count: judges.count)
        for pair in pairs { open[pair.column] += 1 }
        var arcs = pairs.map { pair in
            FlowArc(from: 1 + pair.column, to: 1 + judges.count + pair.row, most: 1, cost: pair.cost)
        }
        for (column, judge) in judges.enumerated() {
            for step in 0..<min(judge.most, open[column]) {
                arcs.append(
                    FlowArc(
                        from: 0, to: 1 + column, least: step < judge.least ? 1 : 0, most: 1,
                        cost: Weight.load * (2 * step + 1)))
            }
        }
        return arcs
    }
}
