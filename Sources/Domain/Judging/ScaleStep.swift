/// A mark of a scale that is described in words.
package struct ScaleStep: Sendable, Equatable {
    package let mark: Int
    package let words: String

    package init(mark: Int, words: String) {
        self.mark = mark
        self.words = words
    }

    /// The steps of a scale written as “0 not shown; 5 shown when it was easy; 10 shown when it was hard”, or one on each line. Empty
    /// where any part is written otherwise, or off the scale, or out of order: then the text stands as it is.
    package static func steps(of scale: String, in marks: ClosedRange<Int>) -> [ScaleStep] {
        var steps: [ScaleStep] = []
        for part in scale.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
            let part = part.drop(while: \.isWhitespace)
            let digits = part.prefix { $0.isNumber || $0 == "-" }
            let words = part.dropFirst(digits.count).drop { $0.isWhitespace || $0 == ":" || $0 == "=" || $0 == "–" }
            guard let mark = Int(digits), marks.contains(mark), mark > steps.last?.mark ?? Int.min, !words.isEmpty,
                words.startIndex > digits.endIndex
            else { return [] }
            var end = words
            while end.last?.isWhitespace == true { end = end.dropLast() }
            steps.append(ScaleStep(mark: mark, words: String(end)))
        }
        return steps.count > 1 ? steps : []
    }
}
