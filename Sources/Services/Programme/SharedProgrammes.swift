package import Domain
import Store
import Synchronization

/// What a page of the programme shows to everybody, whoever asks.
package struct ReleasedProgramme: Sendable {
    package let sessions: [Session]
    package let strands: [Strand]
}

/// Released programmes as last read, shared by all pages until anything that pages show has changed, and half a minute at
/// most. A change of this process is seen at once; one of another process as soon as the change feed hears of it.
final class SharedProgrammes: Sendable {
    private struct State {
        var generation = -1
        var since = ContinuousClock.now
        var programmes: [String: ReleasedProgramme] = [:]
        var events: [Event]?
    }

    static let longest = Duration.seconds(30)
    static let mostEvents = 50

    private let state = Mutex(State())

    func programme(of event: String, generation: Int) -> ReleasedProgramme? {
        known(generation) { $0.programmes[event] }
    }

    /// The events that everybody may see.
    func events(generation: Int) -> [Event]? {
        known(generation) { $0.events }
    }

    private func known<Value: Sendable>(_ generation: Int, _ value: (State) -> Value?) -> Value? {
        state.withLock { state in
            guard state.generation == generation, ContinuousClock.now - state.since < Self.longest else { return nil }
            return value(state)
        }
    }

    /// Keeps what was read after `generation` was asked for.
    func keep(_ programme: ReleasedProgramme, of event: String, generation: Int) {
        keep(generation) { $0.programmes[event] = programme }
    }

    func keep(_ events: [Event], generation: Int) {
        keep(generation) { $0.events = events }
    }

    private func keep(_ generation: Int, _ write: (inout State) -> Void) {
        state.withLock { state in
            guard generation >= state.generation else { return }
            let isOver = ContinuousClock.now - state.since >= Self.longest
            if generation > state.generation || isOver || state.programmes.count >= Self.mostEvents {
                state = State(generation: generation, since: .now)
            }
            write(&state)
        }
    }
}

extension ProgrammeService {
    /// The programme of an event as released, from the last reading where nothing has changed since. For pages: what is
    /// decided or exported is read afresh with `released`.
    package func shared(event slug: String) async throws -> ReleasedProgramme {
        let generation = house.changes.generation
        if let known = house.programmes.programme(of: slug, generation: generation) { return known }
        let programme = try await ReleasedProgramme(
            sessions: released(SessionFilter(event: slug)), strands: strands(of: slug))
        house.programmes.keep(programme, of: slug, generation: generation)
        return programme
    }

    /// The events that everybody may see, from the last reading where nothing has changed since.
    package func sharedEvents() async throws -> [Event] {
        let generation = house.changes.generation
        if let known = house.programmes.events(generation: generation) { return known }
        let events = try await events(by: Actor(.visitor, channel: .web))
        house.programmes.keep(events, generation: generation)
        return events
    }

    /// What the actor lists of an event: the draft for those who schedule, the shared release for everyone else.
    package func listed(event slug: String, by actor: Actor) async throws -> [Session] {
        try await schedules(actor) ? drafts(event: slug, by: actor) : shared(event: slug).sessions
    }
}
