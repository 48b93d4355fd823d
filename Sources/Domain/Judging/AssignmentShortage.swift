/// Why candidates cannot be shared out as asked: the smallest group found that is short, by name.
package enum AssignmentShortage: Error, Sendable, Equatable {
    /// Too few judges may score this candidate.
    case candidate(Int, needs: Int, allowed: Int)
    /// These candidates together need more ballots than the judges who may score them can give.
    case candidates([Int], need: Int, judges: [Int], places: Int)
    /// Too few candidates may be given to this judge.
    case judge(Int, least: Int, allowed: Int)
    /// These judges together must be given more candidates than there are places for.
    case judges([Int], least: Int, places: Int)

    /// A sentence for whoever shares out, with the names that they may see.
    package func message(candidate: (Int) -> String, judge: (Int) -> String) -> String {
        switch self {
        case .candidate(let key, let needs, let allowed):
            "\(candidate(key)) needs \(Self.count(needs, "judge")), and only \(allowed) may score them. Add a judge, or ask for fewer."
        case .candidates(let keys, let need, let judges, let places):
            "\(Self.list(keys.map(candidate))) together need \(Self.count(need, "ballot")), and the judges who may score them (\(Self.list(judges.map(judge)))) can give \(places). Raise a limit, add a judge, or ask for fewer."
        case .judge(let key, let least, let allowed):
            "\(judge(key)) must be given \(Self.count(least, "candidate")), and there are places for only \(allowed). Lower the least."
        case .judges(let keys, let least, let places):
            "\(Self.list(keys.map(judge))) together must be given \(Self.count(least, "candidate")), and there are places for only \(places). Lower the least."
        }
    }

    private static func count(_ number: Int, _ word: String) -> String {
        number == 1 ? "1 \(word)" : "\(number) \(word)s"
    }

    /// The first few names, and how many more.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(5)
        if names.count > shown.count { return "\(shown.joined(separator: ", ")) and \(names.count - shown.count) more" }
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "nobody" }
        return "\(shown.dropLast().joined(separator: ", ")) and \(last)"
    }
}
