import Domain
import Foundation

/// What a call says about a session, read from its body.
struct SessionFields {
    private let fields: JSONFields

    init(_ fields: JSONFields) { self.fields = fields }

    func new(in event: String) throws -> NewSession {
        guard let title = try fields.text("title") else { throw APIProblem.unprocessable("missing", "Enter a title.") }
        return NewSession(
            event: event, title: title, kind: try fields.text("kind"), strand: try fields.text("strand"),
            description: try fields.text("description") ?? "", startsAt: try fields.moment("starts_at"),
            endsAt: try fields.moment("ends_at"), minutes: try fields.whole("minutes"), room: try room(),
            onlineURL: try fields.text("online_url"), capacity: try fields.whole("capacity"),
            facilitators: try addresses("facilitators"))
    }

    /// What was sent is changed, the rest is left (RFC 7396); null clears what can be empty.
    func change() throws -> SessionChange {
        var change = SessionChange()
        change.title = try required("title") { try fields.text($0) }
        change.kind = try required("kind") { try fields.text($0) }
        change.description = fields.has("description") ? .set(try fields.text("description") ?? "") : .keep
        change.minutes = try required("minutes") { try fields.whole($0) }
        change.capacity = try required("capacity") { try fields.whole($0) }
        if fields.has("strand") { change.strand = .set(try fields.text("strand")) }
        if fields.has("starts_at") { change.startsAt = .set(try fields.moment("starts_at")) }
        if fields.has("ends_at") { change.endsAt = .set(try fields.moment("ends_at")) }
        if fields.has("room") { change.room = .set(try room()) }
        if fields.has("online_url") { change.onlineURL = .set(try fields.text("online_url")) }
        if fields.has("facilitators") { change.facilitators = .set(try addresses("facilitators")) }
        return change
    }

    private func required<Value>(_ name: String, _ read: (String) throws -> Value?) throws -> Edit<Value> {
        guard fields.has(name) else { return .keep }
        guard let value = try read(name) else {
            throw APIProblem.unprocessable("missing", "“\(name)” cannot be empty.")
        }
        return .set(value)
    }

    /// Whether somebody is known by each is the services' business; that they are addresses is the body's.
    private func addresses(_ name: String) throws -> [String] {
        do {
            return try (fields.texts(name) ?? []).map { try EmailAddress($0).text }
        } catch let refusal as PeopleRefusal {
            throw APIProblem.unprocessable(refusal.code, refusal.message)
        }
    }

    /// `SITE/ROOM`, also when they were sent apart, as they are told.
    private func room() throws -> String? {
        guard let room = try fields.text("room") else { return nil }
        guard let site = try fields.text("site"), !room.contains("/") else { return room }
        return "\(site)/\(room)"
    }
}

/// A release as the API tells it.
struct ReleaseJSON {
    let event: String
    let release: Release
    /// What it lacks, a sentence each.
    let lacking: [String]

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("event", event)
            json.member("number", release.number)
            json.member("note", release.note)
            json.member("published_at", London.rfc3339(release.publishedAt))
            json.member("published_by", release.publishedBy)
            json.member("sessions", release.sessions)
            json.member("lacking", lacking)
        }
        return json.bytes
    }

    static let schema: JSONValue = [
        "type": "object",
        "required": ["event", "number", "note", "published_at", "published_by", "sessions", "lacking"],
        "properties": [
            "event": ["type": "string"], "number": ["type": "integer"], "note": ["type": "string"],
            "published_at": ["type": "string", "format": "date-time"],
            "published_by": ["type": ["string", "null"], "description": "The name of who published it."],
            "sessions": ["type": "integer"],
            "lacking": [
                "type": "array", "items": ["type": "string"],
                "description": "What its sessions lack, a sentence each: somebody to lead, a place, an access note.",
            ],
        ],
    ]
}
