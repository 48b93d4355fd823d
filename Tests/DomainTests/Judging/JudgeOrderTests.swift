import Domain
import Testing

@Suite("Orders and chance")
struct JudgeOrderTests {
    @Test("The generator gives the published numbers")
    func published() {
        // The first five of SplitMix64 for the seed 1234567, as in the reference implementation by Vigna.
        var chance = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in chance.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test("Every number below a bound comes, and none beyond")
    func below() {
        var chance = SplitMix64(seed: 1)
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<6_000 { counts[chance.next(below: 6)] += 1 }
        #expect(counts.allSatisfy { (850...1150).contains($0) })
        #expect(chance.next(below: 1) == 0 && chance.next(below: 0) == 0 && chance.next(below: .min) == 0)
        #expect((0..<100).allSatisfy { _ in chance.next(below: .max) >= 0 })
    }

    @Test("Each judge has another order of the same candidates, and the same one again from the same seed")
    func orders() {
        let orders = (1...20).map { JudgeOrder.order(of: 1...12, judge: $0, seed: 7) }
        #expect(Set(orders).count == 20)
        #expect(orders.allSatisfy { $0.sorted() == Array(1...12) })
        #expect(JudgeOrder.order(of: (1...12).reversed(), judge: 3, seed: 7) == orders[2])
        #expect(JudgeOrder.order(of: 1...12, judge: 3, seed: 8) != orders[2])
    }

    @Test("Over many judges, everybody comes last about equally often")
    func fair() {
        var last = [Int: Int]()
        for judge in 0..<4_000 { last[JudgeOrder.order(of: 1...8, judge: judge, seed: 1).last ?? 0, default: 0] += 1 }
        #expect(last.count == 8)
        #expect(last.values.allSatisfy { (400...600).contains($0) })
    }

    @Test("Somebody who comes or goes leaves the order of the others as it is")
    func stable() {
        let before = JudgeOrder.order(of: 1...12, judge: 3, seed: 7)
        let after = JudgeOrder.order(of: (1...12).filter { $0 != 5 } + [99], judge: 3, seed: 7)
        #expect(after.filter { $0 != 99 } == before.filter { $0 != 5 })
    }

    @Test("The order of a seed is this one, on every machine")
    func fixed() {
        #expect(JudgeOrder.order(of: 1...6, judge: 1, seed: 2018) == [6, 5, 1, 4, 3, 2])
    }
}

@Suite("Where a judge goes on")
struct NextCandidateTests {
    private func entry(_ path: String, _ standing: DeskEntry.Standing, readable: Bool = true) throws -> DeskEntry {
        DeskEntry(
            DeskPlace(
                path: try AwardPath(candidate: path), schemeTitle: "S", categoryTitle: "C", nominee: nil, band: nil,
                isReadable: readable),
            standing: standing, isOpen: true, changedAt: nil)
    }

    @Test("Within the award first, then within the scheme, and nowhere beyond it")
    func order() throws {
        let after = try AwardPath(candidate: "a/one/BBBB")
        let all = try [
            entry("z/one/CCCC", .draft), entry("a/two/DDDD", .unseen), entry("a/one/FFFF", .unseen, readable: false),
            entry("a/one/GGGG", .unseen), entry("a/one/BBBB", .submitted),
        ]
        #expect(DeskEntry.next(of: all, after: after)?.path.text == "a/one/GGGG")
        #expect(DeskEntry.next(of: Array(all.prefix(3)), after: after)?.path.text == "a/two/DDDD")
        #expect(DeskEntry.next(of: Array(all.prefix(1)), after: after) == nil)
    }
}
