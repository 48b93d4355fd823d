package import Domain
import Postgres
import Store

/// A judge's own desk: what they are to score, in their own order.
extension AwardsService {
    package func desk(by actor: Actor, in work: Work? = nil) async throws -> [DeskEntry] {
        guard let judge = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.read(DeskQueue(judge), in: work)
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
        async let read = house.read(DeskCandidateRead(judge, path), in: work)
        async let marks = house.read(DeskMarks(judge, path), in: work)
        async let supporter = house.read(SupporterOfJudge(of: judge), in: work)
        guard let candidate = try await read.first else { throw AwardsRefusal.notAssigned }
        return (candidate, try await marks, try await supporter.first)
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
