import Domain
import Testing

@Suite("Who scores whom")
struct AssignmentTests {
    private func problem(
        candidates: Int, needs: Int, judges: Int, least: Int = 0, most: Int, forbidden: Set<Pairing> = [],
        preferences: [Pairing: Int] = [:], existing: Set<Pairing> = [], begun: Set<Pairing> = []
    ) throws -> AssignmentProblem {
        try AssignmentProblem(
            candidates: (1...candidates).map { .init(key: $0, needs: needs) },
            judges: (1...judges).map { .init(key: $0, least: least, most: most) }, forbidden: forbidden,
            preferences: preferences, existing: existing, begun: begun)
    }

    private func check(_ assignment: Assignment, candidates: Int, judges: Int) -> AssignmentCheck {
        AssignmentCheck(
            candidates: Array(1...candidates), judges: Array(1...judges), pairs: Set(assignment.pairs), quorum: 3)
    }

    @Test(
        "Everybody gets as many judges as needed, loads are even, and all hang together",
        arguments: [1, 2, 3] as [UInt64])
    func even(seed: UInt64) throws {
        let found = try problem(candidates: 30, needs: 4, judges: 8, most: 30).solve(seed: seed)
        let check = check(found, candidates: 30, judges: 8)
        #expect(found.pairs.count == 120)
        #expect(Set(found.pairs).count == 120)
        #expect(check.fewestJudges == 4 && check.mostJudges == 4)
        #expect(check.smallestLoad == 15 && check.largestLoad == 15)
        #expect(check.isConnected)
        #expect(check.coJudgePairs == 28, "all 28 pairs of 8 judges meet")
    }

    @Test("The same seed gives the same answer, whatever the order in which things were listed")
    func seed() throws {
        let one = try problem(candidates: 25, needs: 3, judges: 7, most: 25)
        let other = try AssignmentProblem(candidates: one.candidates.reversed(), judges: one.judges.reversed())
        let (first, again, another) = (try one.solve(seed: 5), try other.solve(seed: 5), try one.solve(seed: 6))
        #expect(first == again)
        #expect(first.pairs != another.pairs)
    }

    @Test(
        "A conflict never appears, whatever the seed and however much it is preferred",
        arguments: 0..<12 as Range<UInt64>)
    func conflicts(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        var forbidden: Set<Pairing> = []
        for candidate in 1...14 {
            for _ in 0..<2 { forbidden.insert(Pairing(candidate: candidate, judge: 1 + chance.next(below: 6))) }
        }
        let found = try problem(
            candidates: 14, needs: 3, judges: 6, most: 14, forbidden: forbidden,
            preferences: Dictionary(uniqueKeysWithValues: forbidden.map { ($0, -100) }), existing: forbidden,
            begun: forbidden
        ).solve(seed: seed)
        #expect(forbidden.isDisjoint(with: found.pairs))
        #expect(found.pairs.count == 42)
    }

    @Test("The answer of a seed is this one, on every machine")
    func fixed() throws {
        let found = try problem(candidates: 6, needs: 2, judges: 4, most: 6).solve(seed: 2018)
        #expect(found.byJudge == [1: [1, 3, 5], 2: [1, 2, 4], 3: [4, 5, 6], 4: [2, 3, 6]])
        #expect(found.cost == 360)
    }

    @Test("Who would rather not is spared where others can")
    func preferences() throws {
        let wary = Pairing(candidate: 1, judge: 1)
        let keen = Pairing(candidate: 2, judge: 1)
        let found = try problem(
            candidates: 6, needs: 2, judges: 4, most: 3, preferences: [wary: 3, keen: -3]
        ).solve(seed: 1)
        #expect(!found.pairs.contains(wary))
        #expect(found.pairs.contains(keen))
    }

    @Test("A preference gives way to a need")
    func need() throws {
        let found = try problem(
            candidates: 1, needs: 2, judges: 2, most: 1, preferences: [Pairing(candidate: 1, judge: 1): 100]
        ).solve(seed: 1)
        #expect(found.pairs.count == 2)
    }

    @Test("Running again changes nothing, and after a recusal only what has to")
    func again() throws {
        let before = try problem(candidates: 20, needs: 3, judges: 6, most: 12).solve(seed: 3)
        let existing = Set(before.pairs)
        let same = try problem(candidates: 20, needs: 3, judges: 6, most: 12, existing: existing).solve(seed: 99)
        #expect(same.pairs == before.pairs)
        #expect(same.added.isEmpty && same.dropped.isEmpty)
        let gone = try #require(before.pairs.first)
        let after = try problem(
            candidates: 20, needs: 3, judges: 6, most: 12, forbidden: [gone], existing: existing
        ).solve(seed: 99)
        #expect(after.dropped == [gone])
        #expect(after.added.count == 1)
        #expect(after.added.first?.candidate == gone.candidate)
    }

    @Test("A ballot that was begun stays where another pair can go")
    func begun() throws {
        let existing: Set = [Pairing(candidate: 1, judge: 1), Pairing(candidate: 1, judge: 2)]
        for kept in existing {
            let found = try problem(
                candidates: 1, needs: 1, judges: 2, most: 1, existing: existing, begun: [kept]
            ).solve(seed: 1)
            #expect(found.pairs == [kept])
        }
    }

    @Test("A load's least is kept")
    func least() throws {
        let far = Dictionary(uniqueKeysWithValues: (1...9).map { (Pairing(candidate: $0, judge: 3), 100) })
        let found = try problem(candidates: 9, needs: 1, judges: 3, least: 2, most: 9, preferences: far).solve(seed: 1)
        #expect(found.byJudge[3]?.count == 2)
    }

    @Test("A candidate whom too few may score is named")
    func shortCandidate() throws {
        let forbidden: Set = [Pairing(candidate: 2, judge: 1), Pairing(candidate: 2, judge: 3)]
        let problem = try problem(candidates: 4, needs: 2, judges: 3, most: 4, forbidden: forbidden)
        let shortage = AssignmentShortage.candidate(2, needs: 2, allowed: 1)
        #expect(throws: shortage) { try problem.solve(seed: 1) }
        #expect(
            shortage.message(candidate: { "Nominee \($0)" }, judge: { "Judge \($0)" })
                == "Nominee 2 needs 2 judges, and only 1 may score them. Add a judge, or ask for fewer.")
    }

    @Test("Candidates who are short together are named, and only they")
    func shortCandidates() throws {
        // 1 and 2 have judges 1 and 2 alone, who can take one each; everybody else has room.
        var forbidden: Set<Pairing> = []
        for candidate in 1...2 { for judge in 3...4 { forbidden.insert(Pairing(candidate: candidate, judge: judge)) } }
        let problem = try AssignmentProblem(
            candidates: (1...5).map { .init(key: $0, needs: 2) },
            judges: [.init(key: 1, most: 1), .init(key: 2, most: 1), .init(key: 3, most: 9), .init(key: 4, most: 9)],
            forbidden: forbidden)
        #expect(problem.shortage() == .candidates([1, 2], need: 4, judges: [1, 2], places: 2))
    }

    @Test("Too little room in all names everybody")
    func tooLittle() throws {
        let shortage = try problem(candidates: 5, needs: 3, judges: 4, most: 3).shortage()
        #expect(shortage == .candidates([1, 2, 3, 4, 5], need: 15, judges: [1, 2, 3, 4], places: 12))
    }

    @Test("A judge who cannot be given the least, and judges who cannot together, are named")
    func shortJudges() throws {
        let forbidden = Set((2...5).map { Pairing(candidate: $0, judge: 2) })
        let one = try AssignmentProblem(
            candidates: (1...5).map { .init(key: $0, needs: 1) },
            judges: [.init(key: 1, most: 5), .init(key: 2, least: 2, most: 5)], forbidden: forbidden)
        #expect(one.shortage() == .judge(2, least: 2, allowed: 1))
        let both = try AssignmentProblem(
            candidates: (1...3).map { .init(key: $0, needs: 1) },
            judges: [.init(key: 1, most: 5), .init(key: 2, least: 2, most: 5), .init(key: 3, least: 2, most: 5)])
        #expect(both.shortage() == .judges([2, 3], least: 4, places: 3))
    }

    @Test("Nothing to share out is no trouble")
    func empty() throws {
        let found = try AssignmentProblem(candidates: [], judges: []).solve(seed: 1)
        #expect(found.pairs.isEmpty && found.cost == 0)
        #expect(try AssignmentProblem(candidates: [.init(key: 1, needs: 0)], judges: []).solve(seed: 1).pairs.isEmpty)
    }

    @Test("Numbers out of all proportion are refused")
    func refused() {
        let refusal = JudgingRefusal.badAssignment
        #expect(throws: refusal) { try AssignmentProblem(candidates: [.init(key: 1, needs: -1)], judges: []) }
        #expect(throws: refusal) { try AssignmentProblem(candidates: [.init(key: 1, needs: .max)], judges: []) }
        #expect(throws: refusal) { try AssignmentProblem(candidates: [], judges: [.init(key: 1, least: 2, most: 1)]) }
        #expect(throws: refusal) {
            try AssignmentProblem(candidates: [], judges: [.init(key: 1, least: .min, most: 1)])
        }
        #expect(throws: refusal) {
            try AssignmentProblem(candidates: [.init(key: 1, needs: 1), .init(key: 1, needs: 1)], judges: [])
        }
        #expect(throws: refusal) {
            try AssignmentProblem(candidates: [], judges: [], preferences: [Pairing(candidate: 1, judge: 1): .min])
        }
    }

    @Test("Limits without end are as good as none")
    func endless() throws {
        let found = try AssignmentProblem(
            candidates: (1...3).map { .init(key: $0, needs: 2) }, judges: (1...2).map { .init(key: $0, most: .max) }
        ).solve(seed: 1)
        #expect(found.pairs.count == 6)
        let shortage = try AssignmentProblem(
            candidates: [], judges: [.init(key: 1, least: .max, most: .max), .init(key: 2, least: .max, most: .max)]
        ).shortage()
        #expect(shortage == .judge(1, least: .max, allowed: 0))
    }

    @Test("Up to ten candidates are scored by everybody without a conflict; of eleven, each by four")
    func usual() throws {
        let conflict = Pairing(candidate: 1, judge: 1)
        let few = try AssignmentProblem.usual(candidates: Array(1...10), judges: Array(1...6), forbidden: [conflict])
        let all = try few.solve(seed: 1)
        #expect(all.pairs.count == 59 && !all.pairs.contains(conflict))
        let many = try AssignmentProblem.usual(candidates: Array(1...11), judges: Array(1...6), forbidden: [conflict])
        #expect(try many.solve(seed: 1).pairs.count == 44)
        let small = try AssignmentProblem.usual(candidates: Array(1...11), judges: Array(1...3), forbidden: [conflict])
        #expect(try small.solve(seed: 1).pairs.count == 32)
    }

    @Test("What would hang apart is joined, even at a price")
    func joined() throws {
        // Preferences want judges 1 to 3 on candidates 1 to 6 and judges 4 to 6 on 7 to 12.
        var preferences: [Pairing: Int] = [:]
        for candidate in 1...12 {
            for judge in 1...6 where (candidate <= 6) == (judge <= 3) {
                preferences[Pairing(candidate: candidate, judge: judge)] = -5
            }
        }
        let found = try problem(candidates: 12, needs: 2, judges: 6, most: 12, preferences: preferences).solve(seed: 1)
        #expect(check(found, candidates: 12, judges: 6).isConnected)
        #expect(found.extraCost == 10_000, "two pairs less out of the preferred ones, for five steps each")
    }
}
