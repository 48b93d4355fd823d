import Domain
import Testing

@Suite("Scales described step by step")
struct ScaleStepTests {
    @Test("A scale is read by semicolons or by lines")
    func read() {
        let steps = [ScaleStep(mark: 0, words: "not shown"), ScaleStep(mark: 10, words: "shown when it was hard")]
        #expect(ScaleStep.steps(of: "0 not shown; 10 shown when it was hard", in: 0...10) == steps)
        #expect(ScaleStep.steps(of: " 0: not shown \n10 – shown when it was hard\n", in: 0...10) == steps)
        #expect(ScaleStep.steps(of: "-2 bad; 2 good", in: -2...2).map(\.mark) == [-2, 2])
    }

    @Test(
        "What is written otherwise stands as it is",
        arguments: [
            "", "Think of the child first", "0 not shown", "5 good; 3 better", "0 none; 11 all", "0; 10",
            "0none; 5some",
            "0 none; and more", "99999999999999999999 a; 1 b", "1 a; 1 b", ";;;", "- a; 2 b", "٣ a; ٤ b",
        ])
    func otherwise(_ scale: String) {
        #expect(ScaleStep.steps(of: scale, in: 0...10) == [])
    }
}
