package import Domain
import Postgres
import Store

/// From ballots to a ranking.
extension AwardsService {
    /// A candidate's line of the results. Scores are from 0 to 100.
    package struct ResultLine: Sendable, Equatable {
        package let candidate: String
        package let judges: Int
        package let rawMean: Double?
        package let adjusted: Double?
        package let low: Double?
        package let high: Double?
        package let rank: Int?
        package let rung: String?
        package let flags: [String]
    }

    /// The ranking of a category, for whoever leads it and for staff, after the round. Each band has its own places; what ranks is
    /// what the published rules say.
    package func results(of path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> [ResultLine] {
        try await house.within(work) { work in
            let figures = try await figures(of: path, actor, work)
            let adjusted = try? figures.table.adjusted()
            let basis = figures.table.basis(rulesAskForAdjusted: figures.scheme.ranking == .adjusted)
            var lines: [ResultLine] = []
            let order = try await category(path, by: actor, in: work).bands
            for band in Self.bands(of: figures.candidates, in: order) {
                lines += try self.lines(
                    figures, band.candidates, adjusted, ranksByAdjusted: basis == .adjusted)
            }
            return lines
        }
    }

    func lines(
        _ figures: Figures, _ candidates: [Candidate], _ adjusted: AdjustedScores?, ranksByAdjusted: Bool
    ) throws -> [ResultLine] {
        let keys = Set(candidates.map(\.id.rawValue))
        let scores = figures.table.scores.filter { keys.contains($0.candidate) }
        let table = try ScoreTable(candidates: keys, judges: Set(scores.map(\.judge)), scores: scores)
        let raw = Dictionary(table.rawScores().map { ($0.candidate, $0) }, uniquingKeysWith: { one, _ in one })
        let fitted = Dictionary(
            (adjusted?.scores ?? []).map { ($0.candidate, $0) }, uniquingKeysWith: { one, _ in one })
        let ranking = keys.reduce(into: [Int: Double]()) { ranking, key in
            ranking[key] = ranksByAdjusted ? fitted[key]?.value : raw[key]?.mean
        }
        let placings = TieLadder(table: table, topCriteria: figures.rubric.heaviest, votes: figures.votes)
            .placings(by: ranking)
        let places = Dictionary(placings.all.map { ($0.candidate, $0) }, uniquingKeysWith: { one, _ in one })
        let flags = table.flags(quorum: figures.scheme.quorum)
        let lines = candidates.map { candidate in
            let key = candidate.id.rawValue
            let fit = fitted[key]
            return ResultLine(
                candidate: candidate.name, judges: raw[key]?.judges ?? 0, rawMean: raw[key]?.mean.map { $0 * 100 },
                adjusted: fit?.value.map { $0 * 100 }, low: fit?.interval.map { $0.lowerBound * 100 },
                high: fit?.interval.map { $0.upperBound * 100 }, rank: places[key]?.place,
                rung: places[key]?.rung.rawValue, flags: Self.words(of: flags, for: key))
        }
        return lines.sorted { ($0.rank ?? Int.max, $0.candidate) < ($1.rank ?? Int.max, $1.candidate) }
    }

    /// How much a judge gives above or below the others, on the scale of 0 to 100.
    package struct Severity: Sendable, Equatable {
        package let judge: String
        package let ballots: Int
        package let effect: Double?
    }

    /// Of every judge of the categories that the actor reads.
    package func severity(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> [Severity] {
        try await house.within(work) { work in
            if actor.kind == .visitor { throw AccessRefusal.signInFirst }
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            guard scheme.kind != .celebrated else { throw AwardsRefusal.noScoresHere }
            let judges = try await work.transaction.run(JudgesByKey(actor, scheme: scheme.slug))
            guard !judges.isEmpty else { throw AwardsRefusal.resultsClosed }
            let marks = try await work.transaction.run(CountedMarks(actor, scheme: scheme.slug))
            let criteria = try await work.transaction.run(Criteria(of: scheme.slug))
            var scores: [Score] = []
            for (category, own) in Dictionary(grouping: marks, by: \.category) {
                let rubric = try Rubric(criteria.filter { $0.category == category }.map { try $0.scored() })
                scores += try Self.table(own, rubric, candidates: []).scores
            }
            let table = try ScoreTable(
                candidates: scores.map(\.candidate), judges: scores.map(\.judge), scores: scores)
            let effects = Dictionary(
                ((try? table.adjusted())?.judges ?? []).map { ($0.judge, $0.effect * 100) },
                uniquingKeysWith: { one, _ in one })
            return judges.sorted { $0.email < $1.email }.map { judge in
                Severity(
                    judge: judge.email, ballots: scores.count { $0.judge == judge.id.rawValue },
                    effect: effects[judge.id.rawValue])
            }
        }
    }

    /// How far the judges of a category agree: by name of the measure.
    package func agreement(of path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> [(
        measure: String, value: Double
    )] {
        try await house.within(work) { work in
            let table = try await figures(of: path, actor, work).table
            var found: [(measure: String, value: Double)] = []
            if let correlation = table.intraclassCorrelation() {
                found.append((Agreement.Measure.intraclass.rawValue, correlation.twoWay))
            }
            if let alpha = table.alpha(.interval) { found.append((Agreement.Measure.alpha.rawValue, alpha)) }
            return found
        }
    }

    struct Figures {
        let scheme: Scheme
        let candidates: [Candidate]
        let table: ScoreTable
        let rubric: Rubric
        /// What members voted where candidates are tied; nobody votes who has a conflict.
        let votes: [TieLadder.Vote]
    }

    func figures(of path: AwardPath, _ actor: Actor, _ work: Work) async throws -> Figures {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        let category = try await category(path, by: actor, in: work)
        let path = AwardPath(scheme: category.scheme, part: category.slug)
        let scheme = try await self.scheme(category.scheme, by: actor, in: work)
        guard scheme.kind != .celebrated else { throw AwardsRefusal.noScoresHere }
        guard let standing = try await work.transaction.first(StandingInCategory(actor, path)), standing.readsResults
        else { throw AwardsRefusal.resultsClosed }
        let candidates = try await work.transaction.run(Candidates(actor, path)).filter { $0.state == .standing }
        let marks = try await work.transaction.run(
            CountedMarks(actor, scheme: scheme.slug, category: category.slug))
        let criteria = try await work.transaction.run(Criteria(of: scheme.slug, category: category.slug))
        let rubric = try Rubric(criteria.map { try $0.scored() })
        let votes = try await work.transaction.run(TieVotes(standing.category))
        return Figures(
            scheme: scheme, candidates: candidates,
            table: try Self.table(marks, rubric, candidates: candidates.map(\.id.rawValue)), rubric: rubric,
            votes: votes.map { TieLadder.Vote(judge: $0.voter.rawValue, candidate: $0.candidate.rawValue) })
    }

    static func table(
        _ marks: [CountedMarks.Row], _ rubric: Rubric, candidates: [Int]
    ) throws -> ScoreTable {
        var papers: [Pairing: [Int: Double]] = [:]
        for mark in marks {
            papers[Pairing(candidate: mark.candidate.rawValue, judge: mark.judge.rawValue), default: [:]][
                mark.criterion.rawValue] = Double(mark.mark)
        }
        var scores: [Score] = []
        for (pair, paper) in papers {
            guard let score = try rubric.standing(of: .submitted(paper)).score else { continue }
            scores.append(Score(candidate: pair.candidate, judge: pair.judge, ballot: score))
        }
        return try ScoreTable(
            candidates: Set(candidates).union(scores.map(\.candidate)), judges: Set(scores.map(\.judge)),
            scores: scores)
    }

    private static func words(of flags: [JudgingFlag], for candidate: Int) -> [String] {
        var words: [String] = []
        var (constant, single) = (0, 0)
        for flag in flags {
            switch flag {
            case .noScore(let who): if who == candidate { words.append("no score") }
            case .belowQuorum(let who, let judges, let quorum):
                if who == candidate { words.append("below quorum (\(judges) of \(quorum))") }
            case .disconnected: words.append("not comparable with all")
            case .constantJudge: constant += 1
            case .singleScore: single += 1
            case .fewJudges: words.append("few judges")
            }
        }
        if constant > 0 {
            words.append(
                constant == 1 ? "a judge gave everybody the same" : "\(constant) judges gave everybody the same")
        }
        if single > 0 { words.append(single == 1 ? "a judge scored one only" : "\(single) judges scored one only") }
        return words
    }
}
