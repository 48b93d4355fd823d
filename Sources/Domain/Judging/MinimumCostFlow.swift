/// The cheapest flow through a network, by the network simplex method with strongly feasible trees, which cannot go round
/// in circles. Bounds and costs are whole numbers, so the flows are too. The same network gives the same flow always.
package enum MinimumCostFlow {
    /// Nodes, and numbers of any kind, beyond these are refused, so that nothing overflows on the way.
    static let mostNodes = 1_000_000
    static let mostArcs = 20_000_000
    static let largest = 1_000_000_000_000_000

    package enum Answer: Sendable, Equatable {
        /// The flow on each arc, and what it costs in all.
        case flow([Int], cost: Int)
        case infeasible
        /// Nodes that do not exist, bounds in the wrong order, or numbers beyond what can be reckoned with.
        case refused
    }

    /// `supplies` holds one number for each node: above zero for what springs there, below zero for what it takes.
    package static func solve(supplies: [Int], arcs: [FlowArc]) -> Answer {
        guard let balanced = balanced(supplies, arcs) else { return .refused }
        guard let flows = flows(balanced, arcs) else { return .infeasible }
        var cost = 0
        for (arc, flow) in zip(arcs, flows) {
            let (part, tooLarge) = arc.cost.multipliedReportingOverflow(by: flow)
            let (sum, overflow) = cost.addingReportingOverflow(part)
            if tooLarge || overflow { return .refused }
            cost = sum
        }
        return .flow(flows, cost: cost)
    }

    /// The flow alone, for a network that has one; nil for any other.
    static func flows(supplies: [Int], arcs: [FlowArc]) -> [Int]? {
        balanced(supplies, arcs).flatMap { flows($0, arcs) }
    }

    private static func flows(_ balanced: [Int], _ arcs: [FlowArc]) -> [Int]? {
        guard balanced.reduce(0, +) == 0 else { return nil }
        var simplex = NetworkSimplex(supplies: balanced, arcs: arcs)
        guard simplex.run() else { return nil }
        return zip(arcs, simplex.flows).map { arc, flow in arc.least + flow }
    }

    /// The supplies once every arc carries its least; nil where the network makes no sense.
    private static func balanced(_ supplies: [Int], _ arcs: [FlowArc]) -> [Int]? {
        guard supplies.count <= mostNodes, arcs.count <= mostArcs else { return nil }
        let sane = -largest...largest
        guard supplies.allSatisfy(sane.contains) else { return nil }
        var balanced = supplies
        var total = 0
        for supply in supplies {
            total += abs(supply)
            guard total < Int.max / 8 else { return nil }
        }
        for arc in arcs {
            guard supplies.indices.contains(arc.from), supplies.indices.contains(arc.to), sane.contains(arc.cost),
                sane.contains(arc.least), sane.contains(arc.most), arc.least <= arc.most
            else { return nil }
            balanced[arc.from] -= arc.least
            balanced[arc.to] += arc.least
            total += abs(arc.least)
            guard total < Int.max / 8 else { return nil }
        }
        // What the dearest way may cost.
        let dearest = (arcs.map { abs($0.cost) }.max() ?? 0) + 1
        let (all, overflow) = dearest.multipliedReportingOverflow(by: supplies.count + 1)
        guard !overflow, all < Int.max / 8 else { return nil }
        return balanced
    }
}
