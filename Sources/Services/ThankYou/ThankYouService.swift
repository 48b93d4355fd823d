package import Domain
package import Foundation
import Postgres
import Store

/// The thank-you wall. What somebody writes is seen by them and the staff alone until another of the staff lets it be seen; young
/// people are never named on it.
package struct ThankYouService: Sendable {
    package static let pageSize = 20
    static let mostWaiting = 20

    let house: House

    // MARK: Reading

    /// A page of the wall, the newest first, to those whose name holds `to`; and how many there are.
    package func wall(
        page: Int = 1, to: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> (shoutOuts: [ShoutOut], total: Int) {
        guard let reader = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.within(work) { work in
            let wall = ShoutOutWall(
                reader, to: to, limit: Self.pageSize, offset: Self.pageSize * max(0, min(page, 1_000_000) - 1))
            try await requireColleague(reader, work)
            let (shoutOuts, total) = try await work.transaction.run(wall, CountShoutOutWall(to: to))
            return (shoutOuts, total.first ?? 0)
        }
    }

    /// What whoever asks wrote, and what became of it.
    package func own(by actor: Actor, in work: Work? = nil) async throws -> [ShoutOut] {
        guard let writer = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.within(work) { work in
            try await requireColleague(writer, work)
            return try await work.transaction.run(OwnShoutOuts(writer))
        }
    }

    /// For those who decide: what waits longest first.
    package func queue(
        _ state: ShoutOut.State? = .waiting, by actor: Actor, in work: Work? = nil
    ) async throws -> [ShoutOut] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "decide about thank-yous")
            return try await work.transaction.run(ShoutOutQueue(actor, state: state))
        }
    }

    package func counts(by actor: Actor, in work: Work? = nil) async throws -> ShoutOutCounts {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "decide about thank-yous")
            guard let counts = try await work.transaction.first(ShoutOutCountsNow(actor)) else {
                throw ServiceFailure(.internalError)
            }
            return counts
        }
    }

    /// Whoever came only to nominate is told nothing of staff, nor writes to them.
    private func requireColleague(_ person: ID<Person>, _ work: Work) async throws {
        if try await work.transaction.first(OnlyNominates(person)) == true {
            throw AccessRefusal.notAllowed("read or write thank-yous, which are among colleagues")
        }
    }

    // MARK: Writing

    /// Takes a shout-out, to be read by staff first. One that may name a young person is refused.
    package func write(_ new: NewShoutOut, by actor: Actor, in work: Work? = nil) async throws -> UUID {
        try await house.within(work) { work in try await take(new, actor, work) }
    }

    /// Records that somebody tried a name that may be protected, after the work that refused it is over: nobody finds out names by
    /// trying unseen.
    package func noteRefusal(by actor: Actor) async throws {
        try await house.transaction(dryRun: false) { work in
            try await work.audit(actor, [AuditLine("thanks.refused", "thanks")])
        }
    }

    private func take(_ new: NewShoutOut, _ actor: Actor, _ work: Work) async throws -> UUID {
        guard let writer = actor.person else { throw AccessRefusal.signInFirst }
        try await requireColleague(writer, work)
        var (team, name): (Team?, String?) = (nil, nil)
        switch new.to {
        case .everyone: break
        case .person(let typed): name = typed
        case .team(let typed):
            team = try NameMatch.find(
                typed, kind: "team", among: try await work.teams().map { ($0.name, $0) },
                prefixes: actor.channel == .console)
        }
        var event: String?
        if let typed = new.event {
            event = try NameMatch.find(
                typed, kind: "event",
                among: try await ProgrammeService(house: house).events(by: actor, in: work).map { ($0.slug, $0.slug) },
                prefixes: actor.channel == .console)
        }
        guard let facts = try await work.transaction.first(ShoutOutFacts(writer, name: name)) else {
            throw ServiceFailure(.internalError)
        }
        guard facts.person != writer else { throw ThankYouRefusal.toYourself }
        guard facts.waiting < Self.mostWaiting else { throw ThankYouRefusal.manyWait }
        try await refuseYoungNames(facts.person == nil ? name : nil, new.words, work)
        // A colleague may share a first name with a young person; a whole name is never one's own to use.
        if let name, try await !work.transaction.run(TextsNamingYoungPeople([name], wholly: true)).isEmpty {
            throw ThankYouRefusal.mayNameYoungPerson
        }
        let id = house.outside.uuid()
        try await work.transaction.run(
            InsertShoutOut(
                publicID: id, writer: writer, team: team?.id, name: name, person: facts.person, event: event,
                words: new.words))
        try await work.audit(actor, [AuditLine("thanks.write", Self.object(id))])
        return id
    }

    private func refuseYoungNames(_ name: String?, _ words: String, _ work: Work) async throws {
        let texts = [name, words].compactMap(\.self)
        guard try await work.transaction.run(TextsNamingYoungPeople(texts, wholly: false)).isEmpty else {
            throw ThankYouRefusal.mayNameYoungPerson
        }
    }

    /// Takes one's own back, whether it was seen already or not.
    package func withdraw(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws {
        guard let writer = actor.person else { throw AccessRefusal.signInFirst }
        try await house.within(work) { work in
            guard let found = try await work.transaction.first(LockShoutOut(id, for: writer)), found.isOwn else {
                throw AccessRefusal.notFound("thank-you")
            }
            guard found.state == .waiting || found.state == .shown else { throw ThankYouRefusal.decidedAlready }
            try await work.transaction.run(MoveShoutOut(id, to: .withdrawn))
            try await work.audit(actor, [AuditLine("thanks.withdraw", Self.object(id))])
        }
    }

    // MARK: Deciding

    /// Lets one be seen by everybody signed in. A name may have become protected since it was written, so it is looked at again.
    package func approve(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws {
        try await decide(id, by: actor, in: work) { found, work in
            guard found == .waiting else { throw ThankYouRefusal.decidedAlready }
            try await work.transaction.run(MoveShoutOut(id, to: .shown, by: actor.person))
            try await work.audit(actor, [AuditLine("thanks.approve", Self.object(id))])
        }
    }

    /// Declines one, or takes one down that was let through, with a reason that its writer reads.
    package func decline(_ id: UUID, reason: String, by actor: Actor, in work: Work? = nil) async throws {
        try await decide(id, by: actor, in: work) { found, work in
            guard !reason.allSatisfy(\.isWhitespace) else { throw ThankYouRefusal.reasonMissing }
            let reason = try FreeText.line(reason, "the reason", longest: 500)
            guard found == .waiting || found == .shown else { throw ThankYouRefusal.decidedAlready }
            try await work.transaction.run(MoveShoutOut(id, to: .declined, reason: reason, by: actor.person))
            try await work.audit(actor, [AuditLine("thanks.decline", Self.object(id), reason: reason)])
        }
    }

    private func decide(
        _ id: UUID, by actor: Actor, in work: Work?, _ body: (ShoutOut.State, Work) async throws -> Void
    ) async throws {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "decide about thank-yous")
            guard let found = try await work.transaction.first(LockShoutOut(id, for: actor.person)) else {
                throw AccessRefusal.notFound("thank-you")
            }
            guard !found.isOwn else { throw ThankYouRefusal.ownShoutOut }
            try await body(found.state, work)
            if found.state == .waiting { try await recheck(id, found.words, work) }
        }
    }

    /// With a name in its words that is protected now it can only be declined.
    private func recheck(_ id: UUID, _ words: String, _ work: Work) async throws {
        guard let now = try await work.transaction.first(LockShoutOut(id, for: nil)), now.state == .shown else {
            return
        }
        try await refuseYoungNames(nil, words, work)
    }

    static func object(_ id: UUID) -> String { "thanks:\(id.uuidString.lowercased())" }
}

extension Services {
    package var thankYou: ThankYouService { ThankYouService(house: house) }
}
