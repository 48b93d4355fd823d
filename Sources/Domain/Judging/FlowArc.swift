/// One arc of a network, between nodes numbered from zero.
package struct FlowArc: Sendable, Equatable {
    package let from: Int
    package let to: Int
    package let least: Int
    package let most: Int
    /// For each unit that flows.
    package let cost: Int

    package init(from: Int, to: Int, least: Int = 0, most: Int, cost: Int) {
        self.from = from
        self.to = to
        self.least = least
        self.most = most
        self.cost = cost
    }
}
