package import Domain
package import Foundation
import Postgres
import Store

extension ProgrammeService {
    /// Adds a session to the draft. It is bookable once released.
    package func addSession(_ new: NewSession, by actor: Actor, in work: Work? = nil) async throws -> Session {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "add sessions")
            var new = new
            new.event = try await eventSlug(meant: new.event, actor, work)
            let event = try await lockedEvent(new.event, actor, work)
            guard event.state != .archived, event.state != .closed else {
                throw ProgrammeRefusal.eventNotOpen(new.event)
            }
            let content = try await content(of: new, event, work, actor)
            let people = try await work.people(known: new.facilitators, actor)
            let reference = try await reference(new.reference, event, work)
            guard
                let id = try await work.transaction.first(
                    InsertSession(
                        publicID: house.outside.uuid(), event: event.id, reference: reference, content: content))
            else { throw ServiceFailure(.internalError) }
            try await work.transaction.run(SetFacilitators(id, people))
            if !new.audience.isEmpty { try await write(new.audience, of: id, actor, work) }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "session.add", "session:\(reference)",
                        after: .object(["title": content.title, "starts_at": content.startsAt.map(London.rfc3339)]))
                ])
            return try await fresh(reference, work)
        }
    }

    /// Changes the draft; capacity acts at once, the rest with the next release. `expecting` is the revision the form was filled from.
    package func changeSession(
        _ reference: String, _ change: SessionChange, expecting revision: Int? = nil, by actor: Actor,
        in work: Work? = nil
    ) async throws -> Session {
        try await edit(reference, change, "session.change", revision, actor, work)
    }

    /// Another time, another room.
    package func moveSession(
        _ reference: String, starts: Date? = nil, ends: Date? = nil, room: String? = nil,
        expecting revision: Int? = nil,
        by actor: Actor, in work: Work? = nil
    ) async throws -> Session {
        var change = SessionChange()
        if let starts { change.startsAt = .set(starts) }
        if let ends { change.endsAt = .set(ends) }
        if let room { change.room = .set(room) }
        return try await edit(reference, change, "session.move", revision, actor, work)
    }

    /// Calls a session off, at once and for everyone; those booked are told.
    package func cancelSession(
        _ reference: String, reason: String, expecting revision: Int? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> Session {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "cancel sessions")
            let session = try await locked(reference, work)
            try await check(revision, session, reference, work)
            guard session.state != .cancelled else { throw ProgrammeRefusal.cancelledAlready(reference.uppercased()) }
            guard !reason.allSatisfy(\.isWhitespace) else { throw ProgrammeRefusal.reasonMissing }
            let reason = try FreeText.line(reason, "a reason", longest: 500)
            try await work.transaction.run(CancelSession(session.id, reason: reason))
            try await work.transaction.run(
                InsertCancelledNotices(session: session.id, uidDomain: house.settings.uidDomain))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "session.cancel", "session:\(reference.uppercased())",
                        before: .object(["state": session.state.rawValue]),
                        after: .object(["state": "cancelled"]), reason: reason)
                ])
            return try await fresh(reference, work)
        }
    }

    /// Removes a draft that never was released.
    package func removeSession(_ reference: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "remove sessions")
            let session = try await locked(reference, work)
            guard !session.everReleased else { throw ProgrammeRefusal.releasedCannotBeRemoved(reference.uppercased()) }
            try await remove(session, reference, by: actor, work)
        }
    }

    /// Who may book. No rule: everyone. Acts at once.
    package func setAudience(
        _ reference: String, _ rules: [Audience.Rule], by actor: Actor, in work: Work? = nil
    ) async throws -> Session {
        try await setAudience(reference, rules, by: actor, in: work, undoes: nil)
    }

    func setAudience(
        _ reference: String, _ rules: [Audience.Rule], by actor: Actor, in work: Work?, undoes: Int?
    ) async throws -> Session {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "set audiences")
            let session = try await locked(reference, work)
            let before = try await fresh(reference, work)
            try await work.transaction.run(ClearAudience(session.id))
            try await write(rules, of: session.id, actor, work)
            let after = try await fresh(reference, work)
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "audience.set", "session:\(before.reference)",
                        before: .object(["audience": before.draft?.audience]),
                        after: .object(["audience": after.draft?.audience]), undoes: undoes)
                ])
            return after
        }
    }

    /// The draft's session under its lock, with keys.
    func locked(_ reference: String, _ work: Work) async throws -> SessionForWrite.Found {
        let wanted = reference.trimmingCharacters(in: .whitespaces).uppercased()
        guard let key = try await work.transaction.first(SessionKeys([wanted])) else {
            throw PeopleRefusal.nothingNamed(kind: "session", name: String(reference.prefix(40)), near: [])
        }
        let (_, found) = try await work.transaction.run(LockSessions([key.id]), SessionForWrite(key.id))
        guard let session = found.first else { throw AccessRefusal.notFound("session") }
        return session
    }

    /// The draft as it is now, as staff read it.
    func fresh(_ reference: String, _ work: Work) async throws -> Session {
        try await draft(reference, by: Actor(.system, channel: .worker), in: work)
    }

    /// Refuses a change made from an older copy, and says what has been changed since.
    func check(_ revision: Int?, _ session: SessionForWrite.Found, _ reference: String, _ work: Work) async throws {
        guard let revision, revision != session.revision else { return }
        let reference = reference.trimmingCharacters(in: .whitespaces).uppercased()
        let (edits, overflow) = session.revision.subtractingReportingOverflow(revision)
        var changed: [String] = []
        if !overflow, (1...1000).contains(edits) {
            changed = try await work.transaction.run(FieldsChanged(reference: reference, edits: edits))
        }
        throw ProgrammeRefusal.stale(reference: reference, changed: changed)
    }

    private func reference(_ wanted: String?, _ event: LockEvent.Found, _ work: Work) async throws -> String {
        guard let wanted, !wanted.isEmpty else {
            guard let number = try await work.transaction.first(TakeNumbers(event: event.id, count: 1)) else {
                throw ServiceFailure(.internalError)
            }
            return "\(event.code)-\(padded(number, 3))"
        }
        let (text, number) = try referenceChecked(wanted, event)
        guard try await work.transaction.first(SessionKeys([text])) == nil else {
            throw ProgrammeRefusal.referenceTaken(text)
        }
        if let number { try await work.transaction.run(SkipNumbers(event: event.id, past: number)) }
        return text
    }

    /// A reference that somebody asks for, and the number in it if it is one of this event's own.
    func referenceChecked(_ wanted: String, _ event: LockEvent.Found) throws -> (text: String, number: Int?) {
        let text = wanted.uppercased()
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2, let number = wholeNumber(halves[1]), (3...6).contains(halves[1].count),
            !halves[0].isEmpty,
            halves[0].utf8.count <= 10, halves[0].first?.isLetter == true,
            halves[0].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
        else { throw ProgrammeRefusal.referenceMalformed(String(wanted.prefix(40))) }
        return (text, halves[0] == event.code ? number : nil)
    }

    func write(_ rules: [Audience.Rule], of session: ID<Session>, _ actor: Actor, _ work: Work) async throws {
        var rows: [InsertAudienceRule] = []
        for rule in rules {
            switch rule {
            case .role(let role): rows.append(InsertAudienceRule(session, role: role))
            case .service(let name):
                let services = Set(try await work.teams().map(\.service)).filter { !$0.isEmpty }
                rows.append(
                    InsertAudienceRule(
                        session,
                        service: try NameMatch.find(
                            name, kind: "service", among: services.map { ($0, $0) }, prefixes: actor.channel == .console
                        )))
            case .team(let name): rows.append(InsertAudienceRule(session, team: try await work.team(name, actor).id))
            case .employer(let name):
                let known = try await work.transaction.run(Organisations())
                let id = try NameMatch.find(
                    name, kind: "employer", among: known.map { ($0.name, $0.id) }, prefixes: actor.channel == .console)
                rows.append(InsertAudienceRule(session, organisation: id))
            case .after(let reference):
                guard let first = try await work.transaction.first(SessionKeys([reference.uppercased()])) else {
                    throw PeopleRefusal.nothingNamed(kind: "session", name: reference, near: [])
                }
                guard first.id != session else { throw ProgrammeRefusal.audienceItself }
                rows.append(InsertAudienceRule(session, after: first.id))
            }
        }
        if !rows.isEmpty { _ = try await work.transaction.all(rows) }
    }
}
