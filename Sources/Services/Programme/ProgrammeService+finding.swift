package import Domain
import Store

/// Finding sessions by what the faces know. They may not name the store's filter, so each usual question has a form here.
extension ProgrammeService {
    /// The newest releases' sessions: of an event, at a site, between two days (inclusive).
    package func released(
        event: String? = nil, site: String? = nil, from: Day? = nil, to: Day? = nil, in work: Work? = nil
    ) async throws -> [Session] {
        try await released(Self.filter(event, site, nil, from, to), in: work)
    }

    /// The released session of that reference; nil when there is none.
    package func released(reference: String, in work: Work? = nil) async throws -> Session? {
        try await released(Self.filter(nil, nil, reference, nil, nil), in: work).first
    }

    /// The draft, for those who schedule; a facilitator's own sessions for a facilitator.
    package func drafts(
        event: String? = nil, site: String? = nil, from: Day? = nil, to: Day? = nil, by actor: Actor,
        in work: Work? = nil
    ) async throws -> [Session] {
        try await drafts(Self.filter(event, site, nil, from, to), by: actor, in: work)
    }

    /// What the actor lists: the draft for those who schedule, the release for everyone else.
    package func sessions(
        event: String? = nil, site: String? = nil, from: Day? = nil, to: Day? = nil, by actor: Actor,
        in work: Work? = nil
    ) async throws -> [Session] {
        try await sessions(Self.filter(event, site, nil, from, to), by: actor, in: work)
    }

    private static func filter(
        _ event: String?, _ site: String?, _ reference: String?, _ from: Day?, _ to: Day?
    ) -> SessionFilter {
        SessionFilter(
            event: event, siteSlug: site, reference: reference?.uppercased(), from: from.map(London.start),
            to: to.map { London.start(of: $0.adding(days: 1)) })
    }
}
