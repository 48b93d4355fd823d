extension AssignmentProblem {
    /// Why it cannot be done; nil where it can. With no lower bounds violated on either side by itself, both can be met
    /// together (Mendelsohn and Dulmage), so two cuts tell all.
    package func shortage() -> AssignmentShortage? {
        shortage(allowed)
    }

    func shortage(_ pairs: [AllowedPair]) -> AssignmentShortage? {
        shortOfJudges(pairs) ?? shortOfCandidates(pairs)
    }

    private func shortOfJudges(_ pairs: [AllowedPair]) -> AssignmentShortage? {
        var counts = [Int](repeating: 0, count: candidates.count)
        for pair in pairs { counts[pair.row] += 1 }
        for (candidate, count) in zip(candidates, counts) where count < candidate.needs {
            return .candidate(candidate.key, needs: candidate.needs, allowed: count)
        }
        let needed = candidates.reduce(0) { $0 + $1.needs }
        var flow = network(pairs) {
            min($0.most, candidates.count)
        } need: {
            $0.needs
        }
        let found = flow.run(from: 0, to: 1)
        guard found < needed else { return nil }
        let reaching = flow.reaching(1)
        let short = candidates.indices.filter { reaching[2 + judges.count + $0] }
        let need = short.reduce(0) { $0 + candidates[$1].needs }
        let rows = Set(short)
        let able = Set(pairs.filter { rows.contains($0.row) }.map(\.column)).sorted()
        return .candidates(
            short.map { candidates[$0].key }, need: need, judges: able.map { judges[$0].key },
            places: need - (needed - found))
    }

    private func shortOfCandidates(_ pairs: [AllowedPair]) -> AssignmentShortage? {
        let least = judges.reduce((sum: 0, isTooLarge: false)) { sum, judge in
            let (next, overflow) = sum.sum.addingReportingOverflow(judge.least)
            return (next, sum.isTooLarge || overflow)
        }
        if !least.isTooLarge && least.sum == 0 { return nil }
        var counts = [Int](repeating: 0, count: judges.count)
        for pair in pairs { counts[pair.column] += 1 }
        for (judge, count) in zip(judges, counts) where count < judge.least {
            return .judge(judge.key, least: judge.least, allowed: count)
        }
        var flow = network(pairs) {
            $0.least
        } need: {
            $0.needs
        }
        let found = flow.run(from: 0, to: 1)
        guard found < least.sum else { return nil }
        let reached = flow.reached(from: 0)
        let short = judges.indices.filter { reached[2 + $0] }.map { judges[$0] }
        let must = short.reduce(0) { $0 + $1.least }
        return .judges(short.map(\.key), least: must, places: must - (least.sum - found))
    }

    /// Source 0, sink 1, then the judges, then the candidates.
    private func network(
        _ pairs: [AllowedPair], load: (Judge) -> Int, need: (Candidate) -> Int
    ) -> MaximumFlow {
        var flow = MaximumFlow(nodes: 2 + judges.count + candidates.count)
        for (column, judge) in judges.enumerated() { flow.add(from: 0, to: 2 + column, most: load(judge)) }
        for pair in pairs { flow.add(from: 2 + pair.column, to: 2 + judges.count + pair.row, most: 1) }
        for (row, candidate) in candidates.enumerated() {
            flow.add(from: 2 + judges.count + row, to: 1, most: need(candidate))
        }
        return flow
    }
}
