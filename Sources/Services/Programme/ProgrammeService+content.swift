import Domain
import Foundation
import Postgres
import Store

/// Turning what somebody typed into the columns of a session.
extension ProgrammeService {
    static let withoutRoomCapacity = 30

    func content(of new: NewSession, _ event: LockEvent.Found, _ work: Work, _ actor: Actor) async throws
        -> SessionContent
    {
        let title = try FreeText.line(new.title, "a title")
        let description = try FreeText.prose(new.description, "the description")
        let kind = try kindChecked(new.kind ?? "workshop")
        let room = try await roomNamed(new.room, work, actor)
        let url = try urlChecked(new.onlineURL)
        let (starts, ends, minutes) = try times(new.startsAt, new.endsAt, new.minutes, otherwise: 60)
        try inside(event, starts, ends, new.reference ?? "The session")
        let capacity = new.capacity ?? room?.capacity ?? Self.withoutRoomCapacity
        guard (1...10_000).contains(capacity) else { throw ProgrammeRefusal.capacityOutOfRange(capacity) }
        return SessionContent(
            title: title, kind: kind, strand: try await strandNamed(new.strand, new.event, work, actor),
            description: description,
            startsAt: starts, endsAt: ends, minutes: minutes, room: room?.id, onlineURL: url, capacity: capacity)
    }

    func edit(
        _ reference: String, _ change: SessionChange, _ action: String, _ revision: Int?, _ actor: Actor,
        _ outer: Work?,
        leads: [ID<Person>]? = nil, undoes: Int? = nil
    ) async throws -> Session {
        try await house.within(outer) { work in
            try await work.require([.staff, .admin], actor, to: "change sessions")
            let found = try await locked(reference, work)
            let before = try await fresh(reference, work)
            try await check(revision, found, reference, work)
            guard found.state != .cancelled else { throw ProgrammeRefusal.cancelledAlready(before.reference) }
            let content = try await changed(found, change, before, work, actor)
            var led = leads
            if case .set(let emails) = change.facilitators { led = try await work.people(known: emails, actor) }
            // What changes nothing makes nobody's copy old.
            if content == found.content, led.map({ Set($0) == Set(found.facilitators) }) ?? true { return before }
            try await work.transaction.run(UpdateSession(found.id, content))
            if let led { try await work.transaction.run(SetFacilitators(found.id, led)) }
            if content.capacity > found.content.capacity, before.waiting > 0 {
                try await BookingService(house: house).promote(in: found.id, by: actor, work)
            }
            let after = try await fresh(reference, work)
            work.touch()
            let (old, new) = SessionSnapshot.pair((before, found.facilitators), (after, led ?? found.facilitators))
            if old != new {
                try await work.audit(
                    actor, [AuditLine(action, "session:\(before.reference)", before: old, after: new, undoes: undoes)])
            }
            return after
        }
    }

    /// - Parameter locked: the session's event, where it has been locked already.
    func changed(
        _ found: SessionForWrite.Found, _ change: SessionChange, _ before: Session, _ work: Work, _ actor: Actor,
        event locked: LockEvent.Found? = nil
    ) async throws -> SessionContent {
        var content = found.content
        if case .set(let title) = change.title { content.title = try FreeText.line(title, "a title") }
        if case .set(let text) = change.description {
            content.description = try FreeText.prose(text, "the description")
        }
        if case .set(let kind) = change.kind { content.kind = try kindChecked(kind) }
        if case .set(let strand) = change.strand {
            content.strand = try await strandNamed(strand, found.eventSlug, work, actor)
        }
        if case .set(let url) = change.onlineURL { content.onlineURL = try urlChecked(url) }
        if case .set(let room) = change.room { content.room = try await roomNamed(room, work, actor)?.id }
        try retime(&content, change)
        if content.startsAt == nil, found.everReleased {
            throw ProgrammeRefusal.releasedCannotBeUnplaced(before.reference)
        }
        if content.startsAt != found.content.startsAt || content.endsAt != found.content.endsAt {
            var event = locked
            if event == nil { event = try await work.transaction.first(LockEvent(slug: found.eventSlug)) }
            if let event { try inside(event, content.startsAt, content.endsAt, before.reference) }
        }
        if case .set(let capacity) = change.capacity {
            guard (1...10_000).contains(capacity) else { throw ProgrammeRefusal.capacityOutOfRange(capacity) }
            guard capacity >= found.taken else {
                throw ProgrammeRefusal.capacityBelowTaken(capacity: capacity, taken: found.taken)
            }
            content.capacity = capacity
        }
        return content
    }

    /// A new start alone keeps the length.
    private func retime(_ content: inout SessionContent, _ change: SessionChange) throws {
        if case .set(let minutes) = change.minutes {
            content.minutes = minutes
            if let starts = content.startsAt { content.endsAt = starts.addingTimeInterval(Double(minutes) * 60) }
        }
        switch (change.startsAt, change.endsAt) {
        case (.keep, .keep): break
        case (.set(let starts), .keep):
            content.startsAt = starts
            content.endsAt = starts.map { $0.addingTimeInterval(Double(content.minutes) * 60) }
        case (.keep, .set(let ends)): content.endsAt = ends
        case (.set(let starts), .set(let ends)): (content.startsAt, content.endsAt) = (starts, ends)
        }
        (content.startsAt, content.endsAt, content.minutes) = try times(
            content.startsAt, content.endsAt, content.endsAt == nil ? content.minutes : nil, otherwise: content.minutes)
    }

    private func times(_ starts: Date?, _ ends: Date?, _ minutes: Int?, otherwise: Int) throws -> (Date?, Date?, Int) {
        if let minutes, !(1...20_160).contains(minutes) { throw ProgrammeRefusal.minutesOutOfRange(minutes) }
        switch (starts, ends) {
        case (nil, nil): return (nil, nil, minutes ?? otherwise)
        case (nil, _?): throw ProgrammeRefusal.halfATime
        case (let starts?, nil):
            guard let minutes else { throw ProgrammeRefusal.halfATime }
            return (starts, starts.addingTimeInterval(Double(minutes) * 60), minutes)
        case (let starts?, let ends?):
            guard ends > starts else { throw ProgrammeRefusal.endNotAfterStart }
            let length = ends.timeIntervalSince(starts)
            guard length <= 14 * 86_400 else { throw ProgrammeRefusal.tooLong }
            return (starts, ends, max(1, Int(length / 60)))
        }
    }

    private func inside(_ event: LockEvent.Found, _ starts: Date?, _ ends: Date?, _ reference: String) throws {
        guard let starts, let ends else { return }
        let first = London.local(starts).day
        let last = London.local(ends.addingTimeInterval(-1)).day
        guard first >= event.from, last <= event.to else {
            throw ProgrammeRefusal.outsideEvent(
                reference: reference, event: "\(event.title) (\(event.from.short) to \(event.to.short))")
        }
    }

    func roomNamed(_ printed: String?, _ work: Work, _ actor: Actor) async throws -> Room? {
        guard let printed, !printed.allSatisfy(\.isWhitespace) else { return nil }
        return try await work.room(printed, actor)
    }

    private func strandNamed(_ typed: String?, _ event: String, _ work: Work, _ actor: Actor) async throws -> ID<
        Strand
    >? {
        guard let typed, !typed.allSatisfy(\.isWhitespace) else { return nil }
        let strands = try await work.strands(of: event)
        if let bySlug = strands.first(where: { $0.strand.slug == typed }) { return bySlug.id }
        return try NameMatch.find(
            typed, kind: "strand", among: strands.map { ($0.strand.name, $0.id) }, prefixes: actor.channel == .console)
    }

    private func kindChecked(_ raw: String) throws -> String {
        let kind = raw.trimmingCharacters(in: .whitespaces).lowercased().replacing(" ", with: "_").replacing(
            "-", with: "_")
        guard kind.utf8.count <= 40, let first = kind.utf8.first, (0x61...0x7A).contains(first),
            kind.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F })
        else { throw ProgrammeRefusal.kindMalformed(String(raw.prefix(40))) }
        return kind
    }

    private func urlChecked(_ raw: String?) throws -> String? {
        guard let raw else { return nil }
        let url = raw.trimmingCharacters(in: .whitespaces)
        guard !url.isEmpty else { return nil }
        guard url.utf8.count <= 500, url.hasPrefix("https://") || url.hasPrefix("http://"),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            !url.contains(where: { "<>\"".contains($0) }), url.contains(".") || url.contains("localhost")
        else { throw ProgrammeRefusal.urlMalformed(String(url.prefix(80))) }
        return url
    }
}
