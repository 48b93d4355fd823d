/// The most that flows from one node to another (Dinitz's method), and what stands in the way of more.
struct MaximumFlow {
    private var targets: [Int32] = []
    private var room: [Int] = []
    private var arcs: [[Int32]]
    private var levels: [Int32]
    private var next: [Int]

    init(nodes: Int) {
        arcs = Array(repeating: [], count: nodes)
        levels = Array(repeating: -1, count: nodes)
        next = Array(repeating: 0, count: nodes)
    }

    /// Nodes exist, and `most` is not below zero.
    mutating func add(from: Int, to: Int, most: Int) {
        arcs[from].append(Int32(truncatingIfNeeded: targets.count))
        targets.append(Int32(truncatingIfNeeded: to))
        room.append(most)
        arcs[to].append(Int32(truncatingIfNeeded: targets.count))
        targets.append(Int32(truncatingIfNeeded: from))
        room.append(0)
    }

    mutating func run(from source: Int, to sink: Int) -> Int {
        var total = 0
        while level(from: source, to: sink) {
            for node in next.indices { next[node] = 0 }
            while true {
                let pushed = push(from: source, to: sink)
                if pushed == 0 { break }
                total += pushed
            }
        }
        return total
    }

    /// The nodes that more could still reach: the source's side of the smallest cut, as small as it can be.
    func reached(from source: Int) -> [Bool] {
        var reached = [Bool](repeating: false, count: arcs.count)
        reached[source] = true
        var queue = [source]
        while let node = queue.popLast() {
            for arc in arcs[node] where room[Int(arc)] > 0 && !reached[Int(targets[Int(arc)])] {
                reached[Int(targets[Int(arc)])] = true
                queue.append(Int(targets[Int(arc)]))
            }
        }
        return reached
    }

    /// The nodes from which more could still reach the sink: the other side of the smallest cut, as small as it can be.
    func reaching(_ sink: Int) -> [Bool] {
        var reaching = [Bool](repeating: false, count: arcs.count)
        reaching[sink] = true
        var queue = [sink]
        while let node = queue.popLast() {
            for arc in arcs[node] where room[Int(arc) ^ 1] > 0 && !reaching[Int(targets[Int(arc)])] {
                reaching[Int(targets[Int(arc)])] = true
                queue.append(Int(targets[Int(arc)]))
            }
        }
        return reaching
    }

    private mutating func level(from source: Int, to sink: Int) -> Bool {
        for node in levels.indices { levels[node] = -1 }
        levels[source] = 0
        var queue = [source]
        var place = 0
        while place < queue.count {
            let node = queue[place]
            place += 1
            for arc in arcs[node] where room[Int(arc)] > 0 {
                let target = Int(targets[Int(arc)])
                if levels[target] < 0 {
                    levels[target] = levels[node] + 1
                    queue.append(target)
                }
            }
        }
        return levels[sink] >= 0
    }

    /// One path along rising levels, walked with a list of its own, as a deep network must not use up the stack.
    private mutating func push(from source: Int, to sink: Int) -> Int {
        var path: [Int] = []
        var node = source
        while node != sink {
            if next[node] < arcs[node].count {
                let arc = Int(arcs[node][next[node]])
                let target = Int(targets[arc])
                if room[arc] > 0 && levels[target] == levels[node] + 1 {
                    path.append(arc)
                    node = target
                } else {
                    next[node] += 1
                }
            } else {
                guard let back = path.popLast() else { return 0 }
                node = Int(targets[back ^ 1])
                next[node] += 1
            }
        }
        let amount = path.map { room[$0] }.min() ?? 0
        for arc in path {
            room[arc] -= amount
            room[arc ^ 1] += amount
        }
        return amount
    }
}
