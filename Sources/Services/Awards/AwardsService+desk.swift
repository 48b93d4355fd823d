package import Domain
import Postgres
import Store

/// A judge's own desk: what they are to score, in their own order. What all judges of a candidate read is read once for each
/// change; which of it is whose, and everybody's own ballots, every time.
extension AwardsService {
    /// What the judges of a scheme share.
    struct DeskShared: Sendable {
        let places: [ID<Candidate>: DeskPlace]
        let keys: [AwardPath: ID<Candidate>]
    }

    /// What the judges of a candidate share.
    struct DeskReading: Sendable {
        let texts: [String]
        let note: String?
        let evidence: [EvidenceFile]
        let criteria: [AwardCriterion]
    }

    package func desk(by actor: Actor, in work: Work? = nil) async throws -> [DeskEntry] {
        try await queue(by: actor, in: work).entries
    }

    /// The actor's queue, and the adult beside a young judge.
    package func queue(
        by actor: Actor, in work: Work? = nil
    ) async throws -> (entries: [DeskEntry], supporter: String?) {
        guard let judge = actor.person else { throw AccessRefusal.signInFirst }
        let generation = house.changes.generation
        let rows = try await house.read(OwnQueue(judge), in: work)
        guard let first = rows.first else { return ([], try await supporter(of: actor)) }
        var schemes: [String: DeskShared] = [:]
        for scheme in Set(rows.map(\.scheme)) {
            let own = rows.filter { $0.scheme == scheme }.map(\.candidate)
            schemes[scheme] = try await shared(scheme, holding: own, generation, work)
        }
        let entries = rows.compactMap { row in
            schemes[row.scheme]?.places[row.candidate].map { Self.entry($0, row) }
        }
        return (entries, first.supporter)
    }

    /// How many ballots the actor still owes in open rounds.
    package func leftToJudge(by actor: Actor) async throws -> Int {
        guard let judge = actor.person else { return 0 }
        return try await house.read(LeftToJudge(judge)).first ?? 0
    }

    /// One candidate with its criteria and the actor's own ballot; none where they have a conflict or do not judge.
    package func deskCandidate(
        _ path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws -> (candidate: DeskCandidate, marks: [DeskMark], supporter: String?) {
        guard let judge = actor.person else { throw AccessRefusal.signInFirst }
        let generation = house.changes.generation
        var shared = try await shared(path.scheme, holding: [], generation, work)
        let asked = shared.keys[path]
        let rows = try await house.read(OwnDesk(judge, asked: asked), in: work).filter { $0.scheme == path.scheme }
        shared = try await self.shared(path.scheme, holding: rows.map(\.candidate), generation, work)
        // A candidate that came about past this process is found with the next reading.
        guard let asked, let place = shared.places[asked],
            let number = rows.firstIndex(where: { $0.candidate == asked })
        else { throw AwardsRefusal.notAssigned }
        let row = rows[number]
        let reading = try await reading(asked, path, generation, work)
        let neighbour = { (index: Int) in
            rows.indices.contains(index) ? shared.places[rows[index].candidate]?.path : nil
        }
        let candidate = DeskCandidate(
            entry: Self.entry(place, row), number: number + 1, total: rows.count,
            done: rows.count { $0.standing.isDone },
            left: rows.count { row in shared.places[row.candidate].map { Self.entry($0, row).isLeft } ?? false },
            before: neighbour(number - 1), after: neighbour(number + 1), texts: reading.texts,
            contentNote: reading.note, evidence: reading.evidence, words: row.words)
        let marks = reading.criteria.map { criterion in
            DeskMark(
                criterion: criterion, mark: row.marks.first { $0.criterion == criterion.id.rawValue }?.mark,
                others: row.others.filter { $0.criterion == criterion.id.rawValue }.map(\.mark))
        }
        return (candidate, marks, row.supporter)
    }

    private static func entry(_ place: DeskPlace, _ row: OwnDesk.Row) -> DeskEntry {
        DeskEntry(place, standing: row.standing, isOpen: row.isOpen, isFrozen: row.isFrozen, changedAt: row.changedAt)
    }

    /// - Parameter own: candidates that were read since; where one of them is not among what is kept, all is read anew.
    private func shared(
        _ scheme: String, holding own: [ID<Candidate>], _ generation: Int, _ work: Work?
    ) async throws -> DeskShared {
        if work == nil, let kept = house.desks.value(scheme, generation: generation),
            own.allSatisfy({ kept.places[$0] != nil })
        {
            return kept
        }
        let found = try await house.read(DeskPlaces(of: scheme), in: work)
        let shared = DeskShared(
            places: Dictionary(found.map { ($0.candidate, $0.place) }, uniquingKeysWith: { one, _ in one }),
            keys: Dictionary(found.map { ($0.place.path, $0.candidate) }, uniquingKeysWith: { one, _ in one }))
        if work == nil { house.desks.keep(shared, as: scheme, generation: generation) }
        return shared
    }

    private func reading(
        _ candidate: ID<Candidate>, _ path: AwardPath, _ generation: Int, _ work: Work?
    ) async throws -> DeskReading {
        if work == nil, let kept = house.readings.value(path.text, generation: generation) { return kept }
        async let texts = house.read(DeskTexts(of: candidate), in: work)
        async let evidence = house.read(DeskEvidence(of: candidate), in: work)
        let criteria = try await house.read(Criteria(of: path.scheme, category: path.part), in: work)
        let found = try await texts.first
        let reading = DeskReading(
            texts: found?.texts ?? [], note: found?.note, evidence: try await evidence, criteria: criteria)
        if work == nil { house.readings.keep(reading, as: path.text, generation: generation) }
        return reading
    }

    /// Keeps what a judge has come to so far. It counts for nothing until it is handed in.
    package func saveBallot(
        _ path: AwardPath, marks: [NamedMark], comment: String, note: String? = nil, by actor: Actor,
        in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let (judge, found, round) = try await open(path, actor, work)
            let before = try await work.transaction.first(OwnBallot(of: judge, found.candidate))
            guard before?.state != "submitted" else { throw AwardsRefusal.ballotIsIn }
            let criteria = try await work.transaction.run(Criteria(of: path.scheme, category: path.part))
            let given = try read(marks, criteria)
            try await put(
                Written(state: "draft", marks: given, comment: comment, note: note), judge, found, round, work)
            // Of a draft only its beginning is recorded: it is saved again with every pause of the typing.
            guard before == nil else { return }
            try await work.audit(actor, [AuditLine("ballot.begin", "candidate:\(found.candidate)")])
        }
    }

    /// Says that a judge will not score a candidate, and why. It is no conflict: they may think again until the round closes.
    package func abstain(
        _ path: AwardPath, reason: String, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let reason = try self.reason(reason)
            let (judge, found, round) = try await open(path, actor, work)
            let words = try await work.transaction.first(OwnBallot(of: judge, found.candidate))?.comment ?? ""
            let ballot = try await put(
                Written(state: "abstained", marks: [], comment: words, note: nil, abstention: reason), judge, found,
                round, work)
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "ballot.abstain", "ballot:\(ballot)",
                        after: .object(["candidate": "candidate:\(found.candidate)"]))
                ])
        }
    }

    private func open(
        _ path: AwardPath, _ actor: Actor, _ work: Work
    ) async throws -> (ID<Person>, CandidateForJudge.Found, Int) {
        guard let judge = actor.person else { throw AccessRefusal.signInFirst }
        guard let found = try await work.transaction.first(CandidateForJudge(judge, path)), found.isAssigned else {
            throw AwardsRefusal.notAssigned
        }
        guard let round = found.openRound else { throw AwardsRefusal.roundNotOpen }
        return (judge, found, round)
    }
}
