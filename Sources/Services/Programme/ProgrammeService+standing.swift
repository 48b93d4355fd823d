package import Domain
import Foundation
import Store

extension ProgrammeService {
    /// How a person stands to each of the sessions, in as many statements for one as for all.
    ///
    /// - Parameter known: the programme that they were read from, which tells who they are for and what others are called.
    package func standings(
        of sessions: [Session], for person: ID<Person>, known: ReleasedProgramme? = nil, in work: Work? = nil
    ) async throws -> [ID<Session>: SessionStanding] {
        guard !sessions.isEmpty else { return [:] }
        async let read = house.read(OwnTimesOfPerson(person), in: work)
        let audiences: [ID<Session>: SessionAudience]
        if let known {
            audiences = known.audiences
        } else {
            audiences = try await sessionAudiences(of: sessions, in: work)
        }
        let rows = try await read
        guard var own = rows.first?.person else { return [:] }
        own.entries = rows.compactMap(\.entry)
        var clashes: [ID<Session>: [String]] = [:]
        var firsts: [ID<Session>: String] = [:]
        for session in sessions {
            firsts[session.id] = audiences[session.id]?.first(for: own)
            // Nobody has promised yet when a draft takes place.
            guard session.state != .draft, let starts = session.startsAt, let ends = session.endsAt, starts < ends
            else { continue }
            clashes[session.id] = own.clashes(with: session.id, during: starts..<ends)
        }
        let wanted = Set(clashes.values.joined()).union(firsts.values)
        let names = try await self.names(of: wanted.sorted(), known: known?.sessions ?? [], in: work)
        var standings: [ID<Session>: SessionStanding] = [:]
        for session in sessions {
            let audience = audiences[session.id] ?? .everyone
            standings[session.id] = SessionStanding(
                audience: audience.notation, isAdmitted: own.isAdmitted(by: audience.rules),
                // What comes first may be a draft still, which nobody else may know more of than its reference.
                first: firsts[session.id].map { names[$0] ?? .only($0) },
                clashes: (clashes[session.id] ?? []).compactMap { names[$0] }.sorted { $0.startsAt < $1.startsAt },
                leads: own.leads(session.id), onlyReads: own.onlyReads)
        }
        return standings
    }

    /// Who the sessions are for; none for everyone.
    func sessionAudiences(
        of sessions: [Session], in work: Work? = nil
    ) async throws -> [ID<Session>: SessionAudience] {
        var audiences: [ID<Session>: SessionAudience] = [:]
        for found in try await house.read(AudienceRulesOfSessions(sessions.map(\.id)), in: work) {
            audiences[found.session, default: .everyone].rules.append(found.rule)
            if let earlier = found.earlier { audiences[found.session, default: .everyone].earlier.append(earlier) }
        }
        return audiences
    }

    /// The same in the notation of `Audience`.
    package func audiences(of sessions: [Session], in work: Work? = nil) async throws -> [ID<Session>: String] {
        try await sessionAudiences(of: sessions, in: work).mapValues(\.notation)
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
