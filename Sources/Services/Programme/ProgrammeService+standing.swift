package import Domain
import Foundation
import Store

extension ProgrammeService {
    /// How a person stands to each of the sessions, in two statements at most whatever their number.
    ///
    /// - Parameter known: released sessions that were read already, which need not be asked for their names.
    package func standings(
        of sessions: [Session], for person: ID<Person>, known: [Session] = [], in work: Work? = nil
    ) async throws -> [ID<Session>: SessionStanding] {
        guard !sessions.isEmpty else { return [:] }
        let rows = try await house.read(StandingOfSessions(person: person, sessions: sessions.map(\.id)), in: work)
        let wanted = Set(rows.flatMap { $0.clashes + ($0.first.map { [$0] } ?? []) })
        let names = try await self.names(of: wanted.sorted(), known: known, in: work)
        var standings: [ID<Session>: SessionStanding] = [:]
        for row in rows {
            // What comes first may be a draft still, which nobody else may know more of than its reference.
            let first = row.first.map { reference in
                names[reference] ?? .only(reference)
            }
            standings[row.session] = SessionStanding(
                audience: row.audience ?? "", isAdmitted: row.isAdmitted, first: first,
                clashes: row.clashes.compactMap { names[$0] }.sorted { $0.startsAt < $1.startsAt }, leads: row.leads)
        }
        return standings
    }

    /// Released sessions by their references, to name them in words.
    ///
    /// - Parameter known: released sessions that were read already, which need not be asked for.
    package func names(
        of references: [String], known: [Session] = [], in work: Work? = nil
    ) async throws -> [String: SessionName] {
        var wanted = Set(references)
        var names: [String: SessionName] = [:]
        for session in known where wanted.contains(session.reference) {
            guard let name = SessionName(session) else { continue }
            wanted.remove(session.reference)
            names[session.reference] = name
        }
        guard !wanted.isEmpty else { return names }
        for name in try await house.read(ReleasedNames(wanted.sorted()), in: work) { names[name.reference] = name }
        return names
    }
}
