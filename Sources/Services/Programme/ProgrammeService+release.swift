package import Domain
import Foundation
import Postgres
import Store

extension ProgrammeService {
    /// How the draft differs from the newest release, and how many booked people each difference touches.
    package func releaseDiff(_ slug: String, by actor: Actor, in work: Work? = nil) async throws -> [ReleaseChange] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "see the draft")
            let event = try await lockedEvent(slug, actor, work)
            return try await differences(event.id, work).changes
        }
    }

    /// Publishes the draft as the next release: an immutable, numbered copy. Refuses and names every clash.
    ///
    /// - Parameter complete: refuses, too, while a session lacks anything that it should have: somebody to lead it, a place, an
    ///   access note of its room. Whoever has seen what is missing may release all the same.
    package func publishRelease(
        _ slug: String, note: String = "", complete: Bool = false, by actor: Actor, in work: Work? = nil
    ) async throws -> Release {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "release a programme")
            let note = try FreeText.prose(note, "the note", longest: 2000)
            let slug = try await eventSlug(meant: slug, actor, work)
            let keys = try await work.transaction.run(SessionKeysOfEventBySlug(slug))
            try await work.transaction.run(LockSessions(keys))
            let event = try await lockedEvent(slug, actor, work)
            guard event.state == .draft || event.state == .published else { throw ProgrammeRefusal.eventNotOpen(slug) }
            let (changes, changed, placed) = try await differences(event.id, work)
            guard placed > 0, !changes.isEmpty else { throw ProgrammeRefusal.nothingToRelease(slug) }
            let problems = try await releaseProblems(slug, by: actor, in: work)
            let inTheWay = problems.filter(\.problem.isInTheWay)
            guard inTheWay.isEmpty else { throw ProgrammeRefusal.cannotRelease(inTheWay.map(\.asClash)) }
            let lacking = problems.filter { !$0.problem.isInTheWay }
            guard !complete || lacking.isEmpty else { throw ProgrammeRefusal.incomplete(lacking.map(\.asClash)) }
            guard
                let release = try await work.transaction.first(
                    InsertRelease(event: event.id, note: note, by: actor.person))
            else {
                throw ServiceFailure(.internalError)
            }
            _ = try await work.transaction.run(
                RetireCopies(event.id), CopyIntoRelease(release: release.id, event: event.id),
                CopyFacilitatorsIntoRelease(release: release.id), MarkReleased(event: event.id, changed: changed))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "release.publish", "release:\(slug)/\(release.number)",
                        after: .object([
                            "changes": "\(changes.count)", "sessions": "\(placed)", "note": note,
                            "lacking": lacking.isEmpty ? nil : "\(lacking.count)",
                        ]))
                ])
            guard
                let published = try await work.transaction.run(Releases(event: slug)).first(where: {
                    $0.number == release.number
                })
            else { throw ServiceFailure(.internalError) }
            return published
        }
    }

    package func releases(_ slug: String, by actor: Actor, in work: Work? = nil) async throws -> [Release] {
        _ = try await event(slug, by: actor, in: work)
        return try await house.read(Releases(event: slug), in: work)
    }

    private func differences(
        _ event: ID<Event>, _ work: Work
    ) async throws -> (changes: [ReleaseChange], changed: [ID<Session>], placed: Int) {
        let (draft, released) = try await work.transaction.run(DraftContents(event), ReleasedContents(event))
        let before = Dictionary(released.map { ($0.session, $0.content) }, uniquingKeysWith: { first, _ in first })
        var changes: [ReleaseChange] = []
        var changed: [ID<Session>] = []
        for row in draft {
            let found = ReleasedContent.differences(
                reference: row.reference, booked: row.booked, from: before[row.session], to: row.content)
            changes += found
            if !found.isEmpty, before[row.session] != nil, !row.content.cancelled { changed.append(row.session) }
        }
        return (changes, changed, draft.count)
    }
}
