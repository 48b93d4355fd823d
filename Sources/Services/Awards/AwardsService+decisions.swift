package import Domain
package import Foundation
import Postgres
import Store

/// What a panel decides, and the result that is frozen of it.
extension AwardsService {
    /// A decision as it was recorded.
    package struct DecisionReceipt: Sendable, Equatable {
        package let candidate: String
        package let outcome: DecisionOutcome
        package let ballots: Int
        package let quorum: Int
        package let isWaived: Bool
        package let rung: String
    }

    /// Records what the panel decided about a candidate: by its chair, or the deputy where the chair has a conflict.
    package func decide(
        _ candidate: AwardPath, _ outcome: DecisionOutcome, reason: String, waivesQuorum: Bool = false, by actor: Actor,
        in work: Work? = nil
    ) async throws -> DecisionReceipt {
        try await house.within(work) { work in
            let reason = try self.reason(reason)
            guard let chair = actor.person else { throw AccessRefusal.signInFirst }
            guard let found = try await work.transaction.first(CandidateToDecide(chair, candidate)) else {
                throw AwardsRefusal.notAssigned
            }
            guard found.state == .published else { throw AwardsRefusal.isFrozen }
            guard found.kind == .celebrated || found.roundIsOver else { throw AwardsRefusal.roundNotOver }
            let isShort = outcome.needsQuorum && found.kind != .celebrated && found.ballots < found.quorum
            let isWaived = outcome.needsQuorum && found.ballots < found.quorum
            guard !isShort || waivesQuorum else {
                throw AwardsRefusal.belowQuorum(found.ballots, quorum: found.quorum)
            }
            let beside = try await work.transaction.run(
                DecisionsBeside(found.category, band: found.band, but: found.candidate))
            let slot = try slot(for: outcome, found.winners, beside)
            let rung = try await rung(of: candidate, found, actor, work)
            try await meaning(of: [
                "decision_one_winner": .slotsTaken(found.winners), "decision_before_freeze": .isFrozen,
            ]) {
                _ = try await work.transaction.run(
                    WriteDecision(
                        found, outcome, slot: slot, isWaived: isWaived, rung: rung, reason: reason, by: chair))
            }
            // Admins read the audit, and nobody is to learn a winner there: what was decided is kept with the decision.
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "decision.record", "candidate:\(found.candidate)",
                        after: .object(["waived": isWaived ? "\(found.ballots) of \(found.quorum) ballots" : nil]))
                ])
            return DecisionReceipt(
                candidate: candidate.text, outcome: outcome, ballots: found.ballots, quorum: found.quorum,
                isWaived: isWaived, rung: rung)
        }
    }

    private func slot(
        for outcome: DecisionOutcome, _ winners: Int, _ beside: [DecisionsBeside.Row]
    ) throws -> Int? {
        let hasWinner = beside.contains { $0.outcome == .winner }
        let hasJoint = beside.contains { $0.outcome == .jointWinner }
        if outcome == .jointWinner, hasWinner, winners == 1 { throw AwardsRefusal.winnerAndJoint }
        guard outcome == .winner else { return nil }
        if hasJoint, winners == 1 { throw AwardsRefusal.winnerAndJoint }
        let taken = Set(beside.compactMap(\.slot))
        guard let free = (1...max(1, winners)).first(where: { !taken.contains($0) }) else {
            throw AwardsRefusal.slotsTaken(winners)
        }
        return free
    }

    /// The rung of the tie ladder that gave the candidate's place, where there are scores.
    private func rung(
        of path: AwardPath, _ found: CandidateToDecide.Found, _ actor: Actor, _ work: Work
    ) async throws -> String {
        guard found.kind != .celebrated else { return "" }
        let lines = try await results(
            of: AwardPath(scheme: path.scheme, part: path.part), by: actor, in: work)
        return lines.first { $0.candidate == path.text }?.rung ?? ""
    }

    /// Freezes the result of a scheme. Answers its SHA-256 in hexadecimal digits.
    ///
    /// - Parameters:
    ///   - placesNobodyElse: whether candidates without a decision count as not placed.
    ///   - leavesUnscreened: whether nominations that nobody has screened may come to nothing.
    package func freeze(
        _ scheme: String, placesNobodyElse: Bool = false, leavesUnscreened: Bool = false, by actor: Actor,
        in work: Work? = nil
    ) async throws -> String {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "freeze results")
            let scheme = try await locked(scheme, actor, work)
            guard scheme.state == .published else {
                throw scheme.state == .draft ? AwardsRefusal.notPublished : AwardsRefusal.isFrozen
            }
            guard try await work.transaction.run(LockOpenRounds(scheme.id)).isEmpty else {
                throw AwardsRefusal.roundNotOver
            }
            let open = try await work.transaction.first(OpenConflicts(scheme.id)) ?? 0
            guard open == 0 else { throw AwardsRefusal.openConflicts(open) }
            let undecided = try await work.transaction.run(UndecidedCategories(scheme.id))
            guard undecided.isEmpty else { throw AwardsRefusal.noDecisions(undecided) }
            if !leavesUnscreened { try await requireScreened(scheme, work) }
            let left = try await work.transaction.run(UndecidedCandidates(scheme.id))
            if !left.isEmpty {
                guard placesNobodyElse else { throw AwardsRefusal.undecided(Self.words(of: left)) }
                let placed = try await work.transaction.run(PlaceNobodyElse(scheme.id, by: actor.person))
                try await work.audit(
                    actor,
                    placed.map { AuditLine("decision.record", "candidate:\($0)", after: .object(["waived": nil])) })
            }
            let frozen = try await work.transaction.first(FreezeResult(scheme.id, by: actor.person))
            guard let hash = frozen ?? nil else { throw ServiceFailure(.conflict) }
            try await work.transaction.run(MarkFrozen(scheme.id))
            try await work.audit(
                actor, [AuditLine("result.freeze", "scheme:\(scheme.slug)", after: .object(["sha256": hash]))])
            return hash
        }
    }

    func requireScreened(_ scheme: Scheme, _ work: Work) async throws {
        if try await hasUnscreened(scheme, work) { throw AwardsRefusal.unscreened }
    }

    /// What of a scheme is not finished and would be left as it is, in sentences; for whoever goes on all the same.
    ///
    /// - Parameter withDecisions: whether candidates without a decision count.
    package func leftUnfinished(
        _ scheme: String, withDecisions: Bool, by actor: Actor, in work: Work? = nil
    ) async throws -> [String] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "open rounds and freeze results")
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            var sentences: [String] = []
            if try await hasUnscreened(scheme, work) {
                sentences.append("What nobody has screened is judged by nobody: see nomination list \(scheme.slug).")
            }
            if withDecisions {
                let left = Self.words(of: try await work.transaction.run(UndecidedCandidates(scheme.id)))
                if !left.isEmpty {
                    sentences.append("Without a decision, and so not placed: \(left.joined(separator: ", ")).")
                }
            }
            return sentences
        }
    }

    /// How a frozen result stands against what it was made of.
    package struct Verification: Sendable, Equatable {
        package let hash: String
        package let recomputed: String
        package let frozenAt: Date

        package var holds: Bool { hash == recomputed }
    }

    package func verifyFreeze(_ scheme: String, by actor: Actor, in work: Work? = nil) async throws -> Verification {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "verify results")
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            let stored = try await work.transaction.first(FrozenHash(scheme.id))
            guard let stored else { throw AwardsRefusal.notFrozen }
            guard stored.hash == stored.ofText, let now = try await work.transaction.first(ResultText(scheme.id)) else {
                return Verification(hash: stored.hash, recomputed: stored.ofText, frozenAt: stored.at)
            }
            return Verification(hash: stored.hash, recomputed: now.hash, frozenAt: stored.at)
        }
    }

    /// What setting an embargo came to.
    package enum EmbargoAnswer: Sendable, Equatable {
        case isSet(Date)
        /// Shorter than it is: a second person has to set the same time.
        case waitsForAnother(Date, until: Date?)
    }

    /// Sets or lengthens an embargo; to shorten one, a second person confirms the same time as themselves.
    package func setEmbargo(
        _ scheme: String, until: Date, by actor: Actor, in work: Work? = nil
    ) async throws -> EmbargoAnswer {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "set an embargo")
            guard let person = actor.person else { throw AccessRefusal.signInFirst }
            let scheme = try await locked(scheme, actor, work)
            guard let now = try await work.transaction.first(EmbargoOfScheme(scheme.id, wanted: until)) else {
                throw AccessRefusal.notFound("scheme")
            }
            let answer: EmbargoAnswer
            // Without an embargo a result stays closed, so a first one that is over would be one person publishing it.
            if now.isOver || now.until.map({ until < $0 }) ?? false {
                guard let asked = now.asked, asked == until, let first = now.askedBy, first != person else {
                    try await work.transaction.run(AskToShortenEmbargo(scheme.id, until: until, by: person))
                    answer = .waitsForAnother(until, until: now.until)
                    try await recorded("embargo.ask", scheme, until, actor, work)
                    return answer
                }
                try await work.transaction.run(
                    SetEmbargo(scheme.id, until: until, by: first, confirmedBy: person))
            } else {
                try await work.transaction.run(SetEmbargo(scheme.id, until: until, by: person))
            }
            try await work.transaction.run(DropEmbargoRequest(scheme.id))
            answer = .isSet(until)
            try await recorded("embargo.set", scheme, until, actor, work)
            return answer
        }
    }

    private func recorded(
        _ action: String, _ scheme: Scheme, _ until: Date, _ actor: Actor, _ work: Work
    ) async throws {
        try await work.audit(
            actor, [AuditLine(action, "scheme:\(scheme.slug)", after: .object(["until": London.rfc3339(until)]))])
    }
}
