/// Seats parties at tables: each at one table, those who are to sit together at the same, those who are to sit apart at two, and the
/// rest spread. Whoever has a seat keeps it where that goes with the wishes. The same seed gives the same seats on every machine.
///
/// Where there is no way to keep everything, as much as possible is kept, and each wish that is not is named with the reason.
package struct SeatingSolver: Sendable {
    package struct Table: Sendable, Equatable {
        package let name: String
        package let seats: Int

        package init(name: String, seats: Int) {
            self.name = name
            self.seats = seats
        }
    }

    package struct Party: Sendable, Equatable {
        package let name: String
        package let people: Int
        /// Where they sit now, counted from 0.
        package let table: Int?

        package init(name: String, people: Int, table: Int? = nil) {
            self.name = name
            self.people = people
            self.table = table
        }
    }

    /// Of two parties, counted from 0.
    package struct Wish: Sendable, Equatable {
        package let one: Int
        package let other: Int
        package let isApart: Bool

        package init(_ one: Int, _ other: Int, isApart: Bool) {
            self.one = one
            self.other = other
            self.isApart = isApart
        }
    }

    package struct Solution: Sendable, Equatable {
        /// The table of each party; nil where they have none.
        package let tables: [Int?]
        /// What could not be kept, in sentences.
        package let problems: [String]
    }

    /// Orders that are tried before it is searched, and the steps after which a search is given up.
    private static let (tries, steps) = (24, 30_000)

    /// With more parties fewer orders are tried.
    private static let many = 1000

    let tables: [Table]
    let parties: [Party]
    let wishes: [Wish]
    private let seed: Int

    package init(tables: [Table], parties: [Party], wishes: [Wish], seed: Int = 0) {
        self.tables = tables
        self.parties = parties
        let known = parties.indices
        self.wishes = wishes.filter { known.contains($0.one) && known.contains($0.other) && $0.one != $0.other }
        self.seed = seed
    }

    package func solved() -> Solution {
        var problems: [String] = []
        let groups = grouped(&problems)
        let seats = tables.map(\.seats)
        var kept = SeatingDraft(seats: seats, groups: groups)
        kept.keepHomes()
        var best: SeatingDraft?
        let tries = groups.count > Self.many ? 4 : Self.tries
        for attempt in 0..<tries {
            var chance = SplitMix64(seed: UInt64(bitPattern: Int64(seed)) &+ UInt64(attempt))
            var draft = kept
            draft.placeRest(isSpread: attempt < tries / 2, &chance)
            if best.map({ draft.cost < $0.cost }) ?? true { best = draft }
            if let best, best.cost == (0, 0) { break }
        }
        var found = best ?? kept
        if found.cost.standing > 0, let searched = SeatingDraft(seats: seats, groups: groups).searched(Self.steps) {
            found = searched
        }
        return finished(found, problems)
    }

    // MARK: Who belongs together

    /// Parties that sit at one table, each once. A wish that cannot be kept whatever is done is left out.
    private func grouped(_ problems: inout [String]) -> [SeatingDraft.Group] {
        var group = Array(parties.indices)
        let largest = tables.map(\.seats).max() ?? 0
        for wish in wishes where !wish.isApart {
            let (here, there) = (group[wish.one], group[wish.other])
            guard here != there else { continue }
            let both = parties.indices.filter { group[$0] == here || group[$0] == there }
            let people = both.reduce(0) { $0 + parties[$1].people }
            if people > largest {
                problems.append(
                    "\(pair(wish)) do not sit together: with those who belong to them they are \(people), and the largest table has \(Self.seats(largest))."
                )
            } else if let against = wishes.first(where: {
                $0.isApart && both.contains($0.one) && both.contains($0.other)
            }) {
                problems.append(
                    "\(pair(wish)) do not sit together: it would put \(pair(against)) at one table, who are to sit apart."
                )
            } else {
                for index in both { group[index] = min(here, there) }
            }
        }
        let members = Dictionary(grouping: parties.indices) { group[$0] }
        return members.sorted { $0.key < $1.key }.map { _, members in
            SeatingDraft.Group(
                members: members, people: members.reduce(0) { $0 + parties[$1].people }, home: home(of: members),
                isSettled: Set(members.map { parties[$0].table }).count == 1, apart: [])
        }.linked(by: wishes)
    }

    /// The table at which most of them sit now.
    private func home(of members: [Int]) -> Int? {
        var people: [Int: Int] = [:]
        for member in members {
            if let table = parties[member].table, tables.indices.contains(table) {
                people[table, default: 0] += parties[member].people
            }
        }
        return people.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }

    // MARK: The end of it

    /// Seats those for whom there was no place as well as it goes, and says what could not be kept.
    private func finished(_ draft: SeatingDraft, _ known: [String]) -> Solution {
        var problems = known
        var places: [Int?] = Array(repeating: nil, count: parties.count)
        for (group, table) in zip(draft.groups, draft.tables) {
            for member in group.members { places[member] = table }
        }
        var free = draft.free
        for (group, table) in zip(draft.groups, draft.tables) where table == nil {
            for member in group.members.sorted(by: { (parties[$1].people, $0) < (parties[$0].people, $1) }) {
                let people = parties[member].people
                let fitting = tables.indices.filter { free[$0] >= people }
                let friends = Set(group.members.compactMap { places[$0] })
                func rank(_ table: Int) -> (Int, Int, Int, Int) {
                    (broken(member, at: table, places), friends.contains(table) ? 0 : 1, -free[table], table)
                }
                guard let table = fitting.min(by: { rank($0) < rank($1) }) else { continue }
                places[member] = table
                free[table] -= people
            }
        }
        for wish in wishes {
            guard let here = places[wish.one], let there = places[wish.other] else { continue }
            if wish.isApart, here == there {
                problems.append(
                    "\(pair(wish)) both sit at \(tables[here].name), although they are to sit apart: no other table has room for either."
                )
            } else if !wish.isApart, here != there, !problems.contains(where: { $0.hasPrefix("\(pair(wish)) do not") })
            {
                let people = parties[wish.one].people + parties[wish.other].people
                problems.append(
                    "\(pair(wish)) do not sit together: no table has \(Self.seats(people)) left for them and whoever belongs to them."
                )
            }
        }
        return Solution(tables: places, problems: problems + standing(places))
    }

    private func broken(_ member: Int, at table: Int, _ places: [Int?]) -> Int {
        wishes.filter { wish in
            guard wish.isApart, wish.one == member || wish.other == member else { return false }
            return places[wish.one == member ? wish.other : wish.one] == table
        }.count
    }

    private func standing(_ places: [Int?]) -> [String] {
        let standing = parties.indices.filter { places[$0] == nil }
        guard !standing.isEmpty else { return [] }
        let largest = tables.map(\.seats).max() ?? 0
        var said = standing.filter { parties[$0].people > largest }.map {
            "\(parties[$0].name) and their party have no seat: they are \(parties[$0].people), and the largest table has \(Self.seats(largest))."
        }
        let (all, seats) = (parties.reduce(0) { $0 + $1.people }, tables.reduce(0) { $0 + $1.seats })
        let rest = standing.filter { parties[$0].people <= largest }
        if all > seats, !rest.isEmpty {
            let people = rest.reduce(0) { $0 + parties[$1].people }
            said.append(
                "\(people == 1 ? "One person has" : "\(people) people have") no seat: \(all) come, and there are \(Self.seats(seats))."
            )
        } else {
            said += rest.map {
                "\(parties[$0].name) has no seat: no table has \(Self.seats(parties[$0].people)) left side by side."
            }
        }
        return said
    }

    private func pair(_ wish: Wish) -> String { "\(parties[wish.one].name) and \(parties[wish.other].name)" }

    private static func seats(_ count: Int) -> String { count == 1 ? "one seat" : "\(count) seats" }
}

extension [SeatingDraft.Group] {
    /// With what keeps groups apart.
    fileprivate func linked(by wishes: [SeatingSolver.Wish]) -> [SeatingDraft.Group] {
        var number: [Int: Int] = [:]
        for (index, one) in enumerated() { for member in one.members { number[member] = index } }
        var linked = self
        for wish in wishes where wish.isApart {
            guard let here = number[wish.one], let there = number[wish.other], here != there else { continue }
            linked[here].apart.insert(there)
            linked[there].apart.insert(here)
        }
        return linked
    }
}
