import Domain
import Postgres
import Store

extension ProgrammeService {
    /// The event's whole slug, where a unique beginning of it was typed at the console. Whatever locks, lists or records by the
    /// slug asks this first: by the beginning it would find nothing to lock.
    func eventSlug(meant typed: String, _ actor: Actor, _ work: Work) async throws -> String {
        let prefixes = actor.channel == .console
        if let known = work.slug(typed, prefixes: prefixes) { return known }
        let events = try await work.transaction.run(Events(Actor(.system, channel: actor.channel)))
        let slug = try NameMatch.find(
            typed, kind: "event", among: events.map { ($0.slug, $0.slug) }, prefixes: prefixes)
        work.remember(slug, typed, prefixes: prefixes)
        return slug
    }
}
