import Domain
import Foundation
import Postgres
import Store

/// What the audit keeps of a draft that is removed, so that it can be brought back. Those who lead it are kept by key.
struct RemovedSession: Codable {
    var event: String
    var title: String
    var kind: String
    var strand: String
    var description: String
    var startsAt: String
    var endsAt: String
    var minutes: String
    var room: String
    var onlineURL: String
    var capacity: String
    var facilitators: String
    var audience: String
    var series: String
    var recurrenceID: String

    enum CodingKeys: String, CodingKey {
        case event, title, kind, strand, description, minutes, room, capacity, facilitators, audience, series
        case startsAt = "starts_at"
        case endsAt = "ends_at"
        case onlineURL = "online_url"
        case recurrenceID = "recurrence_id"
    }

    init(_ session: Session, _ found: SessionForWrite.Found) {
        event = session.event
        title = session.title
        kind = session.kind
        strand = session.strandSlug ?? ""
        description = session.description
        startsAt = session.startsAt.map(London.rfc3339) ?? ""
        endsAt = session.endsAt.map(London.rfc3339) ?? ""
        minutes = "\(found.content.minutes)"
        room = session.site.map { "\($0)/\(session.room ?? "")" } ?? ""
        onlineURL = session.draft?.onlineURL ?? ""
        capacity = "\(session.capacity)"
        facilitators = found.facilitators.sorted().map(\.description).joined(separator: ";")
        audience = session.draft?.audience ?? ""
        series = found.series.map(\.description) ?? ""
        recurrenceID = found.recurrenceID.map(London.rfc3339) ?? ""
    }

    init?(json: String) {
        guard let read = try? JSONDecoder().decode(RemovedSession.self, from: Data(json.utf8)) else { return nil }
        self = read
    }

    var json: JSONText {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return JSONText("{}") }
        return JSONText(String(decoding: data, as: UTF8.self))
    }

    var leads: [ID<Person>] { facilitators.split(separator: ";").compactMap { Int($0) }.map { ID(rawValue: $0) } }
    var seriesKey: ID<Series>? { Int(series).map { ID(rawValue: $0) } }
    var recurrence: Date? { Self.moment(recurrenceID) }

    private static func moment(_ text: String) -> Date? {
        text.isEmpty ? nil : try? DateEntry.moment(text, today: Day(number: 0))
    }

    /// As somebody would enter it again.
    func new(_ reference: String) -> NewSession {
        let (starts, ends) = (Self.moment(startsAt), Self.moment(endsAt))
        return NewSession(
            event: event, reference: reference, title: title, kind: kind, strand: strand.isEmpty ? nil : strand,
            description: description, startsAt: starts, endsAt: ends, minutes: ends == nil ? Int(minutes) : nil,
            room: room.isEmpty ? nil : room, onlineURL: onlineURL.isEmpty ? nil : onlineURL, capacity: Int(capacity))
    }
}

extension ProgrammeService {
    /// Removes a draft under its lock.
    func remove(
        _ session: SessionForWrite.Found, _ reference: String, by actor: Actor, undoes: Int? = nil, _ work: Work
    ) async throws {
        let reference = reference.trimmingCharacters(in: .whitespaces).uppercased()
        let kept = RemovedSession(try await fresh(reference, work), session)
        try await work.remove(kind: "session", name: reference) { try await $0.run(DeleteSession(session.id)) }
        try await work.audit(
            actor, [AuditLine("session.remove", "session:\(reference)", before: kept.json, undoes: undoes)])
    }

    /// Makes a removed draft again under its own reference, by the same rules as a new one.
    func bringBack(
        _ removed: RemovedSession, _ reference: String, by actor: Actor, undoes: Int, _ work: Work
    ) async throws {
        try await work.require([.staff, .admin], actor, to: "add sessions")
        guard try await work.transaction.first(SessionKeys([reference])) == nil else {
            throw AccessRefusal.cannotUndo("there is a session \(reference) again.")
        }
        let event = try await lockedEvent(removed.event, actor, work)
        guard event.state != .archived, event.state != .closed else {
            throw ProgrammeRefusal.eventNotOpen(removed.event)
        }
        do {
            let content = try await content(of: removed.new(reference), event, work, actor)
            let rules = try Audience.parse(removed.audience)
            let insert = InsertSession(
                publicID: house.outside.uuid(), event: event.id, reference: reference, series: removed.seriesKey,
                recurrenceID: removed.recurrence, content: content)
            guard let id = try await work.transaction.first(insert) else { throw ServiceFailure(.internalError) }
            try await work.transaction.run(SetFacilitators(id, removed.leads))
            try await write(rules, of: id, actor, work)
        } catch is PeopleRefusal {
            throw AccessRefusal.cannotUndo("a room, a strand or a team that it named is gone.")
        }
        try await work.audit(
            actor,
            [
                AuditLine(
                    "session.add", "session:\(reference)", after: .object(["title": removed.title]), undoes: undoes)
            ])
    }
}
