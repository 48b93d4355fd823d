/// Union-find: which of some things numbered from zero hang together.
struct DisjointSets {
    private var parents: [Int]
    private var sizes: [Int]
    private(set) var count: Int

    init(count: Int) {
        parents = Array(0..<max(0, count))
        sizes = Array(repeating: 1, count: max(0, count))
        self.count = max(0, count)
    }

    mutating func root(of thing: Int) -> Int {
        var thing = thing
        while parents[thing] != thing {
            parents[thing] = parents[parents[thing]]
            thing = parents[thing]
        }
        return thing
    }

    /// False if they hung together already.
    @discardableResult
    mutating func join(_ one: Int, _ other: Int) -> Bool {
        var (large, small) = (root(of: one), root(of: other))
        if large == small { return false }
        if sizes[large] < sizes[small] { swap(&large, &small) }
        parents[small] = large
        sizes[large] += sizes[small]
        count -= 1
        return true
    }

    /// Which of these hang together: each group, and the groups by their first, in the order given.
    mutating func groups(of things: some Sequence<Int>) -> [[Int]] {
        var places: [Int: Int] = [:]
        var groups: [[Int]] = []
        for thing in things {
            let root = root(of: thing)
            if let place = places[root] {
                groups[place].append(thing)
            } else {
                places[root] = groups.count
                groups.append([thing])
            }
        }
        return groups
    }
}
