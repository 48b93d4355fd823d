package import Domain
import Postgres
import Store

/// A category's board: what the ballots say and what was decided, for its chair and for staff after the round.
extension AwardsService {
    package struct BoardLine: Sendable, Equatable {
        package let result: ResultLine
        package let code: String
        /// Nil for those who may not know.
        package let nominee: String?
        /// The lowest and the highest score of one judge, from 0 to 100.
        package let lowest: Double?
        package let highest: Double?
        /// At which place the meeting should talk about them, from 1; nil without a score.
        package let discussion: Int?
        /// From the winner's line, in standard errors.
        package let distance: Double?
        package let decision: CandidateDecision?
    }

    /// Whose ranking would have another winner without one judge.
    package struct Dependence: Sendable, Equatable {
        package let judge: String
        /// Codes of who would win instead; more than one where they tie.
        package let winners: [String]
    }

    package struct BoardBand: Sendable, Equatable {
        package let name: String?
        /// Ranked first, those without a score last.
        package let lines: [BoardLine]
        package let dependence: [Dependence]
        /// Codes of those who share a place that the last prize ends in.
        package let tie: [String]
    }

    package struct Board: Sendable, Equatable {
        package let scheme: Scheme
        package let category: AwardCategory
        package let basis: RankingBasis
        package let bands: [BoardBand]
        package let severity: [Severity]
        package let agreement: Agreement?
        package let ballots: Int
        /// Ballots that counted when the round closed, and no longer do, as their judges have a conflict.
        package let takenOut: Int
    }

    /// What the actor is to a board.
    package struct BoardStanding: Sendable, Equatable {
        package let leads: Bool
        package let readsNominations: Bool
    }

    /// Whether it is the actor who decides an award; of one that is not there, nobody.
    package func leads(_ path: AwardPath, by actor: Actor) async throws -> Bool {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        return try await house.read(StandingInCategory(actor, path)).first?.leads ?? false
    }

    /// The board, read once for each change of anything; whether the actor may see it is asked every time.
    package func board(
        of path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws -> (board: Board, standing: BoardStanding) {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        let generation = house.changes.generation
        guard let found = try await house.read(StandingInCategory(actor, path), in: work).first else {
            throw AccessRefusal.notFound("category")
        }
        guard found.leads || found.readsNominations else { throw AwardsRefusal.resultsClosed }
        let standing = BoardStanding(leads: found.leads, readsNominations: found.readsNominations)
        let name = "\(path.text) \(found.readsNominations) \(found.readsResults)"
        if work == nil, let kept = house.boards.value(name, generation: generation) { return (kept, standing) }
        let board = try await house.within(work) { work in try await read(path, actor, work) }
        if work == nil { house.boards.keep(board, as: name, generation: generation) }
        return (board, standing)
    }

    private func read(_ path: AwardPath, _ actor: Actor, _ work: Work) async throws -> Board {
        let scheme = try await self.scheme(path.scheme, by: actor, in: work)
        let category = try await self.category(path, by: actor, in: work)
        let names = Dictionary(
            try await work.transaction.run(NomineeNames(actor, path)).map { ($0.candidate.rawValue, $0.name) },
            uniquingKeysWith: { one, _ in one })
        let decisions = Dictionary(
            try await work.transaction.run(Decisions(actor, path)).map { ($0.candidate.rawValue, $0.decision) },
            uniquingKeysWith: { one, _ in one })
        if scheme.kind == .celebrated {
            let candidates = try await work.transaction.run(Candidates(actor, path)).filter { $0.state == .standing }
            return Board(
                scheme: scheme, category: category, basis: .rawMean(.rulesSaySo),
                bands: Self.bands(of: candidates, in: category.bands).map { name, own in
                    BoardBand(
                        name: name, lines: own.map { Self.bare($0, names, decisions) }, dependence: [], tie: [])
                }, severity: [], agreement: nil, ballots: 0, takenOut: 0)
        }
        let figures = try await figures(of: path, actor, work)
        let judges = Dictionary(
            try await work.transaction.run(JudgesByKey(actor, scheme: scheme.slug)).map { ($0.id.rawValue, $0.name) },
            uniquingKeysWith: { one, _ in one })
        let takenOut = try await work.transaction.first(BallotsTakenOut(category.id)) ?? 0
        return try board(scheme, category, figures, names, decisions, judges, takenOut)
    }

    private func board(
        _ scheme: Scheme, _ category: AwardCategory, _ figures: Figures, _ names: [Int: String],
        _ decisions: [Int: CandidateDecision], _ judges: [Int: String], _ takenOut: Int
    ) throws -> Board {
        let table = figures.table
        let adjusted = try? table.adjusted()
        let basis = table.basis(rulesAskForAdjusted: scheme.ranking == .adjusted)
        let groups = Self.bands(of: figures.candidates, in: category.bands)
        let without = table.winnersWithoutEachJudge(
            by: basis, among: groups.map { $0.candidates.map(\.id.rawValue) })
        let codes = Dictionary(
            figures.candidates.map { ($0.id.rawValue, Self.code(of: $0.name)) }, uniquingKeysWith: { one, _ in one })
        let keys = Dictionary(
            figures.candidates.map { ($0.name, $0.id.rawValue) }, uniquingKeysWith: { one, _ in one })
        var bands: [BoardBand] = []
        for (place, group) in groups.enumerated() {
            let own = Set(group.candidates.map(\.id.rawValue))
            let scores = table.scores.filter { own.contains($0.candidate) }
            let part = try ScoreTable(candidates: own, judges: Set(scores.map(\.judge)), scores: scores)
            let raw = Dictionary(part.rawScores().map { ($0.candidate, $0) }, uniquingKeysWith: { one, _ in one })
            let points = part.discussion(seats: category.winners)
            let talk = Dictionary(
                points.enumerated().map { ($0.element.candidate, (place: $0.offset + 1, point: $0.element)) },
                uniquingKeysWith: { one, _ in one })
            let lines = try self.lines(figures, group.candidates, adjusted, ranksByAdjusted: basis == .adjusted)
                .map { line in
                    let key = keys[line.candidate] ?? 0
                    return BoardLine(
                        result: line, code: Self.code(of: line.candidate), nominee: names[key],
                        lowest: raw[key]?.lowest.map { $0 * 100 }, highest: raw[key]?.highest.map { $0 * 100 },
                        discussion: talk[key]?.place, distance: talk[key]?.point.distance, decision: decisions[key])
                }
            let dependence = without.compactMap { found -> Dependence? in
                // Of a young judge, whom no figure names, nothing is said: as the only one without a name they would be known.
                guard let judge = judges[found.judge], found.changes.indices.contains(place),
                    let winners = found.changes[place]
                else { return nil }
                return Dependence(judge: judge, winners: winners.compactMap { codes[$0] }.sorted())
            }
            bands.append(
                BoardBand(
                    name: group.name, lines: lines, dependence: dependence,
                    tie: Self.tie(lines, seats: category.winners)))
        }
        let effects = (adjusted?.judges ?? []).map { ($0.judge, $0.effect * 100) }
        return Board(
            scheme: scheme, category: category, basis: basis, bands: bands,
            severity: table.judges.compactMap { judge in
                judges[judge].map { name in
                    Severity(
                        judge: name, ballots: table.scores.count { $0.judge == judge },
                        effect: effects.first { $0.0 == judge }?.1)
                }
            }.sorted { $0.judge < $1.judge },
            agreement: table.agreement, ballots: table.scores.count, takenOut: takenOut)
    }

    /// In the order of the rules; those without a band first.
    static func bands(
        of candidates: [Candidate], in order: [String]
    ) -> [(name: String?, candidates: [Candidate])] {
        func place(_ band: String?) -> Int { band.map { order.firstIndex(of: $0) ?? order.count } ?? -1 }
        return Dictionary(grouping: candidates, by: \.band).sorted { place($0.key) < place($1.key) }
            .map { (name: $0.key, candidates: $0.value) }
    }

    private static func bare(
        _ candidate: Candidate, _ names: [Int: String], _ decisions: [Int: CandidateDecision]
    ) -> BoardLine {
        BoardLine(
            result: ResultLine(
                candidate: candidate.name, judges: 0, rawMean: nil, adjusted: nil, low: nil, high: nil, rank: nil,
                rung: nil, flags: []),
            code: code(of: candidate.name), nominee: names[candidate.id.rawValue], lowest: nil, highest: nil,
            discussion: nil, distance: nil, decision: decisions[candidate.id.rawValue])
    }

    private static func tie(_ lines: [BoardLine], seats: Int) -> [String] {
        let places = Dictionary(grouping: lines.filter { $0.result.rank != nil }, by: { $0.result.rank ?? 0 })
        for (place, tied) in places where place <= seats && tied.count > 1 && place + tied.count - 1 > seats {
            return tied.map(\.code).sorted()
        }
        return []
    }

    private static func code(of name: String) -> String { name.split(separator: "/").last.map(String.init) ?? name }
}
