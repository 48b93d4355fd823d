import Domain
import Testing

@Suite("One ballot")
struct RubricTests {
    private func rubric(optional: Bool = false) throws -> Rubric {
        try Rubric([
            ScoredCriterion(key: 1, weight: 3, scale: ScoreScale(from: 1, to: 10)),
            ScoredCriterion(key: 2, weight: 1, scale: ScoreScale(from: 0, to: 4), isRequired: !optional),
        ])
    }

    @Test("Each mark goes to 0…1 by its own scale, and the weights decide")
    func weightedMean() throws {
        let standing = try rubric().standing(of: .submitted([1: 4, 2: 4]))
        let score = try #require(standing.score)
        #expect(score.value == 0.5)
        #expect(score.parts == [1: 3.0 / 9, 2: 1])
    }

    @Test("The ends of every scale are 0 and 1")
    func ends() throws {
        #expect(try rubric().standing(of: .submitted([1: 1, 2: 0])).score?.value == 0)
        #expect(try rubric().standing(of: .submitted([1: 10, 2: 4])).score?.value == 1)
    }

    @Test("A required criterion left blank makes a draft")
    func blank() throws {
        #expect(try rubric().standing(of: .submitted([1: 4])) == .draft(missing: [2]))
        #expect(try rubric().standing(of: .submitted([:])) == .draft(missing: [1, 2]))
    }

    @Test("An optional criterion left blank takes its weight with it")
    func optional() throws {
        #expect(try rubric(optional: true).standing(of: .submitted([1: 4])).score?.value == 3.0 / 9)
    }

    @Test("With nothing required, a paper without any mark is a draft, not a zero")
    func nothingRequired() throws {
        let rubric = try Rubric([
            ScoredCriterion(key: 7, weight: 1, scale: ScoreScale(from: 0, to: 4), isRequired: false)
        ])
        #expect(try rubric.standing(of: .submitted([:])) == .draft(missing: [7]))
    }

    @Test("Not seen, abstained, drafted and scored zero are four things")
    func distinct() throws {
        let rubric = try rubric()
        let papers: [BallotPaper] = [.notSeen, .abstained, .draft([1: 1, 2: 0]), .submitted([1: 1, 2: 0])]
        let standings = try papers.map { try rubric.standing(of: $0) }
        #expect(standings[0] == .notSeen)
        #expect(standings[1] == .abstained)
        #expect(standings[2] == .draft(missing: []))
        #expect(standings[3] == .scored(BallotScore(value: 0, parts: [1: 0, 2: 0])))
    }

    @Test(
        "A mark off its scale is refused, in drafts too",
        arguments: [0.999, 10.001, -1, .nan, .infinity, -.infinity, .greatestFiniteMagnitude])
    func offScale(mark: Double) throws {
        let refusal = JudgingRefusal.outsideScale(criterion: 1, lowest: 1, highest: 10)
        #expect(throws: refusal) { try rubric().standing(of: .submitted([1: mark, 2: 0])) }
        #expect(throws: refusal) { try rubric().standing(of: .draft([1: mark])) }
        #expect(refusal.message.contains("from 1 to 10."))
    }

    @Test("A mark for an unknown criterion is refused")
    func unknown() throws {
        #expect(throws: JudgingRefusal.unknownCriterion(9)) {
            try rubric().standing(of: .submitted([1: 4, 2: 1, 9: 1]))
        }
    }

    @Test(
        "A scale needs two different numbers, the lower one first",
        arguments: [(1.0, 1.0), (2, 1), (.nan, 1), (0, .infinity), (0, 1e10), (-.infinity, 0)])
    func scale(ends: (Double, Double)) {
        #expect(throws: JudgingRefusal.badScale) { try ScoreScale(from: ends.0, to: ends.1) }
    }

    @Test("A weight is a number above zero", arguments: [0, -1, .nan, .infinity, 1e7])
    func weight(weight: Double) throws {
        let scale = try ScoreScale(from: 0, to: 1)
        #expect(throws: JudgingRefusal.badWeight(criterion: 3)) {
            try ScoredCriterion(key: 3, weight: weight, scale: scale)
        }
    }

    @Test("Criteria are named once, and there is one at least")
    func criteria() throws {
        let one = try ScoredCriterion(key: 1, weight: 1, scale: ScoreScale(from: 0, to: 1))
        #expect(throws: JudgingRefusal.badCriteria) { try Rubric([]) }
        #expect(throws: JudgingRefusal.badCriteria) { try Rubric([one, one]) }
    }

    @Test("The heaviest criteria are all that share the highest weight")
    func heaviest() throws {
        let scale = try ScoreScale(from: 0, to: 1)
        let rubric = try Rubric([
            ScoredCriterion(key: 1, weight: 2, scale: scale), ScoredCriterion(key: 2, weight: 1, scale: scale),
            ScoredCriterion(key: 3, weight: 2, scale: scale),
        ])
        #expect(rubric.heaviest == [1, 3])
    }
}
