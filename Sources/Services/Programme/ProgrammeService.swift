package import Domain
import Foundation
import Postgres
package import Store

/// Events, sessions, series and releases: what staff lay out and what everyone reads.
package struct ProgrammeService: Sendable {
    let house: House

    package func events(by actor: Actor, in work: Work? = nil) async throws -> [Event] {
        try await house.read(Events(actor), in: work)
    }

    /// An event that the actor may see; a draft does not exist for others.
    package func event(_ slug: String, by actor: Actor, in work: Work? = nil) async throws -> Event {
        guard let event = try await house.read(Events(actor, slug: slug), in: work).first else {
            throw await missingEvent(slug, actor, work)
        }
        return event
    }

    package func strands(of event: String? = nil, in work: Work? = nil) async throws -> [Strand] {
        try await house.read(Strands(event: event), in: work).map(\.strand)
    }

    /// The newest releases' sessions: what everyone reads.
    package func released(_ filter: SessionFilter, in work: Work? = nil) async throws -> [Session] {
        guard let event = filter.event, filter == SessionFilter(event: event) else {
            return try await house.read(ReleasedSessions(filter), in: work)
        }
        var sessions = try await house.read(ReleasedSessionsOfEvent(event), in: work)
        let names = Dictionary(grouping: try await house.read(ReleasedFacilitators(event), in: work), by: \.session)
        for index in sessions.indices {
            sessions[index].facilitators = names[sessions[index].id]?.map(\.name) ?? []
        }
        return sessions
    }

    /// The draft, for those who schedule; a facilitator reads their own sessions.
    package func drafts(_ filter: SessionFilter, by actor: Actor, in work: Work? = nil) async throws -> [Session] {
        try await house.read(DraftSessions(actor, filter), in: work)
    }

    /// What the actor lists: the draft for those who schedule, the release for everyone else.
    package func sessions(_ filter: SessionFilter, by actor: Actor, in work: Work? = nil) async throws -> [Session] {
        try await schedules(actor, in: work) ? drafts(filter, by: actor, in: work) : released(filter, in: work)
    }

    /// One session as everyone reads it, or, never released, as those who may see the draft do.
    package func session(_ reference: String, by actor: Actor, in work: Work? = nil) async throws -> Session {
        let filter = SessionFilter(reference: reference.uppercased())
        if let session = try await released(filter, in: work).first { return session }
        if let session = try await drafts(filter, by: actor, in: work).first { return session }
        throw AccessRefusal.notFound("session")
    }

    /// One session as it stands in the draft, for those who schedule.
    package func draft(_ reference: String, by actor: Actor, in work: Work? = nil) async throws -> Session {
        guard
            let session = try await drafts(SessionFilter(reference: reference.uppercased()), by: actor, in: work).first
        else {
            throw AccessRefusal.notFound("session")
        }
        return session
    }

    /// Whether the actor schedules, by the database's word.
    package func schedules(_ actor: Actor, in work: Work? = nil) async throws -> Bool {
        if actor.isTrusted { return true }
        if actor.person == nil { return false }
        return try await house.read(ActorHolds(actor, [.staff, .admin]), in: work).first?.allowed ?? false
    }

    package func addEvent(
        _ slug: String, title: String, from: Day, to: Day, by actor: Actor, in work: Work? = nil
    ) async throws -> Event {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "add events")
            guard Slug.isSlug(slug) else { throw ProgrammeRefusal.slugMalformed(String(slug.prefix(80))) }
            let title = try FreeText.line(title, "a title")
            try checkDays(from, to)
            guard try await work.transaction.first(LockEvent(slug: slug)) == nil else {
                throw ProgrammeRefusal.slugTaken(slug)
            }
            let code = try await freeCode(Slug.code(for: slug, year: from.year), work)
            _ = try await work.transaction.run(InsertEvent(slug: slug, code: code, title: title, from: from, to: to))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "event.add", "event:\(slug)", after: .object(["title": title, "from": from.iso, "to": to.iso]))
                ])
            return try await event(slug, by: Actor(.system, channel: actor.channel), in: work)
        }
    }

    package func changeEvent(
        _ slug: String, title: String? = nil, from: Day? = nil, to: Day? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> Event {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "change events")
            guard let event = try await work.transaction.first(LockEvent(slug: slug)) else {
                throw await missingEvent(slug, actor, work)
            }
            let newTitle = try title.map { try FreeText.line($0, "a title") } ?? event.title
            let (first, last) = (from ?? event.from, to ?? event.to)
            try checkDays(first, last)
            try await work.transaction.run(UpdateEvent(id: event.id, title: newTitle, from: first, to: last))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "event.change", "event:\(slug)",
                        before: .object(["title": event.title, "from": event.from.iso, "to": event.to.iso]),
                        after: .object(["title": newTitle, "from": first.iso, "to": last.iso]))
                ])
            return try await self.event(slug, by: Actor(.system, channel: actor.channel), in: work)
        }
    }

    package func addStrand(
        event slug: String, strand: String, name: String, by actor: Actor, in work: Work? = nil
    ) async throws -> Strand {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "add strands")
            guard Slug.isSlug(strand) else { throw ProgrammeRefusal.slugMalformed(String(strand.prefix(80))) }
            let name = try FreeText.line(name, "a name for the strand", longest: 100)
            let slug = try await eventSlug(meant: slug, actor, work)
            let event = try await lockedEvent(slug, actor, work)
            guard try await !work.strands(of: slug).contains(where: { $0.strand.slug == strand }) else {
                throw ProgrammeRefusal.slugTaken(strand)
            }
            _ = try await work.transaction.run(InsertStrand(event: event.id, slug: strand, name: name))
            work.forgetNames()
            try await work.audit(
                actor, [AuditLine("strand.add", "strand:\(slug)/\(strand)", after: .object(["name": name]))])
            return Strand(event: slug, slug: strand, name: name)
        }
    }

    func lockedEvent(_ slug: String, _ actor: Actor, _ work: Work) async throws -> LockEvent.Found {
        guard let event = try await work.transaction.first(LockEvent(slug: slug)) else {
            let events = try await house.read(Events(actor), in: work)
            let meant = try NameMatch.find(
                slug, kind: "event", among: events.map { ($0.slug, $0) }, prefixes: actor.channel == .console)
            guard let event = try await work.transaction.first(LockEvent(slug: meant.slug)) else {
                throw AccessRefusal.notFound("event")
            }
            return event
        }
        return event
    }

    private func missingEvent(_ slug: String, _ actor: Actor, _ work: Work?) async -> any Error {
        guard let events = try? await house.read(Events(actor), in: work) else {
            return AccessRefusal.notFound("event")
        }
        return PeopleRefusal.nothingNamed(
            kind: "event", name: String(slug.prefix(80)), near: NameMatch.near(slug, events.map(\.slug)))
    }

    private func checkDays(_ from: Day, _ to: Day) throws {
        guard from <= to else { throw ProgrammeRefusal.datesInWrongOrder }
        guard (2000...2099).contains(from.year), (2000...2099).contains(to.year), to.number - from.number <= 800 else {
            throw ProgrammeRefusal.daysOutOfRange
        }
    }

    private func freeCode(_ wanted: String, _ work: Work) async throws -> String {
        let taken = Set(try await work.transaction.run(EventCodes(prefix: wanted)))
        if !taken.contains(wanted) { return wanted }
        for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ" where !taken.contains("\(wanted)\(letter)") {
            return "\(wanted)\(letter)"
        }
        for number in 1...9999 where !taken.contains("\(wanted)X\(number)") { return "\(wanted)X\(number)" }
        throw ProgrammeRefusal.slugTaken(wanted)
    }
}
