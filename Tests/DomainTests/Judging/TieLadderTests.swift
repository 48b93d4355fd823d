@testable import Domain
import Testing

@Suite("The tie ladder")
struct TieLadderTests {
    /// Places by the raw mean.
    private func placings(
        _ table: ScoreTable, top: Set<Int> = [], votes: [TieLadder.Vote] = [], conflicts: Set<Pairing> = []
    ) -> Placings {
        let means = table.rawScores().compactMap { raw in raw.mean.map { (raw.candidate, $0) } }
        return TieLadder(table: table, topCriteria: top, votes: votes, conflicts: conflicts)
            .placings(by: Dictionary(uniqueKeysWithValues: means))
    }

    private func scored(_ rows: [(candidate: Int, judge: Int, value: Double, part: Double)]) throws -> ScoreTable {
        try ScoreTable(
            candidates: rows.map(\.candidate), judges: rows.map(\.judge),
            scores: rows.map {
                Score(candidate: $0.candidate, judge: $0.judge, value: $0.value, parts: [1: $0.part, 2: 0.5])
            })
    }

    @Test("Without a tie the score is the rung")
    func noTie() throws {
        let placings = placings(try scoreTable([[9, 8], [5, 6], [7, 7]]))
        #expect(placings.all.map(\.candidate) == [1, 3, 2])
        #expect(placings.all.map(\.place) == [1, 2, 3])
        #expect(placings.all.allSatisfy { $0.rung == .score && $0.tiedWith.isEmpty && $0.sharedWith.isEmpty })
    }

    @Test("Equal adjusted scores are settled by the raw mean")
    func rawMean() throws {
        let ladder = TieLadder(table: try scoreTable([[9, 8], [9, 9]]), topCriteria: [])
        let placings = ladder.placings(by: [1: 0.5, 2: 0.5])
        #expect(placings.all.map(\.candidate) == [2, 1])
        #expect(placings.all.map(\.rung) == [.rawMean, .rawMean])
        #expect(placings.all.map(\.tiedWith) == [[1], [2]])
    }

    @Test("Equal means are settled by the heaviest criterion")
    func topCriterion() throws {
        let table = try scored([(1, 1, 0.5, 0.2), (1, 2, 0.5, 0.3), (2, 1, 0.4, 0.6), (2, 2, 0.6, 0.1)])
        let placings = placings(table, top: [1])
        #expect(placings.all.map(\.candidate) == [2, 1])
        #expect(placings.all.map(\.rung) == [.topCriterion, .topCriterion])
    }

    @Test("A heaviest criterion that somebody has no mark on settles nothing")
    func topCriterionMissing() throws {
        let table = try scored([(1, 1, 0.5, 0.2), (2, 1, 0.5, 0.6)])
        #expect(placings(table, top: [9]).all.map(\.rung) == [.joint, .joint])
    }

    @Test("Then head to head, by the judges who scored both only")
    func headToHead() throws {
        // Two of the three who scored both prefer 2; judge 4 scored 1 alone, and judge 5 scored 2 alone.
        let table = try scoreTable([[6, 6, 9, 8, nil], [7, 7, 6, nil, 9]])
        let placings = placings(table)
        #expect(placings.all.map(\.candidate) == [2, 1])
        #expect(placings.all.map(\.rung) == [.headToHead, .headToHead])
    }

    @Test("Head to head is asked again of those it leaves level")
    func headToHeadAgain() throws {
        // One judge for each pair: 1 beats 2 and 3, 2 beats 3 and 4, 3 beats 4, 4 beats 1. That puts 1 and 2 level, and 3
        // and 4, and then the judge of each of these pairs decides. Two judges more make all means equal.
        let pairs = [(1, 2), (1, 3), (2, 3), (2, 4), (3, 4), (4, 1)]
        var rows: [(candidate: Int, judge: Int, value: Double)] = [(3, 7, 22.0 / 3), (4, 8, 22.0 / 3)]
        for (judge, pair) in pairs.enumerated() {
            rows += [(pair.0, judge + 1, 6), (pair.1, judge + 1, 4)]
        }
        let placings = placings(try scoreTable(rows))
        #expect(placings.all.map(\.candidate) == [1, 2, 3, 4])
        #expect(placings.all.map(\.place) == [1, 2, 3, 4])
        #expect(placings.all.allSatisfy { $0.rung == .headToHead && $0.tiedWith.count == 3 })
    }

    @Test("A circle of preferences settles nothing, and goes on to the first places")
    func circle() throws {
        // 1 beats 2 beats 3 beats 1; candidate 4 takes a first place away from nobody but 3.
        let table = try scoreTable([[9, 6, 3], [6, 3, 9], [3, 9, 6], [1, 10, 1]])
        let placings = placings(table)
        #expect(placings.all.map(\.candidate) == [1, 2, 3, 4])
        #expect(placings.all.map(\.place) == [1, 1, 3, 4])
        #expect(placings.all.map(\.rung) == [.joint, .joint, .firstPlaces, .score])
    }

    @Test("A judge of one candidate has no first place to give")
    func onlyOne() throws {
        let table = try scoreTable([[5, 5, nil], [nil, nil, 5], [4, 4, nil]])
        // 1 is first for two judges; 2 is alone with judge 3.
        let placings = placings(table)
        #expect(placings.all.map(\.candidate) == [1, 2, 3])
        #expect(placings.all.map(\.rung) == [.firstPlaces, .firstPlaces, .score])
    }

    @Test("The panel's vote comes after every figure, without its conflicted members")
    func vote() throws {
        let table = try scoreTable([[5, 6], [6, 5]])
        let votes = [(1, 2), (2, 2), (3, 1), (4, 1), (5, 1)].map { TieLadder.Vote(judge: $0.0, candidate: $0.1) }
        #expect(placings(table, votes: votes).winners == [1])
        let conflicts: Set = [Pairing(candidate: 2, judge: 3), Pairing(candidate: 1, judge: 4)]
        let without = placings(table, votes: votes, conflicts: conflicts)
        #expect(without.winners == [2])
        #expect(without.all.map(\.rung) == [.panelVote, .panelVote])
    }

    @Test("Who votes for two of the tied votes for none, and the same vote twice counts once")
    func doubleVote() throws {
        let table = try scoreTable([[5, 6], [6, 5]])
        let votes = [(1, 1), (1, 2), (2, 2), (3, 1), (3, 1)].map { TieLadder.Vote(judge: $0.0, candidate: $0.1) }
        #expect(placings(table, votes: votes).all.map(\.rung) == [.joint, .joint])
    }

    @Test("What nothing settles is a joint award, and the next place is left out")
    func joint() throws {
        let placings = placings(try scoreTable([[5, 6], [6, 5], [1, 1]]))
        #expect(placings.winners == [1, 2])
        #expect(placings.all.map(\.place) == [1, 1, 3])
        #expect(placings.all.map(\.rung) == [.joint, .joint, .score])
        #expect(placings.all[0].sharedWith == [2])
        #expect(placings.unsettled == [[1, 2]])
    }

    @Test("A tie across the winner line, and across the last place of a shortlist, is pointed out")
    func lines() throws {
        let joint = TieLadder(table: try scoreTable([[9], [5], [5], [5], [1]]), topCriteria: [])
            .placings(by: [1: 9, 2: 5, 3: 5, 4: 5, 5: 1])
        #expect(joint.tie(across: 1) == nil)
        #expect(joint.tie(across: 2) == .init(place: 2, candidates: [2, 3, 4], seats: 1))
        #expect(joint.tie(across: 3) == .init(place: 2, candidates: [2, 3, 4], seats: 2))
        #expect(joint.tie(across: 4) == nil)
        #expect(joint.tie(across: 0) == nil)
        #expect(joint.tie(across: Int.max) == nil)
        #expect(joint.shortlist(2) == [1, 2, 3, 4])
        let top = TieLadder(table: try scoreTable([[5], [5]]), topCriteria: [])
            .placings(by: [1: 5, 2: 5])
        #expect(top.tie(across: 1) == .init(place: 1, candidates: [1, 2], seats: 1))
    }

    @Test("Without a score there is no place, whatever the score that ranks says")
    func unranked() throws {
        let ladder = TieLadder(table: try scoreTable([[5], [nil], [7]]), topCriteria: [])
        let placings = ladder.placings(by: [1: 5, 2: .nan, 3: 7, 99: 100])
        #expect(placings.all.map(\.candidate) == [3, 1])
        #expect(placings.unranked == [2])
    }
}
