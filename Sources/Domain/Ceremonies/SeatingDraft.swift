/// Groups of parties on their way to a table each; see `SeatingSolver`.
struct SeatingDraft: Sendable {
    struct Group: Sendable {
        /// Parties.
        var members: [Int]
        var people: Int
        /// The table at which most of them sit now.
        var home: Int?
        /// All of them sit there.
        var isSettled: Bool
        /// Groups that sit elsewhere.
        var apart: Set<Int>
    }

    private static let mostSearched = 400

    let groups: [Group]
    private(set) var free: [Int]
    private(set) var tables: [Int?]
    private var at: [Set<Int>]
    /// Steps that are spent on making room, all in all.
    private var patience = 400_000

    init(seats: [Int], groups: [Group]) {
        self.groups = groups
        free = seats
        tables = Array(repeating: nil, count: groups.count)
        at = Array(repeating: [], count: seats.count)
    }

    /// How many people stand, and how many who sat sit elsewhere.
    var cost: (standing: Int, moved: Int) {
        var cost = (standing: 0, moved: 0)
        for (group, table) in zip(groups, tables) {
            if table == nil { cost.standing += group.people }
            if let home = group.home, home != table { cost.moved += group.people }
        }
        return cost
    }

    // MARK: Placing

    /// Leaves everybody where they are, as far as they fit and nobody is to sit apart: those first of whom all sit there, then the largest.
    mutating func keepHomes() {
        let order = groups.indices.sorted {
            (groups[$0].isSettled ? 0 : 1, groups[$1].people, $0) < (
                groups[$1].isSettled ? 0 : 1, groups[$0].people, $1
            )
        }
        for group in order {
            if let home = groups[group].home, fits(group, home) { put(group, home) }
        }
    }

    /// Places the others, the largest first: spread over the tables with most room, or where the least room is left over.
    mutating func placeRest(isSpread: Bool, _ chance: inout SplitMix64) {
        let lots = groups.indices.map { _ in chance.next() }
        let rest = groups.indices.filter { tables[$0] == nil && groups[$0].people > 0 }.sorted {
            (groups[$1].people, groups[$1].apart.count, lots[$0], $0) < (
                groups[$0].people, groups[$0].apart.count, lots[$1], $1
            )
        }
        let ranks = free.indices.map { _ in chance.next() }
        for group in rest {
            let fitting = free.indices.filter { fits(group, $0) }
            let chosen = fitting.min { one, other in
                let (here, there) = (isSpread ? -free[one] : free[one], isSpread ? -free[other] : free[other])
                return (here, ranks[one], one) < (there, ranks[other], other)
            }
            if let chosen { put(group, chosen) } else { makeRoom(for: group) }
        }
    }

    /// Moves one other group out of the way, if that helps: rather one that had no seat before, rather a small one.
    private mutating func makeRoom(for group: Int) {
        var best: (cost: (Int, Int, Int), out: Int, from: Int, to: Int)?
        for table in free.indices {
            let against = groups[group].apart.intersection(at[table])
            guard against.count <= 1 else { continue }
            for out in at[table] where against.isSubset(of: [out]) {
                guard free[table] + groups[out].people >= groups[group].people else { continue }
                let cost = (groups[out].home == table ? 1 : 0, groups[out].people, out)
                if let best, best.cost <= cost { continue }
                patience -= free.count
                guard patience > 0 else { return }
                guard let other = free.indices.first(where: { $0 != table && fits(out, $0) }) else { continue }
                best = (cost, out, table, other)
            }
        }
        guard let best else { return }
        take(best.out)
        put(best.out, best.to)
        put(group, best.from)
    }

    /// A way to seat everybody, searched step by step; nil when there is none, or none was found in so many steps, or they are too many.
    func searched(_ most: Int) -> SeatingDraft? {
        guard groups.count <= Self.mostSearched else { return nil }
        var draft = self
        var left = most
        let order = groups.indices.filter { groups[$0].people > 0 }.sorted {
            (groups[$1].people, groups[$1].apart.count, $0) < (groups[$0].people, groups[$0].apart.count, $1)
        }
        return draft.search(order[...], &left) ? draft : nil
    }

    private mutating func search(_ order: ArraySlice<Int>, _ left: inout Int) -> Bool {
        guard let group = order.first else { return true }
        var seen: Set<Int> = []
        let tables = free.indices.sorted { one, other in
            let home = groups[group].home
            return (one == home ? 0 : 1, free[one], one) < (other == home ? 0 : 1, free[other], other)
        }
        for table in tables where fits(group, table) {
            // One empty table of a size is like another.
            if at[table].isEmpty, groups[group].home != table, !seen.insert(free[table]).inserted { continue }
            left -= 1
            guard left > 0 else { return false }
            put(group, table)
            if search(order.dropFirst(), &left) { return true }
            take(group)
        }
        return false
    }

    // MARK: Chairs

    private func fits(_ group: Int, _ table: Int) -> Bool {
        free[table] >= groups[group].people && groups[group].apart.isDisjoint(with: at[table])
    }

    private mutating func put(_ group: Int, _ table: Int) {
        tables[group] = table
        free[table] -= groups[group].people
        at[table].insert(group)
    }

    private mutating func take(_ group: Int) {
        guard let table = tables[group] else { return }
        tables[group] = nil
        free[table] += groups[group].people
        at[table].remove(group)
    }
}
