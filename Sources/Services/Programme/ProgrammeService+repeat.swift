package import Domain
import Foundation
import Postgres
import Store

/// The same session on other days.
extension ProgrammeService {
    package static let mostRepeats = 100

    /// Adds the session again on each of the days, at the same time on the wall, with its room, its places, those who lead it
    /// and whom it is for; all or none. They are drafts of their own with references of their own.
    package func repeatSession(
        _ reference: String, on days: [Day], by actor: Actor, in work: Work? = nil
    ) async throws -> [Session] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "add sessions")
            let days = Set(days).sorted()
            guard (1...Self.mostRepeats).contains(days.count) else {
                throw ProgrammeRefusal.datesOutOfRange(days.count)
            }
            _ = try await locked(reference, work)
            let like = try await fresh(reference.trimmingCharacters(in: .whitespaces), work)
            var added: [Session] = []
            for day in days {
                added.append(try await addSession(try like.again(on: day), by: actor, in: work))
            }
            return added
        }
    }
}

extension Session {
    /// The same on another day, by the clock on the wall.
    fileprivate func again(on day: Day) throws -> NewSession {
        guard let startsAt, let endsAt else { throw ProgrammeRefusal.noTimeYet(reference) }
        let (from, to) = (London.local(startsAt), London.local(endsAt))
        let lastDay = day.adding(days: to.day.number - from.day.number)
        return NewSession(
            event: event, title: title, kind: kind, strand: strandSlug, description: description,
            startsAt: try DateEntry.moment(LocalTime(day, from.time)),
            endsAt: try DateEntry.moment(LocalTime(lastDay, to.time)), room: site.map { "\($0)/\(room ?? "")" },
            onlineURL: draft?.onlineURL, capacity: capacity, facilitators: draft?.facilitatorEmails ?? [],
            audience: try Audience.parse(draft?.audience ?? ""))
    }
}
