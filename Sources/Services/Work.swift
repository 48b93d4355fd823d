import Domain
import Postgres
import Store
import Synchronization

/// One open transaction. Every use case has a form that takes one, so that a dry run, an all-or-nothing import and a
/// script's `begin … commit` span several. Names looked up once are kept for its length.
package final class Work: Sendable {
    struct Names: Sendable {
        var sites: [Site]?
        var rooms: [Room]?
        var teams: [Team]?
        var allowed: [String: Bool] = [:]
        var strands: [String: [(strand: Strand, id: ID<Strand>)]] = [:]
        var slugs: [String: String] = [:]
    }

    let transaction: Transaction
    private let names = Mutex(Names())
    private let touched = Mutex(false)

    init(_ transaction: Transaction) {
        self.transaction = transaction
    }

    /// Notes that something which pages show has changed; the change feed hears of it after the commit.
    func touch() {
        touched.withLock { $0 = true }
    }

    package var isTouched: Bool { touched.withLock { $0 } }

    /// Forgets the names, after one of them was added or changed.
    func forgetNames() {
        names.withLock {
            let allowed = $0.allowed
            $0 = Names()
            $0.allowed = allowed
        }
    }

    func forgetRights() {
        names.withLock { $0.allowed = [:] }
    }

    func sites() async throws -> [Site] {
        if let known = names.withLock({ $0.sites }) { return known }
        let read = try await transaction.run(Sites())
        names.withLock { $0.sites = read }
        return read
    }

    func rooms() async throws -> [Room] {
        if let known = names.withLock({ $0.rooms }) { return known }
        let read = try await transaction.run(Rooms())
        names.withLock { $0.rooms = read }
        return read
    }

    func teams() async throws -> [Team] {
        if let known = names.withLock({ $0.teams }) { return known }
        let read = try await transaction.run(Teams())
        names.withLock { $0.teams = read }
        return read
    }

    func strands(of event: String) async throws -> [(strand: Strand, id: ID<Strand>)] {
        if let known = names.withLock({ $0.strands[event] }) { return known }
        let read = try await transaction.run(Strands(event: event))
        names.withLock { $0.strands[event] = read }
        return read
    }

    /// The slug of the event that was meant by this before.
    func slug(_ typed: String, prefixes: Bool) -> String? { names.withLock { $0.slugs["\(prefixes) \(typed)"] } }

    func remember(_ slug: String, _ typed: String, prefixes: Bool) {
        names.withLock { $0.slugs["\(prefixes) \(typed)"] = slug }
    }

    /// Refuses unless the actor holds one of the roles, as the database sees it in this transaction.
    func require(_ roles: [Role], _ actor: Actor, to what: String) async throws {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        let key = "\(actor.person?.rawValue ?? 0) \(actor.isTrusted) \(roles.map(\.rawValue).joined())"
        if names.withLock({ $0.allowed[key] }) == true { return }
        let allowed = try await transaction.first(ActorHolds(actor, roles))?.allowed ?? false
        guard allowed else { throw AccessRefusal.notAllowed(what) }
        names.withLock { $0.allowed[key] = true }
    }

    /// Writes what was done. What is worth an entry may show on a page, so the change feed hears of it, except of what only
    /// concerns how somebody comes in or what they took out.
    func audit(_ actor: Actor, _ lines: [AuditLine]) async throws {
        guard !lines.isEmpty else { return }
        if lines.contains(where: { !Self.unshown.contains(String($0.action.prefix { $0 != "." })) }) { touch() }
        try await transaction.run(InsertAudit(actor, lines))
    }

    private static let unshown: Set = ["sign_in", "token", "calendar_address", "export", "recipe", "mail"]

    /// People by their addresses. Every address must be known.
    func people(_ emails: [String]) async throws -> [String: ID<Person>] {
        guard !emails.isEmpty else { return [:] }
        let found = try await transaction.run(PersonKeys(emails: emails))
        return Dictionary(found.map { ($0.email, $0.id) }, uniquingKeysWith: { first, _ in first })
    }
}
