import Domain
import Services

/// What the figures of a board mean, in sentences.
extension SchemeWords {
    static func basis(_ board: AwardsService.Board) -> String {
        switch board.basis {
        case .adjusted:
            "By the rules the score that allows for each judge's severity ranks. It is advice to the panel, which decides."
        case .rawMean(let why):
            switch why {
            case .rulesSaySo: "By the rules the mean of the scores ranks. It is advice to the panel, which decides."
            case .everybodyScoredAll:
                "Every judge scored everybody, so the plain mean ranks. It is advice to the panel, which decides."
            case .disconnected:
                "The plain mean ranks: no judge joins some of the candidates, so severity cannot be told apart from merit. Compare with care."
            case .tooFewJudges:
                "The plain mean ranks: fewer than three judges scored at least three candidates, too few to tell how severe each is."
            case .noModel: "The plain mean ranks, as there are too few scores for anything else."
            }
        }
    }

    static func agreement(_ agreement: Agreement?) -> String {
        guard let agreement else { return "How far the judges agree cannot be told from so few scores." }
        let measure = agreement.measure == .intraclass ? "intraclass correlation" : "Krippendorff's alpha"
        let word =
            switch agreement.word {
            case .none: "hardly agree: talk before you trust the order"
            case .little: "agree a little: talk about more than the first places"
            case .some: "agree somewhat"
            case .much: "agree closely"
            }
        return
            "The judges \(word). 1 would be full agreement and 0 no more than by chance; they come to \(Self.measure(agreement.value)) (\(measure))."
    }

    /// Who is ahead, by how much.
    static func finding(_ band: AwardsService.BoardBand, _ board: AwardsService.Board) -> String {
        let isAdjusted = board.basis == .adjusted
        func value(_ line: AwardsService.BoardLine) -> Double? {
            isAdjusted ? line.result.adjusted : line.result.rawMean
        }
        let ranked = band.lines.filter { $0.result.rank != nil }
        let first = ranked.filter { $0.result.rank == 1 }
        guard let leader = first.first else { return "Nobody has a score yet." }
        if first.count > 1 {
            return "\(list(first.map { $0.nominee ?? $0.code })) share the first place to the end of the ladder."
        }
        let name = "\(leader.nominee ?? leader.code) is ahead with \(score(value(leader)))"
        guard let next = ranked.first(where: { ($0.result.rank ?? 0) > 1 }), let one = value(leader),
            let other = value(next)
        else { return "\(name), alone." }
        let gap = one - other
        let settled = leader.result.rung == "score" ? "" : ", by \(rung(leader.result.rung))"
        return gap < 0.05
            ? "\(name), level with \(next.nominee ?? next.code)\(settled)."
            : "\(name), \(score(gap)) before \(next.nominee ?? next.code)."
    }

    static func warnings(_ band: AwardsService.BoardBand) -> [String] {
        let names = Dictionary(
            band.lines.map { ($0.code, $0.nominee ?? $0.code) }, uniquingKeysWith: { one, _ in one })
        func named(_ codes: [String]) -> String { list(codes.map { names[$0] ?? $0 }) }
        var warnings = band.dependence.map { found in
            let many = found.winners.count > 5
            let others =
                found.winners.isEmpty
                ? "nobody" : many ? "any of \(found.winners.count) who are level" : named(found.winners)
            return "Without \(found.judge) the winner would be \(others)."
        }
        if !band.tie.isEmpty {
            warnings.append(
                "\(named(band.tie)) share the place at which the prizes end: the panel votes, or it is a joint award.")
        }
        return warnings
    }

    static func rung(_ name: String?) -> String {
        switch name.flatMap(TieLadder.Rung.init(rawValue:)) {
        case nil: "–"
        case .score?: "the score"
        case .rawMean?: "the plain mean"
        case .topCriterion?: "the heaviest criterion"
        case .headToHead?: "judges who scored both"
        case .firstPlaces?: "the number of first places"
        case .panelVote?: "the panel's vote"
        case .joint?: "nothing: shared"
        }
    }

    /// Why to talk about a candidate.
    static func talk(_ line: AwardsService.BoardLine) -> String {
        var parts: [String] = []
        if let distance = line.distance {
            parts.append(
                distance < 1
                    ? "the scores do not say whether they win"
                    : distance < 2 ? "the scores hardly say whether they win" : "the scores settle it")
        }
        if let low = line.lowest, let high = line.highest {
            parts.append("scores from \(score(low)) to \(score(high))")
        }
        return parts.joined(separator: "; ")
    }

    static func severity(_ board: AwardsService.Board) -> String {
        let known = board.severity.compactMap(\.effect)
        guard let lowest = known.min(), let highest = known.max() else {
            return "How severe each is cannot be told from so few scores."
        }
        return highest - lowest < 5
            ? "They are about as severe as each other."
            : "The most lenient gives about \(score(highest - lowest)) more than the most severe for the same work."
    }

    static func gives(_ effect: Double?) -> String {
        guard let effect else { return "Not known" }
        if effect > 2.5 { return "More than others" }
        return effect < -2.5 ? "Less than others" : "About as others"
    }

    static func fact(_ line: AwardsService.BoardLine, _ board: AwardsService.Board) -> String {
        guard board.scheme.kind != .celebrated else { return "Candidate \(line.code) for \(board.category.title)." }
        guard let rank = line.result.rank else { return "Candidate \(line.code) has no score, which is not a low one." }
        let ballots = AdminWords.counted(line.result.judges, "ballot", "ballots")
        var text =
            "Candidate \(line.code) is at place \(rank) with a mean of \(score(line.result.rawMean)) from \(ballots)"
        if let adjusted = line.result.adjusted { text += ", and \(score(adjusted)) allowing for severity" }
        return text + "."
    }

    /// Names in a sentence; of many the first, and how many more.
    static func list(_ names: [String]) -> String {
        if names.count > 8 { return "\(names.prefix(6).joined(separator: ", ")) and \(names.count - 6) more" }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
