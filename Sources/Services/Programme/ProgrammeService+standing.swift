package import Domain
import Foundation
import Store

extension ProgrammeService {
    /// How a person stands to each of the sessions, in two statements whatever their number.
    package func standings(
        of sessions: [Session], for person: ID<Person>, in work: Work? = nil
    ) async throws -> [ID<Session>: SessionStanding] {
        guard !sessions.isEmpty else { return [:] }
        let rows = try await house.read(StandingOfSessions(person: person, sessions: sessions.map(\.id)), in: work)
        let names = try await names(of: rows.flatMap { $0.clashes + ($0.first.map { [$0] } ?? []) }, in: work)
        var standings: [ID<Session>: SessionStanding] = [:]
        for row in rows {
            // What comes first may be a draft still, which nobody else may know more of than its reference.
            let first = row.first.map { reference in
                names[reference]
                    ?? SessionName(
                        reference: reference, title: reference, startsAt: .distantFuture, endsAt: .distantFuture)
            }
            standings[row.session] = SessionStanding(
                audience: row.audience ?? "", isAdmitted: row.isAdmitted, first: first,
                clashes: row.clashes.compactMap { names[$0] }.sorted { $0.startsAt < $1.startsAt })
        }
        return standings
    }

    /// Released sessions by their references, to name them in words.
    package func names(of references: [String], in work: Work? = nil) async throws -> [String: SessionName] {
        let wanted = Set(references).sorted()
        guard !wanted.isEmpty else { return [:] }
        let found = try await house.read(ReleasedNames(wanted), in: work)
        return Dictionary(found.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
