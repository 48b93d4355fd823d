package import Domain
import Foundation
import Store

extension ProgrammeService {
    /// What the actor lists, between two days, both inclusive.
    package func sessions(
        event: String?, siteSlug: String?, from: Day?, to: Day?, by actor: Actor, in work: Work? = nil
    ) async throws -> [Session] {
        let filter = SessionFilter(
            event: event, siteSlug: siteSlug, from: from.map(London.start), to: to.map { London.start(of: $0.adding(days: 1)) })
        return try await sessions(filter, by: actor, in: work)
    }

    /// One session as the actor lists it; nil when there is none for them.
    package func listed(_ reference: String, by actor: Actor, in work: Work? = nil) async throws -> Session? {
        try await sessions(SessionFilter(reference: reference.uppercased()), by: actor, in: work).first
    }

    /// The references that the actor may know.
    package func references(by actor: Actor, in work: Work? = nil) async throws -> [String] {
        try await sessions(SessionFilter(), by: actor, in: work).map(\.reference)
    }
}
