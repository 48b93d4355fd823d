import Domain
import Testing

@Suite("Raw means and what to know about them")
struct RawScoreTests {
    @Test("The raw means of the ten scores, with how many judges stand behind each")
    func ten() throws {
        let raw = try TenScores.table().rawScores()
        #expect(raw.map(\.mean) == [7, 8, 6.5, 9, 7])
        #expect(raw.map(\.judges) == [2, 2, 2, 3, 1])
        #expect(raw.map(\.rank) == [3, 2, 5, 1, 3])
        #expect(raw.map(\.lowest) == [6, 7, 5, 8, 7])
        #expect(raw.map(\.highest) == [8, 9, 8, 10, 7])
    }

    @Test("Competition ranks leave a gap after a tie")
    func ranks() {
        #expect(Ranking.ranks([5, 7, 7, 9, nil, 1], gap: 0) == [4, 2, 2, 1, nil, 5])
        #expect(Ranking.ranks([], gap: 0) == [])
        #expect(Ranking.ranks([.nan, 1, .infinity], gap: 0) == [nil, 1, nil])
    }

    @Test("A candidate without a score is unranked, not last, and not zero")
    func unscored() throws {
        let table = try scoreTable([[0, 0], [nil, nil], [1, 1]])
        #expect(table.rawScores().map(\.rank) == [2, nil, 1])
        #expect(table.rawScores().map(\.mean) == [0, nil, 1])
        #expect(table.flags(quorum: 0) == [.noScore(candidate: 2), .fewJudges(2)])
    }

    @Test("Two thirds and a third tie with a half and a half")
    func noise() throws {
        // 0.1 + 0.7 and 0.3 + 0.5 differ in their last bit.
        let scores = try scoreTable([[0.1, 0.7], [0.3, 0.5], [1.0 / 9, 4.0 / 9], [2.0 / 9, 3.0 / 9]]).rawScores()
        #expect(scores.map(\.rank) == [1, 1, 3, 3])
    }

    @Test("All scores equal: everybody ties, and every judge is constant")
    func equal() throws {
        let table = try scoreTable([[7, 7, 7], [7, 7, 7]])
        #expect(table.rawScores().map(\.rank) == [1, 1])
        #expect(table.flags(quorum: 2) == [.constantJudge(1), .constantJudge(2), .constantJudge(3)])
    }

    @Test("A candidate below the quorum, a judge with one score and a panel of two are pointed out")
    func flags() throws {
        let table = try scoreTable([[7, 8], [5, nil], [6, nil]])
        #expect(
            table.flags(quorum: 2) == [
                .belowQuorum(candidate: 2, judges: 1, quorum: 2), .belowQuorum(candidate: 3, judges: 1, quorum: 2),
                .singleScore(judge: 2), .fewJudges(2),
            ])
    }

    @Test("Candidates that no judge joins are named by their groups")
    func disconnected() throws {
        let table = try scoreTable([
            [7, 8, nil, nil], [5, 6, nil, nil], [nil, nil, 4, 5], [nil, nil, nil, nil], [nil, nil, 1, 2],
        ])
        #expect(table.parts == [[1, 2], [3, 5]])
        #expect(!table.isConnected)
        #expect(table.flags(quorum: 1).contains(.disconnected([[1, 2], [3, 5]])))
    }

    @Test("An empty table has no figures, no flags about judges and is not connected")
    func empty() throws {
        let table = try ScoreTable(candidates: [], judges: [], scores: [])
        #expect(table.rawScores().isEmpty)
        #expect(table.flags(quorum: 3).isEmpty)
        #expect(!table.isConnected)
        #expect(!table.isComplete)
    }

    @Test("A score after a recusal is kept, outside every figure")
    func recusal() throws {
        let rows = TenScores.rows.map { Score(candidate: $0.candidate, judge: $0.judge, value: $0.value) }
        let table = try ScoreTable(
            candidates: 1...5, judges: 1...3, scores: rows, recusals: [Pairing(candidate: 4, judge: 3)])
        #expect(table.setAside == [Score(candidate: 4, judge: 3, value: 10)])
        #expect(table.rawScores()[3].mean == 8.5)
        #expect(table.rawScores()[3].judges == 2)
        #expect(table.scores.count == 9)
    }

    @Test("A late judge: who is missing is named, and the round can close without them")
    func late() throws {
        let table = try TenScores.table()
        let asked = Set(table.scores.map(\.pairing)).union([
            Pairing(candidate: 5, judge: 1), Pairing(candidate: 2, judge: 2),
        ])
        #expect(table.missing(of: asked) == [Pairing(candidate: 2, judge: 2), Pairing(candidate: 5, judge: 1)])
    }

    @Test("A candidate who withdraws leaves the others' means alone, and a result made before does not move")
    func withdrawn() throws {
        let table = try TenScores.table()
        let frozen = table.rawScores()
        let later = table.without(candidate: 4).rawScores()
        #expect(later.map(\.candidate) == [1, 2, 3, 5])
        #expect(later.map(\.mean) == [7, 8, 6.5, 7])
        #expect(later.map(\.rank) == [2, 1, 4, 2])
        #expect(table.rawScores() == frozen)
    }

    @Test("A merged duplicate has the scores of both, and a judge of both counts once")
    func merged() throws {
        let merged = try TenScores.table().merging(5, into: 3)
        #expect(merged.candidates == [1, 2, 3, 4])
        // Y 5, and Z's mean of 8 and 7
        #expect(merged.rawScores()[2].mean == 6.25)
        #expect(merged.rawScores()[2].judges == 2)
        #expect(throws: JudgingRefusal.sameCandidate(3)) { try merged.merging(3, into: 3) }
        #expect(throws: JudgingRefusal.unknownCandidate(5)) { try merged.merging(5, into: 3) }
    }

    @Test("What is no score is refused at the door", arguments: [.nan, .infinity, -.infinity, 1e300, -1e300])
    func refused(value: Double) {
        #expect(throws: JudgingRefusal.notANumber(candidate: 1, judge: 2)) {
            try ScoreTable(candidates: [1], judges: [2], scores: [Score(candidate: 1, judge: 2, value: value)])
        }
        #expect(throws: JudgingRefusal.notANumber(candidate: 1, judge: 2)) {
            try ScoreTable(
                candidates: [1], judges: [2], scores: [Score(candidate: 1, judge: 2, value: 0, parts: [1: value])])
        }
    }

    @Test("Strangers and a second score of a pair are refused")
    func strangers() {
        let score = Score(candidate: 1, judge: 2, value: 0)
        #expect(throws: JudgingRefusal.unknownCandidate(1)) {
            try ScoreTable(candidates: [3], judges: [2], scores: [score])
        }
        #expect(throws: JudgingRefusal.unknownJudge(2)) {
            try ScoreTable(candidates: [1], judges: [3], scores: [score])
        }
        #expect(throws: JudgingRefusal.scoredTwice(candidate: 1, judge: 2)) {
            try ScoreTable(candidates: [1], judges: [2], scores: [score, score])
        }
    }

    @Test("The adjusted score ranks only where the rules ask for it and the table can bear it")
    func basis() throws {
        let ten = try TenScores.table()
        #expect(ten.basis(rulesAskForAdjusted: false) == .rawMean(.rulesSaySo))
        #expect(ten.basis(rulesAskForAdjusted: true) == .adjusted)
        #expect(ten.without(candidate: 1).basis(rulesAskForAdjusted: true) == .rawMean(.tooFewJudges))
        #expect(
            try scoreTable([[1, 2, 3], [3, 4, 5]]).basis(rulesAskForAdjusted: true) == .rawMean(.everybodyScoredAll))
        let apart = try scoreTable([[7, 8, nil, nil], [5, 6, nil, nil], [nil, nil, 4, 5], [nil, nil, 1, nil]])
        #expect(apart.basis(rulesAskForAdjusted: true) == .rawMean(.disconnected))
    }
}
