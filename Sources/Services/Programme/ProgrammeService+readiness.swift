package import Domain
import Store

/// What there is to look at before a draft is released: one answer for the pages, the console and the API.
extension ProgrammeService {
    /// Of every session that the next release would hold, what stands in its way and what it lacks, by time. A clash stands
    /// with the first of its two sessions only.
    package func releaseProblems(
        _ slug: String, by actor: Actor, in work: Work? = nil
    ) async throws -> [PlannedProblem] {
        guard try await schedules(actor, in: work) else { throw AccessRefusal.notAllowed("see the draft") }
        let event = try await event(slug, by: actor, in: work)
        let system = Actor(.system, channel: actor.channel)
        let sessions = try await drafts(event: event.slug, by: system, in: work)
        let rooms = try await PeopleService(house: house).rooms(in: work)
        let clashes = try await clashes(in: event, by: system, in: work)
        let unfit = try await sessionsNobodyFits(in: event, by: system, in: work)
        let known = Dictionary(grouping: clashes, by: \.reference)
        return sessions.flatMap { session in
            guard let name = SessionName(session) else { return [PlannedProblem]() }
            return PlanProblem.of(
                session, in: event, rooms: rooms, clashes: known[session.reference] ?? [], unfit: unfit
            ).map { PlannedProblem(session: name, problem: $0) }
        }
    }
}
