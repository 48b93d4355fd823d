/// The cheapest flow through a network, by the network simplex method with strongly feasible trees, which cannot go round
/// in circles. Bounds and costs are whole numbers, so the flows are too. The same network and seed give the same flow always;
/// the seed chooses between flows of the same cost.
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
    package static func solve(supplies: [Int], arcs: [FlowArc], seed: UInt64 = 0) -> Answer {
        guard let balanced = balanced(supplies, arcs) else { return .refused }
        guard let flows = flows(balanced, arcs, seed: seed) else { return .infeasible }
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
    static func flows(supplies: [Int], arcs: [FlowArc], seed: UInt64) -> [Int]? {
        balanced(supplies, arcs).flatMap { flows($0, arcs, seed: seed) }
    }

    private static func flows(_ balanced: [Int], _ arcs: [FlowArc], seed: UInt64) -> [Int]? {
        guard balanced.reduce(0, +) == 0 else { return nil }
        var simplex = NetworkSimplex(supplies: balanced, arcs: arcs, costs: shaken(balanced.count, arcs, seed: seed))
        guard simplex.run() else { return nil }
        return zip(arcs, simplex.flows).map { arc, flow in arc.least + flow }
    }

    /// The costs made so large that a little chance, added to each, decides only between flows of the same cost. That
    /// spares the method most of the steps that lead nowhere, and gives every seed an answer of its own. Where numbers
    /// would become too large there is less chance, or none.
    private static func shaken(_ nodes: Int, _ arcs: [FlowArc], seed: UInt64) -> [Int] {
        let room = arcs.reduce(0.0) { $0 + Double($1.most - $1.least) } + 1
        let dearest = Double((arcs.map { abs($0.cost) }.max() ?? 0) + 1)
        for bits in stride(from: 10, through: 1, by: -1) {
            let chance = 1 << bits
            guard room < 1e15, room * Double(chance) * (dearest + 1) * Double(nodes + 1) < 1e18 else { continue }
            let factor = chance * Int(room)
            return arcs.enumerated().map { place, arc in
                arc.cost * factor + Int(SplitMix64.mix(seed, UInt64(place)) % UInt64(chance))
            }
        }
        return arcs.map(\.cost)
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
