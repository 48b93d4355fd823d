/// Collects sentences, each once and no more than a few hundred.
struct ProblemList {
    private static let maximum = 500

    private(set) var sentences: [String] = []
    private var seen: Set<String> = []

    /// `line` is 0 where a problem is of the whole.
    mutating func add(_ line: Int, _ rule: String, _ sentence: String) {
        let place = line > 0 && !sentence.hasPrefix("Line ") ? "Line \(line): " : ""
        append(place + sentence + " (rule \(rule))")
    }

    mutating func add(_ note: ICalendarNote) {
        append("Line \(note.line): \(note.sentence)")
    }

    private mutating func append(_ sentence: String) {
        guard sentences.count < Self.maximum, seen.insert(sentence).inserted else { return }
        sentences.append(sentence)
    }
}
