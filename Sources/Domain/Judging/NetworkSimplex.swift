/// The tree that the simplex method walks with. Node `count` is a root of its own, joined to every node by an arc so dear
/// that it is used only where there is no other way.
struct NetworkSimplex {
    private struct Arc {
        let source: Int32
        let target: Int32
        let cost: Int
        /// 1 on an arc that is empty, -1 on one that is full, 0 on one of the tree.
        var state: Int
    }

    private let count: Int
    private let real: Int
    private var arcs: [Arc]
    private var limits: [Int]
    private var flow: [Int]

    private var potentials: [Int]
    private var parents: [Int]
    /// The arc between a node and its parent, and whether it points to the parent.
    private var links: [Int]
    private var isUp: [Bool]
    private var depths: [Int]
    private var firstChild: [Int]
    private var nextSibling: [Int]
    private var previousSibling: [Int]
    private var stack: [Int] = []
    private var nextArc = 0

    /// What flows on the arcs that were given.
    var flows: ArraySlice<Int> { flow[..<real] }

    /// Supplies sum to zero, and every number is within `MinimumCostFlow`'s limits.
    init(supplies: [Int], arcs: [FlowArc], costs: [Int]) {
        count = supplies.count
        real = arcs.count
        let root = count
        let dear = ((costs.map { abs($0) }.max() ?? 0) + 1) * (count + 1)
        self.arcs = zip(arcs, costs).map { arc, cost in
            Arc(
                source: Int32(truncatingIfNeeded: arc.from), target: Int32(truncatingIfNeeded: arc.to), cost: cost,
                state: 1)
        }
        limits = arcs.map { $0.most - $0.least }
        flow = [Int](repeating: 0, count: real)
        potentials = [Int](repeating: 0, count: count + 1)
        parents = [Int](repeating: root, count: count) + [-1]
        links = Array(real..<(real + count)) + [-1]
        isUp = [Bool](repeating: true, count: count + 1)
        depths = [Int](repeating: 1, count: count) + [0]
        firstChild = [Int](repeating: -1, count: count) + [count - 1]
        nextSibling = (0..<count).map { $0 - 1 } + [-1]
        previousSibling = supplies.indices.map { $0 + 1 < supplies.count ? $0 + 1 : -1 } + [-1]
        for (node, supply) in supplies.enumerated() {
            let rises = supply >= 0
            self.arcs.append(
                Arc(
                    source: Int32(truncatingIfNeeded: rises ? node : root),
                    target: Int32(truncatingIfNeeded: rises ? root : node), cost: dear, state: 0))
            limits.append(Int.max / 4)
            flow.append(abs(supply))
            isUp[node] = rises
            potentials[node] = rises ? -dear : dear
        }
    }

    /// False where some unit found no way.
    mutating func run() -> Bool {
        while let arc = entering() { pivot(arc) }
        return flow[real...].allSatisfy { $0 == 0 }
    }

    /// The arc that saves most among the next ones that save anything; nil when none does.
    private mutating func entering() -> Int? {
        let block = max(20, Int(Double(real).squareRoot()))
        var best: Int?
        var least = 0
        var left = block
        for _ in 0..<real {
            let place = nextArc
            nextArc = place + 1 < real ? place + 1 : 0
            let arc = arcs[place]
            let saving = arc.state * (arc.cost + potentials[Int(arc.source)] - potentials[Int(arc.target)])
            if saving < least {
                least = saving
                best = place
            }
            left -= 1
            if left == 0 {
                if best != nil { break }
                left = block
            }
        }
        return best
    }

    /// Pushes what fits round the circle that the arc closes, and takes the arc that stops it out of the tree: of several
    /// the last one met from the top of the circle on, in the direction of the flow, which keeps the tree strongly feasible.
    private mutating func pivot(_ arc: Int) {
        let isEmpty = arcs[arc].state > 0
        let first = Int(isEmpty ? arcs[arc].source : arcs[arc].target)
        let second = Int(isEmpty ? arcs[arc].target : arcs[arc].source)
        let top = join(first, second)
        var amount = limits[arc]
        var leaving = -1
        var leavesFirst = false
        var node = first
        while node != top {
            let link = links[node]
            let room = isUp[node] ? flow[link] : limits[link] - flow[link]
            if room < amount { (amount, leaving, leavesFirst) = (room, node, true) }
            node = parents[node]
        }
        node = second
        while node != top {
            let link = links[node]
            let room = isUp[node] ? limits[link] - flow[link] : flow[link]
            if room <= amount { (amount, leaving, leavesFirst) = (room, node, false) }
            node = parents[node]
        }
        if amount > 0 { push(amount, along: arc, isEmpty: isEmpty, first, second, top) }
        guard leaving >= 0 else {
            arcs[arc].state = isEmpty ? -1 : 1
            return
        }
        let out = links[leaving]
        arcs[out].state = flow[out] == 0 ? 1 : -1
        arcs[arc].state = 0
        hang(leavesFirst ? first : second, under: leavesFirst ? second : first, by: arc, upTo: leaving)
    }

    private func join(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        while one != other {
            if depths[one] >= depths[other] { one = parents[one] } else { other = parents[other] }
        }
        return one
    }

    private mutating func push(_ amount: Int, along arc: Int, isEmpty: Bool, _ first: Int, _ second: Int, _ top: Int) {
        flow[arc] += isEmpty ? amount : -amount
        var node = first
        while node != top {
            flow[links[node]] += isUp[node] ? -amount : amount
            node = parents[node]
        }
        node = second
        while node != top {
            flow[links[node]] += isUp[node] ? amount : -amount
            node = parents[node]
        }
    }

    /// Turns the branch from `node` up to `last` round, and hangs it by `arc`.
    private mutating func hang(_ node: Int, under parent: Int, by arc: Int, upTo last: Int) {
        var (child, above, link) = (node, parent, arc)
        while true {
            let (oldParent, oldLink) = (parents[child], links[child])
            cut(child)
            attach(child, above)
            links[child] = link
            isUp[child] = Int(arcs[link].source) == child
            if child == last { break }
            (above, child, link) = (child, oldParent, oldLink)
        }
        let reduced = arcs[arc].cost + potentials[Int(arcs[arc].source)] - potentials[Int(arcs[arc].target)]
        let shift = isUp[node] ? -reduced : reduced
        stack.removeAll(keepingCapacity: true)
        stack.append(node)
        while let next = stack.popLast() {
            potentials[next] += shift
            depths[next] = depths[parents[next]] + 1
            var child = firstChild[next]
            while child >= 0 {
                stack.append(child)
                child = nextSibling[child]
            }
        }
    }

    private mutating func cut(_ node: Int) {
        let (before, after) = (previousSibling[node], nextSibling[node])
        if before >= 0 { nextSibling[before] = after } else { firstChild[parents[node]] = after }
        if after >= 0 { previousSibling[after] = before }
    }

    private mutating func attach(_ node: Int, _ parent: Int) {
        let first = firstChild[parent]
        parents[node] = parent
        nextSibling[node] = first
        previousSibling[node] = -1
        if first >= 0 { previousSibling[first] = node }
        firstChild[parent] = node
    }
}
