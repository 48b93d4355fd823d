import Domain
import Services

/// Whether somebody has left or is to, as the API tells it.
struct LeavingJSON {
    let person: Person
    var hasLeft: Bool
    /// The first day without access, where one is set.
    var on: Day?
    /// How many places and turns were given up just now.
    var givenUp: Int?
    /// The references of the coming sessions that need somebody else.
    var toLead: [String] = []

    var bytes: [UInt8] {
        var json = JSONWriter(capacity: 256)
        json.object { json in
            json.member("person", person.email)
            json.member("has_left", hasLeft)
            json.member("on", on?.iso)
            json.member("given_up", givenUp)
            json.member("sessions_to_lead", toLead)
        }
        return json.bytes
    }

    static let schema: JSONValue = [
        "type": "object", "required": ["person", "has_left", "on", "given_up", "sessions_to_lead"],
        "properties": [
            "person": ["type": "string", "format": "email"], "has_left": ["type": "boolean"],
            "on": [
                "type": ["string", "null"], "format": "date",
                "description": "The first day on which they have no access, where one is set.",
            ],
            "given_up": [
                "type": ["integer", "null"],
                "description": "When they have just left: how many places and turns they gave up.",
            ],
            "sessions_to_lead": [
                "type": "array", "items": ["type": "string"],
                "description": "When they have just left: the coming sessions that need somebody else to lead.",
            ],
        ],
    ]
}
