@testable import Domain
import Testing

@Suite("How far judges agree")
struct AgreementTests {
    private func close(_ one: Double?, _ other: Double, _ distance: Double) -> Bool {
        one.map { abs($0 - other) <= distance } ?? false
    }

    @Test("The six correlations of Shrout and Fleiss's own table")
    func shroutFleiss() throws {
        let rows: [[Double?]] = [
            [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
        ]
        let found = try #require(try scoreTable(rows).intraclassCorrelation())
        #expect(close(found.oneWay, 0.1657, 5e-5))
        #expect(close(found.twoWay, 0.2898, 5e-5))
        #expect(close(found.fixed, 0.7148, 5e-5))
        #expect(close(found.oneWayMean, 0.4428, 5e-5))
        #expect(close(found.twoWayMean, 0.6201, 5e-5))
        #expect(close(found.fixedMean, 0.9093, 5e-5))
        let agreement = try scoreTable(rows).agreement
        #expect(agreement == Agreement(measure: .intraclass, value: found.twoWay))
    }

    /// Krippendorff's four observers of twelve units.
    private let observers: [[Double?]] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
        [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]

    private func units(_ rows: [[Double?]]) throws -> ScoreTable {
        try scoreTable((rows.first ?? []).indices.map { unit in rows.map { $0[unit] } })
    }

    @Test("Krippendorff's own table, nominal and interval")
    func krippendorff() throws {
        let table = try units(observers)
        #expect(close(table.alpha(.nominal), 0.743421, 5e-7))
        #expect(close(table.alpha(.interval), 0.849107, 5e-7))
        #expect(table.agreement?.measure == .alpha)
        #expect(table.agreement?.word == .much)
    }

    @Test("Full agreement is one, and its opposite is below zero")
    func ends() throws {
        #expect(try scoreTable([[1, 1], [2, 2], [3, 3]]).alpha(.interval) == 1)
        #expect(try scoreTable([[1, 1], [2, 2], [3, 3]]).alpha(.nominal) == 1)
        let worse = try #require(try scoreTable([[1, 3], [2, 2], [3, 1]]).alpha(.interval))
        #expect(worse < 0)
    }

    @Test("Where there is nothing to tell apart, nothing is said")
    func nothing() throws {
        for rows: [[Double?]] in [[[]], [[5]], [[5, 5], [5, 5]], [[5, nil], [nil, 6]]] {
            let table = try scoreTable(rows)
            #expect(table.alpha(.nominal) == nil && table.alpha(.interval) == nil)
            #expect(table.intraclassCorrelation() == nil && table.agreement == nil)
        }
    }

    @Test("With scores missing there is no intraclass correlation")
    func incomplete() throws {
        #expect(try TenScores.table().intraclassCorrelation() == nil)
        #expect(try TenScores.table().agreement?.measure == .alpha)
    }

    @Test("More judges make a mean more reliable, by Spearman and Brown")
    func reliability() {
        #expect(Reliability.ofMean(judges: 1, single: 0.4) == 0.4)
        #expect(close(Reliability.ofMean(judges: 3, single: 0.4), 2.0 / 3, 1e-12))
        #expect(close(Reliability.ofMean(judges: 4, single: 0.4), 1.6 / 2.2, 1e-12))
        #expect(Reliability.ofMean(judges: 0, single: 0.4) == 0)
        #expect(Reliability.ofMean(judges: 0, single: 0) == 0)
        #expect(Reliability.ofMean(judges: 1e300, single: 1) == 1)
        #expect(Reliability.ofMean(judges: .nan, single: 0.4) == nil)
        #expect(Reliability.ofMean(judges: 3, single: .nan) == nil)
        #expect(Reliability.ofMean(judges: 3, single: -0.1) == nil)
    }

    @Test("Judges needed for a reliability, and back")
    func needed() throws {
        // 0.7 · 0.6 / (0.4 · 0.3)
        let needed = try #require(Reliability.judgesNeeded(for: 0.7, single: 0.4))
        #expect(close(needed, 3.5, 1e-12))
        #expect(close(Reliability.ofMean(judges: needed, single: 0.4), 0.7, 1e-12))
        for (target, single) in [(0, 0.4), (1, 0.4), (0.7, 0), (0.7, 1), (.nan, 0.4), (0.7, .nan), (1.5, -1)] {
            #expect(Reliability.judgesNeeded(for: target, single: single) == nil)
        }
    }

    @Test("Before a round opens: who is short, who has nothing to do, and what one more judge would bring")
    func check() {
        let pairs = [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 4), (3, 5)]
        let check = AssignmentCheck(
            candidates: [1, 2, 3, 4], judges: [1, 2, 3, 4, 5, 6],
            pairs: Set(pairs.map { Pairing(candidate: $0.0, judge: $0.1) } + [Pairing(candidate: 99, judge: 1)]),
            quorum: 3)
        #expect(check.fewestJudges == 0 && check.mostJudges == 3)
        #expect(check.belowQuorum == [3, 4])
        #expect(check.smallestLoad == 1 && check.largestLoad == 2)
        #expect(check.idle == [6])
        #expect(check.parts == [[1, 2], [3]])
        #expect(!check.isConnected)
        #expect(check.coJudgePairs == 4)
        // Two judges each in the mean: 0.8 / 1.4; three: 1.2 / 1.8.
        #expect(close(check.reliability, 0.8 / 1.4, 1e-12))
        #expect(close(check.reliabilityWithOneMore, 1.2 / 1.8, 1e-12))
        #expect(check.judgesNeeded == 4)
    }

    @Test("A check of nothing says nothing")
    func checkNothing() {
        let check = AssignmentCheck(candidates: [], judges: [], pairs: [], quorum: 3, single: .nan, wanted: 1)
        #expect(check.reliability == nil && check.reliabilityWithOneMore == nil && check.judgesNeeded == nil)
        #expect(check.isConnected && check.belowQuorum.isEmpty)
    }

    @Test("With everybody on everything there is no judge to add")
    func complete() {
        let pairs = Set((1...2).flatMap { c in (1...2).map { Pairing(candidate: c, judge: $0) } })
        let check = AssignmentCheck(candidates: [1, 2], judges: [1, 2], pairs: pairs, quorum: 2)
        #expect(check.reliabilityWithOneMore == nil)
    }
}
