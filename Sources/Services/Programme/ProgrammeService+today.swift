package import Domain
import Store

/// What those who schedule should know when they come in.
extension ProgrammeService {
    /// The events that are not over, soonest first, with what is unplaced and unreleased in each.
    package func standings(by actor: Actor, in work: Work? = nil) async throws -> [EventStanding] {
        try await AccessService(house: house).require([.staff, .admin], actor, to: "see the draft", in: work)
        return try await house.read(EventStandings(actor), in: work)
    }

    /// Coming sessions whose facilitator has left, or leaves before them.
    package func sessionsLedByLeavers(
        by actor: Actor, in work: Work? = nil
    ) async throws -> [SessionWithoutLead] {
        try await AccessService(house: house).require([.staff, .admin], actor, to: "see the draft", in: work)
        return try await house.read(SessionsLedByLeavers(actor), in: work)
    }
}
