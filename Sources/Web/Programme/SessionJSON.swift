import Domain
import Foundation

/// A session as the API tells it: the same members for everyone.
struct SessionJSON {
    let session: Session

    func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    /// One session with the caller's own booking, which alone holds the joining link.
    func bytes(mine: (booking: Booking, joiningLink: String?)?) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            writeMembers(to: &json)
            json.name("my_booking")
            if let mine {
                json.object { json in
                    BookingJSON(mine.booking).writeMembers(to: &json)
                    json.member("joining_link", mine.joiningLink)
                }
            } else {
                json.null()
            }
        }
        return json.bytes
    }

    private func writeMembers(to json: inout JSONWriter) {
        json.member("reference", session.reference)
        json.member("title", session.title)
        json.member("kind", session.kind)
        json.member("starts_at", session.startsAt.map(London.rfc3339))
        json.member("ends_at", session.endsAt.map(London.rfc3339))
        json.member("site", session.site)
        json.member("room", session.room)
        json.member("online", session.online)
        json.member("capacity", session.capacity)
        json.member("taken", session.taken)
        json.member("waiting", session.waiting)
        json.member("state", session.state.rawValue)
        json.member("facilitators", session.facilitators)
        json.member("summary", summary)
    }

    /// The description's first paragraph.
    private var summary: String {
        let first = session.description.split(separator: "\n").first { !$0.allSatisfy(\.isWhitespace) }
        return first.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    }

    static let schema: JSONValue = [
        "type": "object",
        "required": [
            "reference", "title", "kind", "starts_at", "ends_at", "site", "room", "online", "capacity", "taken",
            "waiting",
            "state", "facilitators", "summary",
        ],
        "properties": .object(properties),
    ]

    static let schemaWithBooking: JSONValue = [
        "allOf": [
            OpenAPIDocument.reference("Session"),
            [
                "type": "object", "required": ["my_booking"],
                "properties": ["my_booking": ["oneOf": [OpenAPIDocument.reference("OwnBooking"), ["type": "null"]]]],
            ],
        ]
    ]

    private static let properties: [JSONValue.Member] = [
        .init(name: "reference", value: ["type": "string"]),
        .init(name: "title", value: ["type": "string"]),
        .init(name: "kind", value: ["type": "string"]),
        .init(name: "starts_at", value: ["type": ["string", "null"], "format": "date-time"]),
        .init(name: "ends_at", value: ["type": ["string", "null"], "format": "date-time"]),
        .init(name: "site", value: ["type": ["string", "null"]]),
        .init(name: "room", value: ["type": ["string", "null"]]),
        .init(name: "online", value: ["type": "boolean"]),
        .init(name: "capacity", value: ["type": "integer"]),
        .init(name: "taken", value: ["type": "integer"]),
        .init(name: "waiting", value: ["type": "integer"]),
        .init(
            name: "state", value: ["type": "string", "enum": .array(Session.State.allCases.map { .text($0.rawValue) })]),
        .init(name: "facilitators", value: ["type": "array", "items": ["type": "string"]]),
        .init(name: "summary", value: ["type": "string", "description": "The description's first paragraph."]),
    ]
}
