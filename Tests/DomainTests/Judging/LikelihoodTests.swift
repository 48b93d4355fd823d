@testable import Domain
import Foundation
import Testing

@Suite("The likeliest variances")
struct LikelihoodTests {
    @Test("No point of a wide grid is likelier, boundaries included", arguments: 0..<25 as Range<UInt64>)
    func grid(seed: UInt64) throws {
        var random = RandomTables(seed: seed)
        // Every third without severity, every fourth without differences between candidates.
        let table = try random.model(
            candidates: 8 + random.chance.next(below: 8), judges: 4, each: 3, spread: seed % 4 == 0 ? 0 : 1,
            severity: seed % 3 == 0 ? 0 : 0.8, chance: 0.7
        ).table
        let model = try AdditiveModel(CanonicalScores(table))
        let found = try #require(model.likeliest())
        for row in [0, 0.01, 0.05, 0.2, 0.5, 0.8, 1, 1.3, 1.7, 2.5, 4, 10, 100] {
            for column in [0, 0.01, 0.05, 0.2, 0.5, 0.8, 1, 1.3, 1.7, 2.5, 4, 10, 100] {
                let other = try #require(model.solve(rowRatio: row, columnRatio: column))
                #expect(found.deviance <= other.deviance + 1e-6, "at \(row), \(column)")
            }
        }
    }

    @Test("Candidates and judges who change roles have the same variances, changed")
    func roles() throws {
        var random = RandomTables(seed: 3)
        let table = try random.model(candidates: 12, judges: 5, each: 3, spread: 1, severity: 0.8, chance: 0.7).table
        let other = try scoreTable(table.scores.map { ($0.judge, $0.candidate, $0.value) })
        let (one, two) = (try table.adjusted(), try other.adjusted())
        #expect(abs(one.variances.candidates - two.variances.judges) < 1e-9)
        #expect(abs(one.variances.judges - two.variances.candidates) < 1e-9)
        for (score, judge) in zip(one.scores, two.judges) {
            #expect(abs((score.value ?? .nan) - two.level - judge.effect) < 1e-9)
        }
    }

    @Test("The slope is how the deviance grows")
    func slope() throws {
        let model = try AdditiveModel(CanonicalScores(TenScores.table()))
        let here = try #require(model.solve(rowRatio: 1.3, columnRatio: 0.7))
        let row = try #require(model.solve(rowRatio: 1.3 + 1e-5, columnRatio: 0.7))
        let column = try #require(model.solve(rowRatio: 1.3, columnRatio: 0.7 + 1e-5))
        let slope = model.slope(at: here)
        #expect(abs((row.deviance - here.deviance) / 1e-5 - slope.row) < 1e-4)
        #expect(abs((column.deviance - here.deviance) / 1e-5 - slope.column) < 1e-4)
    }

    @Test("The logarithm made of the four operations is the system's to fifteen digits")
    func logarithm() {
        for number in [1, 2, 0.5, 1.4142135623730951, 1.4142135623730954, 3, 10, 1e-300, 1e300, 0.999_999, 7.25] {
            let own = LogarithmOfProduct.of(number)
            #expect(abs(own - log(number)) <= 1e-15 * max(1, abs(log(number))), "\(number)")
        }
        var product = LogarithmOfProduct()
        for _ in 0..<1_000 { product.multiply(by: 1e10) }
        #expect(abs(product.value - 10_000 * log(10.0)) < 1e-9)
        for odd in [0, -1, .nan, .infinity] { product.multiply(by: odd) }
        #expect(product.value.isFinite)
    }
}
