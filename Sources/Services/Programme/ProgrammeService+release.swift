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
    package func publishRelease(_ slug: String, note: String = "", by actor: Actor, in work: Work? = nil) async throws
        -> Release
    {
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
            let clashes = try await work.transaction.run(ReleaseClashes(event.id))
            guard clashes.isEmpty else { throw ProgrammeRefusal.cannotRelease(clashes.map(\.inWords)) }
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
                        after: .object(["changes": "\(changes.count)", "sessions": "\(placed)", "note": note]))
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

extension ReleaseClashes.Found {
    /// The clash as a sentence that a planner can act on.
    var inWords: ProgrammeRefusal.Clash {
        let when = during.lower.map { "\(London.local($0).day.weekday.short) \(London.local($0).iso)" } ?? ""
        let reason =
            what == "room"
            ? "\(name) is also needed by \(other) (\(otherTitle)) at \(when)."
            : "\(name) also leads \(other) (\(otherTitle)) at \(when)."
        return ProgrammeRefusal.Clash(reference: reference, other: other, reason: reason)
    }
}
