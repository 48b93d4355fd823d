package import Domain
import Foundation
import Postgres
import Store

/// One session of several that are changed together, and the revision that the page showed.
package struct PlannedSession: Sendable, Hashable {
    package let reference: String
    package let revision: Int?

    package init(reference: String, revision: Int? = nil) {
        self.reference = reference
        self.revision = revision
    }
}

/// What a planner needs beside single sessions: the draft's clashes, and changing several sessions at once.
extension ProgrammeService {
    /// Every pair of the draft that needs one room or one facilitator at the same time. A draft may have them; a release may not.
    package func clashes(in event: Event, by actor: Actor, in work: Work? = nil) async throws -> [PlanClash] {
        guard try await schedules(actor, in: work) else { throw AccessRefusal.notAllowed("see the draft") }
        return try await house.read(ReleaseClashes(event.id), in: work)
    }

    /// References of sessions to come whose audience admits nobody; of one event, or of all.
    package func sessionsNobodyFits(
        in event: Event?, by actor: Actor, in work: Work? = nil
    ) async throws -> Set<String> {
        guard try await schedules(actor, in: work) else { throw AccessRefusal.notAllowed("see the draft") }
        return Set(try await house.read(SessionsNobodyFits(event?.id), in: work))
    }

    /// Calls several sessions off, all or none.
    package func cancelSessions(
        _ sessions: [PlannedSession], reason: String, by actor: Actor, in work: Work? = nil
    ) async throws -> [Session] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "cancel sessions")
            try await lock(sessions.map(\.reference), work)
            var after: [Session] = []
            for session in sessions {
                after.append(
                    try await cancelSession(
                        session.reference, reason: reason, expecting: session.revision, by: actor, in: work))
            }
            return after
        }
    }

    /// Moves several sessions by some minutes on the wall, to one room, or both, all or none. Unplaced ones only change their room.
    package func moveSessions(
        _ sessions: [PlannedSession], byMinutes minutes: Int, room: String? = nil, by actor: Actor,
        in work: Work? = nil
    ) async throws -> [Session] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "move sessions")
            guard (-60 * 24 * 400...60 * 24 * 400).contains(minutes) else { throw ProgrammeRefusal.tooLong }
            try await lock(sessions.map(\.reference), work)
            var after: [Session] = []
            for session in sessions {
                let before = try await fresh(session.reference, work)
                after.append(
                    try await moveSession(
                        session.reference, starts: try shifted(before.startsAt, by: minutes),
                        ends: try shifted(before.endsAt, by: minutes), room: room, expecting: session.revision,
                        by: actor, in: work))
            }
            return after
        }
    }

    /// Half past nine stays half past nine over a change of the clocks. A time that does not exist or happens twice is refused.
    private func shifted(_ moment: Date?, by minutes: Int) throws -> Date? {
        guard let moment, minutes != 0 else { return nil }
        return try DateEntry.moment(London.local(moment).adding(minutes: minutes))
    }

    /// Takes the locks of all in ascending order, before any of them is touched.
    func lock(_ references: [String], _ work: Work) async throws {
        let keys = try await work.transaction.run(SessionKeys(references.map { $0.uppercased() }))
        guard !keys.isEmpty else { return }
        try await work.transaction.run(LockSessions(keys.map(\.id)))
    }
}
