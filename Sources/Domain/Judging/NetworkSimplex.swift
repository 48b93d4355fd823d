/// The tree that the simplex method walks with. Node `count` is a root of its own, joined to every node by an arc so dear
/// that it is used only where there is no other way.
struct NetworkSimplex {
    private let count: Int
    private let real: Int
    private var sources: [Int32]
    private var targets: [Int32]
    private var costs: [Int]
    private var limits: [Int]
    private var flow: [Int]
    /// 1 on an arc that is empty, -1 on one that is full, 0 on one of the tree.
    private var states: [Int8]

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
    init(supplies: [Int], arcs: [FlowArc]) {
        count = supplies.count
        real = arcs.count
        let root = count
        let dear = ((arcs.map { abs($0.cost) }.max() ?? 0) + 1) * (count + 1)
        sources = arcs.map { Int32(truncatingIfNeeded: $0.from) }
        targets = arcs.map { Int32(truncatingIfNeeded: $0.to) }
        costs = arcs.map(\.cost)
        limits = arcs.map { $0.most - $0.least }
        flow = [Int](repeating: 0, count: real)
        states = [Int8](repeating: 1, count: real) + [Int8](repeating: 0, count: count)
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
            sources.append(Int32(truncatingIfNeeded: rises ? node : root))
            targets.append(Int32(truncatingIfNeeded: rises ? root : node))
            costs.append(dear)
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
            let arc = nextArc
            nextArc = arc + 1 < real ? arc + 1 : 0
            let state = states[arc]
            if state != 0 {
                let reduced = costs[arc] + potentials[Int(sources[arc])] - potentials[Int(targets[arc])]
                let saving = state > 0 ? reduced : -reduced
                if saving < least {
                    least = saving
                    best = arc
                }
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
        let isEmpty = states[arc] > 0
        let first = Int(isEmpty ? sources[arc] : targets[arc])
        let second = Int(isEmpty ? targets[arc] : sources[arc])
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
            states[arc] = isEmpty ? -1 : 1
            return
        }
        let out = links[leaving]
        states[out] = flow[out] == 0 ? 1 : -1
        states[arc] = 0
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
            isUp[child] = Int(sources[link]) == child
            if child == last { break }
            (above, child, link) = (child, oldParent, oldLink)
        }
        let reduced = costs[arc] + potentials[Int(sources[arc])] - potentials[Int(targets[arc])]
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
