package import Domain
import Store

extension ProgrammeService {
    /// One session as the actor lists it, the draft for those who schedule; nil when there is none for them.
    package func listed(_ reference: String, by actor: Actor, in work: Work? = nil) async throws -> Session? {
        try await sessions(SessionFilter(reference: reference.uppercased()), by: actor, in: work).first
    }
}
