package import Domain
package import Foundation
import Postgres
import Store

/// Posts and their holders, and handing one on: from a day on the next holder has it, with the sessions that go with it.
package struct PostService: Sendable {
    let house: House

    /// Every post, by name.
    package func posts(by actor: Actor, in work: Work? = nil) async throws -> [Post] {
        try await AccessService(house: house).require([.staff, .admin], actor, to: "see the posts", in: work)
        let rows = try await house.read(PostHoldings(actor), in: work)
        let holders = Dictionary(grouping: rows, by: \.id)
        var seen: Set<UUID> = []
        return rows.filter { seen.insert($0.id).inserted }.map { row in
            Post(id: row.id, name: row.name, holders: (holders[row.id] ?? []).map(\.holder))
        }
    }

    package func post(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> Post {
        guard let post = try await posts(by: actor, in: work).first(where: { $0.id == id }) else {
            throw AccessRefusal.notFound("post")
        }
        return post
    }

    /// Adds a post with its first holder, named by address or whole name.
    package func add(
        _ name: String, holder: String, from day: Day, by actor: Actor, in work: Work? = nil
    ) async throws -> UUID {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "add posts")
            let name = try FreeText.line(name, "a name for the post", longest: 120)
            let person = try await PeopleService(house: house).person(meant: holder, by: actor, in: work)
            guard let post = try await work.transaction.first(InsertPost(name: name)) else {
                throw PeopleRefusal.nameTaken(kind: "post", name: name)
            }
            try await work.transaction.run(InsertHolding(post: post.key, person: person.id, from: day))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "post.add", "post:\(name)", onBehalfOf: person.id,
                        after: .object(["holder": "\(person.id)", "from": day.iso]))
                ])
            return post.id
        }
    }

    /// The coming sessions that whoever holds the post leads.
    package func sessions(
        of post: Post, by actor: Actor
    ) async throws -> [(reference: String, title: String, startsAt: Date?)] {
        try await AccessService(house: house).require([.staff, .admin], actor, to: "see the draft")
        guard let holder = post.last else { return [] }
        return try await house.read(LedSessions(actor, holder.person))
    }

    /// Hands a post on. Of the named sessions, those on that day or later, and those without a time, are led by the next
    /// holder; what was before stays the last one's, in the sessions as in the audit.
    ///
    /// - Returns: the references that were passed on.
    package func handOver(
        _ id: UUID, to next: String, on day: Day, sessions: [String], by actor: Actor, in work: Work? = nil
    ) async throws -> [String] {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "hand posts on")
            guard let key = try await work.transaction.first(LockPost(id: id)) else {
                throw AccessRefusal.notFound("post")
            }
            let post = try await post(id, by: actor, in: work)
            let person = try await PeopleService(house: house).person(meant: next, by: actor, in: work)
            guard let last = post.last else { throw AccessRefusal.notFound("post") }
            guard last.from < day, last.person != person.id else {
                throw PeopleRefusal.heldFrom(last.from, name: last.name)
            }
            try await work.transaction.run(EndHolding(post: key, last: day.adding(days: -1)))
            try await work.transaction.run(InsertHolding(post: key, person: person.id, from: day))
            let wanted = Set(sessions.map { $0.uppercased() })
            let passed = try await work.transaction.run(LedSessions(actor, last.person)).filter { session in
                wanted.contains(session.reference) && (session.startsAt.map { London.local($0).day >= day } ?? true)
            }.map(\.reference)
            try await lead(passed, last.person, person.id, actor, work)
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "post.hand_over", "post:\(post.name)", onBehalfOf: person.id,
                        before: .object(["holder": "\(last.person)"]),
                        after: .object([
                            "holder": "\(person.id)", "from": day.iso, "sessions": passed.joined(separator: ";"),
                        ]))
                ])
            return passed
        }
    }

    /// Puts one person in another's place among those who lead.
    private func lead(
        _ references: [String], _ last: ID<Person>, _ next: ID<Person>, _ actor: Actor, _ work: Work
    ) async throws {
        let programme = ProgrammeService(house: house)
        try await programme.lock(references, work)
        for reference in references {
            let leads = try await programme.locked(reference, work).facilitators
            let changed = leads.filter { $0 != last && $0 != next } + [next]
            _ = try await programme.edit(
                reference, SessionChange(), "session.change", nil, actor, work, leads: changed)
        }
    }
}

extension PeopleService {
    /// The one person whom an address or a whole name means.
    package func person(meant typed: String, by actor: Actor, in work: Work? = nil) async throws -> Person {
        let people = try await people(meant: typed, by: actor, in: work)
        let wanted = typed.trimmingCharacters(in: .whitespaces).lowercased()
        let exact = people.filter { $0.email == wanted || $0.name.lowercased() == wanted }
        if exact.count == 1, let person = exact.first { return person }
        if exact.count > 1 {
            throw PeopleRefusal.severalNamed(kind: "person", name: typed, candidates: exact.map(\.email))
        }
        throw PeopleRefusal.nothingNamed(kind: "person", name: typed, near: people.prefix(2).map(\.name))
    }
}

extension Services {
    package var posts: PostService { PostService(house: house) }
}
