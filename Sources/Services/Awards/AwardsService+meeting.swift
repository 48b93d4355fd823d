package import Domain
package import Foundation
import Postgres
import Store

/// The panel's meeting: whoever leads the award puts one candidate at a time on the screen, moves, counts and closes; everybody on
/// the panel sees what is on and votes, but nothing of a candidate with whom they have a conflict.
extension AwardsService {
    /// So many candidates are asked about at most in one motion.
    package static let mostOptions = 20

    /// The meeting as the actor may see it; for members of the panel.
    package func meeting(of path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> Meeting {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        guard let found = try await house.read(MeetingStanding(actor, path), in: work).first, found.isMember else {
            throw AwardsRefusal.notAssigned
        }
        var shown: Meeting.Shown?
        if let candidate = found.shown, let code = found.code {
            let texts = try await house.read(DeskTexts(of: candidate), in: work).first?.texts ?? []
            shown = Meeting.Shown(code: code, nominee: found.nominee, texts: texts)
        }
        let motions =
            found.meeting == nil
            ? []
            : try await house.read(Motions(for: actor.person, found.category, meeting: found.meeting), in: work)
        return Meeting(
            path: AwardPath(scheme: path.scheme, part: path.part), schemeTitle: found.schemeTitle, title: found.title,
            leads: found.leads, openedAt: found.openedAt, shown: shown, motions: motions)
    }

    /// What was done at the meetings of an award, for whoever leads it and for staff who read its results.
    package struct Minutes: Sendable, Equatable {
        package let schemeTitle: String
        package let title: String
        package let steps: [MeetingStep]
        package let motions: [UUID: Motion]
    }

    package func minutes(of path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> Minutes {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        guard let found = try await house.read(MeetingStanding(actor, path), in: work).first,
            found.leads || found.readsResults
        else { throw AwardsRefusal.notAssigned }
        async let steps = house.read(MeetingSteps(actor, found.category), in: work)
        let motions = try await house.read(Motions(for: actor.person, found.category), in: work)
        return Minutes(
            schemeTitle: found.schemeTitle, title: found.title, steps: try await steps,
            motions: Dictionary(motions.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }))
    }

    package func openMeeting(of path: AwardPath, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            let (chair, found) = try await leading(path, actor, work)
            guard found.state == .published else { throw AwardsRefusal.isFrozen }
            guard found.roundIsOver else { throw AwardsRefusal.roundNotOver }
            let id = try await meaning(of: ["meeting_one_open": .meetingIsOpen]) {
                try await work.transaction.first(OpenMeeting(found.category, panel: found.panel, by: chair))
            }
            guard let id else { throw ServiceFailure(.internalError) }
            try await note(id, .opened, path, actor, work)
        }
    }

    /// Puts a candidate on the screen in place of whoever is on it; nobody without a code.
    package func show(_ code: String?, at path: AwardPath, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            let meeting = try await led(path, actor, work)
            guard let shown = try await work.transaction.first(ShowCandidate(meeting, code?.uppercased())) else {
                throw AwardsRefusal.notAssigned
            }
            try await note(meeting, shown == nil ? .cleared : .shown, path, actor, work, candidate: shown)
        }
    }

    /// Asks the panel: about one candidate for or against, of several which.
    package func move(
        _ text: String, about codes: [String], at path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let meeting = try await led(path, actor, work)
            let text = try FreeText.line(text, "what the panel votes on", longest: 300)
            let codes = Set(codes.map { $0.uppercased() }).sorted()
            guard (1...Self.mostOptions).contains(codes.count) else {
                throw AwardsRefusal.outOfRange("The number of candidates to vote on", 1...Self.mostOptions)
            }
            let motion = try await meaning(of: ["motion_one_open": .motionIsOpen]) {
                try await work.transaction.first(InsertMotion(meeting, text: text))
            }
            guard let motion else { throw AwardsRefusal.meetingNotOpen }
            let found = try await work.transaction.run(InsertMotionOptions(motion, codes))
            if let missing = codes.first(where: { !found.contains($0) }) { throw AwardsRefusal.noSuchCode(missing) }
            try await note(meeting, .moved, path, actor, work, motion: motion)
        }
    }

    /// A member's one vote, for a candidate or for none of those asked about.
    package func vote(
        for code: String?, on motion: UUID, at path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            guard let voter = actor.person else { throw AccessRefusal.signInFirst }
            guard let found = try await work.transaction.first(MeetingStanding(actor, path)), found.isMember else {
                throw AwardsRefusal.notAssigned
            }
            let cast = try await meaning(of: [
                "motion_vote_pkey": .votedAlready, "motion_vote_while_open": .votesAreCounted,
                "motion_vote_without_conflict": .notAssigned,
            ]) {
                try await work.transaction.first(CastVote(voter, motion, code?.uppercased(), in: found.category))
            }
            guard cast != nil else { throw AwardsRefusal.notAssigned }
            // How somebody voted is in no audit, which admins read.
            try await work.audit(actor, [AuditLine("motion.vote", "category:\(path.text)")])
        }
    }

    /// - Parameter withMissing: counts although somebody has not voted.
    package func countVotes(
        on motion: UUID, withMissing: Bool = false, at path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let meeting = try await led(path, actor, work, ends: true)
            let (_, found) = try await leading(path, actor, work)
            let asked = try await work.transaction.run(Motions(for: actor.person, found.category, meeting: meeting))
                .first { $0.id == motion }
            if let asked, asked.isOpen, asked.cast < asked.voters, !withMissing {
                throw AwardsRefusal.votesMissing(asked.cast, of: asked.voters)
            }
            guard let counted = try await work.transaction.first(CountVotes(motion, meeting: meeting)) else {
                throw AwardsRefusal.votesAreCounted
            }
            try await note(meeting, .counted, path, actor, work, motion: counted)
        }
    }

    package func closeMeeting(of path: AwardPath, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            let meeting = try await led(path, actor, work, ends: true)
            let (_, found) = try await leading(path, actor, work)
            let motions = try await work.transaction.run(
                Motions(for: actor.person, found.category, meeting: meeting))
            guard !motions.contains(where: \.isOpen) else { throw AwardsRefusal.motionIsOpen }
            guard try await work.transaction.first(CloseMeeting(meeting)) != nil else {
                throw AwardsRefusal.meetingNotOpen
            }
            try await note(meeting, .closed, path, actor, work)
        }
    }

    private func leading(
        _ path: AwardPath, _ actor: Actor, _ work: Work
    ) async throws -> (ID<Person>, MeetingStanding.Found) {
        guard let chair = actor.person else { throw AccessRefusal.signInFirst }
        guard let found = try await work.transaction.first(MeetingStanding(actor, path)), found.leads else {
            throw AwardsRefusal.notAssigned
        }
        return (chair, found)
    }

    /// The meeting that is on and that the actor leads, locked, so that one thing is done after the other.
    ///
    /// - Parameter ends: whether only something is ended, which a frozen result does not keep anybody from.
    private func led(_ path: AwardPath, _ actor: Actor, _ work: Work, ends: Bool = false) async throws -> Int {
        let (_, found) = try await leading(path, actor, work)
        guard found.state == .published || ends else { throw AwardsRefusal.isFrozen }
        guard let meeting = found.meeting, try await work.transaction.first(LockMeeting(meeting)) != nil else {
            throw AwardsRefusal.meetingNotOpen
        }
        return meeting
    }

    /// Into the minutes with everything, into the audit without whom it is about: admins read that, and judge nobody.
    private func note(
        _ meeting: Int, _ kind: MeetingStep.Kind, _ path: AwardPath, _ actor: Actor, _ work: Work,
        candidate: ID<Candidate>? = nil, motion: Int? = nil
    ) async throws {
        try await work.transaction.run(LogMeetingStep(meeting, kind, candidate: candidate, motion: motion))
        try await work.audit(actor, [AuditLine("meeting.\(kind.rawValue)", "category:\(path.scheme)/\(path.part)")])
    }
}
