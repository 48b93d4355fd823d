package import Domain
import Foundation
import Postgres
import Store

/// What became of one of many new sessions.
package enum AddedSession: Sendable {
    /// Its reference.
    case added(String)
    case refused(any Refusal)
}

/// Sessions by the thousand, each by the rules of the use case for one, in a few statements instead of some for each.
extension ProgrammeService {
    /// How many sessions one statement takes.
    private static let together = 1000

    /// Adds many sessions to the draft by the rules of `addSession`. Audiences come apart, by `setAudiences`.
    ///
    /// - Returns: for each, in the order given, its reference, or why it was not added.
    package func addSessions(
        _ many: [NewSession], by actor: Actor, in work: Work
    ) async throws -> [AddedSession] {
        guard !many.isEmpty else { return [] }
        try await work.require([.staff, .admin], actor, to: "add sessions")
        var outcomes = [AddedSession](repeating: .added(""), count: many.count)
        let people = try await work.people(many.flatMap(\.facilitators).map(Self.folded))
        let wanted = Set(many.compactMap { $0.reference?.uppercased() })
        var taken = Set(try await work.transaction.run(SessionKeys(wanted.sorted())).map(\.reference))
        var events: [String: LockEvent.Found] = [:]
        var good: [Pending] = []
        for (index, new) in many.enumerated() {
            do {
                var new = new
                new.event = try await eventSlug(meant: new.event, actor, work)
                let event: LockEvent.Found
                if let known = events[new.event] {
                    event = known
                } else {
                    event = try await lockedEvent(new.event, actor, work)
                    events[new.event] = event
                }
                guard event.state != .archived, event.state != .closed else {
                    throw ProgrammeRefusal.eventNotOpen(new.event)
                }
                let content = try await content(of: new, event, work, actor)
                let leads = try await leads(new.facilitators, people, work, actor)
                var reference: String?
                if let typed = new.reference, !typed.isEmpty {
                    let (text, number) = try referenceChecked(typed, event)
                    guard taken.insert(text).inserted else { throw ProgrammeRefusal.referenceTaken(text) }
                    if let number { try await work.transaction.run(SkipNumbers(event: event.id, past: number)) }
                    reference = text
                }
                good.append(Pending(index: index, event: event, reference: reference, content: content, leads: leads))
            } catch let refusal as any Refusal {
                outcomes[index] = .refused(refusal)
            }
        }
        try await giveNumbers(&good, work)
        var rest = good[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(Self.together))
            rest = rest.dropFirst(part.count)
            try await write(part, actor, work)
            for session in part { outcomes[session.index] = .added(session.reference ?? "") }
        }
        return outcomes
    }

    /// A good session that waits for the others, to be written with them.
    private struct Pending {
        var index: Int
        var event: LockEvent.Found
        var reference: String?
        var content: SessionContent
        var leads: [ID<Person>]
    }

    /// Numbers for those that name no reference, an event's in one go.
    private func giveNumbers(_ sessions: inout [Pending], _ work: Work) async throws {
        let unnamed = Dictionary(grouping: sessions.indices.filter { sessions[$0].reference == nil }) {
            sessions[$0].event.id
        }
        for (event, indices) in unnamed.sorted(by: { $0.key < $1.key }) {
            guard var number = try await work.transaction.first(TakeNumbers(event: event, count: indices.count)) else {
                throw ServiceFailure(.internalError)
            }
            for index in indices {
                sessions[index].reference = "\(sessions[index].event.code)-\(padded(number, 3))"
                number += 1
            }
        }
    }

    private func write(_ part: [Pending], _ actor: Actor, _ work: Work) async throws {
        let keys = try await work.transaction.run(
            InsertSessions(
                part.map {
                    InsertSession(
                        publicID: house.outside.uuid(), event: $0.event.id, reference: $0.reference ?? "",
                        content: $0.content)
                }))
        guard keys.count == part.count else { throw ServiceFailure(.internalError) }
        let leads = zip(keys, part).filter { !$1.leads.isEmpty }.map { (session: $0, people: $1.leads) }
        if !leads.isEmpty { try await work.transaction.run(SetFacilitatorsOfSessions(leads)) }
        try await work.audit(
            actor,
            part.map {
                AuditLine(
                    "session.add", "session:\($0.reference ?? "")",
                    after: .object(["title": $0.content.title, "starts_at": $0.content.startsAt.map(London.rfc3339)]))
            })
    }

    // MARK: Changes

    /// Changes many sessions of the draft by the rules of `changeSession`.
    ///
    /// - Returns: for each, in the order given, why it was not changed; nil for whichever was, or was so already.
    package func changeSessions(
        _ many: [(reference: String, change: SessionChange)], by actor: Actor, in work: Work
    ) async throws -> [(any Refusal)?] {
        guard !many.isEmpty else { return [] }
        try await work.require([.staff, .admin], actor, to: "change sessions")
        var refusals = [(any Refusal)?](repeating: nil, count: many.count)
        let keys = try await locked(many.map(\.reference), work)
        let people = try await work.people(
            many.flatMap { if case .set(let emails) = $0.change.facilitators { emails } else { [String]() } }
                .map(Self.folded))
        var start = 0
        while start < many.count {
            let end = min(start + Self.together, many.count)
            for (index, refusal) in try await change(
                zip(start..<end, many[start..<end]).map { (index: $0, wanted: $1) }, keys, people, actor, work)
            {
                refusals[index] = refusal
            }
            start = end
        }
        return refusals
    }

    /// The keys of sessions by their references, all of them locked in ascending order.
    private func locked(_ references: [String], _ work: Work) async throws -> [String: ID<Session>] {
        let wanted = Set(references.map { $0.trimmingCharacters(in: .whitespaces).uppercased() })
        let keys = try await work.transaction.run(SessionKeys(wanted.sorted()))
        try await work.transaction.run(LockSessions(keys.map(\.id)))
        return Dictionary(keys.map { ($0.reference, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    private typealias Edit = (index: Int, wanted: (reference: String, change: SessionChange))

    private func change(
        _ part: [Edit], _ keys: [String: ID<Session>], _ people: [String: ID<Person>], _ actor: Actor, _ work: Work
    ) async throws -> [(Int, any Refusal)] {
        let references = part.map { $0.wanted.reference.trimmingCharacters(in: .whitespaces).uppercased() }
        let before = try await drafts(named: references, work)
        let found = Dictionary(
            try await work.transaction.run(SessionsForWrite(references.compactMap { keys[$0] })).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var events: [String: LockEvent.Found] = [:]
        var refused: [(Int, any Refusal)] = []
        var updates: [UpdateSession] = []
        var leads: [(session: ID<Session>, people: [ID<Person>])] = []
        var written: [(old: SessionForWrite.Found, reference: String)] = []
        for (edit, reference) in zip(part, references) {
            let change = edit.wanted.change
            do {
                guard let session = keys[reference].flatMap({ found[$0] }), let old = before[reference] else {
                    throw PeopleRefusal.nothingNamed(kind: "session", name: String(reference.prefix(40)), near: [])
                }
                guard session.state != .cancelled else { throw ProgrammeRefusal.cancelledAlready(reference) }
                if events[session.eventSlug] == nil, change.startsAt != .keep || change.endsAt != .keep {
                    events[session.eventSlug] = try await work.transaction.first(LockEvent(slug: session.eventSlug))
                }
                let content = try await changed(session, change, old, work, actor, event: events[session.eventSlug])
                var led: [ID<Person>]?
                if case .set(let emails) = change.facilitators {
                    led = try await self.leads(emails, people, work, actor)
                }
                // What changes nothing makes nobody's copy old.
                if content == session.content, led.map({ Set($0) == Set(session.facilitators) }) ?? true { continue }
                updates.append(UpdateSession(session.id, content))
                if let led { leads.append((session.id, led)) }
                written.append((session, reference))
            } catch let refusal as any Refusal {
                refused.append((edit.index, refusal))
            }
        }
        guard !updates.isEmpty else { return refused }
        try await work.transaction.run(UpdateSessions(updates))
        if !leads.isEmpty { try await work.transaction.run(SetFacilitatorsOfSessions(leads)) }
        for ((old, reference), update) in zip(written, updates)
        where update.content.capacity > old.content.capacity && (before[reference]?.waiting ?? 0) > 0 {
            try await BookingService(house: house).promote(in: old.id, by: actor, work)
        }
        work.touch()
        try await note(written, before, leads, actor, work)
        return refused
    }

    private func note(
        _ written: [(old: SessionForWrite.Found, reference: String)], _ before: [String: Session],
        _ leads: [(session: ID<Session>, people: [ID<Person>])], _ actor: Actor, _ work: Work
    ) async throws {
        let after = try await drafts(named: written.map(\.reference), work)
        let led = Dictionary(leads.map { ($0.session, $0.people) }, uniquingKeysWith: { _, last in last })
        try await work.audit(
            actor,
            written.compactMap { session, reference in
                guard let was = before[reference], let now = after[reference] else { return nil }
                let (old, new) = SessionSnapshot.pair(
                    (was, session.facilitators), (now, led[session.id] ?? session.facilitators))
                guard old != new else { return nil }
                return AuditLine("session.change", "session:\(reference)", before: old, after: new)
            })
    }

    // MARK: Audiences

    /// Says of many sessions who may book them, by the rules of `setAudience`.
    ///
    /// - Returns: for each, in the order given, why not; nil for whichever was done.
    package func setAudiences(
        _ many: [(reference: String, rules: [Audience.Rule])], by actor: Actor, in work: Work
    ) async throws -> [(any Refusal)?] {
        guard !many.isEmpty else { return [] }
        try await work.require([.staff, .admin], actor, to: "set audiences")
        var refusals = [(any Refusal)?](repeating: nil, count: many.count)
        let keys = try await locked(many.map(\.reference), work)
        let first = Set(many.flatMap(\.rules).compactMap { if case .after(let first) = $0 { first } else { nil } })
        let names = AudienceNames(
            teams: try await work.teams(), employers: try await work.transaction.run(Organisations()),
            sessions: Dictionary(
                try await work.transaction.run(SessionKeys(first.sorted())).map { ($0.reference, $0.id) },
                uniquingKeysWith: { first, _ in first }),
            prefixes: actor.channel == .console)
        var start = 0
        while start < many.count {
            let end = min(start + Self.together, many.count)
            var rows: [InsertAudienceRule] = []
            var done: [(id: ID<Session>, reference: String)] = []
            for (index, wanted) in zip(start..<end, many[start..<end]) {
                let reference = wanted.reference.trimmingCharacters(in: .whitespaces).uppercased()
                do {
                    guard let id = keys[reference] else {
                        throw PeopleRefusal.nothingNamed(kind: "session", name: String(reference.prefix(40)), near: [])
                    }
                    rows += try wanted.rules.map { try names.row($0, of: id) }
                    done.append((id, reference))
                } catch let refusal as any Refusal {
                    refusals[index] = refusal
                }
            }
            try await write(rows, of: done, actor, work)
            start = end
        }
        return refusals
    }

    private func write(
        _ rows: [InsertAudienceRule], of sessions: [(id: ID<Session>, reference: String)], _ actor: Actor, _ work: Work
    ) async throws {
        guard !sessions.isEmpty else { return }
        let before = try await drafts(named: sessions.map(\.reference), work)
        try await work.transaction.run(ClearAudiences(sessions.map(\.id)))
        if !rows.isEmpty { try await work.transaction.run(InsertAudienceRules(rows)) }
        let after = try await drafts(named: sessions.map(\.reference), work)
        work.touch()
        try await work.audit(
            actor,
            sessions.map { session in
                AuditLine(
                    "audience.set", "session:\(session.reference)",
                    before: .object(["audience": before[session.reference]?.draft?.audience]),
                    after: .object(["audience": after[session.reference]?.draft?.audience]))
            })
    }

    /// The names that an audience may hold, with what they stand for.
    private struct AudienceNames {
        var teams: [Team]
        var employers: [(id: ID<Organisation>, name: String)]
        var sessions: [String: ID<Session>]
        var prefixes: Bool

        func row(_ rule: Audience.Rule, of session: ID<Session>) throws -> InsertAudienceRule {
            switch rule {
            case .role(let role): return InsertAudienceRule(session, role: role)
            case .service(let name):
                let known = Set(teams.map(\.service)).filter { !$0.isEmpty }
                return InsertAudienceRule(
                    session,
                    service: try NameMatch.find(
                        name, kind: "service", among: known.map { ($0, $0) }, prefixes: prefixes))
            case .team(let name):
                let team = try NameMatch.find(
                    name, kind: "team", among: teams.map { ($0.name, $0) }, prefixes: prefixes)
                return InsertAudienceRule(session, team: team.id)
            case .employer(let name):
                return InsertAudienceRule(
                    session,
                    organisation: try NameMatch.find(
                        name, kind: "employer", among: employers.map { ($0.name, $0.id) }, prefixes: prefixes))
            case .after(let reference):
                guard let first = sessions[reference.uppercased()] else {
                    throw PeopleRefusal.nothingNamed(kind: "session", name: reference, near: [])
                }
                guard first != session else { throw ProgrammeRefusal.audienceItself }
                return InsertAudienceRule(session, after: first)
            }
        }
    }

    // MARK: What they share

    private func drafts(named references: [String], _ work: Work) async throws -> [String: Session] {
        let read = try await work.transaction.run(
            DraftsNamed(Actor(.system, channel: .worker), references: references))
        return Dictionary(read.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The people of these addresses: those known already, else as `people(known:)` finds or refuses them.
    private func leads(
        _ emails: [String], _ known: [String: ID<Person>], _ work: Work, _ actor: Actor
    ) async throws -> [ID<Person>] {
        let clean = emails.map(Self.folded).filter { !$0.isEmpty }
        var keys: [ID<Person>] = []
        for email in clean {
            guard let id = known[email] else { return try await work.people(known: emails, actor) }
            if !keys.contains(id) { keys.append(id) }
        }
        return keys
    }

    private static func folded(_ email: String) -> String { email.trimmingCharacters(in: .whitespaces).lowercased() }
}
