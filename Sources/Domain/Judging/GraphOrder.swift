/// Orders the nodes of a labelled graph by what hangs on them, never by their numbers. Each node's colour comes from its
/// neighbours' colours, again and again, until no more nodes can be told apart (colour refinement). Where several remain
/// alike, one is singled out and it goes on; that makes no difference where they are mirror images of each other, which in
/// a table of scores they are. Nodes without neighbours are left out.
struct GraphOrder {
    /// After so many singled out, the rest goes by number: only a table made for it gets there.
    private static let mostSingledOut = 200

    private(set) var order: [Int] = []

    private let edges: [(one: Int, other: Int, label: UInt64)]
    private var colours: [UInt64]
    /// Equal for nodes with the very same neighbours and labels, which can change places freely.
    private var twins: [UInt64]

    init(count: Int, kind: (Int) -> UInt64, edges: [(Int, Int, UInt64)]) {
        self.edges = edges.map { (one: $0.0, other: $0.1, label: SplitMix64.mix($0.2, 3)) }
        colours = (0..<count).map { SplitMix64.mix(kind($0), 5) }
        twins = [UInt64](repeating: 0, count: count)
        var used = [Bool](repeating: false, count: count)
        for edge in self.edges {
            twins[edge.one] &+= SplitMix64.mix(edge.label, UInt64(edge.other))
            twins[edge.other] &+= SplitMix64.mix(edge.label, UInt64(edge.one))
            used[edge.one] = true
            used[edge.other] = true
        }
        let nodes = (0..<count).filter { used[$0] }
        refine(nodes)
        for _ in 0..<Self.mostSingledOut {
            guard let node = alike(nodes) else { break }
            colours[node] = SplitMix64.mix(colours[node], 7)
            refine(nodes)
        }
        order = nodes.sorted { (colours[$0], $0) < (colours[$1], $1) }
    }

    private mutating func refine(_ nodes: [Int]) {
        var classes = Set(nodes.map { colours[$0] }).count
        while classes < nodes.count {
            var heard = [UInt64](repeating: 0, count: colours.count)
            for edge in edges {
                heard[edge.one] &+= SplitMix64.mix(edge.label, colours[edge.other])
                heard[edge.other] &+= SplitMix64.mix(edge.label, colours[edge.one])
            }
            for node in nodes { colours[node] = SplitMix64.mix(colours[node], heard[node]) }
            let now = Set(nodes.map { colours[$0] }).count
            if now <= classes { break }
            classes = now
        }
    }

    /// One of the first nodes that are alike without being twins.
    private func alike(_ nodes: [Int]) -> Int? {
        let sorted = nodes.sorted { (colours[$0], $0) < (colours[$1], $1) }
        for (one, next) in zip(sorted, sorted.dropFirst())
        where colours[one] == colours[next] && twins[one] != twins[next] {
            return one
        }
        return nil
    }
}
