package import Domain
import Postgres
import Store

/// Sharing candidates out among judges, and the rounds in which they score.
extension AwardsService {
    /// Shares the candidates of every panel out anew, keeping as many pairs as it can.
    ///
    /// - Parameters:
    ///   - judges: how many score each candidate; nil is everybody for ten candidates or fewer, otherwise four.
    ///   - seed: the same seed shares out in the same way on every machine.
    package func assign(
        _ scheme: String, judges: Int? = nil, seed: Int = 1, by actor: Actor, in work: Work? = nil
    ) async throws -> [AwardAssignment] {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "share candidates out")
            if let judges, !(1...1000).contains(judges) {
                throw AwardsRefusal.outOfRange("The number of judges", 1...1000)
            }
            let scheme = try await locked(scheme, actor, work)
            guard scheme.state == .published else {
                throw scheme.state == .draft ? AwardsRefusal.notPublished : AwardsRefusal.isFrozen
            }
            guard scheme.kind != .celebrated else { throw AwardsRefusal.noScoresHere }
            guard try await work.transaction.first(BallotsIn(scheme.id)) ?? 0 == 0 else {
                throw AwardsRefusal.roundBegan
            }
            guard try await work.transaction.first(RoundsThatAreOpen(scheme.id)) ?? 0 == 0 else {
                throw AwardsRefusal.roundIsRunning
            }
            try await work.transaction.run(SuggestConflicts(scheme.id))
            let pairs = try await work.transaction.run(PanelPairs(scheme.id))
            guard !pairs.isEmpty else { throw AwardsRefusal.noCandidates }
            let chosen = try SharingOut(pairs: pairs, judges: judges, seed: UInt64(bitPattern: Int64(seed))).choices()
            try await work.transaction.run(
                ClearAssignments(scheme.id, judges: chosen.map(\.judge), candidates: chosen.map(\.candidate)))
            try await work.transaction.run(
                InsertAssignments(
                    judges: chosen.map(\.judge), candidates: chosen.map(\.candidate), places: chosen.map(\.place)))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "scheme.assign", "scheme:\(scheme.slug)",
                        after: .object(["pairs": String(chosen.count), "seed": String(seed)]))
                ])
            return try await work.transaction.run(Assignments(scheme.id))
        }
    }

    /// One category's sharing out, in figures.
    package struct CategoryCheck: Sendable, Equatable {
        package let category: String
        package let candidates: Int
        package let judges: Int
        package let check: AssignmentCheck
    }

    /// Who has not accepted judges nobody yet, and counts as missing.
    package func checkAssignment(
        _ scheme: String, by actor: Actor, in work: Work? = nil
    ) async throws -> [CategoryCheck] {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "see how candidates are shared out")
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            let pairs = try await work.transaction.run(PanelPairs(scheme.id))
            let assigned = pairs.filter { $0.place != nil && !$0.isConflicted && $0.hasAccepted }.map(\.pairing)
            return Self.checks(pairs, Set(assigned), quorum: scheme.quorum)
        }
    }

    /// Opens the round on every panel, and closes nominations. Answers the panels, and whether nominations were open.
    package func openRound(
        _ scheme: String, leavesUnscreened: Bool = false, by actor: Actor, in work: Work? = nil
    ) async throws -> (panels: [(panel: String, number: Int)], closedNominations: Bool) {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "open rounds")
            let scheme = try await locked(scheme, actor, work)
            guard scheme.state == .published else {
                throw scheme.state == .draft ? AwardsRefusal.notPublished : AwardsRefusal.isFrozen
            }
            guard scheme.kind != .celebrated else { throw AwardsRefusal.noScoresHere }
            if !leavesUnscreened { try await requireScreened(scheme, work) }
            try await work.transaction.run(SuggestConflicts(scheme.id))
            guard try await !work.transaction.run(Assignments(scheme.id)).isEmpty else {
                throw AwardsRefusal.cannotAssign("nobody is to score anybody yet. Run: assign \(scheme.slug).")
            }
            let opened = try await work.transaction.run(OpenRounds(scheme.id))
            guard !opened.isEmpty else { throw AwardsRefusal.roundIsOpen }
            let closed = try await work.transaction.first(CloseNominations(scheme.id)) != nil
            try await tellJudges(of: scheme, actor, work)
            try await work.audit(
                actor,
                opened.map {
                    AuditLine(
                        "round.open", "panel:\(scheme.slug)/\($0.panel)", after: .object(["number": String($0.number)]))
                })
            return (opened, closed)
        }
    }

    /// Closes the open rounds; with ballots missing only if that is wanted, with a reason, and they are named in the record.
    package func closeRound(
        _ scheme: String, withMissing reason: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> (panels: [String], missing: [(candidate: String, judge: String)]) {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "close rounds")
            let scheme = try await locked(scheme, actor, work)
            let rounds = try await work.transaction.run(LockOpenRounds(scheme.id))
            guard !rounds.isEmpty else { throw AwardsRefusal.roundNotOpen }
            let missing = try await work.transaction.run(MissingBallots(scheme.id))
            var why: String?
            if !missing.isEmpty {
                guard let reason else {
                    throw AwardsRefusal.ballotsMissing(missing.map { "\($0.ballot.judge) for \($0.ballot.candidate)" })
                }
                why = try self.reason(reason)
            }
            var panels: [String] = []
            for round in rounds {
                let own = missing.filter { $0.round == round }
                panels += try await work.transaction.run(
                    CloseRound(round, missing: own.count, reason: own.isEmpty ? nil : why))
            }
            let keys = try await work.people(Array(Set(missing.map(\.ballot.judge))))
            try await work.audit(
                actor,
                panels.map {
                    AuditLine(
                        "round.close", "panel:\(scheme.slug)/\($0)",
                        after: .object([
                            "missing": missing.isEmpty
                                ? nil
                                : missing.map {
                                    "person:\(keys[$0.ballot.judge]?.description ?? "?") \($0.ballot.candidate)"
                                }
                                .joined(separator: ";")
                        ]), reason: why)
                })
            return (panels, missing.map { ($0.ballot.candidate, $0.ballot.judge) })
        }
    }
}
