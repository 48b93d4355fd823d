package import Domain
import Store

/// What a page of the programme shows to everybody, whoever asks.
package struct ReleasedProgramme: Sendable {
    package let sessions: [Session]
    package let strands: [Strand]
    /// Who sessions are for, without those that are for everyone.
    package let audiences: [ID<Session>: SessionAudience]
    private let places: [String: Int]

    init(sessions: [Session], strands: [Strand], audiences: [ID<Session>: SessionAudience]) {
        self.sessions = sessions
        self.strands = strands
        self.audiences = audiences
        places = Dictionary(
            sessions.indices.map { (sessions[$0].reference, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func session(_ reference: String) -> Session? { places[reference].map { sessions[$0] } }
}

/// For pages. What is decided or exported is read afresh with `released`.
extension ProgrammeService {
    /// The programme of an event as released, from the last reading where nothing has changed since.
    package func shared(event slug: String) async throws -> ReleasedProgramme {
        let generation = house.changes.generation
        if let known = house.programmes.value(slug, generation: generation) { return known }
        let sessions = try await released(SessionFilter(event: slug))
        let programme = try await ReleasedProgramme(
            sessions: sessions, strands: strands(of: slug), audiences: sessionAudiences(of: sessions))
        house.programmes.keep(programme, as: slug, generation: generation)
        return programme
    }

    /// The released session of that reference and its programme, from the last reading; nil when there is none.
    package func shared(reference: String) async throws -> (session: Session, programme: ReleasedProgramme)? {
        let reference = reference.uppercased()
        for programme in house.programmes.values(generation: house.changes.generation) {
            if let session = programme.session(reference) { return (session, programme) }
        }
        guard let session = try await released(reference: reference) else { return nil }
        let programme = try await shared(event: session.event)
        return (programme.session(reference) ?? session, programme)
    }

    /// The events that everybody may see, from the last reading where nothing has changed since.
    package func sharedEvents() async throws -> [Event] {
        let generation = house.changes.generation
        if let known = house.events.value("", generation: generation) { return known }
        let events = try await events(by: Actor(.visitor, channel: .web))
        house.events.keep(events, as: "", generation: generation)
        return events
    }

    /// What the actor lists of an event: the draft for those who schedule, the shared release for everyone else.
    package func listed(event slug: String, by actor: Actor) async throws -> [Session] {
        try await schedules(actor) ? drafts(event: slug, by: actor) : shared(event: slug).sessions
    }
}
