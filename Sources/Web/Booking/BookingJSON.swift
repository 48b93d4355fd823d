import Domain
import Foundation
import Services

/// A booking as the API tells it, whether it was just made, is listed or was given back.
struct BookingJSON {
    let id: UUID
    let session: String
    let person: String
    let state: BookingState
    let position: Int?

    init(_ booking: Booking) {
        id = booking.id
        session = booking.session
        person = booking.person
        state = booking.state
        position = booking.position
    }

    init(_ receipt: BookingReceipt) {
        id = receipt.id
        session = receipt.session
        person = receipt.person
        state = receipt.state
        position = receipt.position
    }

    var bytes: [UInt8] {
        var json = JSONWriter(capacity: 256)
        write(to: &json)
        return json.bytes
    }

    func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    func writeMembers(to json: inout JSONWriter) {
        json.member("id", id.uuidString.lowercased())
        json.member("session", session)
        // A facilitator learns who comes, not how to write to them.
        json.member("person", person.isEmpty ? nil : person)
        json.member("state", state.rawValue)
        json.member("position", position)
    }

    static let schema: JSONValue = [
        "type": "object", "required": ["id", "session", "person", "state", "position"],
        "properties": [
            "id": ["type": "string", "format": "uuid"], "session": ["type": "string"],
            "person": ["type": "string", "format": "email"],
            "state": ["type": "string", "enum": .array(BookingState.allCases.map { .text($0.rawValue) })],
            "position": ["type": ["integer", "null"], "description": "The place in the waiting list, from 1."],
        ],
    ]

    static let schemaWithLink: JSONValue = [
        "allOf": [
            OpenAPIDocument.reference("Booking"),
            [
                "type": "object", "required": ["joining_link"],
                "properties": ["joining_link": ["type": ["string", "null"], "format": "uri"]],
            ],
        ]
    ]

    static let schemaWithPerson: JSONValue = [
        "type": "object",
        "required": ["id", "session", "person", "state", "position", "name", "team", "employer"],
        "properties": [
            "id": ["type": "string", "format": "uuid"], "session": ["type": "string"],
            "person": [
                "type": ["string", "null"], "format": "email",
                "description": "Their address; null for the session's facilitators, who learn the name only.",
            ],
            "state": ["type": "string", "enum": .array(BookingState.allCases.map { .text($0.rawValue) })],
            "position": ["type": ["integer", "null"]], "name": ["type": "string"],
            "team": ["type": ["string", "null"]], "employer": ["type": ["string", "null"]],
        ],
    ]
}
