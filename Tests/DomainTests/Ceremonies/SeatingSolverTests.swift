import Domain
import Testing

@Suite("Seats for everybody")
struct SeatingSolverTests {
    private typealias Party = SeatingSolver.Party
    private typealias Wish = SeatingSolver.Wish

    private func tables(_ seats: Int...) -> [SeatingSolver.Table] {
        seats.enumerated().map { SeatingSolver.Table(name: "T\($0 + 1)", seats: $1) }
    }

    private func parties(_ people: Int..., at tables: [Int?] = []) -> [Party] {
        people.enumerated().map { index, people in
            Party(name: "P\(index)", people: people, table: tables.indices.contains(index) ? tables[index] : nil)
        }
    }

    /// Whether every party that sits fits, with all of its people at one table.
    private func fits(_ tables: [SeatingSolver.Table], _ parties: [Party], _ places: [Int?]) -> Bool {
        tables.indices.allSatisfy { table in
            zip(parties, places).filter { $0.1 == table }.reduce(0) { $0 + $1.0.people } <= tables[table].seats
        }
    }

    @Test("Parties sit whole, together and apart as wished, and the rest is spread")
    func plain() {
        let parties = parties(3, 2, 2, 1)
        let wishes = [Wish(0, 3, isApart: false), Wish(1, 2, isApart: true)]
        let found = SeatingSolver(tables: tables(4, 4, 2), parties: parties, wishes: wishes).solved()
        #expect(found.problems == [])
        #expect(fits(tables(4, 4, 2), parties, found.tables) && !found.tables.contains(nil))
        #expect(found.tables[0] == found.tables[3] && found.tables[1] != found.tables[2])
    }

    @Test("Whoever has a seat keeps it, and nobody else is moved for a wish that is kept already")
    func kept() {
        let parties = parties(2, 2, 2, 2, at: [0, 0, 1, nil])
        let found = SeatingSolver(
            tables: tables(4, 4, 4), parties: parties, wishes: [Wish(0, 1, isApart: false), Wish(2, 3, isApart: true)]
        ).solved()
        #expect(found.tables == [0, 0, 1, 2] && found.problems == [])
        let again = SeatingSolver(
            tables: tables(4, 4, 4),
            parties: zip(parties, found.tables).map { Party(name: $0.name, people: $0.people, table: $1) },
            wishes: [Wish(0, 2, isApart: true)]
        ).solved()
        #expect(again.tables == found.tables)
    }

    @Test("A party is let in where one other moves aside")
    func movesAside() {
        // One of two seats at each table is taken by somebody, and two come together.
        let parties = parties(1, 1, 2, at: [0, 1, nil])
        let found = SeatingSolver(tables: tables(2, 2), parties: parties, wishes: []).solved()
        #expect(found.problems == [] && !found.tables.contains(nil) && fits(tables(2, 2), parties, found.tables))
    }

    @Test("What cannot be kept is named with the reason, and the others sit")
    func impossible() {
        func problems(_ seats: [Int], _ people: [Int], _ wishes: [Wish]) -> [String] {
            let tables = seats.enumerated().map { SeatingSolver.Table(name: "T\($0 + 1)", seats: $1) }
            let parties = people.enumerated().map { Party(name: "P\($0)", people: $1) }
            let found = SeatingSolver(tables: tables, parties: parties, wishes: wishes).solved()
            #expect(fits(tables, parties, found.tables))
            return found.problems
        }
        #expect(
            problems([4, 4], [3, 3], [Wish(0, 1, isApart: false)]) == [
                "P0 and P1 do not sit together: with those who belong to them they are 6, and the largest table has 4 seats."
            ])
        #expect(
            problems(
                [9, 9], [1, 1, 1], [Wish(0, 1, isApart: false), Wish(1, 2, isApart: false), Wish(0, 2, isApart: true)])
                == ["P1 and P2 do not sit together: it would put P0 and P2 at one table, who are to sit apart."])
        #expect(
            problems(
                [2, 2], [1, 1, 1], [Wish(0, 1, isApart: true), Wish(1, 2, isApart: true), Wish(0, 2, isApart: true)]
            )
            .count == 1)
        #expect(
            problems([2], [3], []) == [
                "P0 and their party have no seat: they are 3, and the largest table has 2 seats."
            ])
        #expect(problems([2], [1, 1, 1], []) == ["One person has no seat: 3 come, and there are 2 seats."])
        let (standing, words) = (
            problems([3, 3], [2, 2, 2], []), "has no seat: no table has 2 seats left side by side."
        )
        #expect(standing.count == 1 && standing.first?.hasSuffix(words) == true)
        #expect(
            problems([], [1], []) == ["P0 and their party have no seat: they are 1, and the largest table has 0 seats."]
        )
    }

    @Test("The same seed gives the same seats")
    func seeds() {
        let (tables, parties, wishes) = night(seed: 3)
        let solver = SeatingSolver(tables: tables, parties: parties, wishes: wishes, seed: 7)
        #expect(solver.solved() == solver.solved())
        let other = SeatingSolver(tables: tables, parties: parties, wishes: wishes, seed: 8).solved()
        #expect(other != solver.solved() && other.problems == [])
    }

    @Test("300 guests find seats at 40 tables, and every wish is kept", arguments: 0..<4)
    func whole(_ seed: UInt64) {
        let (tables, parties, wishes) = night(seed: seed)
        let found = SeatingSolver(tables: tables, parties: parties, wishes: wishes, seed: 1).solved()
        #expect(found.problems == [] && !found.tables.contains(nil) && fits(tables, parties, found.tables))
        for wish in wishes { #expect((found.tables[wish.one] == found.tables[wish.other]) != wish.isApart) }
    }

    /// As many as fill nine of ten seats, with 40 wishes of either kind that go together.
    private func night(seed: UInt64) -> ([SeatingSolver.Table], [Party], [Wish]) {
        var chance = SplitMix64(seed: seed)
        let tables = (1...40).map { SeatingSolver.Table(name: "T\($0)", seats: 8) }
        var parties: [Party] = []
        var people = 0
        while people < 286 {
            let size = min(1 + chance.next(below: 4), 286 - people)
            parties.append(Party(name: "P\(parties.count)", people: size))
            people += size
        }
        let wishes = (0..<40).flatMap { number in
            [Wish(2 * number, 2 * number + 1, isApart: false), Wish(2 * number, (2 * number + 5) % 80, isApart: true)]
        }
        return (tables, parties, wishes)
    }

    @Test("Wherever a small night can be seated as wished, it is", arguments: 0..<60)
    func exact(_ seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let tables = (0..<3).map { SeatingSolver.Table(name: "T\($0)", seats: 2 + chance.next(below: 4)) }
        let parties = (0..<6).map { index in
            Party(name: "P\(index)", people: 1 + chance.next(below: 3), table: nil)
        }
        var wishes: [Wish] = []
        for one in 0..<5 {
            for other in (one + 1)..<6 where chance.next(below: 5) == 0 {
                wishes.append(Wish(one, other, isApart: chance.next(below: 2) == 0))
            }
        }
        let found = SeatingSolver(tables: tables, parties: parties, wishes: wishes).solved()
        #expect(fits(tables, parties, found.tables))
        var canBe = false
        for code in 0..<729 {
            var (rest, places) = (code, [Int?]())
            for _ in 0..<6 {
                places.append(rest % 3)
                rest /= 3
            }
            if fits(tables, parties, places), wishes.allSatisfy({ (places[$0.one] == places[$0.other]) != $0.isApart })
            {
                canBe = true
            }
        }
        #expect(found.problems.isEmpty == canBe)
    }
}
